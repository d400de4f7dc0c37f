"""Wording in what readers see: the office's own terms, common slips, units, punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from campaign.checks.lines import Line, of_each_line, published
from campaign.model.settings import TermLevel
from campaign.problems import Problem
from campaign.site import Site

LIST = Path(__file__).with_name("wording.yml")
TERM_CODES = {TermLevel.ERROR: "V24a", TermLevel.WARNING: "V24b", TermLevel.NOTE: "V24c"}
HAN = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(
    r"(?=[,;:!?.()])"  # few places are worth a trial
    rf"(?:(?<={HAN})[,;:!?](?={HAN}|[“‘《（])|(?<=[”’》）])[,;:!?](?={HAN})"
    rf"|(?<={HAN}),(?=\d)|(?<={HAN})[.()](?={HAN}))"
)
TARGET = re.compile(r"(?<=\])\([^()]*\)")
"""Where a link leads, which may well end in Chinese: its marks are not the text's."""
FULL_WIDTH = str.maketrans(",;:!?.()", "，；：！？。（）")
NUMBER = r"(?<=[\d零一二三四五六七八九十百千万亿多余几])"


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    lists: dict[str, dict[str, str]] = yaml.safe_load(LIST.read_text(encoding="utf-8"))
    return lists


@cache
def common() -> Mapping[str, str]:
    """The built-in list: a wrong form and the right one (易错词、计量单位)."""
    return {wrong: right for words in _lists().values() for wrong, right in words.items()}


@cache
def _slips() -> re.Pattern[str]:
    """The wrong forms, the longest first; those of units only behind a number."""
    lists = _lists()
    found = [
        *map(re.escape, lists["typos"]),
        *(NUMBER + re.escape(unit) for unit in lists["units"]),
    ]
    words = (*lists["typos"], *lists["units"])
    first = re.escape("".join(sorted({word[0] for word in words})))
    any_of_them = "|".join(sorted(found, key=len, reverse=True))
    return re.compile(f"(?=[{first}])(?:{any_of_them})")  # few places are worth a trial


def terms(site: Site) -> Iterator[Problem]:
    """V24a–c: words on the office's own list (titles, names of units, ways to put it)."""
    rules = [rule for rule in site.settings.terms if rule.use]
    for line in published(site) if rules else ():
        for rule in rules:
            if rule.term in line.text:
                yield line.problem(TERM_CODES[rule.level], value=rule.term, use=rule.use)


def slips(site: Site) -> Iterator[Problem]:
    """V24d: a common slip of the pen, unless the office's own list rules on or allows the word."""
    ruled = {rule.term for rule in site.settings.terms}
    for line, wrong in _wrong_forms(site):
        if wrong not in ruled:
            yield line.problem("V24d", value=wrong, use=common()[wrong])


@of_each_line
def _wrong_forms(line: Line) -> Iterator[tuple[Line, str]]:
    return ((line, wrong) for wrong in dict.fromkeys(_slips().findall(line.text)))


@of_each_line
def punctuation(line: Line) -> Iterator[Problem]:
    """V24e: half-width marks between Chinese characters (GB/T 15834)."""
    text = TARGET.sub("", line.text)
    for found in HALF_WIDTH.finditer(text):
        around = text[max(0, found.start() - 6) : found.end() + 6]
        yield line.problem("V24e", value=around, use=found[0].translate(FULL_WIDTH))
