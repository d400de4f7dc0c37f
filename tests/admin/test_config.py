"""The forms at `admin/`, as they are made of the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from campaign.admin import config
from campaign.admin.collections import LISTS, WORDS, collections, is_edited
from campaign.admin.fields import WIDGETS, Field
from campaign.admin.limits import HERE, limits
from campaign.build.content import Content
from campaign.kinds import KINDS
from campaign.kinds.kind import Kind
from campaign.model.admin import Admin, GitHost
from campaign.model.controls import Control, Sort, controls
from campaign.problems import catalogue
from conftest import needed
from sites import ROOT
from values import TODAY

GITHUB = Admin(repository="example/showcase")
WORD_LISTS = ("community-types", "audiences")
EDITED = [kind for kind in KINDS if is_edited(kind)]


@pytest.fixture(scope="module")
def made(built: Path) -> Field:
    """The configuration of the tiny site."""
    site = Content.open(built, today=TODAY).site
    assert site is not None
    found: Field = json.loads(config.written(site, GITHUB))
    return found


def test_it_is_what_the_program_takes(built: Path, made: Field) -> None:
    """By the schema that comes with Sveltia: an option that it does not know is refused."""
    package = needed(ROOT / "node_modules/@sveltia/cms", "@sveltia/cms")
    schema = json.loads((package / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    judge = Draft7Validator(schema)
    told = {**made, **config.issue_reports("https://git.example.org/office/site")}
    assert [error.message for error in judge.iter_errors(told)] == []
    assert not judge.is_valid({**told, "issue_report": {}})


def test_what_does_not_work_is_told_where_the_site_says() -> None:
    found = config.issue_reports("https://git.example.org/office/site")
    assert found == {"issue_reports": {"url": "https://git.example.org/office/site/issues"}}
    assert config.issue_reports(None) == {}


def forms(made: Field) -> dict[str, list[Field]]:
    """The fields of each collection and file, by its name."""
    found = {}
    for item in made["collections"]:
        for one in item.get("files", [item]):
            found[one["name"]] = one["fields"]
    return found


def every(fields: list[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from every(field.get("fields", []))
        yield from every([field["field"]] if "field" in field else [])


def keys(fields: list[Field]) -> Any:
    return {field["name"]: keys(field["fields"]) if "fields" in field else {} for field in fields}


def asked(given: tuple[Control, ...]) -> Any:
    """The keys that a model asks for, with those inside them."""
    found = {}
    for control in given:
        inner = control.item if control.sort is Sort.LIST else control
        found[control.key] = asked(inner.inside) if inner.sort is Sort.GROUP else {}
    return found


@pytest.mark.parametrize("kind", EDITED, ids=lambda kind: kind.name)
def test_a_form_asks_whatever_the_model_asks(kind: Kind[Any], made: Field) -> None:
    if kind.name == "vocab":
        for item in next(c for c in made["collections"] if c["name"] == WORDS)["files"]:
            assert keys(item["fields"]) == asked(controls(kind.model))
        return
    own = keys(forms(made)[kind.list_key or kind.name])
    if kind.list_key:
        own = own[kind.list_key]
        assert own.pop("id") == {}
    if kind.is_entry:
        assert own.pop("body") == {}
    assert own == asked(controls(kind.model))


def test_what_is_only_added_to_is_not_edited(made: Field) -> None:
    shown = {item["name"] for item in made["collections"] if not item.get("hide")}
    assert {"honour", "pairing", "project", "assignment", "exposure"}.isdisjoint(shown)
    assert {"community", "news", LISTS, WORDS} <= shown
    for item in made["collections"]:
        if item.get("hide"):
            assert (item["create"], item["delete"]) == (False, False)


def test_every_widget_is_one_that_is_meant(made: Field) -> None:
    """Sveltia takes a widget that it does not know for one of somebody's own."""
    fields = [field for form in forms(made).values() for field in every(form)]
    assert {field["widget"] for field in fields} == WIDGETS
    assert all(field["label"] for field in fields)


