"""Links to records and figures in prose: names, addresses, and what is none."""

from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from campaign.kinds.task import Task
from campaign.reading import markup
from campaign.render import prose
from prose_samples import assert_harmless, attributes, news, rendered
from values import community, honour_kind, indicator, site


def test_an_empty_link_takes_the_name_of_its_record() -> None:
    html = rendered("[](community:alpha)、[这里](community:alpha)", community(name="甲社区"))
    assert html == (
        '<p><a href="../../communities/alpha/">甲社区</a>、'
        '<a href="../../communities/alpha/">这里</a></p>'
    )


def test_each_kind_of_record_has_its_address() -> None:
    task = {"order": 1, "title": "道路", "summary": "说明", "lead": "office", "due": "2026-06-30"}
    records = (honour_kind("city"), Task.model_validate({"id": "roads", **task}), news())
    text = "[](honour-kind:city)[](task:roads)[](news:2026-04-01-item)"
    found = attributes(rendered(text, *records, root="../"), "a")
    assert [item["href"] for item in found] == [
        *("../honours/city/", "../tasks/roads/", "../news/2026-04-01-item/"),
    ]


def test_a_figure_that_names_its_record_stands_as_text() -> None:
    alpha = community(est="2001-10", households="340")
    households, est = "community:alpha#households", "community:alpha#est"
    text = f"[三百多户]({households})、[]({households})户、[]({est})"
    assert rendered(text, alpha) == "<p>三百多户、340户、2001 年 10 月</p>"
    assert rendered("甲[](community:alpha#none)", alpha) == "<p>甲</p>"


def test_a_link_that_leads_nowhere_leaves_its_text() -> None:
    assert rendered("甲[乙](community:nobody)丙[](task:none)") == "<p>甲乙丙</p>"


def test_a_link_to_what_readers_cannot_see_leaves_its_text() -> None:
    draft = community(status="draft")
    hidden = prose.render(site(draft).published(), "[乙](community:alpha)", "", prose.converter())
    assert hidden == "<p>乙</p>"


@pytest.mark.parametrize(
    "name", ["甲*乙*丙", "甲_乙_丙", "[甲](x)", "`甲`", "甲\\乙", "甲<乙>丙", "甲<乙"]
)
def test_a_name_is_text_and_no_markdown(name: str) -> None:
    html = rendered("[](community:alpha)", community(name=name))
    text = re.sub(r"<[^>]*>", "", html)
    assert Markup(text).unescape() == name


def test_a_name_cannot_bring_markup() -> None:
    html = rendered("[](community:alpha)", community(name="<img src=x onerror=alert(1)>"))
    assert_harmless(html)


def test_a_figure_is_filled_in_and_leads_to_its_explanation() -> None:
    values = [
        {"period": "2024", "value": "50.04", "source": "台账"},
        {"period": "2025", "value": "75.55", "source": "台账"},
        {"period": "2025", "value": "80", "source": "台账", "subject": "east"},
    ]
    coverage = indicator(precision="1", values=values)
    text = (
        "[](indicator:coverage)、[9%](indicator:coverage@2024-12-31)、[](indicator:coverage/east)"
    )
    html = rendered(text, coverage)
    assert re.sub(r"<[^>]*>", "", html) == "75.6%、50.0%、80.0%"
    assert {item["href"] for item in attributes(html, "a")} == {"../../tasks/indicators/#coverage"}


@pytest.mark.parametrize("target", ["none", "coverage@2020-01-01", "coverage@x", "coverage/west"])
def test_a_figure_that_cannot_be_had_leaves_the_text(target: str) -> None:
    coverage = indicator(values=[{"period": "2025", "value": "75", "source": "台账"}])
    assert rendered(f"[约七成](indicator:{target})", coverage) == "<p>约七成</p>"


LINK = "[](community:alpha)"


@pytest.mark.parametrize("text", [f"`{LINK}`", f"`` {LINK} ` ``"])
def test_what_markdown_shows_as_code_is_no_link(text: str) -> None:
    assert "<code>" in prose.converter().convert(text)
    assert list(markup.links(text)) == []
    assert list(markup.plain_links(text.replace("community:alpha", "x.md"))) == []


@pytest.mark.parametrize(
    "text",
    [
        f"段\n    {LINK}",
        f"段\n\n    {LINK}",
        f"    {LINK}",
        f"\t{LINK}",
        f"# 一\n\n    {LINK}",
        f"> 引\n\n    {LINK}",
        f"- 项\n\n段\n\n    {LINK}",
        f"1) 项\n\n    {LINK}",
        f"- 项\n\n    {LINK}",
        f"- 项\n\n\n    {LINK}",
        f"1. 项\n\n    {LINK}",
        f"- 项的第一行\n  第二行\n\n    {LINK}",
        f"- 项的第一行\n第二行\n\n    {LINK}",
        f"- 一\n    - 二 {LINK}",
        f"- 一\n\n    - 二\n\n        {LINK}",
        f"!!! note\n    一\n\n    {LINK}",
        f"??? note\n    {LINK}",
        f"词\n:   一\n\n    {LINK}",
        f"一[^1]\n\n[^1]: 注\n\n    {LINK}",
        f"    码\n\n段 {LINK}",
        f"` {LINK}",
    ],
)
def test_what_markdown_shows_as_a_link_is_one(text: str) -> None:
    assert 'href="community:alpha"' in prose.converter().convert(text)
    assert [link.target for link in markup.links(text)] == ["alpha"]


@pytest.mark.parametrize("text", ["`[](community:alpha)`", "```\n[](community:alpha)\n```"])
def test_a_link_in_code_is_shown_as_it_was_written(text: str) -> None:
    html = rendered(f"段落。\n\n{text}", community())
    assert "<code>" in html
    assert "[](community:alpha)" in html
