"""What a browser sends of a form: untouched, or typed into, or with files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode


def sent(html: str, typed: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """The names and values of the fields of a page, or of its form, in its order, as HTML says."""
    page = LexborHTMLParser(html)
    form = page.css_first("main form[method=post]") or page
    fields = form.css("input, select, textarea")
    pairs = [pair for field in fields for pair in _of(field)]
    given = dict(typed or {})
    known = [(name, given.pop(name, value)) for name, value in pairs]
    return known + list(given.items())


def _of(field: LexborNode) -> Iterator[tuple[str, str]]:
    has, name = field.attributes, field.attributes.get("name")
    if not name:
        return
    if field.tag == "select":
        options = field.css("option")
        chosen = [option for option in options if "selected" in option.attributes] or options[:1]
        yield from ((name, option.attributes.get("value") or "") for option in chosen)
    elif field.tag == "textarea":
        yield name, field.text().replace("\n", "\r\n")
    elif has.get("type") == "file":
        return
    elif has.get("type") not in ("checkbox", "radio") or "checked" in has:
        yield name, has.get("value") or ""


def multipart(
    pairs: Iterable[tuple[str, str]], files: Iterable[tuple[str, bytes]], boundary: str = "----b"
) -> bytes:
    """A form's fields with files, as RFC 7578 writes them; a file's name is sent as it is."""
    parts = [(f'name="{name}"', text.encode()) for name, text in pairs]
    parts += [(f'name="files"; filename="{name}"', data) for name, data in files]
    lead = "Content-Disposition: form-data; "
    made = [f"--{boundary}\r\n{lead}{head}\r\n\r\n".encode() + data for head, data in parts]
    return b"\r\n".join([*made, f"--{boundary}--\r\n".encode()])
