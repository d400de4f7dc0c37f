"""The list of experiences: a heading stands where it has a row of cards below it."""

from __future__ import annotations

import values
from campaign.kinds import BY_NAME
from campaign.kinds.experience import Experience
from campaign.kinds.vocab import Vocab
from campaign.render.edition import Edition

STEP = {"heading": "量", "text": "先量。"}


def experience(number: int, theme: str) -> Experience:
    return Experience.model_validate(
        {
            "id": f"e{number}",
            "title": "一条巷子",
            "summary": "修好一条巷子",
            "communities": ["alpha"],
            "tasks": ["roads"],
            "theme": theme,
            "period": {"from": "2024-03"},
            "challenge": "巷子不平。",
            "practice": [STEP, STEP, STEP],
            "results": [{"text": "修好", "source": "台账"}],
            "transfer": ["先量再修", "修完要管"],
            "author_unit": "示例办",
            "compendium_order": number + 1,
        }
    )


def groups(*themes: str) -> list[tuple[str, list[str]]]:
    labels = [{"id": id, "label": label} for id, label in zip("abc", "甲乙丙", strict=True)]
    vocab = Vocab.model_validate({"id": "themes", "title": "主题", "items": labels})
    site = values.site(vocab, *(experience(n, theme) for n, theme in enumerate(themes)))
    presenter = BY_NAME[Experience.kind].presenter
    found = presenter.groups(Edition(site, {}), {"by": "theme"})
    return [(group.label, [item.id for item in group.items]) for group in found]


def test_groups_of_three_have_headings() -> None:
    assert groups("b", "a", "a", "b", "a", "b") == [
        ("甲", ["e1", "e2", "e4"]),
        ("乙", ["e0", "e3", "e5"]),
    ]


def test_groups_of_one_are_one_grid_in_the_same_order() -> None:
    assert groups("c", "a", "b", "a") == [("全部经验", ["e1", "e3", "e2", "e0"])]


def test_of_none_there_is_none() -> None:
    assert groups() == []
