"""The promises of the architecture that no other test holds: who imports whom, and sizes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

from conftest import LONGEST

HOOKS = Path(__file__).resolve().parents[1] / "hooks"
CAMPAIGN = HOOKS / "campaign"
MODULES = sorted(CAMPAIGN.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where a statement has further ones."""
IMPORT = re.compile(r"^from (campaign(?!\.kinds\.visit\b)[\w.]*) import (\w+)", re.MULTILINE)
"""What is imported of the library, but for the kind that `test_a_new_kind.py` writes."""
LAYERS = (
    r"clock|atomic|trees|targets|staging|keeping|text|words|icons|formats|problems|workers|privacy/.*"
    r"|model/.*|images/.*|attachments/.*",
    r"reading/.*|writing/.*|migrations/.*|site|urls|(blocks|kinds)/__init__|kinds/kind|kinds/\w+/(__init__|record|addresses|lifecycle)",
    r"html/(tags|content_security|safety|sanitising)|derive/.*"
    r"|kinds/\w+/(facts|figure|formulas|coverage|disclosure|standards)",
    r"checks/.*|kinds/\w+/(rules|consent|append_only)",
    r"render/.*|photos/.*|importing/.*",
    r"kinds/.*|every_page/.*|exchange/.*|search/.*|blocks/.*|html/.*|admin/.*",
    r"build/.*|verify/.*|verbs/(console|reports)",
    r"serve/.*",
    r"desk/.*",
    r"__init__|verbs/.*",
    r"cli",
)
"""Each module may import those of its own layer and of the layers above it here."""
NAMES_KINDS = {
    "site": "photos and vocabularies: what references may name besides records",
    "checks/figures": "the figures that texts may show",
    "checks/links": "photos, and which links are figures",
    "checks/references": "photos and vocabularies",
    "render/prose": "the figures that texts may show",
    "render/names": "who corrected a record",
    "render/pictures": "photos, and what they have won",
    "photos/withdrawal": "photos",
    "build/content": "who took a photo that is being judged must not be seen",
    "serve/resident": "who took a photo that is being judged must not be seen",
    "kinds/presenter": "records of any kind belong to communities and key tasks",
    "search/facets": "records of any kind belong to communities and key tasks",
    "blocks/home": "a page that puts kinds together",
    "blocks/specimen": "shows how plaques look",
    "blocks/specimen_charts": "shows how charts look",
    "desk/continuing": "the rates that follow from honours",
    "desk/insertions": "the figures and photos that texts may show",
    "desk/handing_in/waiting": "honours that have to be inspected again",
    "verbs/report": "a page that puts kinds together",
    "verbs/contest": "the verb of a kind",
    "verbs/photos": "the verb of a kind",
    "writing/drafting": "an honour is most often a community's",
}
"""The modules that name a kind outside the kinds' own folders, and what for."""


def relative(path: Path) -> str:
    """A file of the tests by its path below them."""
    return path.relative_to(Path(__file__).parent).as_posix()


def name_of(path: Path) -> str:
    """A module by its path below `campaign`: `kinds/community/page`."""
    return path.relative_to(CAMPAIGN).as_posix().removesuffix(".py")


def rank(name: str) -> int:
    """The first layer that a module fits."""
    return next(rank for rank, names in enumerate(LAYERS) if re.fullmatch(names, name))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Full names that a module imports, but for what only type checkers see."""
    return tuple(_named(ast.parse(path.read_text(encoding="utf-8"))))


def _named(node: ast.AST) -> Iterator[str]:
    """What the statements within one import; expressions, which cannot, are not looked into."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names)
    is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    for part in BLOCKS if not is_for_types else ("orelse",):
        for within in getattr(node, part, ()):
            yield from _named(within)


@cache
def graph() -> dict[str, set[str]]:
    """Which module imports which."""
    modules = {name_of(path) for path in MODULES}
    return {name_of(path): set(_inner(path, modules)) - {name_of(path)} for path in MODULES}


def _inner(path: Path, modules: set[str]) -> Iterator[str]:
    """The modules of the library that a module imports: the longest name that is one."""
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "campaign":
            longest = ("/".join(parts[1:end]) for end in range(len(parts), 0, -1))
            found = (f"{n}/__init__" if f"{n}/__init__" in modules else n for n in longest)
            yield next((n.lstrip("/") for n in found if n.lstrip("/") in modules), "__init__")


# Imports


@pytest.mark.parametrize("name", sorted(map(name_of, MODULES)))
def test_imports_point_one_way(name: str) -> None:
    assert [other for other in graph()[name] if rank(other) > rank(name)] == []


def test_no_module_imports_itself_through_others() -> None:
    assert list(TopologicalSorter(graph()).static_order())


