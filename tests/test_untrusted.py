"""Files of Word and Excel that somebody sent are opened only when they can do no harm."""

from __future__ import annotations

import io
import time
import tracemalloc

import pytest

from campaign.attachments.untrusted import COMPOUND, Refused, opened
from offices import archive, docx, xlsx

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
RELATION = '<Relationship Id="r1" Type="http://x/{}" Target="{}" TargetMode="{}"/>'


def related(kind: str, target: str, mode: str = "External") -> bytes:
    """A document with one relation."""
    text = RELATIONS.format(RELATION.format(kind, target, mode))
    return docx(more={"word/_rels/document.xml.rels": text})


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refused, opened(name, io.BytesIO(data)):
        pass
    return str(refused.value)


def zeros(megabytes: int, parts: int, name: str) -> bytes:
    """Parts of nothing but zeros, or of blanks where they are XML."""
    blank = b"<a>" + b" " * (megabytes * 1_000_000 - 7) + b"</a>"
    data = blank if name.endswith("xml") else bytes(megabytes * 1_000_000)
    return docx(more={name.format(number): data for number in range(parts)})


HOSTILE = {
    "an old format": ("a.doc", COMPOUND, "另存为 .docx"),
    "WPS": ("a.wps", COMPOUND, "另存为 .docx"),
    "rich text": ("a.rtf", b"{\\rtf1", "另存为 .docx"),
    "macros by name": ("a.docm", docx(), "另存为 .docx"),
    "an old workbook": ("a.xls", COMPOUND, "另存为 .xlsx"),
    "an old WPS workbook": ("a.et", COMPOUND, "另存为 .xlsx"),
    "a password": ("a.docx", COMPOUND + bytes(600), "密码"),
    "no archive": ("a.docx", b"<html></html>", "不是 .docx 文件"),
    "nothing": ("a.docx", b"", "不是 .docx 文件"),
    "cut": ("a.docx", docx("一" * 400)[:-60], "已损坏"),
    "macros": ("a.docx", docx(more={"word/vbaProject.bin": b"x"}), "宏"),
    "controls": ("a.docx", docx(more={"word/activeX/activeX1.bin": b"x"}), "宏"),
    "an object": ("a.docx", docx(more={"word/embeddings/oleObject1.bin": b"x"}), "嵌着"),
    "an entity": (
        "a.docx",
        docx(
            more={"word/styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'}
        ),
        "不安全",
    ),
    "an entity behind a long comment": (
        "a.docx",
        docx(more={"word/styles.xml": f"<!--{'x' * ((1 << 20) - 6)}--><!DOCTYPE a><a/>"}),
        "不安全",
    ),
    "another encoding": (
        "a.docx",
        docx(more={"word/styles.xml": "<!DOCTYPE a><a/>".encode("utf-16")}),
        "不安全",
    ),
    "a picture elsewhere": ("a.docx", related("image", "https://example.org/a.png"), "到别处取"),
    "a template elsewhere": (
        "a.docx",
        related("attachedTemplate", "https://example.org/a.dotm"),
        "到别处取",
    ),
    "a template in the network": (
        "a.docx",
        related("attachedTemplate", r"\\server\a.dotm"),
        "到别处取",
    ),
    "a large part": ("a.docx", zeros(13, 1, "word/a{}.xml"), "太大"),
    "many large parts": ("a.docx", zeros(11, 3, "word/a{}.xml"), "太大"),
    "300 MB inside": ("a.docx", zeros(30, 10, "word/media/a{}.png"), "太大"),
    "many small elements": ("a.docx", docx(inner="<w:p/>" * 600_000), "太大"),
    "many parts": ("a.docx", docx(more={f"a{n}": b"" for n in range(4001)}), "太大"),
    "a long directory": (
        "a.docx",
        docx(more={f"{'a' * 400}{n}": b"" for n in range(2400)}),
        "太大",
    ),
    "another workbook": (
        "a.xlsx",
        archive({"xl/externalLinks/externalLink1.xml": "<a/>"}),
        "引用了别的",
    ),
    "a query": ("a.xlsx", archive({"xl/connections.xml": "<a/>"}), "引用了别的"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_may_do_harm_is_refused_in_words(case: str) -> None:
    name, data, words = HOSTILE[case]
    assert words in refusal(name, data)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_refusal_takes_little_time_and_memory(case: str) -> None:
    name, data, _ = HOSTILE[case]
    file = io.BytesIO(data)
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(Refused), opened(name, file):
        pass
    seconds, (_, peak) = time.process_time() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 2
    assert peak < 60_000_000


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(docx())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        data[at + offset] |= 1
    assert "密码" in refusal("a.docx", bytes(data))


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(docx(more={"word/a.xml": b"<a>" + b" " * 500_000 + b"</a>"}))
    at = data.rfind(b"PK\1\2")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert "已损坏" in refusal("a.docx", bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        docx(),
        xlsx("1"),
        related("hyperlink", "https://example.org/"),
        related("attachedTemplate", "file:///C:\\Users\\me\\Normal.dotm"),
        related("attachedTemplate", "Normal.dotm"),
        related("image", "media/image1.png", "Internal"),
        docx(more={"word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"x"}),
    ],
    ids=len,
)
def test_a_file_of_an_office_is_opened(data: bytes) -> None:
    with opened("a.docx", io.BytesIO(data)) as found:
        assert found.namelist()


def test_a_part_that_is_missing_is_said() -> None:
    with pytest.raises(Refused, match="已损坏"), opened("a.docx", io.BytesIO(docx())) as found:
        found.read("word/none.xml")
