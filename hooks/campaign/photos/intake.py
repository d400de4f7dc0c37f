"""Taking photos into a gallery: a clean master, a lasting name, an entry in the gallery's file.

What a telephone writes beside the pixels goes before git ever sees the file. Nothing that
people gave is lost: an original that lay inside the project is moved to `originals/`,
which git ignores.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypinyin import lazy_pinyin

from campaign import atomic
from campaign.formats import PHOTOS, TELEPHONE
from campaign.images import decoding, generated
from campaign.images.decoding import Unreadable
from campaign.images.master import Box, Master, master
from campaign.model.fields import RESERVED, UNFILLED
from campaign.photos.gallery_file import GalleryFile, Item, Refused
from campaign.photos.originals import set_aside
from campaign.site import GALLERIES

OTHER_NAMES = frozenset({".jfif", ".jpe", ".jpg_large", ".jpeg_large"})
"""Endings that browsers and chat programs give to JPEG."""
ACCEPTED = frozenset({*PHOTOS, *OTHER_NAMES, *TELEPHONE})
UNSEEN = frozenset({"gallery.yml", "Thumbs.db", "desktop.ini"})
"""Files that nobody meant."""
CAMERA_NAME = re.compile(
    r"(img|dsc|dscn|dscf|pxl|mvimg|mmexport|wx_camera|weixin|微信图片|photo|image|screenshot|p)?"
    r"([\W_]*\d[\W\d_a-z]*|[\W_]*)",
    re.IGNORECASE,
)
"""Names that a camera or a chat program gave, which tell nothing."""
LONGEST_NAME = 32
LONGEST_HASH = 16
SHORT_HASH = 4
REASONS = {
    "unknown": ("不是图片，或是空文件。", "It is no picture, or empty."),
    "format": (
        "不收这种格式，请另存为 JPEG。",
        "Save it as JPEG: this format is not accepted.",
    ),
    "animated": ("是动图，请换一张静止的。", "It is animated; use a still photo."),
    "pixels": ("像素太多，请先缩小。", "It has too many pixels; scale it down first."),
    "broken": ("已损坏，请重新拷贝。", "It is damaged; copy it again."),
    "small": (
        "太小，长边不到 600 像素，请用原图，不用截图和缩略图。",
        "It is too small: use the original, at least 600 pixels on its longer side.",
    ),
    "thin": ("太细长，超过 1:8，请先裁切。", "It is thinner than 1:8; crop it first."),
    "heic": (
        "是 HEIC，先运行 python3 build_site.py photos heic 装解码器。",
        "It is HEIC: that command installs the decoder.",
    ),
}
"""Why a file is refused, by the reason of `Unreadable`, in both languages."""
KNOWN, CLOSED = "known", "closed"
"""Further reasons: the photo is there already; the file cannot be opened."""
SAID = (
    "图片带有 AI 生成标识，已写下 generated: yes，页面上会注明。"
    "It is marked as made by a machine; pages will say so."
)


@dataclass(frozen=True)
class Details:
    """What a person says about a photo. Empty texts are left for later; `check` asks for them."""

    alt: str = ""
    people: str = ""
    licence: str = ""
    author: str = ""


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    source: Path
    id: str
    """The photo's id; empty when the file was refused."""
    words: str
    """For the person at the terminal, in both languages."""
    reason: str = ""
    """Why it was not added: a key of `REASONS`, or one of the two further ones."""
    is_generated: bool = False
    """Whether it carries the mark of a machine that made it."""


UNKNOWN = Details(
    alt=f"{UNFILLED}：替代文字，说清画面里有什么）",
    people=f"{UNFILLED}：人物，none、crowd、identifiable、minor 之一）",
    licence=f"{UNFILLED}：授权，授权词表里的编号）",
)
"""Gaps to be filled in later: in a draft they keep nobody from going on."""
Describe = Callable[[Path, Master], Details]


def pictures_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and the pictures in folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if _is_picture(p))
        else:
            yield path


def passed_over(paths: Iterable[Path]) -> Iterator[Path]:
    """The files in folders that are taken for no pictures, in the order of their names."""
    for folder in (path for path in paths if path.is_dir()):
        others = (p for p in folder.rglob("*") if p.is_file() and not _is_picture(p))
        yield from sorted(p for p in others if p.name[0] != "." and p.name not in UNSEEN)


def _is_picture(path: Path) -> bool:
    """Whether a file in a folder is meant; a Mac leaves hidden ones named like pictures."""
    return path.suffix.lower() in ACCEPTED and path.name[0] != "." and path.is_file()


def unlisted(root: Path, gallery: str) -> list[Path]:
    """Pictures that lie in a gallery's folder and are not in its list.

    Raises Refused when the gallery is not there, or its file cannot be read.
    """
    folder = _folder(root, gallery)
    listed = {folder / name for name in GalleryFile(folder / "gallery.yml").files()}
    return [path for path in pictures_in([folder]) if path not in listed]


def _folder(root: Path, gallery: str) -> Path:
    folder = root / GALLERIES / gallery
    if not (folder / "gallery.yml").is_file():
        raise Refused(
            f"没有相册“{gallery}”，先运行 python3 build_site.py new gallery {gallery} 。\n"
            f"There is no gallery '{gallery}'; begin it with that command."
        )
    return folder


