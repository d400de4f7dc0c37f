"""Documents of Word become the same text, however their headings were made."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

import documents
from campaign.attachments.untrusted import Refused
from campaign.importing.word import reading
from campaign.importing.word.markdown import Writer
from campaign.importing.word.model import Block, Document
from campaign.importing.word.recognising import recognised
from offices import archive

GOLDEN = Path(__file__).with_name("speech.md")


def read(data: bytes) -> Document:
    return reading.read("a.docx", io.BytesIO(data))


def text_of(document: Document, blocks: Sequence[Block] | None = None) -> str:
    """The text of some blocks, or of all, with the notes that they call."""
    writer = Writer(document, lambda name: f"[[photo id={Path(name).stem}]]")
    return "\n\n".join(filter(None, [writer.text(blocks or document.blocks), writer.notes()]))


def text(inner: str, **parts: str) -> str:
    """The text of a document whose body is this XML."""
    return text_of(read(documents.raw(inner, **parts)))


def remarks(inner: str, **parts: str) -> str:
    return "\n".join(read(documents.raw(inner, **parts)).remarks)


P = documents.paragraph


# The four ways to make a heading


@pytest.mark.parametrize("way", documents.WAYS)
def test_every_way_to_make_headings_gives_the_same_text(way: str) -> None:
    document = read(documents.speech(way))
    said = recognised(document.blocks, {})
    head = frozenset().union(*(item.lines for item in said.found))
    blocks = tuple(block for n, block in enumerate(document.blocks) if n not in head)
    assert f"{text_of(document, blocks)}\n" == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", documents.WAYS)
def test_every_way_is_recognised_as_the_same(way: str) -> None:
    said = recognised(read(documents.speech(way)).blocks, {})
    assert said.kind == "speech"
    assert {item.field: (item.value, item.sure) for item in said.found} == {
        "title": (documents.TITLE, True),
        "occasion": ("全市社区环境整治现场会", True),
        "delivered": ("2026-04-15", True),
    }


@pytest.mark.parametrize("way", documents.WAYS)
def test_accepted_changes_are_told(way: str) -> None:
    assert "修订痕迹 2 处" in "\n".join(read(documents.speech(way)).remarks)


# Headings


@pytest.mark.parametrize(
    ("paragraphs", "heading"),
    [
        ((P("第一章 总则"), P("为了把事办好。")), "## 第一章 总则"),
        ((P("第三条 本办法自印发之日起施行。"),), "第三条 本办法自印发之日起施行。"),
        ((P("(一)加强领导"), P("要抓紧。")), "## (一)加强领导"),
        ((P("一、要做的事很多，一件一件地办。"),), "一、要做的事很多，一件一件地办。"),
        ((P("1.扫帚"), P("2.铁锹"), P("领完签字。")), "1.扫帚"),
        ((P("1.5万人参加"), P("要抓紧。")), "1.5万人参加"),
        ((P("1.先修主巷"), P("要抓紧。")), "## 1.先修主巷"),
        ((P("附则", font="黑体"), P("要抓紧，" * 9)), "## 附则"),
        ((P("加强领导。", font="楷体_GB2312"), P("要抓紧，" * 9)), "## 加强领导。"),
        ((P("市文明办", font="黑体", align="right"), P("要抓紧，" * 9)), "市文明办"),
        ((P("同志们："), P("要抓紧。")), "同志们："),
    ],
)
def test_what_a_heading_is(paragraphs: tuple[str, ...], heading: str) -> None:
    assert text("".join(paragraphs)).split("\n\n")[0] == heading


def test_a_long_paragraph_is_no_heading_whatever_its_style_says() -> None:
    said = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'.format
    assert text(said(0, "看路") + said(0, "要抓紧，" * 30)).split("\n\n") == [
        "## 看路",
        "要抓紧，" * 30,
    ]


def test_no_level_is_left_out() -> None:
    inner = P("一、甲") + P("1.乙", bold=True) + P("要抓紧。") + P("二、丙") + P("（一）丁")
    assert [line for line in text(inner).split("\n\n") if line.startswith("#")] == [
        "## 一、甲",
        "### 1.乙",
        "## 二、丙",
        "### （一）丁",
    ]


def test_a_heading_that_leads_its_paragraph_is_bold() -> None:
    inner = documents.runs(
        ("（一）抓紧办。", {"font": "楷体"}), ("三天之内报到街道，逐条销号。" * 3, {})
    )
    assert text(inner).startswith(
        "**（一）抓紧办。** " if False else "<strong>（一）抓紧办。</strong>三天"
    )


# Words and their looks


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        ([("甲", {}), ("乙", {"bold": True}), ("丙", {})], "甲**乙**丙"),
        ([("乙 ", {"bold": True}), ("丙", {})], "**乙** 丙"),
        ([("乙。", {"bold": True}), ("丙", {})], "<strong>乙。</strong>丙"),
        ([("乙。", {"bold": True}), ("（丙", {})], "**乙。**（丙"),
        ([("甲", {"bold": True}), ("乙", {"bold": True})], "**甲乙**"),
        ([("甲", {"italic": True}), ("乙", {})], "*甲*乙"),
        ([("30m", {}), ("2", {"raised": "superscript"})], "30m<sup>2</sup>"),
        ([("a*b_c[d]`e`<f>&lt;", {})], r"a\*b\_c\[d\]\`e\`&lt;f>&amp;lt;"),
        ([("# 一", {})], r"\# 一"),
        ([("- 一", {})], r"\- 一"),
        ([("> 一", {})], r"\> 一"),
        ([("  甲", {})], "甲"),
        ([("　　甲", {})], "　　甲"),
    ],
)
def test_how_words_are_written(pieces: list[tuple[str, dict[str, object]]], written: str) -> None:
    assert text(documents.runs(*pieces)) == written


def test_a_line_break_stays_one() -> None:
    assert text("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>") == "甲  \n乙"


def test_links_of_either_sort_lead_where_they_led() -> None:
    linked = '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>网站</w:t></w:r></w:hyperlink></w:p>'
    assert text(linked, links="https://example.org/a") == "[网站](https://example.org/a)"
    assert text(documents.field('HYPERLINK "https://example.org/b"', "网站")) == (
        "[网站](https://example.org/b)"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "a b"])
def test_a_link_that_is_no_address_is_text(address: str) -> None:
    inner = documents.field(f'HYPERLINK "{address}"', "网站")
    assert text(inner) == "网站"
    assert "不是网址" in remarks(inner)


def test_a_table_of_contents_is_left_out() -> None:
    inner = documents.field('TOC \\o "1-3"', "一、目录行") + P("要抓紧。")
    assert text(inner) == "要抓紧。"
    assert "目录" in remarks(inner)


# What else there is in a document


def test_changes_are_accepted() -> None:
    gone = "<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
    gone += "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
    come = "<w:ins><w:r><w:t>添</w:t></w:r></w:ins><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo>"
    inner = f"<w:p><w:r><w:t>甲</w:t></w:r>{gone}{come}</w:p>"
    assert text(inner) == "甲添新处"
    assert "修订痕迹 4 处" in remarks(inner)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    assert text(first + P("乙") + P("丙")) == "甲乙\n\n丙"
    assert text(P("丙") + first) == "丙\n\n甲"


def test_deleted_rows_are_gone() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>".format
    gone = row("<w:trPr><w:del/></w:trPr>", P("乙"))
    table = f"<w:tbl>{row('', P('甲'))}{gone}{row('', P('丙'))}</w:tbl>"
    assert text(table) == "| 甲 |\n| --- |\n| 丙 |"


def test_merged_cells_are_filled_and_told() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{P(words)}</w:tc>"

    rows = (
        cell("任务", '<w:gridSpan w:val="2"/>') + cell("期限"),
        cell("道路", '<w:vMerge w:val="restart"/>') + cell("主巷") + cell("5月"),
        cell("", "<w:vMerge/>") + cell("支|巷") + cell("6月"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert text(f"<w:tbl>{table}</w:tbl>") == (
        "| 任务 | 任务 | 期限 |\n| --- | --- | --- |\n"
        "| 道路 | 主巷 | 5月 |\n| 道路 | 支\\|巷 | 6月 |"
    )
    assert "合并的单元格占 2 格" in remarks(f"<w:tbl>{table}</w:tbl>")


def test_a_frame_of_one_cell_is_its_text() -> None:
    assert text(f"<w:tbl><w:tr><w:tc>{P('甲')}{P('乙')}</w:tc></w:tr></w:tbl>") == "甲\n\n乙"


def test_a_table_in_a_table_is_text() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{P('里')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{P('甲')}{inner}</w:tc><w:tc>{P('乙')}</w:tc></w:tr></w:tbl>"
    assert text(table) == "| 甲<br>里 | 乙 |\n| --- | --- |"
    assert "套着表格" in remarks(table)


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        (documents.TEXT_BOX, "文本框没有收进正文，要用请自己加：框里的话"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "嵌入的对象 1 个"),
        (documents.DESCRIBED, "抄进替代文字：巷口的路灯"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>", "隐藏文字 1 处"),
        ("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", "公式 1 处"),
        ("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>划</w:t></w:r></w:p>", "删除线文字 1 处"),
        ("<w:p><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>", "图表或示意图 1 个"),
    ],
)
def test_what_is_no_text_is_told(inner: str, words: str) -> None:
    assert words in remarks(inner)
    assert "藏" not in text(inner)


def test_what_is_written_twice_is_read_once() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    both = f"<mc:Choice>{run('新')}</mc:Choice><mc:Fallback>{run('旧')}</mc:Fallback>"
    inner = f"<w:p><mc:AlternateContent>{both}</mc:AlternateContent></w:p>"
    assert text(inner) == "新"
    assert text(inner.replace("mc:Choice", "mc:Other")) == "旧"


def test_a_text_box_is_told_once() -> None:
    assert remarks(documents.TEXT_BOX).count("框里的话") == 1


def test_comments_are_told() -> None:
    comments = "<w:comment><w:p><w:r><w:t>再核</w:t></w:r></w:p></w:comment>"
    assert "批注没有收：再核" in remarks(P("甲"), comments=comments)


def test_headers_and_footers_are_left_out() -> None:
    made = documents.blank()
    made.sections[0].header.paragraphs[0].text = "内部讨论稿"
    made.sections[0].footer.paragraphs[0].text = "第1页"
    made.add_paragraph("要抓紧。")
    assert text_of(read(documents.data(made))) == "要抓紧。"


def test_bullets_are_a_list() -> None:
    made = documents.blank()
    for words in ("扫帚", "铁锹"):
        made.add_paragraph(words, style="List Bullet")
    made.add_paragraph("簸箕", style="List Bullet")
    assert text_of(read(documents.data(made))) == "- 扫帚\n- 铁锹\n- 簸箕"


def test_a_list_that_begins_deeper_is_a_list() -> None:
    bullet = '<w:lvl w:ilvl="{}"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'.format
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{bullet(1)}{bullet(2)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>{}</w:t></w:r></w:p>"
    ).format
    inner = item(1, "甲") + item(2, "乙") + item(1, "丙")
    assert text(inner, numbering=numbering) == "- 甲\n    - 乙\n- 丙"


def test_notes_are_numbered_as_they_are_called() -> None:
    call = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}>'.format
    inner = f"<w:p><w:r><w:t>甲</w:t></w:r>{call('endnote', 1)}{call('footnote', 1)}</w:p>"
    found = text(inner, footnotes=note("footnote", 1, "脚"), endnotes=note("endnote", 1, "尾"))
    assert found == "甲[^1][^2]\n\n[^1]: 尾\n\n[^2]: 脚"


# What is no proper document


@pytest.mark.parametrize(
    "inner",
    [
        '<w:p><w:pPr><w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="7"/>'
        "</w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>",
        '<w:p><w:r><w:rPr><w:sz w:val="大"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>甲</w:t></w:r></w:p>',
        '<w:p><w:r><w:drawing><a:blip r:embed="none"/></w:drawing><w:t>甲</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id="99"/></w:r></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="none"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>',
    ],
)
def test_what_nobody_can_read_is_passed_over(inner: str) -> None:
    assert text(inner) == "甲"


def test_a_table_with_impossible_cells_is_a_table() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999"/><w:vMerge/></w:tcPr>{P("甲")}</w:tc>'
    assert text(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").startswith("| 甲 | 甲 |")


def test_styles_that_are_based_on_one_another_end() -> None:
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:basedOn w:val="{}"/></w:style>'.format
    inner = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    assert text(inner, styles=style("A", "B") + style("B", "A")) == "甲"


def test_what_is_nested_without_end_is_refused() -> None:
    depth = 5000
    inner = "<w:p>" + "<w:smartTag>" * depth + "</w:smartTag>" * depth + "</w:p>"
    with pytest.raises(Refused, match="太多层"):
        read(documents.raw(inner))


@pytest.mark.parametrize("more", ["", "<w:other/>"])
def test_what_is_no_document_of_word_is_refused(more: str) -> None:
    parts = {"word/document.xml": more or "<w:document"}
    with pytest.raises(Refused):
        read(archive({"[Content_Types].xml": "<Types/>", **parts}))
