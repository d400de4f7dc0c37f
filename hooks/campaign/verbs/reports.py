"""Printing problems: for the terminal, for GitHub, for programs, and for an editor to read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.problems import Lang, Problem, Severity, errors

if TYPE_CHECKING:
    from campaign.site import Site

LABELS: dict[Lang, dict[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "说明"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""GitHub's names for annotations."""


class Format(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    HTML = "html"


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


def line(problem: Problem, site: Site | None, lang: Lang) -> str:
    """`path:line: [code] what is wrong → what to do`."""
    place = f"{problem.path}:{problem.line}"
    mark = LABELS[lang][problem.severity(raised_by(site))]
    colon = "：" if lang == "zh" else ": "
    return (
        f"{place}: [{problem.code}] {mark}{colon}{problem.message(lang)} → {problem.remedy(lang)}"
    )


def text(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    lines = [line(item, site, lang) for item in problems]
    return "\n".join([*lines, summary(problems, site, lang)]) + "\n"


def github(problems: Sequence[Problem], site: Site | None, lang: Lang) -> str:
    """Workflow commands, which GitHub shows on the changed lines."""

    def command(item: Problem) -> str:
        words = f"{item.message(lang)} → {item.remedy(lang)}"
        words = _escaped(words)
        name = COMMANDS[item.severity(raised_by(site))]
        path = _escaped(item.path).replace(",", "%2C").replace(":", "%3A")
        return f"::{name} file={path},line={item.line},title={item.code}::{words}"

    return "".join(f"{command(item)}\n" for item in problems)


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

    files: dict[str, list[dict[str, object]]] = {}
    for item in problems:
        severity = item.severity(raised_by(site))
        files.setdefault(item.path, []).append(
            {
                "line": item.line,
                "code": item.code,
                "severity": severity.value,
                "label": LABELS[lang][severity],
                "message": item.message(lang),
                "remedy": item.remedy(lang),
            }
        )
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    groups = [{"path": path, "problems": found} for path, found in files.items()]
    return env.get_template("report.html.jinja").render(
        lang=lang, groups=groups, summary=summary(problems, site, lang)
    )


PRINTERS: dict[Format, Callable[[Sequence[Problem], Site | None, Lang], str]] = {
    Format.TEXT: text,
    Format.GITHUB: github,
    Format.JSON: as_json,
    Format.HTML: as_html,
}
