"""One slip, one message: a file that cannot be read is told, and nobody who refers to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from campaign.checks import check
from campaign.reading import records
from campaign.reading.memory import Memory
from conftest import BASIC

SETTINGS = ("showcases/site.yml", "showcases/deploy/demo.yml")
FILES = sorted(
    name
    for path in (*BASIC.glob("showcases/**/*.yml"), *BASIC.glob("docs/*/*.md"))
    if (name := path.relative_to(BASIC).as_posix()) not in SETTINGS
)
Told = set[tuple[str, int, str, str]]


def told(root: Path, memory: Memory | None = None) -> Told:
    site, problems = records.load(root, cache=memory)
    assert site is not None
    return {(p.path, p.line, p.code, p.message()) for p in [*problems, *check(site)]}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tiny") / "site"
    shutil.copytree(BASIC, root)
    return root


@pytest.fixture(scope="module")
def memory(tiny: Path) -> Memory:
    """Readings of the files that no test has spoilt."""
    return Memory(tiny, None)


@pytest.fixture(scope="module")
def usual(tiny: Path, memory: Memory) -> Told:
    """What the tiny site is told anyway."""
    return told(tiny, memory)


def opened(raw: bytes) -> bytes:
    """With a bracket that nobody closes."""
    fence = b"---\n" if raw.startswith(b"---\n") else b""
    return fence + b"strange: [\n" + raw.removeprefix(fence)


def encoded(raw: bytes) -> bytes:
    """Saved in another encoding."""
    return raw + "乱".encode("gbk")


@pytest.mark.parametrize("spoilt", [opened, encoded])
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_one_problem(
    name: str, spoilt: type[bytes], tiny: Path, usual: Told, memory: Memory
) -> None:
    path = tiny / name
    raw = path.read_bytes()
    path.write_bytes(spoilt(raw))
    memory.forget([name])
    try:
        known = {(name, code, words) for name, _, code, words in usual}  # lines have moved
        found = {p for p in told(tiny, memory) if (p[0], p[2], p[3]) not in known}
    finally:
        path.write_bytes(raw)
        memory.forget([name])
    assert [place for place, *_ in found] == [name], found
