"""Ids for records that nobody has named yet: from what they are called, and like no other's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping
from typing import Any

from pypinyin import lazy_pinyin

from campaign.kinds import is_column_page
from campaign.kinds.kind import Kind
from campaign.model.fields import RESERVED

LONGEST = 28
"""Letters of the words of a name."""
LAST = 999
"""The last number that tells records of one name apart."""
NO_LETTER = "-0123456789"
"""What no words begin with."""
EMPTY = re.compile(r"^(?:关于|在|全市|全区|全县|印发|举办|开展|召开|做好|进一步|的)+")
"""Words with which many titles begin and which tell them not apart."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def proposed(kind: Kind[Any], data: Mapping[str, Any], taken: Container[str]) -> str:
    """An id that nothing has, for a record that says this; nothing where that tells none.

    Where another has the shortest one, what tells records of one name apart stands behind it,
    as far as an id may be that long.
    """
    words = _words(kind, data)
    parent = str(data.get(kind.parent_field) or "") if kind.parent_field else ""
    if len(words) < 2 or (kind.parent_field and not parent):
        return ""
    lead = f"{parent}/" if parent else ""
    names = (name for name in _names(kind, data, words) if kind.id_form.fullmatch(name))
    usable = (f"{lead}{name}" for name in names if not _is_kept(kind, name))
    return next((id for id in usable if id not in taken), "")


def _is_kept(kind: Kind[Any], name: str) -> bool:
    """Whether no record may be called so."""
    return name in RESERVED or (kind.is_entry and is_column_page(f"{name}.md"))


def _names(kind: Kind[Any], data: Mapping[str, Any], words: str) -> Iterator[str]:
    yield words
    yield from (f"{words}-{data[field]}" for field in kind.model.beside_name if data.get(field))
    yield from (f"{words}-{number}" for number in range(2, LAST + 1))


def _words(kind: Kind[Any], data: Mapping[str, Any]) -> str:
    """The words of an id: of an article, behind its day; of a record about another, its id."""
    called = str(data.get("name") or data.get("title") or "")
    subject = data.get("subject")
    about: Mapping[str, Any] = subject if isinstance(subject, dict) else {}
    if called:
        words = slug(called.removesuffix(kind.label) or called)
    else:
        words = str(about.get("ref") or "") or slug(str(about.get("name") or ""))
    if words and kind.is_entry and (day := DAY.match(str(data.get("published") or ""))):
        return f"{day[0]}-{words}"
    is_page = kind.is_entry and is_column_page(f"{words}-.md")
    return f"{kind.name}-{words}" if is_page else words


def slug(text: str) -> str:
    """Lower-case ASCII letters of a text, Chinese as pinyin: as many whole words as are short.

    Of a first word that is too long by itself, its beginning.
    """
    spelt = ""
    for piece in _pieces(EMPTY.sub("", unicodedata.normalize("NFKC", text))):
        part = piece if spelt else piece.lstrip(NO_LETTER)
        if len(spelt) + len(part) > LONGEST:
            spelt = spelt or part[:LONGEST]
            break
        spelt += part
    return re.sub(r"-+", "-", spelt).strip("-")


def _pieces(text: str) -> Iterator[str]:
    """The syllables of Chinese, the words of other letters, and a hyphen for all between them."""
    for syllable in lazy_pinyin(text):
        yield from re.findall(r"-|[a-z0-9]+", re.sub(r"[^a-z0-9]+", "-", syllable.lower()))
