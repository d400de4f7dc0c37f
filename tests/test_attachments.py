"""Attachments: what they tell, whose numbers are in them, and which of them are published."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign import formats
from campaign.attachments import content, screening
from campaign.attachments.screening import look
from campaign.build.documents import assets
from campaign.derive import attachments
from campaign.privacy.finding import Trace
from editions import edition
from offices import LFS, NUMBER, docx, ofd, pdf, photo_with_a_place, pptx, xlsx
from projects import load, project

CAMPAIGN = Path(__file__).resolve().parents[1] / "hooks/campaign"
ENTRY = """\
---
title: 动态
published: 2026-04-01 09:00
source: 示例办
status: {status}
---
{text}
"""
INSERTED = '<w:p><w:ins w:author="王某"><w:r><w:t>添</w:t></w:r></w:ins></w:p>'
TOLD = {
    "author of a document": (docx(author="王某"), ".docx", content.AUTHOR),
    "company": (docx(company="示例公司"), ".docx", content.COMPANY),
    "comments": (docx(more={"word/comments.xml": "<c/>"}), ".docx", content.COMMENTS),
    "tracked changes": (docx(inner=INSERTED), ".docx", content.CHANGES),
    "macros": (docx(more={"word/vbaProject.bin": b"x"}), ".docx", content.PROGRAM),
    "a file inside": (docx(more={"word/embeddings/a.xlsx": b"x"}), ".docx", content.INSIDE),
    "a photo's place": (
        docx(more={"word/media/image1.jpeg": photo_with_a_place()}),
        ".docx",
        content.PHOTO_PLACE,
    ),
    "author of a PDF": (pdf(author="王某"), ".pdf", content.AUTHOR),
    "a remark in a PDF": (pdf(remark="不妥"), ".pdf", content.COMMENTS),
    "author of an OFD": (ofd("一", author="王某"), ".ofd", content.AUTHOR),
}
NUMBERED = {
    "document": (docx(f"电话 {NUMBER}"), ".docx"),
    "footer": (
        docx(more={"word/footer1.xml": f'<f xmlns:w="x"><w:p><w:t>{NUMBER}</w:t></w:p></f>'}),
        ".docx",
    ),
    "sheet": (xlsx("1", NUMBER), ".xlsx"),
    "sheet in powers of ten": (xlsx("1.3800138E10"), ".xlsx"),
    "slide": (pptx(NUMBER), ".pptx"),
    "OFD": (ofd(NUMBER), ".ofd"),
    "PDF": (pdf(NUMBER), ".pdf"),
}
UNREADABLE = {
    "cut": docx("一" * 400)[:-60],
    "entities": docx(more={"word/header1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    "no XML": docx(more={"word/header1.xml": "<a>"}),
    "too large": docx(more={"word/media/a.bin": b"\0" * 41_000_000}),
}


# One file


@pytest.mark.parametrize("name", TOLD)
def test_what_a_file_tells_beside_its_content_is_named(name: str) -> None:
    data, ending, what = TOLD[name]
    found = look(f"a{ending}", data)
    assert (found.code, found.values["what"]) == ("V49d", what)


@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_in_the_text_of_a_file_are_found(name: str) -> None:
    data, ending = NUMBERED[name]
    found = look(f"a{ending}", data)
    assert found.code == ""
    assert [item.trace for item in found.findings] == [Trace.MOBILE]


def test_numbers_of_neighbouring_cells_are_not_one_number() -> None:
    assert look("a.xlsx", xlsx("138", "0013", "8000")).findings == ()


@pytest.mark.parametrize("data", [docx(), xlsx("1"), pptx("一"), ofd("一")], ids=len)
def test_a_clean_file_may_be_published(data: bytes) -> None:
    assert look("a.docx", data) == screening.Look()


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_damaged_or_meant_to_harm_is_refused(name: str) -> None:
    assert look("a.docx", UNREADABLE[name]).code == "V49f"


def test_a_pdf_with_a_password_is_refused() -> None:
    assert look("a.pdf", pdf(password="x")).code == "V49f"


@pytest.mark.parametrize("ending", sorted(formats.ATTACHMENTS))
def test_a_file_must_begin_as_its_ending_promises(ending: str) -> None:
    assert look(f"a{ending}", b"<html><script>alert(1)</script></html>").code == "V49c"
    assert look(f"a{ending}", LFS).code == "V49g"


def test_a_look_is_remembered_by_the_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(docx(author="王某"))
    first = screening.looks(tmp_path, ["a.docx"])
    monkeypatch.setattr(screening, "_content", None)
    assert screening.looks(tmp_path, ["a.docx"]) == first
    (tmp_path / "a.docx").write_bytes(LFS)
    assert screening.looks(tmp_path, ["a.docx"])["a.docx"].code == "V49g"


# What is published


def test_only_what_a_shown_page_links_to_is_published(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "docs/news/2026-04-01-shown.md": ENTRY.format(
            status="published",
            text="[表](../assets/linked.docx)、[网页](../assets/page.html)、![](../assets/a.svg)",
        ),
        "docs/news/2026-04-02-draft.md": ENTRY.format(
            status="draft", text="[表](../assets/draft.docx)"
        ),
        "docs/about.md": "# 关于\n\n[办法][1]\n\n[1]: assets/apart.pdf\n",
    }
    names = ("linked.docx", "draft.docx", "stray.xlsx", "~$linked.docx", "page.html", "a.svg")
    files |= {f"docs/assets/{name}": docx() for name in names}
    files |= {"docs/assets/apart.pdf": pdf(), "docs/news/beside.docx": docx()}
    files |= {"docs/assets/sub/.DS_Store": "x", "docs/assets/Thumbs.db": "x"}
    made = edition(tmp_path, files)
    assert [name for name, _ in assets(made)] == ["assets/apart.pdf", "assets/linked.docx"]


def test_the_recording_of_a_draft_is_not_published(tmp_path: Path) -> None:
    text = ENTRY.replace("status:", "audio: {status}.mp3\nstatus:")
    files: dict[str, str | bytes | None] = {
        f"docs/news/2026-04-0{day}-item.md": text.format(status=status, text="一")
        for day, status in enumerate(("published", "draft"), 1)
    }
    files |= {f"docs/assets/audio/{name}.mp3": b"ID3" for name in ("published", "draft", "other")}
    site, _ = load(project(tmp_path, files))
    assert attachments.published(site) == ["assets/audio/published.mp3"]


# One list of endings


def lists_of_endings(path: Path) -> Iterator[str]:
    """What a module lists of the endings of files that people bring."""
    known = {*formats.PICTURES, *formats.ATTACHMENTS, *formats.RECORDINGS, *formats.SAVE_AS}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.Set, ast.Tuple, ast.List)):
            listed = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            endings = [item for item in listed if item in known - {".csv"}]
            yield from [f"{path.name}:{node.lineno} {endings}"] if len(endings) > 1 else []


def test_no_other_module_has_a_list_of_endings_of_its_own() -> None:
    modules = set(CAMPAIGN.rglob("*.py")) - {CAMPAIGN / "formats.py"}
    assert [found for path in sorted(modules) for found in lists_of_endings(path)] == []
    assert list(lists_of_endings(CAMPAIGN / "formats.py"))


def test_every_ending_belongs_to_one_use_and_those_that_are_taken_are_looked_at() -> None:
    uses = (formats.PICTURES, formats.ATTACHMENTS, formats.RECORDINGS, formats.SAVE_AS.keys())
    every = [ending for use in uses for ending in use]
    assert len(every) == len(set(every))
    assert formats.BEGINS.keys() == formats.ATTACHMENTS | formats.RECORDINGS
    assert all(re.fullmatch(r"\.[a-z0-9]+", ending) for ending in every)
