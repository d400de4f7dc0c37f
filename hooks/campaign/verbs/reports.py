"""Printing problems: for the terminal, for GitHub, for programs, and for an editor to read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from campaign.problems import RANK, Lang, Problem, Severity, errors
from campaign.render.template import Template

if TYPE_CHECKING:
    from campaign.site import Site

LABELS: dict[Lang, dict[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "说明"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""GitHub's names for annotations."""


class ProblemLine(TypedDict):
    """A problem in a file."""

    line: int
    code: str
    severity: str
    label: str
    message: str
    remedy: str


class FileReport(TypedDict):
    """A file with its problems."""

    path: str
    problems: list[ProblemLine]


class Report(TypedDict):
    """All problems, by file."""

    lang: Lang
    groups: list[FileReport]
    summary: str


PAGE = Template("report.html.jinja", Report)
MAX_PLACES = 6
"""Places that a message names besides its own."""
FEW = 20
"""Files of which a terminal tells that they break the same rule."""


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    HTML = "html"


MARKS = {
    Format.TEXT: re.compile(r"^(?:内容检查|Content: |The content is fine)[^\n]*\n\Z", re.MULTILINE),
    Format.GITHUB: re.compile(r"\A(?:::(?:error|warning|notice) [^\n]*\n)+\Z"),
    Format.HTML: re.compile(r"<title>(?:内容检查报告|Content report|网站体检报告)"),
}
"""By what a report that was written earlier is known."""


def raised_by(site: Site | None) -> Collection[str]:
    return site.profile.stopping if site else ()


def stopping(problems: Iterable[Problem], site: Site | None) -> list[Problem]:
    """The problems that stop a build under the site's profile."""
    return errors(problems, raised_by(site))


def summary(problems: Iterable[Problem], site: Site | None, lang: Lang = "zh") -> str:
    """One line: how many of each severity."""
    counts = Counter(p.severity(raised_by(site)) for p in problems)
    if not counts:
        return "内容检查通过，没有问题。" if lang == "zh" else "The content is fine."
    parts = [f"{LABELS[lang][s]} {counts[s]}" for s in Severity if counts[s]]
    return ("内容检查：" + "，".join(parts)) if lang == "zh" else "Content: " + ", ".join(parts)


@dataclass(frozen=True)
class Told:
    """All problems of one file under one rule, told at the first place."""

    first: Problem
    others: Sequence[Problem]

    def message(self, lang: Lang) -> str:
        """What is wrong at the first place, how many others there are, and where."""
        words = self.first.message(lang)
        if not self.others:
            return words
        count, places = len(self.others), "；".join(self._places(lang, words))
        if lang == "zh":
            return f"{words}（同类另有 {count} 处：{places}）"
        return f"{words} ({count} more like it: {places.replace('；', '; ')})"

    def _places(self, lang: Lang, words: str) -> Iterator[str]:
        shown = self.others[:MAX_PLACES]
        rest = len(self.others) > len(shown)
        remedy = self.first.remedy(lang)
        if all(item.message(lang) == words for item in shown):
            numbers = ("、" if lang == "zh" else ", ").join(str(item.line) for item in shown)
            yield f"第 {numbers} 行{'等' if rest else ''}" if lang == "zh" else f"line {numbers}"
            return
        for item in shown:
            place = f"第 {item.line} 行，" if lang == "zh" else f"line {item.line}, "
            other = item.remedy(lang)
            yield place + item.message(lang) + (f" → {other}" if other != remedy else "")
        if rest:
            yield "……" if lang == "zh" else "…"


