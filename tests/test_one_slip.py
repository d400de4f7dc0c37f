"""One slip is one message: a wrong year or a wrong id, anywhere in the campaign's records.

Each is written into the tiny site in turn. What a reader of the messages must not find is a
second one that follows from the first, and sends them to mend what is right.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.checks import check
from campaign.problems import Problem, Severity
from campaign.reading import records
from campaign.reading.memory import Memory
from sites import ROOT

BASIC = ROOT / "tests/site/basic"
FILES = tuple(
    path.relative_to(BASIC).as_posix()
    for pattern in (
        "assignments/*.yml",
        "calls/*.yml",
        "campaigns/*.yml",
        "events/*.yml",
        "exposures/*.yml",
        "pairings/*.yml",
        "posters/*.yml",
        "projects/*.yml",
        "routes/*.yml",
        "grants.yml",
    )
    for path in sorted(BASIC.glob(f"showcases/{pattern}"))
)
DAY = re.compile(r"(?<![\d-])(20\d\d)(?=-\d\d-\d\d(?![\d ]))")
NAME = re.compile(r"(?<=: )[a-z][a-z-]{2,}(?:/[a-z-]+)?(?=[\n,}])")
SKIPPED = ("review", "id:")
"""Lines whose days and names are not those of the campaign."""


def told(root: Path, memory: Memory) -> dict[tuple[str, str, str], Problem]:
    """Everything that an office has to mend or to look at; what memory has is not read again."""
    site, problems = records.load(root, "demo", cache=memory)
    assert site is not None
    found = [*problems, *check(site)]
    return {(p.path, p.code, p.message()): p for p in found if p.severity() is not Severity.NOTE}


def slips(text: str) -> Iterator[tuple[str, str]]:
    """Each text with one slip, and where it is."""
    for pattern, wrongs in ((DAY, ("2006", "2036")), (NAME, ("{0}zz",))):
        for found in pattern.finditer(text):
            line = text[text.rfind("\n", 0, found.start()) + 1 : text.find("\n", found.start())]
            if line.lstrip(" -{").startswith(SKIPPED):
                continue
            for wrong in wrongs:
                new = wrong.format(found[0])
                where = f"line {text.count(chr(10), 0, found.start()) + 1}: {found[0]} → {new}"
                yield f"{text[: found.start()]}{new}{text[found.end() :]}", where


@pytest.mark.parametrize("name", FILES)
def test_a_slip_is_told_once(name: str, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(BASIC, root)
    memory = Memory(root, None)
    before = told(root, memory).keys()
    path = root / name
    text = path.read_text(encoding="utf-8")
    many = {}
    for spoilt, where in slips(text):
        path.write_text(spoilt, encoding="utf-8")
        memory.forget([name])
        found = told(root, memory)
        fresh = [f"{p.path}:{p.line} {p.code}" for k, p in found.items() if k not in before]
        if len(fresh) > 1:
            many[where] = fresh
    assert many == {}
