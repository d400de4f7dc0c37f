"""A template reads what its context has, and a context has what is read: by mypy's own types."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from typing import Any, TypedDict

import pytest
from jinja2 import DictLoader, Environment, nodes

from campaign.blocks.sitemap import Written
from campaign.render import edition
from campaign.render.pictures import PhotoView
from campaign.render.template import Template
from templating import Macro, Reading, declaring, hints

CAMPAIGN = edition.PACKAGE
MODULES = sorted(CAMPAIGN.rglob("*.py"))
IN_CODE = {
    (PhotoView, "id"),
    (PhotoView, "pair_key"),
    (PhotoView, "series"),
    (Written, "folder"),
}
"""What no template reads: code sorts by it what templates are given."""


class Item(TypedDict):
    name: str
    anything: Any


class Page(TypedDict):
    title: str
    items: list[Item]
    first: Item | None


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{{ title }}{% for i in items %}{{ i.name }}{{ loop.index }}{% endfor %}", []),
        ("{{ titel }}", ["nothing is called titel"]),
        ("{% if title %}{% else %}{{ first.nam }}{% endif %}", ["Item has no nam"]),
        ("{% for i in items %}{{ i.nam | cut(3) }}{% endfor %}", ["Item has no nam"]),
        ("{% for i in items %}{% endfor %}{{ i.name }}", ["nothing is called i"]),
        ("{% for i in first %}{% endfor %}", ["loops over Item"]),
        ("{{ 1 if title == first.nam }}", ["Item has no nam"]),
        ("{{ items[0].nam }}", ["Item has no nam"]),
        ("{{ first.anything }}", ["Item.anything may be anything"]),
        ("{% macro m(x) %}{{ x.nam }}{% endmacro %}{{ m(first) }}", ["Item has no nam"]),
        ("{% macro m(x) %}{{ title }}{% endmacro %}{{ m(1) }}", ["nothing is called title"]),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}", ["m is called without ['x']"]),
        ("{% import 'b' as b %}{{ b.m(first) }}", ["Item has no of_b"]),
        ("{% import 'b' as b %}{{ b.none(first) }}", ["has no macro none"]),
        ("{% for i in items %}{% include 'c' %}{% endfor %}", ["Item has no of_c"]),
        ("{% set x = first %}{{ x.nam }}", ["Item has no nam"]),
        ("{{ site.mayor }}{{ icon(first.nam) }}", ["Item has no nam", "SiteView has no mayor"]),
    ],
)
def test_what_is_not_there_is_found(text: str, faults: list[str]) -> None:
    others = {"b": "{% macro m(x) %}{{ x.of_b }}{% endmacro %}", "c": "{{ i.of_c }}"}
    reading = Reading(Environment(loader=DictLoader({"a": text, **others})))
    reading.template("a", Page)
    assert sorted(fault.partition(": ")[2] for fault in reading.faults) == faults


def test_what_is_read_is_told() -> None:
    text = "{{ title }}{% for title in items %}{{ title.name }}{% endfor %}"
    reading = Reading(Environment(loader=DictLoader({"a": text})))
    reading.template("a", Page)
    assert reading.read == {(Page, "title"), (Page, "items"), (Item, "name")}


@cache
def templates() -> tuple[Template[Any], ...]:
    """Every template that code renders."""
    found: dict[int, Template[Any]] = {}
    for path in MODULES:
        name = path.relative_to(CAMPAIGN.parent).with_suffix("").as_posix()
        module = import_module(name.removesuffix("/__init__").replace("/", "."))
        held = (value for value in vars(module).values() if isinstance(value, Template))
        found |= {id(template): template for template in held}
    return tuple(sorted(found.values(), key=lambda template: template.name))


def read(template: Template[Any]) -> Reading:
    reading = Reading(edition.environment())
    reading.template(template.name, template.context)
    return reading


@cache
def everything() -> Reading:
    """What all templates read together."""
    reading = Reading(edition.environment())
    for template in templates():
        reading.template(template.name, template.context)
    return reading


@cache
def files() -> frozenset[str]:
    """Every file of templates, by the name by which it is rendered."""
    folders = edition.TEMPLATES
    return frozenset(p.relative_to(f).as_posix() for f in folders for p in f.rglob("*.jinja"))


def named(name: str) -> set[str]:
    """The templates that one includes and imports."""
    tree = everything().tree(name)
    found = tree.find_all((nodes.Include, nodes.Import))
    return {item.template.value for item in found if isinstance(item.template, nodes.Const)}


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.name)
def test_a_template_reads_only_what_its_context_has(template: Template[Any]) -> None:
    assert read(template).faults == []


def test_every_field_of_a_context_is_read() -> None:
    seen = everything().seen
    written = {(declaring(context, name), name) for context in seen for name in hints(context)}
    assert written - everything().read == IN_CODE


def test_no_field_of_a_context_is_called_like_a_method_of_its_dictionary() -> None:
    """`q.keys` is the method, whatever the dictionary holds: a page would show it."""
    named = {name for context in everything().seen for name in hints(context)}
    assert named & set(dir(dict)) == set()


def test_every_file_of_templates_is_rendered_included_or_imported() -> None:
    rendered = {template.name for template in templates()}
    assert files() == rendered.union(*(named(name) for name in files()))


def test_every_macro_is_called() -> None:
    made = {
        Macro(name, macro.name)
        for name in files()
        for macro in everything().tree(name).find_all(nodes.Macro)
    }
    assert made == everything().called


def test_a_template_is_rendered_with_its_context_and_no_other_way() -> None:
    """`Edition.render` takes a `Template`; who renders without an edition names one, too."""
    written = {
        f"{path.relative_to(CAMPAIGN)}: {node.value}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and str(node.value).endswith(".html.jinja")
    }
    assert len(written) == len(templates())