def test_a_kind_is_named_in_its_folder() -> None:
    found = {
        name
        for name, others in graph().items()
        if not re.fullmatch(r"kinds/\w+/\w+", name)
        and any(re.fullmatch(r"kinds/\w+/\w+", other) for other in others)
    }
    assert found == NAMES_KINDS.keys()


def test_the_library_never_imports_by_its_second_name() -> None:
    for path in MODULES:
        assert [
            name for name in imported(path) if name.split(".")[0] in ("hooks", "", "events")
        ] == []


@pytest.mark.parametrize("path", TESTS, ids=relative)
def test_what_tests_import_is_there_even_in_a_script_that_they_run(path: Path) -> None:
    """A script in a text is seen by no checker: one test passed by it, another could not run."""
    for module, name in IMPORT.findall(path.read_text(encoding="utf-8")):
        assert hasattr(import_module(module), name) or find_spec(f"{module}.{name}"), module


def test_only_the_events_know_the_site_builder() -> None:
    users = {
        path.relative_to(HOOKS).as_posix()
        for path in HOOKS.rglob("*.py")
        if {"mkdocs", "material", "properdocs"} & {name.split(".")[0] for name in imported(path)}
    }
    assert users == {"events.py"}


def test_one_module_says_where_the_project_is() -> None:
    found = [
        name_of(path)
        for path in MODULES
        if re.search(
            r"^ROOT = |= Path\(__file__\)\.resolve\(\)\.parents", path.read_text("utf-8"), re.M
        )
    ]
    assert found == ["verbs/__init__"]


# The events


def test_the_events_are_a_table_of_contents() -> None:
    assert len((HOOKS / "events.py").read_text(encoding="utf-8").splitlines()) <= 120


def test_what_is_named_like_an_event_is_one() -> None:
    tree = ast.parse((HOOKS / "events.py").read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    handlers = {name for name in names if name.startswith("on_")}
    assert "on_config" in handlers
    assert handlers <= {f"on_{event}" for event in EVENTS}


# Sizes


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CAMPAIGN).as_posix())
def test_a_module_is_short_and_so_are_its_functions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


# Templates

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
PYTHON = re.compile(
    r"\.(?:items|keys|values|get|split|strip|strftime|format|append|update|startswith|endswith)\("
)
NOT_PORTABLE = {
    "a Python method": PYTHON,
    "truncate": re.compile(r"\|\s*truncate"),
    "page.file": re.compile(r"\bpage\.file\b"),
}
NOT_NUNJUCKS = {
    "a Python method": PYTHON,
    "truncate": re.compile(r"\|\s*truncate"),
    "namespace": re.compile(r"\bnamespace\b"),
    "several names in a loop": re.compile(r"\{%-?\s*for\s+[^%]*?,[^%]*?\s+in\s"),
    "a tuple to loop over": re.compile(r"\{%-?\s*for\s+[^%]*?\sin\s+\("),
}
OVERRIDES = sorted((HOOKS / "theme").rglob("*.html"))
TEMPLATES = sorted(CAMPAIGN.rglob("*.jinja"))


def offences(path: Path, rules: dict[str, re.Pattern[str]]) -> list[str]:
    code = "".join(TAG.findall(path.read_text(encoding="utf-8")))
    return [name for name, rule in rules.items() if rule.search(code)]


@pytest.mark.parametrize("path", OVERRIDES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_an_override_uses_what_every_builder_has(path: Path) -> None:
    assert offences(path, NOT_PORTABLE) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(CAMPAIGN).as_posix())
def test_a_template_is_one_for_nunjucks_too(path: Path) -> None:
    assert offences(path, NOT_NUNJUCKS) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{% for k, v in rows.items() %}", "a Python method"),
        ("{{ day.strftime('%Y') }}", "a Python method"),
        ("{{ text | truncate(9) }}", "truncate"),
        ("{% set ns = namespace(x=1) %}", "namespace"),
        ("{% for a, b in rows %}", "several names in a loop"),
        ("{%- for (a, b) in rows %}", "several names in a loop"),
        ('{% for a in ("x", "y") %}', "a tuple to loop over"),
    ],
)
def test_the_rules_for_templates_bite(tmp_path: Path, text: str, name: str) -> None:
    (tmp_path / "a.jinja").write_text(text, encoding="utf-8")
    assert name in offences(tmp_path / "a.jinja", NOT_NUNJUCKS)


def test_the_files_that_come_first_are_there() -> None:
    assert set(LONGEST) <= {relative(path) for path in TESTS}


def test_one_place_leaves_tests_out_where_a_tool_is_missing() -> None:
    skipping = [path for path in TESTS if "pytest." + "skip(" in path.read_text(encoding="utf-8")]
    assert [path.name for path in skipping] == ["conftest.py"]
