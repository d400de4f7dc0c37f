"""Files of offices for tests, all made from code: clean ones, and ones that tell too much."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from pypdf import PdfWriter
from pypdf.annotations import FreeText

from pictures import drawing, encoded, exif

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
    'properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{0}</dc:creator>'
    "<cp:lastModifiedBy>{0}</cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>WPS</Application><Company>{}</Company></Properties>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFD = "http://www.ofdspec.org/2016"
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
NUMBER = "13800138000"


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


def paragraphs(*texts: str) -> str:
    """Each text in two runs, as Word cuts them."""
    halves = ((text[: len(text) // 2], text[len(text) // 2 :]) for text in texts)
    return "".join(
        f"<w:p><w:r><w:t>{one}</w:t></w:r><w:r><w:t>{two}</w:t></w:r></w:p>" for one, two in halves
    )


def docx(
    *texts: str,
    author: str = "",
    company: str = "",
    inner: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    words = paragraphs(*(texts or ("申报表",))) + inner
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "docProps/core.xml": CORE.format(author),
            "docProps/app.xml": APP.format(company),
            "word/document.xml": f'<w:body xmlns:w="{WORD}">{words}</w:body>',
            **(more or {}),
        }
    )


def xlsx(*cells: str) -> bytes:
    row = "".join(f"<c><v>{cell}</v></c>" for cell in cells)
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData><row>{row}</row></sheetData></worksheet>'
    return archive({"xl/worksheets/sheet1.xml": sheet, "docProps/core.xml": CORE.format("")})


def pptx(text: str) -> bytes:
    slide = f'<sld xmlns:a="{SLIDE}"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></sld>'
    return archive({"ppt/slides/slide1.xml": slide})


def ofd(text: str, author: str = "") -> bytes:
    words = f"<o:TextObject><o:TextCode>{text}</o:TextCode></o:TextObject>"
    page = f'<o:Page xmlns:o="{OFD}">{words}</o:Page>'
    head = f'<o:OFD xmlns:o="{OFD}"><o:DocInfo><o:Author>{author}</o:Author></o:DocInfo></o:OFD>'
    return archive({"OFD.xml": head, "Doc_0/Pages/Page_0/Content.xml": page})


def pdf(text: str = "", author: str = "", password: str = "", remark: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    if text:
        _write_on(writer, page, text)
    if author:
        writer.add_metadata({"/Author": author})
    if remark:
        writer.add_annotation(0, FreeText(text=remark, rect=(10, 10, 90, 90)))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _write_on(writer: PdfWriter, page: object, text: str) -> None:
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode())
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})  # type: ignore[index]
    page[NameObject("/Contents")] = writer._add_object(stream)  # type: ignore[index]


def photo_with_a_place() -> bytes:
    return encoded(drawing(), exif=exif(gps=True))


FILES: Mapping[str, Callable[[], bytes]] = {
    "clean.docx": docx,
    "clean.pdf": pdf,
    "author.docx": partial(docx, author="王某", company="示例公司"),
    "author.pdf": partial(pdf, author="王某"),
    "numbers.docx": partial(docx, "名单", f"王某 {NUMBER}"),
    "pointer": lambda: LFS,
}
"""By the name under which golden cases ask for them."""
