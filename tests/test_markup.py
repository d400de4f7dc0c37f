"""Record links, figures and blocks in Markdown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.reading import markup
from campaign.reading.markup import BLOCKS, LINK_KINDS, Block, FigureName, Link, figure_name
from test_yamltext import thorough

PIECES = ("[", "]", "(", ")", "!", "`", "``", "```", "~~~", "\n", " ", "community:a", "[[news]]")
markdown_like = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map(
    "".join
)


def rewritten(text: str) -> str:
    """The text with every link as `<kind:target>` and every block as `{name}`."""
    return markup.rewrite(
        text, lambda link: f"<{link.kind}:{link.target}>", lambda block: f"{{{block.name}}}"
    )


def test_a_link_is_read_with_its_text_kind_target_and_line() -> None:
    text = "看[](community:alpha)\n\n和[那里 *的*](policy:2026-01-10-rules)。"
    assert list(markup.links(text, 7)) == [
        Link("", "community", "alpha", 7),
        Link("那里 *的*", "policy", "2026-01-10-rules", 9),
    ]


def test_two_links_of_one_line_are_both_read_and_both_replaced() -> None:
    text = "[](community:a1)[](community:b1)、[x](task:c1)"
    assert [link.target for link in markup.links(text)] == ["a1", "b1", "c1"]
    assert rewritten(text) == "<community:a1><community:b1>、<task:c1>"


@pytest.mark.parametrize("kind", LINK_KINDS)
def test_every_kind_with_a_page_can_be_linked(kind: str) -> None:
    assert [link.kind for link in markup.links(f"[]({kind}:x1)")] == [kind]
    assert rewritten(f"[]({kind}:x1)") == f"<{kind}:x1>"


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://example.org/)",
        "[x](http://example.org/)",
        "[x](mailto:office@example.org)",
        "[x](tel:0000-6200000)",
        "[x](page.md)",
        "[x](#community:alpha)",
        "![x](community:alpha)",
        "[x](community: alpha)",
        "[x] (community:alpha)",
        "[community:alpha]",
        "（社区：[甲]）(community:alpha)",
    ],
)
def test_other_links_and_pictures_are_left_alone(text: str) -> None:
    assert list(markup.links(text)) == []
    assert rewritten(text) == text


def test_a_link_of_an_unknown_kind_is_read_and_stays_as_it_was() -> None:
    assert [link.kind for link in markup.links("[](comunity:alpha)")] == ["comunity"]
    assert rewritten("[](comunity:alpha)") == "[](comunity:alpha)"


@pytest.mark.parametrize(
    "text",
    [
        "写作 `[](community:a1)`。",
        "写作 `` ` [](community:a1) ``。",
        "```\n[](community:a1)\n[[news]]\n[x](y.md)\n```",
        "```markdown\n[](community:a1)\n[[news]]\n```",
        "~~~\n```\n[](community:a1)\n~~~",
        "````\n```\n[](community:a1)\n```\n[[news]]\n````",
        "   ```\n[](community:a1)\n   ```",
    ],
)
def test_code_is_left_alone(text: str) -> None:
    assert list(markup.links(text)) == []
    assert list(markup.plain_links(text)) == []
    assert list(markup.blocks(text)) == []
    assert rewritten(text) == text


def test_prose_goes_on_behind_code() -> None:
    text = "```\n[](community:a1)\n```\n[](community:b1)\n`x` [](community:c1) `y`\n[[news]]"
    assert [(link.target, link.line) for link in markup.links(text)] == [("b1", 4), ("c1", 5)]
    assert rewritten(text) == (
        "```\n[](community:a1)\n```\n<community:b1>\n`x` <community:c1> `y`\n{news}"
    )


def test_a_lonely_backtick_is_no_code() -> None:
    assert [link.target for link in markup.links("` [](community:a1)")] == ["a1"]


def test_plain_links_and_pictures_are_read_with_their_lines() -> None:
    text = '[](community:a1)\n![图](a.png "标题")、[x](y.md#z)\n`[x](z.md)`\n[x](#z)'
    assert list(markup.plain_links(text, 5)) == [(6, "a.png"), (6, "y.md#z"), (8, "#z")]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("coverage", FigureName("coverage", "", None)),
        ("coverage@2025-12-31", FigureName("coverage", "", date(2025, 12, 31))),
        ("clean-ups/lancheng", FigureName("clean-ups", "lancheng", None)),
        ("c/l@2024-02-29", FigureName("c", "l", date(2024, 2, 29))),
        ("coverage@2025-02-29", None),
        ("coverage@2025", None),
        ("coverage@", None),
        ("coverage/", None),
        ("a/b/c", None),
        ("Coverage", None),
        ("", None),
    ],
)
def test_a_figure_is_named_by_indicator_subject_and_day(
    target: str, name: FigureName | None
) -> None:
    assert figure_name(target) == name


def test_a_block_is_read_with_its_options_and_line() -> None:
    text = "文\n\n[[news limit=6 kind=notice]]\n[[coverage]]  \n"
    assert list(markup.blocks(text, 3)) == [
        Block("news", {"limit": "6", "kind": "notice"}, 5),
        Block("coverage", {}, 6),
    ]


@pytest.mark.parametrize("text", ["[[ news ]]", "[[News]]", "[[news limit]]", "[[]]"])
def test_a_block_that_cannot_be_read_has_no_name(text: str) -> None:
    assert list(markup.blocks(text)) == [Block("", {}, 1)]
    assert rewritten(text) == "{}"


@pytest.mark.parametrize(
    "text", [" [[news]]", "见 [[news]]", "[[news]] 等", "[news]", "- [[news]]"]
)
def test_a_block_stands_alone_on_its_line(text: str) -> None:
    assert list(markup.blocks(text)) == []
    assert rewritten(text) == text


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_can_be_written(name: str) -> None:
    options = {
        option: values[0] if isinstance(values, tuple) else "3"
        for option, values in BLOCKS[name].items()
    }
    words = " ".join([name, *(f"{option}={value}" for option, value in options.items())])
    assert list(markup.blocks(f"[[{words}]]")) == [Block(name, options, 1)]


def test_links_and_blocks_know_their_lines_when_they_are_replaced() -> None:
    lines: list[int] = []

    def link(item: Link) -> str:
        lines.append(item.line)
        return "x"

    def block(item: Block) -> str:
        lines.append(item.line)
        return "y"

    assert markup.rewrite("\n[](task:a1)\n[[news]]", link, block) == "\nx\ny"
    assert lines == [2, 3]


def _place(link: Link) -> tuple[int, str, str]:
    return link.line, link.target, link.text


@thorough
@given(markdown_like)
def test_reading_and_replacing_see_the_same_links(text: str) -> None:
    seen: list[Link] = []
    blocks: list[Block] = []

    def link(item: Link) -> str:
        seen.append(item)
        return ""

    def block(item: Block) -> str:
        blocks.append(item)
        return ""

    markup.rewrite(text, link, block)
    read = [item for item in markup.links(text) if item.kind in LINK_KINDS]
    assert sorted(seen, key=_place) == sorted(read, key=_place)
    assert blocks == list(markup.blocks(text))


@thorough
@given(markdown_like)
def test_blanking_code_keeps_every_column(text: str) -> None:
    blank = markup.without_code(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, blank, strict=True))


@thorough
@given(markdown_like.map(lambda text: text.replace("[", "")))
def test_text_without_brackets_stays_as_it_was(text: str) -> None:
    assert rewritten(text) == text
