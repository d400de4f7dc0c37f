"""A form in which something new is begun: what it cannot do without is seen at once."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.kinds import KINDS
from campaign.model.controls import Control, Sort, controls
from campaign.model.hints import WORD, help_of
from desks import Office, told_at, words

HONOUR = "new/honour"
GIVEN = {
    "subject.type": "community",
    "subject.ref": "beta",
    "events.0.on": "2026-02-02",
    "events.0.type": "named",
}
KIND = "荣誉种类"


def folded(html: str) -> list[str]:
    """The labels of what is folded away."""
    tree = LexborHTMLParser(html)
    return [found.text(deep=False).strip() for found in tree.css("#fields details.fold .label")]


def test_a_new_honour_asks_for_its_kind_first(here: Office) -> None:
    page = here.get(HONOUR)
    labels = LexborHTMLParser(page.text).css("#fields .label")
    assert labels[0].text() == f"{KIND} 必填"
    assert KIND not in folded(page.text)
    assert "可不写" not in words(page.text)
    assert "对象类型 必填 社区、单位、镇街、城市、家庭、楼院、个人" in words(page.text)


@pytest.mark.parametrize("do", ["save", "check"])
@pytest.mark.parametrize("id", ["", "xingfuli"])
def test_an_honour_without_a_kind_is_told_once(here: Office, do: str, id: str) -> None:
    added = here.post(HONOUR, here.form(HONOUR), "add events")
    refused = here.post(HONOUR, added.form({**GIVEN, "id": id}), do)
    tree = LexborHTMLParser(refused.text)
    assert len(tree.css(".told__item--error")) == 1
    assert KIND in told_at(refused.text, "kind")
    faults = [found.text() for found in tree.css(".fault")]
    assert faults == [f"请先选“{KIND}”。"] * (do == "save")
    look = here.post(HONOUR, added.form({**GIVEN, "id": id}), "look", x_desk_live="1").json()
    assert look == {"address": "", "words": f"填好这些以后显示预览：{KIND}。"}


def test_the_id_of_an_honour_stands_in_the_folder_of_its_kind(here: Office) -> None:
    added = here.post(HONOUR, here.form(HONOUR), "add events")
    saved = here.post(HONOUR, added.form({**GIVEN, "kind": "city-honour", "id": "mine"}), "save")
    assert saved.status == 303, words(saved.text)
    assert "subject:" in here.text("showcases/honours/city-honour/mine.yml")


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("gallery", ["照片"]),
        ("pairing", ["共建事项"]),
        ("assignment", ["镇街（块）", "社区（块）"]),
        ("contest", ["作品"]),
        ("indicator", ["数值"]),
    ],
)
def test_what_a_record_lives_from_is_not_folded(here: Office, kind: str, asked: list[str]) -> None:
    page = here.get(f"new/{kind}")
    seen = [found.text(deep=False) for found in LexborHTMLParser(page.text).css("#fields .label")]
    for title in asked:
        assert any(label.strip() == title for label in seen)
        assert title not in folded(page.text)


def test_a_helping_text_calls_words_of_a_choice_as_the_form_does() -> None:
    told = [
        (control.title, help_of(control))
        for kind in KINDS
        for control in every(controls(kind.model))
        for option in offered(control)
        if option != "" and option in WORD.findall(help_of(control))
    ]
    assert told == []


def offered(control: Control) -> list[str]:
    item = control.item if control.sort is Sort.LIST else control
    return [option.value for option in item.options if option.value != option.label]


def every(asked: tuple[Control, ...]) -> list[Control]:
    return [found for control in asked for found in (control, *every(control.inside))]
