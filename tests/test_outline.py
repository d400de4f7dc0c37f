from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from campaign.html.outline import mark_titles_safe, nested


@dataclass
class Item:
    """A heading as the builder gives it."""

    title: str
    id: str
    level: int = 1
    children: list[Item] = field(default_factory=list)


def headings() -> list[Item]:
    return [Item("一 &amp; 二", "one", 1, [Item("&lt;三&gt;", "three", 2)]), Item("四", "four")]


def test_headings_become_plain_text_with_those_below_them() -> None:
    assert nested(headings()) == [
        {
            "id": "one",
            "title": "一 & 二",
            "children": [{"id": "three", "title": "<三>", "children": []}],
        },
        {"id": "four", "title": "四", "children": []},
    ]


def test_titles_at_every_depth_are_not_escaped_a_second_time() -> None:
    items = headings()
    mark_titles_safe(items)
    assert escape(items[0].title) == "一 &amp; 二"
    assert isinstance(items[0].children[0].title, Markup)
    assert escape(items[0].children[0].title) == "&lt;三&gt;"