def told(problems: Iterable[Problem]) -> list[Told]:
    """The problems as messages, in the order of their first places: one a file and rule."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for item in problems:
        found.setdefault((item.path, item.code), []).append(item)
    return [Told(first, others) for first, *others in found.values()]


def first_few(found: Iterable[Told], raised: Collection[str]) -> tuple[list[Told], dict[str, int]]:
    """What a terminal shows, and how many messages of a rule it leaves out.

    A rule that a whole city breaks (no photo anywhere yet) would hide all others. What stops
    a build is always shown.
    """
    shown: list[Told] = []
    seen: Counter[str] = Counter()
    for item in found:
        code = item.first.code
        seen[code] += 1
        if seen[code] <= FEW or item.first.severity(raised) is Severity.ERROR:
            shown.append(item)
    left_out = seen - Counter(item.first.code for item in shown)
    return shown, dict(left_out)


def more(code: str, count: int, lang: Lang) -> str:
    """That there are more messages of a rule, and where they are."""
    if lang == "zh":
        return f"[{code}] 同类另有 {count} 个文件，全部见 python3 build_site.py check 。"
    return f"[{code}] {count} more files like these: python3 build_site.py check --lang en"


def line(item: Told, site: Site | None, lang: Lang) -> str:
    """`path:line: [code] what is wrong → what to do`."""
    first = item.first
    place = f"{first.path}:{first.line}"
    mark = LABELS[lang][first.severity(raised_by(site))]
    colon = "：" if lang == "zh" else ": "
    words = f"{item.message(lang)} → {first.remedy(lang)}"
    return f"{place}: [{first.code}] {mark}{colon}{words}"


def text(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    lines = [line(item, site, lang) for item in told(problems)]
    return "\n".join([*lines, summary(problems, site, lang)]) + "\n"


def github(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    """Workflow commands, which GitHub shows on the changed lines: the first ten of a severity,
    so the gravest stand first. The log ends with the summary."""

    def rank(item: Told) -> int:
        return RANK[item.first.severity(raised_by(site))]

    def command(item: Told) -> str:
        first = item.first
        words = _escaped(f"{item.message(lang)} → {first.remedy(lang)}")
        name = COMMANDS[first.severity(raised_by(site))]
        path = _escaped(first.path).replace(",", "%2C").replace(":", "%3A")
        return f"::{name} file={path},line={first.line},title={first.code}::{words}"

    commands = [command(item) for item in sorted(told(problems), key=rank)]
    return "\n".join([*commands, summary(problems, site, lang)]) + "\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_json(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    items = [
        {
            "path": item.path,
            "line": item.line,
            "code": item.code,
            "severity": item.severity(raised_by(site)).value,
            "message": item.message(lang),
            "remedy": item.remedy(lang),
        }
        for item in problems
    ]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_html(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    """A page for an editor: by file, with the lines and what to do."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # the only use

    files: dict[str, list[ProblemLine]] = {}
    for item in told(problems):
        severity = item.first.severity(raised_by(site))
        files.setdefault(item.first.path, []).append(
            {
                "line": item.first.line,
                "code": item.first.code,
                "severity": severity.value,
                "label": LABELS[lang][severity],
                "message": item.message(lang),
                "remedy": item.first.remedy(lang),
            }
        )
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    values = Report(
        lang=lang,
        groups=[{"path": path, "problems": found} for path, found in files.items()],
        summary=summary(problems, site, lang),
    )
    return env.get_template(PAGE.name).render(values)


def is_report(data: bytes, format: Format) -> bool:
    """Whether a file holds an earlier report in this format, and may give way to a new one."""
    try:
        written = data.decode()
    except ValueError:
        return False
    if format is Format.JSON:
        return _is_list_of_problems(written)
    return MARKS[format].search(written) is not None


def _is_list_of_problems(written: str) -> bool:
    try:
        items = json.loads(written)
    except ValueError:
        return False
    if not isinstance(items, list):
        return False
    return all(
        isinstance(item, dict) and {"path", "code", "remedy"} <= item.keys() for item in items
    )


PRINTERS: dict[Format, Callable[[Sequence[Problem], Site | None, Lang], str]] = {
    Format.TEXT: text,
    Format.GITHUB: github,
    Format.JSON: as_json,
    Format.HTML: as_html,
}
