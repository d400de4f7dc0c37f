"""Records by what they are called, in characters, in letters or by their id; or by their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup
from pypinyin import Style, lazy_pinyin

from campaign.desk.desk import PREFIX
from campaign.desk.names import SiteNames, called
from campaign.desk.openable import LABELS, OF_THE_SITE, TAGS, WORDS, Named, every
from campaign.desk.page_views import (
    FOUND,
    CardView,
    FoundView,
)
from campaign.desk.rendering import render
from campaign.kinds import BY_NAME, KINDS
from campaign.kinds.kind import Kind
from campaign.model.base import Record, Status
from campaign.render.names import pinyin
from campaign.site import Site
from campaign.text import cut

MOST = 60
AROUND = 40
"""Characters of a text that are shown of what was found in it."""
STATUS_WORDS = {Status.DRAFT: "草稿", Status.REVIEW: "审核中", Status.ARCHIVED: "已归档"}


def url_of(kind: str, id: str) -> str:
    """Where a record is edited."""
    return f"{PREFIX}edit/{kind}/{id}"


def card(site: Site, record: Record, words: str = "") -> CardView:
    """A record in a list."""
    has_form = record.kind in BY_NAME
    place = SiteNames(site).place(record)
    return {
        "name": called(site, record),
        "url": url_of(record.kind, record.id) if has_form else "",
        "tag": STATUS_WORDS.get(record.status, record.label),
        "words": words or "  ".join(filter(None, (place, record.id))),
    }


def card_of(named: Named, words: str = "") -> CardView:
    """Something of the site that is no record, in a list."""
    return {
        "name": named.name,
        "url": url_of(named.kind, named.id),
        "tag": TAGS[named.kind],
        "words": words or ("" if named.name == TAGS[named.kind] else named.id),
    }


def page(site: Site, question: str) -> Markup:
    """The search, and what it found."""
    asked = question.strip()
    found = list(_found(site, asked)) if asked else []
    words = "输入名称、拼音（或首字母）、编号，也可以是正文里的字。"
    if asked:
        words = f"找到 {len(found)} 条。" if found else "没有找到，换个说法试试。"
    view: FoundView = {
        "title": "查找",
        "asks": True,
        "question": question,
        "new": "",
        "table": "",
        "words": words,
        "cards": found[:MOST],
    }
    return render(FOUND, view)


def all_of(site: Site, kind: Kind[Any]) -> Markup:
    """All records of a kind, those that could not be read too."""
    if kind.name in OF_THE_SITE:
        return _of_the_site(site, kind)
    known = site.kind(kind.name)
    records = sorted(known.values(), key=lambda record: pinyin(called(site, record)))
    cards = [card(site, record) for record in records]
    lost = [id for name, id in site.origins if name == kind.name and id not in known]
    cards += [
        {"name": id, "url": url_of(kind.name, id), "tag": "有错误", "words": "还有没填好的地方"}
        for id in lost
    ]
    view: FoundView = {
        "title": kind.label,
        "asks": False,
        "question": "",
        "new": f"{PREFIX}new/{kind.name}",
        "table": f"{PREFIX}table/{kind.name}",
        "words": f"共 {len(cards)} 条。",
        "cards": cards,
    }
    return render(FOUND, view)


def _of_the_site(site: Site, kind: Kind[Any]) -> Markup:
    """All pages of `docs/`, or all deployments."""
    cards = [card_of(named) for named in every(site) if named.kind == kind.name]
    view: FoundView = {
        "title": LABELS[kind.name],
        "asks": False,
        "question": "",
        "new": "",
        "table": "",
        "words": f"{WORDS[kind.name]}。共 {len(cards)} 个。",
        "cards": cards,
    }
    return render(FOUND, view)


def _found(site: Site, question: str) -> Iterator[CardView]:
    """What is called so first, then what says so in a text."""
    asked = question.lower().replace(" ", "")
    by_name, by_text = [], []
    for named in every(site):
        if asked in named.id or goes_by((named.name, LABELS[named.kind]), asked):
            by_name.append(card_of(named))
        elif (around := _around(named.text, question)) is not None:
            by_text.append(card_of(named, around))
    for kind in KINDS:
        for record in site.kind(kind.name).values():
            if is_called(record, asked):
                by_name.append(card(site, record))
            elif (text := _text_with(site, record, question)) is not None:
                by_text.append(card(site, record, text))
    yield from by_name
    yield from by_text


def is_called(record: Record, asked: str) -> bool:
    """Whether a record goes by what is asked for, in small letters and without blanks."""
    return asked in record.id or goes_by(record.names, asked)


def goes_by(names: Iterable[str], asked: str) -> bool:
    """Whether one of some names, its letters or their initials, are what is asked for."""
    return any(
        asked in name.lower().replace(" ", "")
        or asked in pinyin(name).replace(" ", "")
        or "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).startswith(asked)
        for name in names
    )


def _text_with(site: Site, record: Record, question: str) -> str | None:
    texts = (text for _, _, text in site.look(record).texts)
    found = (_around(text, question) for text in (*texts, site.origin(record).body))
    return next((words for words in found if words is not None), None)


def _around(text: str, question: str) -> str | None:
    """The words of a text around what is asked for; nothing where it does not say so."""
    if (place := text.find(question)) < 0:
        return None
    return cut(text[max(0, place - AROUND // 2) :].replace("\n", " "), AROUND)