def add(
    root: Path, gallery: str, sources: Sequence[Path], describe: Describe, blur: Sequence[Box] = ()
) -> Iterator[Outcome]:
    """Take photos into a gallery, one after the other; each is written before the next begins.

    Raises Refused when the gallery is not there, or when its file cannot be changed.
    """
    folder = _folder(root, gallery)
    for source in sources:
        try:
            yield _add_one(root, folder, source, describe, blur)
        except Unreadable as error:
            yield Outcome(source, "", "".join(REASONS[error.reason]), error.reason)
        except OSError as error:
            words = f"打不开。It cannot be opened: {error.strerror}."
            yield Outcome(source, "", words, CLOSED)


def _add_one(
    root: Path, folder: Path, source: Path, describe: Describe, blur: Sequence[Box]
) -> Outcome:
    if known := _listed_at(root, source):
        words = f"已经在相册里：{known}，没有再加。It is listed already."
        return Outcome(source, known, words, KNOWN)
    data = source.read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:LONGEST_HASH]
    if known := _with_hash(root, digest):
        words = f"已经有了：{known}，没有再加。It is there already."
        return Outcome(source, known, words, KNOWN)
    listed = GalleryFile(folder / "gallery.yml")
    made = master(data, blur)
    if reason := decoding.unfit((made.width, made.height)):
        raise Unreadable(reason)
    details = describe(source, made)
    name = _free_name(folder, listed.files(), source, made, digest)
    is_marked = generated.is_marked(data)
    listed.append(_item(name, made, details, digest, is_marked))
    _take_in(root, source, data, folder / name, made)
    listed.write()
    id = f"{folder.name}/{Path(name).stem}"
    size = f"{made.width} × {made.height}，{len(made.data) // 1000} KB"
    words = f"已加入 {id}（{size}）。Added."
    return Outcome(source, id, f"{words}{SAID if is_marked else ''}", "", is_marked)


def _take_in(root: Path, source: Path, data: bytes, target: Path, made: Master) -> None:
    """Put the master in its place; an original that lies in the project leaves what git sees.

    Killed at any moment, the original is whole in one of its places, and the next `add` goes on.
    """
    is_within = _is_within(source, root)
    if is_within:
        set_aside(root, source, data)
    atomic.replace(target, made.data)
    if is_within and source.resolve() != target.resolve():
        source.unlink()


def _listed_at(root: Path, source: Path) -> str | None:
    """The id of the photo whose file this is, so that no gallery loses what it lists."""
    for path in sorted((root / GALLERIES).glob("*/gallery.yml")):
        if _is_within(source, path.parent):
            name = source.resolve().relative_to(path.parent.resolve()).as_posix()
            is_listed = name in GalleryFile(path).files()
            return f"{path.parent.name}/{source.stem}" if is_listed else None
    return None


def _with_hash(root: Path, digest: str) -> str | None:
    """The id of the photo that was made from an original with this hash, in any gallery."""
    for path in sorted((root / GALLERIES).glob("*/gallery.yml")):
        if digest.encode() not in path.read_bytes():
            continue
        if name := GalleryFile(path).file_with_hash(digest):
            return f"{path.parent.name}/{Path(name).stem}"
    return None


def _item(name: str, made: Master, details: Details, digest: str, is_marked: bool) -> Item:
    fields: dict[str, str | dict[str, str]] = {"file": name, "alt": details.alt}
    if made.taken:
        fields["taken"] = str(made.taken)
    if details.author:
        fields["author"] = {"name": details.author, "display": "yes"}
    if is_marked:
        fields["generated"] = "yes"
    return fields | {"licence": details.licence, "people": details.people, "hash": digest}


def _free_name(folder: Path, listed: set[str], source: Path, made: Master, digest: str) -> str:
    """A name for ever: ASCII, from the file's own name where that tells something.

    Else from its day and its hash: two people may take photos of a day into one gallery.
    """
    there = [path for path in folder.iterdir() if path.resolve() != source.resolve()]
    present = {path.stem for path in there if not _is_left_over(path, made)}
    taken = {stem.lower() for stem in {Path(name).stem for name in listed} | present}
    day = f"p{made.taken:%Y%m%d}" if made.taken else "photo"
    base = slug(source.stem) or f"{day}-{digest[:SHORT_HASH]}"
    choices = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(f"{choice}.jpg" for choice in choices if choice not in taken)


def _is_left_over(path: Path, made: Master) -> bool:
    """Whether this very master was put here, by an `add` that was killed before it was listed."""
    is_file = path.is_file() and path.stat().st_size == len(made.data)
    return is_file and path.read_bytes() == made.data


def slug(name: str) -> str:
    """Lower-case ASCII words of a name, Chinese as pinyin; nothing for a camera's own name."""
    if CAMERA_NAME.fullmatch(name):
        return ""
    spelt = "".join(lazy_pinyin(name)).lower()
    words = re.sub(r"[^a-z0-9]+", "-", spelt).lstrip("-0123456789")
    words = words[:LONGEST_NAME].rstrip("-")
    return words if len(words) > 1 and words not in RESERVED else ""


def _is_within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