def test_every_reference_leads_to_a_collection_with_that_field(made: Field) -> None:
    known = {item["name"]: item for item in made["collections"]}
    for field in (field for form in forms(made).values() for field in every(form)):
        if field["widget"] != "relation":
            continue
        target = known[field["collection"]]
        shown = field["display_fields"][0].split(".*.")
        if "file" in field:
            target = next(one for one in target["files"] if one["name"] == field["file"])
            (target,) = (one for one in target["fields"] if one["name"] == shown[0])
        assert shown[-1] in {one["name"] for one in target["fields"]}


def test_limits_choices_and_requirements_come_from_the_model(made: Field) -> None:
    form = {field["name"]: field for field in forms(made)["experience"]}
    assert (form["practice"]["min"], form["practice"]["max"]) == (3, 6)
    assert "required" not in form["title"]
    community = {field["name"]: field for field in forms(made)["community"]}
    assert community["households"]["min"] == 0
    assert community["households"]["value_type"] == "int"
    assert community["est"]["pattern"][0] == r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$"
    assert community["name"].get("required", True) is True
    assert community["pinyin"]["required"] is False
    opened = {f["name"]: f for f in community["reception"]["fields"]}["open"]
    assert opened["options"] == [{"label": "是", "value": "yes"}, {"label": "否", "value": "no"}]


def test_photos_lose_what_they_tell_and_nobody_offers_others(made: Field) -> None:
    libraries = made["media_libraries"]
    shape = libraries["default"]["config"]["transformations"]["raster_image"]
    assert (shape["format"], shape["width"]) == ("webp", 2560)
    assert libraries["stock_assets"] == {"providers": []}
    photos = {field["name"]: field for field in forms(made)["gallery"]}["photos"]
    assert {f["name"]: f["widget"] for f in photos["fields"]}["file"] == "image"


def test_a_save_on_github_waits_for_a_review_and_on_gitea_is_a_commit_of_its_branch() -> None:
    gitea = Admin(
        backend=GitHost.GITEA,
        repository="example/showcase",
        api="https://git.example.org/api/v1/",
        branch="edit/web",
    )
    assert config.has_reviews(GITHUB)
    assert not config.has_reviews(gitea)
    assert config.backend(GITHUB)["branch"] == "main"
    assert "api_root" not in config.backend(GITHUB)
    assert config.backend(gitea)["api_root"] == "https://git.example.org/api/v1"
    assert config.backend(gitea)["auth_methods"] == ["token"]


def test_the_same_site_gives_the_same_bytes(built: Path, made: Field) -> None:
    site = Content.open(built, today=TODAY).site
    assert site is not None
    again = json.loads(config.written(site, GITHUB))
    assert json.dumps(again) == json.dumps(made)


def test_what_cannot_be_said_here_is_told() -> None:
    found = limits(WORD_LISTS)
    assert "荣誉" in found["unedited"]
    assert "社区" not in found["unedited"].split("、")
    rows = {row["name"]: row for row in found["kinds"]}
    assert "封面" in rows["社区"]["typed"]
    assert "设施" in rows["社区"]["listed"]
    assert rows["社区"]["is_kept"]
    assert not rows["活动"]["is_kept"]
    assert catalogue().keys() > HERE
    assert found["rules"] == len(catalogue()) - len(HERE)


def test_a_site_without_vocabularies_has_a_form_all_the_same() -> None:
    names = [item["name"] for item in collections([])]
    assert WORDS not in names
    assert len(names) == len(set(names))


def test_an_id_is_typed_and_photos_lie_beside_their_gallery(made: Field) -> None:
    """Of a Chinese name Sveltia would make a random id, which is an address for good."""
    folders = [item for item in made["collections"] if "folder" in item and item.get("create")]
    assert folders
    assert [item["name"] for item in folders if "template" in item["slug"]] == []
    (gallery,) = (item for item in folders if item["name"] == "gallery")
    assert (gallery["media_folder"], gallery["public_folder"]) == ("", "")
    assert gallery["delete"] is False
