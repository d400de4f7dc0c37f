from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign.kinds.schema import DIALECT, FOLDER, field_tables, schemas
from campaign.reading import records
from campaign.reading.records import KINDS, PROFILES, SETTINGS
from projects import BASE, INTRO, REVIEW, project

SCHEMAS = {
    output.path.removeprefix(f"{FOLDER}/").removesuffix(".schema.json"): json.loads(output.data)
    for output in schemas()
    if isinstance(output.data, bytes)
}
KEYWORDS: dict[str, type | tuple[type, ...]] = {
    "$schema": str,
    "$ref": str,
    "$defs": dict,
    "title": str,
    "description": str,
    "default": object,
    "type": str,
    "properties": dict,
    "required": list,
    "additionalProperties": (bool, dict),
    "items": dict,
    "anyOf": list,
    "enum": list,
    "const": object,
    "pattern": str,
    "format": str,
    "minimum": (int, float),
    "x-refers": str,
}
"""What the schemas may use: keywords of draft 7 with their types, and our own mark."""
TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}


def below(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every schema inside it."""
    yield schema
    inner = [*schema.get("anyOf", []), *schema.get("properties", {}).values()]
    inner += [*schema.get("$defs", {}).values(), schema.get("items")]
    inner.append(schema.get("additionalProperties"))
    for part in inner:
        if isinstance(part, dict):
            yield from below(part)


# As schemas


def test_there_is_a_schema_for_each_kind_of_yaml_file() -> None:
    kinds = [kind for kind in (*KINDS, SETTINGS, PROFILES) if not kind.is_entry]
    assert sorted(SCHEMAS) == sorted(kind.list_key or kind.model.kind for kind in kinds)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_of_draft_7(name: str) -> None:
    assert [part["$schema"] for part in below(SCHEMAS[name]) if "$schema" in part] == [DIALECT]
    for part in below(SCHEMAS[name]):
        for keyword, value in part.items():
            assert isinstance(value, KEYWORDS[keyword]), keyword
        assert part.get("type", "object") in TYPES
        assert set(part.get("required", [])) <= set(part.get("properties", {}))
        re.compile(part.get("pattern", ""))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_inside_a_schema_leads_somewhere(name: str) -> None:
    for part in below(SCHEMAS[name]):
        assert part.get("$ref", "#/$defs/").startswith("#/$defs/")
        assert "$ref" not in part or part["$ref"].split("/")[-1] in SCHEMAS[name]["$defs"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_says_in_chinese_what_it_is(name: str) -> None:
    for part in below(SCHEMAS[name]):
        for key, field in part.get("properties", {}).items():
            is_list_of_records = part is SCHEMAS[name] and list(part["properties"]) == [key]
            if not is_list_of_records:
                assert re.search("[\u3400-\u9fff]", field["title"]), key
                assert field["description"], key


def test_schemas_are_text_that_people_can_read() -> None:
    for output in schemas():
        assert isinstance(output.data, bytes)
        text = output.data.decode()
        assert re.search("[\u3400-\u9fff]", text)
        assert text.endswith("\n}\n")


def test_schemas_are_the_same_bytes_each_time() -> None:
    assert [output.data for output in schemas()] == [output.data for output in schemas()]


# Held against records


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors' programs read it: dates are text, and so are `on` and `no`."""

    yaml_implicit_resolvers = {}  # noqa: RUF012


for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?\d+$", "-+0123456789"),
    ("float", r"^[-+]?\d+\.\d+$", "-+0123456789"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

IS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def faults(schema: dict[str, Any], value: Any, root: dict[str, Any], at: str = "") -> list[str]:
    """Where a value breaks a schema; as much of JSON Schema as our schemas use."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].split("/")[-1]]
    found = []
    if "anyOf" in schema and all(faults(s, value, root) for s in schema["anyOf"]):
        found.append(f"{at}: none of anyOf")
    kind = schema.get("type")
    if kind and (not isinstance(value, IS[kind]) or (value is True and kind == "integer")):
        return [*found, f"{at}: no {kind}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: not in enum")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{at}: pattern")
    if isinstance(value, int) and value < schema.get("minimum", value):
        found.append(f"{at}: minimum")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += faults(schema.get("items", {}), item, root, f"{at}/{index}")
    if isinstance(value, dict) and kind == "object":
        found += _object_faults(schema, value, root, at)
    return found


def _object_faults(
    schema: dict[str, Any], value: dict[str, Any], root: dict[str, Any], at: str
) -> list[str]:
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f"{at}/{key}: missing" for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        if key in properties:
            found += faults(properties[key], item, root, f"{at}/{key}")
        elif more is False:
            found.append(f"{at}/{key}: unknown")
        elif isinstance(more, dict):
            found += faults(more, item, root, f"{at}/{key}")
    return found


COMMUNITY = f"""\
id: beta
aliases: [old-beta]
name: 乙社区
name_history: [{{name: 旧名, until: 2020-01-01}}]
district: west
type: old
est: 2001-05
households: 1860
area_km2: 0.42
intro: >-
  {INTRO}
committee: {{address: 一号楼, phone: 0000-6201001, hours: 8:30}}
facilities:
  - {{kind: old, name: 服务站, area_m2: 46, open_to_minors: yes, accessible: no}}
services:
  - {{name: 送餐, kind: welfare, for: [old], time: 每日 11:00—12:30}}
teams: [{{name: 巡护队, size: 28}}]
reception: {{open: yes, duration_min: 60, route: [{{stop: 站, what: 看, minutes: 15}}]}}
inspection_point: 是
dissolved: {{date: 2026-01-01, into: alpha}}
sources: [{{title: 年报, date: 2026-01-20}}]
updated: 2026-04-15
status: archived
{REVIEW}"""
RECORDS = {
    **{path: str(text) for path, text in BASE.items() if path.startswith("showcases/")},
    "showcases/communities/beta.yml": COMMUNITY,
    "showcases/tasks.yml": (
        "tasks:\n  - {id: roads, order: 1, title: 道路, summary: 修路。, lead: office, "
        "due: 2026-06-30, milestones: [{on: 2026-05-01, text: 开工}]}\n"
    ),
    "showcases/indicators/coverage.yml": (
        'name: 覆盖率\nunit: "%"\nscope: city\nkind: computed\nprecision: 1\n'
        'formula: {name: coverage, level: district}\ntarget: {op: ">=", value: 80}\n'
    ),
    "showcases/indicators/roads.yml": (
        'name: 完工率\nunit: "%"\nscope: city\nkind: measured\n'
        "values:\n  - {period: 2025-12, value: 51.8, source: 台账}\n"
        "  - {period: 2026, value: 60, of: 80, n: 3, source: 台账}\n"
    ),
    "showcases/honour-kinds/example.yml": (
        "name: 荣誉\nlevel: city\nissuer: 示例办\nsubjects: [community, person]\nvalid_years: 3\n"
        "criteria: [{id: a, text: 标准, kind: imperative, points: 20}]\nladder: yes\n"
    ),
    "showcases/honours/example/alpha.yml": (
        "kind: example\nsubject: {type: community, ref: alpha}\nplate_no: 甲1\nevents:\n"
        "  - {on: 2024-06-01, type: named, by: office, doc: 2024}\n"
        "  - {on: 2024-07-01, type: corrected, corrects: {on: 2024-05-31, type: named}, note: 错}\n"
    ),
    "showcases/galleries/day/gallery.yml": (
        "title: 节日\ndate: 2025-10-18\norder: date\nphotos:\n"
        "  - {file: a.jpg, alt: 居民们围坐在长桌旁, licence: own, people: minor,\n"
        "     taken: 2025-10-18, consent: {state: guardian, scope: [web]}, focus: {x: 0.3},\n"
        "     author: {name: 甲, display: no}, pair: {role: before, key: one}}\n"
    ),
    "showcases/contests/lens.yml": (
        "title: 大赛\nperiod: {from: 2025-10-20, to: 2025-12-10}\nrules: 规则\n"
        "categories: [{id: one, name: 一}]\njury_roles: [教师]\n"
        "awards: [{id: first, name: 一等奖, order: 1}]\nresult_published: 2026-01-20\n"
        "entries: [{photo: day/a, category: one, author_display: 甲, community: alpha,\n"
        "  award: first}]\n"
    ),
    "showcases/experiences/one.yml": (
        "title: 经验\nsummary: 一句话\ncommunities: [alpha]\ntasks: [roads]\ntheme: service\n"
        "period: {from: 2024-03, to: 2025}\nchallenge: 难题\n"
        "practice: [{heading: 一, text: 做}, {heading: 二, text: 做}, {heading: 三, text: 做}]\n"
        "results: [{text: 好, value: 35, before: 1.5, source: 台账}]\ntransfer: [甲, 乙]\n"
        "recognition: [{level: city, by: 市, date: 2025-12-10}]\nauthor_unit: 甲\n"
        "compendium_order: 1\n"
    ),
}
NAMES = {"orgs.yml": "orgs", "districts.yml": "districts", "tasks.yml": "tasks", "site.yml": "site"}
FOLDERS = {
    "deploy": "profile",
    "vocab": "vocab",
    "communities": "community",
    "indicators": "indicator",
    "honour-kinds": "honour-kind",
    "honours": "honour",
    "galleries": "gallery",
    "contests": "contest",
    "experiences": "experience",
}


def schema_of(path: str) -> dict[str, Any]:
    place = path.split("/")[1]
    return dict(SCHEMAS[NAMES.get(place) or FOLDERS[place]])


def test_the_records_are_valid_by_the_models(tmp_path: Path) -> None:
    files = {path: text for path, text in RECORDS.items() if path not in BASE}
    _, problems = records.load(project(tmp_path, files))
    assert [found.message() for found in problems] == []
    assert {path.split("/")[1] for path in RECORDS} == {*NAMES, *FOLDERS}


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_that_the_model_takes_is_valid_by_its_schema(path: str) -> None:
    schema = schema_of(path)
    assert faults(schema, yaml.load(RECORDS[path], Loader=Core), schema) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"nmae": "乙"}, "/nmae: unknown"),
        ({"name": 3}, "/name: no string"),
        ({"households": "很多"}, "/households: none of anyOf"),
        ({"households": -1}, "/households: none of anyOf"),
        ({"est": "很久以前"}, "/est: none of anyOf"),
        ({"status": "done"}, "/status: not in enum"),
        ({"services": [{"name": "送餐", "kind": "free"}]}, "/services/0/kind: not in enum"),
        ({"facilities": [{"name": "站"}]}, "/facilities/0/kind: missing"),
        ({"inspection_point": "maybe"}, "/inspection_point: none of anyOf"),
    ],
)
def test_what_the_model_refuses_is_refused_by_the_schema(
    change: dict[str, Any], fault: str
) -> None:
    schema = SCHEMAS["community"]
    record = {**yaml.load(COMMUNITY, Loader=Core), **change}
    assert faults(schema, record, schema) == [fault]


def test_a_list_of_records_holds_nothing_else() -> None:
    schema = SCHEMAS["orgs"]
    assert faults(schema, {"orgs": [], "org": []}, schema) == ["/org: unknown"]
    assert faults(schema, {}, schema) == ["/orgs: missing"]


# Field tables


def test_the_tables_cover_every_kind_and_every_field() -> None:
    tables = {table["id"]: table for table in field_tables()}
    kinds = (*KINDS, SETTINGS, PROFILES)
    assert sorted(tables) == sorted(["shared", *(kind.model.kind for kind in kinds)])
    shared = {row["key"] for row in tables["shared"]["fields"]}
    assert {"id", "status", "review", "review.role"} <= shared
    for kind in kinds:
        keys = [row["key"] for row in tables[kind.model.kind]["fields"]]
        every = [field.alias or name for name, field in kind.model.model_fields.items()]
        fields = [name for name in every if name not in shared]
        assert [key for key in keys if "." not in key] == fields
        assert len(keys) == len(set(keys))


def test_the_tables_show_the_fields_of_parts_behind_their_own() -> None:
    rows = next(table["fields"] for table in field_tables() if table["id"] == "honour")
    keys = [row["key"] for row in rows]
    start = keys.index("events")
    assert keys[start + 1 : start + 4] == ["events.on", "events.type", "events.by"]
    assert "events.corrects.on" in keys


@pytest.mark.parametrize(
    ("kind", "key", "expected"),
    [
        ("community", "name", {"required": True, "many": False}),
        ("community", "estates", {"required": False, "many": True}),
        ("community", "services.for", {"required": False, "many": True}),
        ("experience", "practice", {"required": True, "many": True}),
        ("news", "cover", {"required": False, "many": False}),
    ],
)
def test_a_row_says_what_the_field_asks_for(
    kind: str, key: str, expected: dict[str, object]
) -> None:
    rows = next(table["fields"] for table in field_tables() if table["id"] == kind)
    row = next(row for row in rows if row["key"] == key)
    assert {name: row[name] for name in expected} == expected


def test_every_row_and_every_table_says_what_it_is() -> None:
    for table in field_tables():
        assert table["name"]
        assert table["place"].startswith(("showcases/", "docs/"))
        assert all(row["title"] and row["description"] for row in table["fields"])
