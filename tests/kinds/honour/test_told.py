"""What readers are told of honours: plaques in order of rank, and corrections in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.exchange import tables
from campaign.kinds.community import Community
from campaign.kinds.community.profile import page
from campaign.kinds.community.views import honours
from campaign.kinds.honour import Honour, disclosure, plaques
from campaign.kinds.honour.facts import changes
from campaign.kinds.honour.feed import change_item
from campaign.kinds.honour.lists import CHANGES
from campaign.render.edition import Edition
from editions import edition
from projects import BASE

KIND = """\
name: {name}
level: {level}
issuer: 示例办
subjects: [community]
publicity_days: 0
ladder: {ladder}
"""
CORRECTED = """\
subject: {type: community, ref: alpha}
events:
  - {on: 2024-05-01, type: named}
  - on: 2025-05-01
    type: corrected
    by: office
    note: 误作 2024-06-01
    corrects: {on: 2024-06-01, type: named}
"""
COMMUNITY_CORRECTION = (
    "corrections: [{on: 2026-04-10, field: est, by: office, note: 原误作 2006}]\n"
)
EVENTS = {
    "street-ladder": "{on: 2024-05-01, type: named}",
    "nation": "{on: 2023-05-01, type: named}",
    "city": "{on: 2025-05-01, type: named}",
    "province": "{on: 2025-05-01, type: recommended}",
    "ended": "{on: 2020-05-01, type: named}, {on: 2024-05-01, type: renounced}",
}
LEVELS = {
    "street-ladder": ("street", "yes"),
    "nation": ("national", "no"),
    "city": ("city", "yes"),
    "province": ("province", "yes"),
    "ended": ("national", "yes"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    root: Path = tmp_path_factory.mktemp("told")
    files = {}
    for id, (level, ladder) in LEVELS.items():
        kind = KIND.format(name=id, level=level, ladder=ladder)
        files[f"showcases/honour-kinds/{id}.yml"] = kind
        files[f"showcases/honours/{id}/alpha.yml"] = (
            f"subject: {{type: community, ref: alpha}}\nevents: [{EVENTS[id]}]\n"
        )
    files["showcases/honour-kinds/other.yml"] = KIND.format(name="other", level="city", ladder="no")
    files["showcases/honours/other/alpha.yml"] = CORRECTED
    return edition(root, files)


def test_plaques_stand_by_rank_those_held_first(found: Edition) -> None:
    names = [view["name"] for view in honours(found, found.site.of(Community)["alpha"])]
    assert names == ["nation", "city", "other", "street-ladder", "province", "ended"]


def correction(found: Edition) -> dict[str, object]:
    change = next(item for item in changes(found.facts) if item.event.corrects)
    return plaques.change(found, change)


def test_a_change_says_what_was_corrected_when_by_whom_and_why(found: Edition) -> None:
    told = correction(found)
    assert told["corrects"] == "2024-06-01 命名"
    assert (told["on"], told["by"], told["note"]) == ("2025-05-01", "示例办", "误作 2024-06-01")


WORDS = ("更正的是：2024-06-01 命名", "示例办", "误作 2024-06-01")


@pytest.mark.parametrize("words", WORDS)
def test_the_list_of_changes_and_the_community_tell_it(found: Edition, words: str) -> None:
    alpha = found.site.of(Community)["alpha"]
    assert words in str(page(found, alpha, None, None).body)
    assert words in str(CHANGES(found, "../", {}))


def test_the_feed_tells_it(found: Edition) -> None:
    change = next(item for item in changes(found.facts) if item.event.corrects)
    summary = change_item(found, change).summary
    assert summary == "更正：2024-06-01 命名；单位：示例办；说明：误作 2024-06-01"


def test_the_open_data_tell_it(found: Edition) -> None:
    events = next(table for table in tables.tables() if table.name == "honour-events")
    rows = [dict(row) for row in events.rows(found)]
    (told,) = [row for row in rows if row["type"] == "corrected"]
    assert (str(told["corrects_on"]), told["corrects_type"]) == ("2024-06-01", "named")


def test_a_corrected_field_of_a_community_is_told_on_its_page(tmp_path: Path) -> None:
    place = "showcases/communities/alpha.yml"
    here = edition(tmp_path, {place: BASE[place] + COMMUNITY_CORRECTION})
    body = str(page(here, here.site.of(Community)["alpha"], None, None).body)
    for words in ("更正成立时间", "2026-04-10", "示例办公室", "原误作 2006"):
        assert words in body


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ({"type": "community", "ref": "alpha"}, "补发牌匾"),
        ({"type": "person", "name": "甲某", "display": "full"}, "补发牌匾"),
        ({"type": "person", "name": "甲某", "display": "mask"}, ""),
        ({"type": "person", "display": "none"}, ""),
    ],
)
def test_a_remark_on_an_honour_is_told_but_for_persons_who_are_not_named(
    subject: dict[str, str], shown: str
) -> None:
    events = [{"on": "2024-05-01", "type": "named"}]
    fields = {"id": "city/a", "kind": "city", "subject": subject, "events": events}
    assert disclosure.remark(Honour.model_validate({**fields, "note": "补发牌匾"})) == shown


def test_the_remark_stands_beside_the_life_line_of_the_honour(tmp_path: Path) -> None:
    files = {
        "showcases/honour-kinds/city.yml": KIND.format(name="市级", level="city", ladder="yes"),
        "showcases/honours/city/alpha.yml": (
            "subject: {type: community, ref: alpha}\nnote: 补发牌匾\n"
            "events: [{on: 2024-05-01, type: named}]\n"
        ),
    }
    made = edition(tmp_path, files)
    community = made.site.of(Community)["alpha"]
    assert "补发牌匾" in page(made, community, None, None).body
