"""Documents of Word for tests, made as offices make them: four ways to say the same headings."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from offices import archive
from pictures import drawing, encoded, exif

WAYS = ("fonts", "styles", "automatic", "both")
"""Typed numbers and fonts; typed numbers in styles; automatic numbers; those of styles."""
TITLE = "在全市社区环境整治现场会上的讲话"
DAY = "（2026年4月15日）"
LONG = (
    "道路修到一半停下来，雨天积水，居民绕行，这样的地方全市还有六处，月底以前要逐一复工，不留尾巴。"
)
OUTLINE = (
    (1, "看清差距"),
    (2, "路面"),
    (3, "先修主巷"),
    (3, "再修支巷"),
    (2, "楼道"),
    (1, "抓紧整改"),
    (2, "定人"),
    (3, "一巷一人"),
    (2, "定期"),
)
FONTS = {0: ("方正小标宋简体", 22), 1: ("黑体", 16), 2: ("楷体_GB2312", 16), 3: ("仿宋_GB2312", 16)}
LEVELS = (
    ("chineseCountingThousand", "%1、", "Heading1"),
    ("japaneseCounting", "（%2）", "Heading2"),
    ("decimal", "%3.", "Heading3"),
)
NUMBERS = ("一、", "（一）", "1.", "2.", "（二）", "二、", "（一）", "1.", "（二）")
FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> '
    "数字截至2026年3月底。</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def blank() -> Document:
    """A document set in the usual way."""
    made = docx.Document()
    normal = made.styles["Normal"]
    dressed(normal, "仿宋_GB2312", 16)
    return made


def dressed(item: Any, font: str, size: float, bold: bool | None = None) -> None:
    """Give a style or a run its font, as Word writes it for Chinese text."""
    item.font.name, item.font.size = font, Pt(size)
    if bold is not None:
        item.font.bold = bold
    item.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def data(made: Document) -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def speech(way: str) -> bytes:
    """A speech with headings of three levels said in one way; all else is the same."""
    made = blank()
    numbers = numbering(made, linked=way == "both") if way in ("automatic", "both") else 0
    title(made, way)
    centred(made, DAY, "楷体_GB2312")
    made.add_paragraph("同志们：")
    for level, number, words in numbered():
        heading(made, way, level, number, words, numbers)
        write = BODIES.get(words)
        write(made) if write else made.add_paragraph(LONG)
    return data(made)


def numbered() -> Iterator[tuple[int, str, str]]:
    """Level, number and words of each heading."""
    for (level, words), number in zip(OUTLINE, NUMBERS, strict=True):
        yield level, number, words


def title(made: Document, way: str) -> None:
    if way in ("styles", "both"):
        made.add_paragraph(TITLE, style="Title").alignment = 1
    else:
        centred(made, TITLE, *FONTS[0])


def centred(made: Document, text: str, font: str, size: float = 16) -> Paragraph:
    paragraph = made.add_paragraph()
    paragraph.alignment = 1
    dressed(paragraph.add_run(text), font, size)
    return paragraph


def heading(made: Document, way: str, level: int, number: str, words: str, numbers: int) -> None:
    typed = words if numbers else number + words
    if way in ("styles", "both"):
        made.add_paragraph(typed, style=f"Heading {level}")
        return
    paragraph = made.add_paragraph()
    run = paragraph.add_run(typed)
    if way == "fonts":
        dressed(run, *FONTS[level], bold=level == 3)
    else:
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level - 1
        properties.get_or_add_numId().val = numbers


def numbering(
    made: Document, linked: bool, levels: tuple[tuple[str, str, str], ...] = LEVELS
) -> int:
    """A list of several levels; the number of it."""
    root = made.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if linked else "")
        + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text, style) in enumerate(levels)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inner}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>')
    )
    if linked:
        for depth, (_, _, style) in enumerate(levels):
            element = made.styles[f"Heading {style[-1]}"].element
            properties = element.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = depth
            properties.get_or_add_numId().val = 90
    return 90


def _bold(made: Document) -> None:
    paragraph = made.add_paragraph("去年修好的")
    paragraph.add_run("十一条巷子").bold = True
    paragraph.add_run("，居民满意；")
    paragraph.add_run("没有修好的。").bold = True
    paragraph.add_run(LONG)


def _note(made: Document) -> None:
    paragraph = made.add_paragraph("全市还有六百七十处楼道没有亮灯")
    footnotes(made)
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'))
    paragraph.add_run("，这件事不能再拖，街道每周报一次进度，办完一处销号一处。")


def _changed(made: Document) -> None:
    paragraph = made.add_paragraph("六月")
    paragraph._p.append(change("del", "十"))
    paragraph._p.append(change("ins", "二十"))
    paragraph.add_run("日以前，六条巷子全部完工，完工一条开放一条，请住在巷子里的居民先走一走。")


def change(tag: str, text: str) -> Any:
    word = "delText" if tag in ("del", "moveFrom") else "t"
    inner = f"<w:r><w:{word}>{text}</w:{word}></w:r>"
    return parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a">{inner}</w:{tag}>')


def _table(made: Document) -> None:
    made.add_paragraph("各镇街的任务如下，完工的日期以验收单上的签字为准，没有签字的一律不算完工。")
    table = made.add_table(3, 3)
    for row, words in zip(
        table.rows,
        (("镇街", "条数", "完工"), ("东镇", "4", "5月"), ("西镇", "2", "6月")),
        strict=True,
    ):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text


def _picture(made: Document) -> None:
    made.add_paragraph(LONG)
    made.add_picture(io.BytesIO(photo()), width=Cm(10))


def photo() -> bytes:
    """A photo that tells where it was taken."""
    return encoded(drawing(size=(1000, 750)), exif=exif(gps=True))


def small_photo() -> bytes:
    """A picture that is too small for a page."""
    return encoded(drawing(size=(120, 90)))


BODIES: dict[str, Callable[[Document], None]] = {
    "路面": _bold,
    "楼道": _note,
    "一巷一人": _changed,
    "定人": _table,
    "定期": _picture,
}


def footnotes(made: Document, text: str = FOOTNOTES) -> None:
    """Give a document its part with footnotes, which python-docx does not write."""
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        text.encode(),
        made.part.package,
    )
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


# Documents of raw XML

NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
RELATION = '<Relationship Id="{}" Type="{}" Target="{}"{}/>'
BOX = "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>"
TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent>"
    f"<mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)

DESCRIBED = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" descr="巷口的路灯"/></wp:inline>'
    "</w:drawing></w:r></w:p>"
)


def raw(inner: str, links: str = "", **parts: str) -> bytes:
    """A document whose body is this XML, with parts of XML by their kinds."""
    relations = [
        RELATION.format(f"p{n}", KIND.format(kind), f"{kind}.xml", "")
        for n, kind in enumerate(parts)
    ]
    if links:
        external = ' TargetMode="External"'
        relations.append(RELATION.format("rId9", KIND.format("hyperlink"), links, external))
    root = RELATION.format("r", KIND.format("officeDocument"), "word/document.xml", "")
    body = f"<w:document {NAMES}><w:body>{inner}</w:body></w:document>"
    return archive(
        {
            "_rels/.rels": f"<Relationships>{root}</Relationships>",
            "word/document.xml": body,
            "word/_rels/document.xml.rels": f"<Relationships>{''.join(relations)}</Relationships>",
            **{
                f"word/{kind}.xml": f"<w:{kind} {NAMES}>{text}</w:{kind}>"
                for kind, text in parts.items()
            },
        }
    )


def runs(*pieces: tuple[str, dict[str, object]], align: str = "") -> str:
    """A paragraph of runs, each with how it looks."""
    inner = "".join(_run(text, **look) for text, look in pieces)
    place = f'<w:pPr><w:jc w:val="{align}"/></w:pPr>' if align else ""
    return f"<w:p>{place}{inner}</w:p>"


def _run(
    text: str,
    font: object = "仿宋",
    bold: object = False,
    italic: object = False,
    raised: object = "",
    size: object = 16,
) -> str:
    look = f'<w:rFonts w:eastAsia="{font}"/><w:sz w:val="{2 * int(str(size))}"/>'
    look += "<w:b/>" * bool(bold) + "<w:i/>" * bool(italic)
    look += f'<w:vertAlign w:val="{raised}"/>' if raised else ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, align: str = "", **look: object) -> str:
    return runs((text, look), align=align)


def field(instruction: str, result: str) -> str:
    """A paragraph that is a field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    shown = f"<w:r><w:t>{result}</w:t></w:r>"
    return f"<w:p>{mark('begin')}{told}{mark('separate')}{shown}{mark('end')}</w:p>"


# A speech as an office saves it

MEETING = Path(__file__).parent / "importing/meeting.txt"
"""What a clerk typed: half-width marks, full-width digits, paragraphs indented by spaces."""


def meeting() -> bytes:
    """The speech of `meeting.txt`, set as official documents are and saved."""
    made = blank()
    lines = MEETING.read_text(encoding="utf-8").splitlines()
    centred(made, lines[0], "方正小标宋简体", 22)
    for line in lines[1:3]:
        centred(made, line, "楷体_GB2312")
    rows = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    for line in lines[3:]:
        if not line.startswith("|"):
            _typed(made, line)
        elif line.strip("|").split("|") == rows[0]:
            _filled(made, rows)
    return data(made)


def _typed(made: Document, line: str) -> None:
    """A line in the font that its number asks for."""
    level = next(
        (n for n, form in enumerate((r"[一二三]、", r"（.）", r"\d\."), 1) if re.match(form, line)),
        0,
    )
    run = made.add_paragraph().add_run(line)
    if level:
        dressed(run, *FONTS[level], bold=level == 3)


def _filled(made: Document, rows: list[list[str]]) -> None:
    table = made.add_table(len(rows), len(rows[0]))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
