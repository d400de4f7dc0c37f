"""Opening a file of Word or Excel that somebody sent, before anything reads it.

Sizes are read from the archive's directory, so that nothing is unpacked to find out that it is too
large; every part of text is looked at in pieces for what XML of offices has no use for.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import BinaryIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from campaign.attachments.office import ENCRYPTED, INSIDE, LARGEST, MOST_PARTS
from campaign.formats import SAVE_AS

LARGEST_FILE = 100_000_000
LARGEST_TEXT = 12_000_000
"""Of one part of XML, unpacked, in bytes: a thousand pages of text, 40,000 rows of a table."""
LARGEST_TEXTS = 30_000_000
MOST_TAGS = {".docx": 500_000, ".xlsx": 3_000_000}
"""In all parts of XML: each element takes two, and two hundred bytes of memory."""
LARGEST_DIRECTORY = 1_000_000
"""Of the archive's own list of its parts, in bytes."""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that are no archives: those of old programs, and those with a password."""
END_OF_DIRECTORY, LARGE_ARCHIVE = b"PK\5\6", b"PK\6\7"
PIECE = 1 << 20
TEXTS = (".xml", ".rels", ".vml")
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\0")
"""What may bring in other files or grow without end; no office writes it, nor UTF-16."""
OVERLAP = 16
"""Bytes of a piece that are looked at with the next one, too: a declaration may be cut."""
PROGRAMS = re.compile(r".*(?:vbaProject\w*\.bin|/activeX/.*|\.js)|customUI/.*")
CONNECTED = re.compile(r"xl/(?:externalLinks/.*|connections\.xml)")
LOCAL_TEMPLATE = re.compile(r"(?!file://[^/])(?:file:|[A-Za-z]:|[^:/\\]+$)", re.IGNORECASE)
"""The template that a document was made from, on the writer's own machine: it is never opened."""


class Refused(Exception):
    """The file is not taken in. The text says why and what to do, in both languages."""


@contextmanager
def opened(name: str, file: BinaryIO) -> Iterator[ZipFile]:
    """The archive that a file with this name is, when it may be read.

    Raises Refused, then and while its parts are read.
    """
    ending = PurePath(name).suffix.lower()
    _refuse_others(name, ending, file)
    try:
        with ZipFile(file) as archive:
            _refuse_large(name, archive.infolist())
            tags = sum(_refuse_harmful(name, archive, part) for part in archive.infolist())
            if tags > MOST_TAGS.get(ending, 0):
                raise _too_large(name)
            yield archive
    except (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError) as error:
        raise _damaged(name) from error
    except ElementTree.ParseError as error:
        raise _damaged(name) from error


def _refuse_others(name: str, ending: str, file: BinaryIO) -> None:
    """What is no archive, or one with a directory that fills the memory."""
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(len(COMPOUND))
    if ending in SAVE_AS:
        wanted = SAVE_AS[ending].split("、")[0]
        raise Refused(f"{name} 请另存为 {wanted} 再导入。Save it as {wanted} first.")
    if head == COMPOUND:
        raise Refused(
            f"{name} 加了密码，或是旧格式改了文件名：请打开，去掉密码，另存为 {ending} 再导入。"
            "It has a password, or is of an old format: save it anew without one."
        )
    if size > LARGEST_FILE:
        raise Refused(f"{name} 有 {size // 1_000_000} MB，太大，没有打开。It is too large.")
    if head[:4] != b"PK\3\4":
        raise Refused(f"{name} 不是 {ending} 文件，没有打开。It is no such file.")
    file.seek(max(0, size - 66_000))
    tail = file.read()
    end = tail.rfind(END_OF_DIRECTORY)
    if end < 0 or len(tail) < end + 16:
        raise _damaged(name)
    if LARGE_ARCHIVE in tail or struct.unpack("<I", tail[end + 12 : end + 16])[0] > (
        LARGEST_DIRECTORY
    ):
        raise _too_large(name)


def _refuse_large(name: str, parts: list[ZipInfo]) -> None:
    texts = [part.file_size for part in parts if part.filename.lower().endswith(TEXTS)]
    is_large = sum(part.file_size for part in parts) > LARGEST or sum(texts) > LARGEST_TEXTS
    if is_large or len(parts) > MOST_PARTS or max(texts, default=0) > LARGEST_TEXT:
        raise _too_large(name)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused(f"{name} 加了密码，请去掉密码再导入。It has a password: take it off.")


def _refuse_harmful(name: str, archive: ZipFile, part: ZipInfo) -> int:
    """Look at one part; how many tags are in it."""
    where, tags = part.filename, 0
    if PROGRAMS.fullmatch(where):
        raise Refused(
            f"{name} 里有宏，没有打开：请另存为不带宏的文件。It holds a program: save it without."
        )
    if INSIDE.fullmatch(where) and where.lower().endswith((".bin", ".ole")):
        raise Refused(
            f"{name} 里嵌着别的文件（{where}），没有打开：请删去嵌入的对象再导入。"
            "Another file is inside: take it out first."
        )
    if CONNECTED.fullmatch(where):
        raise Refused(
            f"{name} 引用了别的工作簿或数据源：请断开链接，只留数值，再导入。"
            "It takes values from elsewhere: break the links first."
        )
    if where.lower().endswith(TEXTS):
        for piece in _pieces(archive, part):
            tags += piece.count(b"<")
            if DECLARATIONS.search(piece):
                raise Refused(f"{name} 的写法不安全，没有打开（{where}）。It is not safe to read.")
    if where.lower().endswith(".rels"):
        _refuse_foreign(name, archive.read(part))
    return tags


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    last = b""
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            yield last + piece
            last = piece[-OVERLAP:]


def _refuse_foreign(name: str, relations: bytes) -> None:
    """What would be fetched from elsewhere; a link in the text is only written there."""
    for relation in ElementTree.fromstring(relations).iter():
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" or kind == "hyperlink":
            continue
        if kind != "attachedTemplate" or not LOCAL_TEMPLATE.match(target):
            raise Refused(
                f"{name} 里的内容要到别处取（{target}），没有打开：请把图片插入文件里，再导入。"
                "It takes content from elsewhere: put it into the file."
            )


def _too_large(name: str) -> Refused:
    return Refused(f"{name} 解开以后太大，没有打开。It is too large when it is unpacked.")


def _damaged(name: str) -> Refused:
    return Refused(f"{name} 已损坏，请重新保存或重新发送。It is damaged: save it again.")
