"""The developers' documentation names files and symbols that are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from campaign.reading.listing import listed
from projects import write
from sites import ROOT

CAMPAIGN = ROOT / "hooks/campaign"
DOCS = sorted((ROOT / "docs/dev").glob("*.md"))
GUIDES = [ROOT / "README.md", ROOT / ".github/CONTRIBUTING.md", *DOCS]
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
FILE = re.compile(r"[\w<>*.-]*(?:/[\w<>*.-]*)+|[\w*-]+\.(?:py|md|yml|js|css|jinja|toml|json)")
SYMBOL = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?")
CONTENT = re.compile(r"(?:showcases|docs/(?!dev))/?.*|gallery\.yml|index\.md")
"""What a city writes, and may not have."""
TRIED = "visit/page.html.jinja"
"""A file of the kind that a recipe adds."""
FOREIGN = frozenset({"SOURCE_DATE_EPOCH", "Markup", "TypedDict", "truncate"})
"""Names that others define."""


def said(path: Path, what: re.Pattern[str]) -> list[str]:
    """What a document writes as code and has the form of a file, or of a symbol."""
    words = dict.fromkeys(CODE.findall(path.read_text(encoding="utf-8")))
    return [word for word in words if what.fullmatch(word)]


def is_there(name: str) -> bool:
    """Whether a file, folder or pattern is there, from the project or from the library."""
    if name.startswith(".cache/"):
        return any(name.strip("/") in text for text in sources().values())
    pattern = re.sub(r"<\w+>", "*", name).strip("/")
    places = ("", "hooks/campaign/", "hooks/campaign/kinds/*/", "hooks/theme/scripts/")
    return any(True for place in places for _ in ROOT.glob(place + pattern))


@cache
def sources() -> dict[str, str]:
    """The text of each module."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("hooks", "tests")
        for path in (ROOT / folder).rglob("*.py")
    }


@cache
def symbols() -> frozenset[str]:
    """Every name that a module or a class defines, the latter with its class as well."""
    return frozenset(name for text in sources().values() for name in _defined(ast.parse(text)))


def _defined(node: ast.AST, owner: str = "") -> Iterator[str]:
    for item in getattr(node, "body", ()):
        for name in _names(item):
            yield name
            if owner:
                yield f"{owner}.{name}"
        if isinstance(item, ast.ClassDef):
            yield from _defined(item, item.name)


def _names(item: ast.stmt) -> Iterator[str]:
    if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield item.name
    targets = item.targets if isinstance(item, ast.Assign) else [getattr(item, "target", None)]
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_there_is_documentation_for_developers() -> None:
    assert {path.stem for path in DOCS} >= {"architecture", "walks", "extending"}


def test_nothing_of_it_is_content(tmp_path: Path) -> None:
    write(tmp_path, dict.fromkeys(("docs/dev/a.md", "docs/dev/b/c.png", "docs/device/d.md"), "x"))
    found = [item.path for item in listed(tmp_path, ("docs",)) if item.is_file]
    assert found == ["docs/device/d.md"]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.stem)
def test_every_file_that_is_named_is_there(path: Path) -> None:
    names = [name for name in said(path, FILE) if not CONTENT.fullmatch(name) and name != TRIED]
    assert len(names) > 10
    assert [name for name in names if not is_there(name)] == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.stem)
def test_every_symbol_that_is_named_is_defined(path: Path) -> None:
    names = [name for name in said(path, SYMBOL) if not FILE.fullmatch(name)]
    assert len(names) > 10
    assert [name for name in names if name not in symbols() | FOREIGN] == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs/dev/architecture.md").read_text(encoding="utf-8")
    rooms = {f"{path.parent.name}/" for path in CAMPAIGN.glob("*/*.py")}
    rooms |= {path.name for path in CAMPAIGN.glob("*.py")}
    assert [room for room in sorted(rooms) if f"`{room}`" not in text] == []


def test_what_is_not_there_would_be_found(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text("`build/gone.py`, `Site.gone`, `Site.of`, `site.py`", encoding="utf-8")
    assert [name for name in said(document, FILE) if not is_there(name)] == ["build/gone.py"]
    names = [name for name in said(document, SYMBOL) if not FILE.fullmatch(name)]
    assert [name for name in names if name not in symbols()] == ["Site.gone"]
