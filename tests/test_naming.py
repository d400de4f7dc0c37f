"""Who may be named: the rule itself, and a canary through every output of a site."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from campaign.build.content import Content
from campaign.html import offline
from campaign.kinds.honour import Honour, disclosure
from campaign.verbs import report
from conftest import NewProject
from projects import load, write
from sites import make_site, tree_of
from values import community, honour_kind, site

NAME, KNOWN, STEM = "欧阳映雪", "映雪", "ouyang-yingxue"
KIND = """\
name: 好邻居
titles: [{subject: person, name: 好邻居个人}, {subject: household, name: 好邻居家庭}]
level: national
issuer: 示例委
subjects: [person, household, community]
publicity_days: 0
valid_years: 1
"""
PERSON = """\
subject: {{type: {type}, name: {name}, display: {display}}}
note: {name}
batch: 第一批
events:
  - {{on: 2025-03-05, type: named, by: office, note: {name}的事迹}}
  - on: 2025-03-06
    type: corrected
    by: office
    note: 误作{name}
    corrects: {{on: 2025-03-05, type: named}}
"""


def person(display: str, type: str = "person", name: str = NAME) -> Honour:
    return Honour.model_validate(
        {
            "id": f"good/{STEM}",
            "kind": "good",
            "subject": {"type": type, "name": name, "display": display},
            "events": [{"on": "2025-03-05", "type": "named", "note": f"{name}的事迹"}],
        }
    )


# The rule


@pytest.mark.parametrize("type", ["person", "household"])
@pytest.mark.parametrize(
    ("display", "shown"),
    [("full", NAME), ("mask", "欧＊＊＊"), ("none", disclosure.DECLINED)],
)
def test_a_private_person_is_named_as_wished(type: str, display: str, shown: str) -> None:
    assert disclosure.holder(site(), person(display, type)) == shown


def test_a_person_whose_name_is_not_written_declined_nothing() -> None:
    nameless = Honour.model_validate(
        {
            "id": "good/one",
            "kind": "good",
            "subject": {"type": "person", "display": "none"},
            "events": [{"on": "2025-03-05", "type": "named"}],
        }
    )
    assert disclosure.holder(site(), nameless) == disclosure.UNNAMED


def test_a_change_names_no_person_at_all() -> None:
    assert disclosure.holder_of_change(site(), person("full")) == "个人"


@pytest.mark.parametrize(("display", "told"), [("full", True), ("mask", False), ("none", False)])
def test_a_note_is_told_where_the_name_is(display: str, told: bool) -> None:
    held = person(display)
    assert bool(disclosure.note(held, held.events[0])) is told


def test_a_holder_with_a_record_has_its_name() -> None:
    fields: dict[str, Any] = {"type": "community", "ref": "alpha"}
    held = Honour.model_validate(
        {
            "id": "city/alpha",
            "kind": "city",
            "subject": fields,
            "events": [{"on": "2025-03-05", "type": "named"}],
        }
    )
    assert disclosure.holder(site(honour_kind(), community(name="甲社区")), held) == "甲社区"


# The canary


@pytest.fixture(scope="module")
def folder(new_project: NewProject, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two persons and a family that are not to be named, and all that is made of it."""
    root = new_project(tmp_path_factory.mktemp("canary") / "project")
    write(root, {"showcases/honour-kinds/good.yml": KIND})
    for stem, type, display, name in (
        (STEM, "person", "mask", NAME),
        (f"{STEM}-two", "person", "none", f"诸葛{KNOWN}"),
        (f"{STEM}-home", "household", "mask", NAME),
    ):
        text = PERSON.format(type=type, display=display, name=name)
        write(root, {f"showcases/honours/good/{stem}.yml": text})
    made = make_site(root)
    offline.pack(made, root / "示例.zip")
    content = Content.open(root)
    assert content.site is not None
    (made / "report.html").write_text(report.page(content.site, [], []), encoding="utf-8")
    return root


def texts(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """What every file says, those inside archives and workbooks included."""
    for name, data in files.items():
        if name.endswith((".xlsx", ".zip")):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                inside = {f"{name}/{item}": archive.read(item) for item in archive.namelist()}
            yield from texts(inside)
        else:
            yield name, data.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def everything(folder: Path) -> dict[str, str]:
    archive = {"示例.zip": (folder / "示例.zip").read_bytes()}
    return dict(texts({**tree_of(folder / "site"), **archive}))


@pytest.mark.parametrize("words", [KNOWN, NAME, STEM])
def test_no_output_names_a_person_who_is_not_to_be_named(
    everything: dict[str, str], words: str
) -> None:
    assert [name for name, text in everything.items() if words in text or words in name] == []


@pytest.mark.parametrize(
    "name",
    [
        "honours/good/index.html",
        "honours/roll.json",
        "honours/roll.xlsx/xl/sharedStrings.xml",
        "data/honours.csv",
        "data/honour-events.json",
        "report.html",
    ],
)
def test_the_honour_itself_is_everywhere(everything: dict[str, str], name: str) -> None:
    assert "欧＊＊＊" in everything[name].replace("<wbr>", "")


@pytest.mark.parametrize("name", ["honours/feed.xml", "honours/feed.json"])
def test_feeds_tell_what_happened_and_to_nobody(everything: dict[str, str], name: str) -> None:
    assert "个人：好邻居个人命名" in everything[name]


def test_each_holder_has_the_title_of_its_kind(everything: dict[str, str]) -> None:
    assert {"好邻居个人", "好邻居家庭"} <= set(
        everything["data/honours.csv"].replace("\n", ",").split(",")
    )


# Whom readers do not see

HIDDEN = {
    "showcases/honour-kinds/city.yml": KIND.replace("national", "city"),
    "showcases/honours/city/hidden.yml": (
        "subject: {type: community, ref: hidden}\nevents: [{on: 2024-05-01, type: named}]\n"
    ),
}
COMMUNITY = "name: 隐里社区\ndistrict: east\ntype: old\nest: 2001\nintro: 简介\n"


@pytest.mark.parametrize(
    ("hidden", "code"),
    [("status: draft", "V03f"), ("status: review", "V03f"), ("visibility: internal", "V03b")],
)
def test_an_honour_is_not_shown_without_its_holder(tmp_path: Path, hidden: str, code: str) -> None:
    files = {**HIDDEN, "showcases/communities/hidden.yml": f"{hidden}\n{COMMUNITY}"}
    found, problems = load(tmp_path, files)
    assert {item.code for item in problems} & {"V03b", "V03f"} == {code}
    assert found.published().of(Honour) == {}


def test_a_preview_shows_a_draft_with_its_honours(tmp_path: Path) -> None:
    files = {**HIDDEN, "showcases/communities/hidden.yml": f"status: draft\n{COMMUNITY}"}
    load(tmp_path, files)
    content = Content.open(tmp_path, preview=True)
    assert content.site is not None
    assert list(content.site.of(Honour)) == ["city/hidden"]
