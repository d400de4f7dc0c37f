"""What `start` asks, and which answers it takes: all are valid before a file is touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from campaign.model.fields import DAY, UNFILLED

UNKNOWN = f"{UNFILLED}：{{what}}）"
"""What stands for an answer that nobody knows yet. A rule keeps it off the site."""
NAME = re.compile(r"[\w \-·—–()（）:：#\"'“”‘’&、，.]+")
LONGEST = 40
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
PATH = re.compile(r"[A-Za-z0-9/_.~%-]*")


class Unusable(ValueError):
    """An answer that cannot be taken. The text says why, in both languages."""


def name(text: str) -> str:
    """The name of a city or an office."""
    found = text.strip()
    if not found or len(found) > LONGEST or not NAME.fullmatch(found):
        raise Unusable(
            f"请写一行名称，不超过 {LONGEST} 字，只用文字、数字和常用标点。"
            "One line of letters, digits and common marks."
        )
    return found


def address(text: str) -> str:
    """Where the site will stand, with the closing slash; nothing when that is not known yet."""
    found = text.strip()
    if not found:
        return UNKNOWN.format(what="网站的完整网址，以 / 结尾")
    try:
        parts = urlsplit(found)
        is_fine = parts.scheme in ("http", "https") and (parts.port is None or parts.port > 0)
    except ValueError:
        is_fine = False
    if not is_fine or parts.query or parts.fragment or "@" in parts.netloc:
        raise Unusable("请写完整的网址，如 https://example.org/site/。A complete address.")
    if not HOST.fullmatch(parts.hostname or "") or not PATH.fullmatch(parts.path):
        raise Unusable("网址里只用小写字母、数字和 - _ . / 。Letters, digits and - _ . / only.")
    return found if found.endswith("/") else f"{found}/"


def contact(text: str) -> str:
    """How readers reach the office; nothing when that is not known yet."""
    found = text.strip()
    if not found:
        return UNKNOWN.format(what="单位座机和邮箱，邮箱用来收纠错")
    if not found.isprintable() or len(found) > LONGEST or not re.search(r"\d{5}|\S@\S", found):
        raise Unusable("请写一行单位座机或邮箱。A telephone number or an address, on one line.")
    return found


def day(text: str) -> str:
    """When the campaign began; nothing when that is not known yet."""
    found = text.strip()
    if not found:
        return UNKNOWN.format(what="创建工作启动的日期，如 2026-03-05")
    try:
        return date.fromisoformat(found if DAY.fullmatch(found) else "").isoformat()
    except ValueError:
        raise Unusable("请写成 2026-03-05 这样。Write it like 2026-03-05.") from None


@dataclass(frozen=True)
class Question:
    """A question that `start` asks: its words, a proposal, and what takes the answer."""

    words: str
    takes: Callable[[str], str]
    proposal: str = ""
    """May name earlier answers in braces."""


QUESTIONS: Mapping[str, Question] = {
    "city": Question("城市名称，如 某某市。The city's name", name),
    "url": Question("网站发布的网址，不知道就空着。Its address", address),
    "sponsor": Question("主办单位。The office", name, "{city}精神文明建设委员会办公室"),
    "contact": Question("单位座机和邮箱（邮箱收纠错），不知道就空着。Contact", contact),
    "since": Question("创建启动日期，如 2026-03-05，不知道就空着。Begun on", day),
}


def answered(
    given: Mapping[str, str | None], ask: Callable[[Question, str], str]
) -> dict[str, str]:
    """A valid answer to each question: as given, or else what `ask` makes of it.

    Raises Unusable, with the option's name, for an answer that was given.
    """
    found: dict[str, str] = {}
    for key, question in QUESTIONS.items():
        text = given.get(key)
        if text is None:
            found[key] = ask(question, question.proposal.format_map(found))
            continue
        try:
            found[key] = question.takes(text)
        except Unusable as error:
            raise Unusable(f"--{key} {text!r}：{error}") from None
    return found


def proposed(question: Question, proposal: str) -> str:
    """The proposal as the answer, where nobody is asked."""
    return question.takes(proposal)
