"""What is wrong in the content, where, and what to do about it.

A `Problem` names a place and a rule; the words and the severity live in the
catalogue (`rules.yml` here and in the folders of the kinds), so that one edit changes the
terminal, the annotations on GitHub, the HTML report and the editors' guide together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import yaml

from campaign.privacy.personal import masked
from campaign.text import cut

Lang = Literal["zh", "en"]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader that is written in C takes a tenth of the time, where PyYAML has it."""

MAX_SHOWN = 60
"""Longest stretch of an editor's own text, in characters, quoted in a message."""
SHOWN_WHOLE = frozenset({"choices", "legal", "add", "mend", "command", "where"})
"""Values of ours that help only when they are complete."""


class Severity(StrEnum):
    """What a problem does to a build."""

    ERROR = "error"
    """Stops the build."""
    WARNING = "warning"
    """Is reported; `--strict` makes it stop the build."""
    NOTE = "note"
    """Is worth knowing; never stops anything."""


READING = "Y"
"""How the codes begin of what keeps a file from being read."""
RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True)
class Wording:
    """A rule's words in one language, with `{value}` places."""

    message: str
    remedy: str
    otherwise: str | None = None
    """The remedy when a value that `remedy` needs is empty (no near match, say)."""


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue: one code, one severity."""

    code: str
    severity: Severity
    zh: Wording
    en: Wording

    def wording(self, lang: Lang) -> Wording:
        return self.zh if lang == "zh" else self.en


PACKAGE = Path(__file__).parent


def rule_files(package: Path = PACKAGE) -> list[Path]:
    """Where rules are stated: one file for all kinds, and one beside the rules of a kind."""
    return [package / "rules.yml", *sorted(package.glob("kinds/*/rules.yml"))]


@cache
def catalogue() -> Mapping[str, Rule]:
    """Every rule by its code, as the files of rules state them."""
    return gathered(rule_files())


def gathered(files: Iterable[Path]) -> Mapping[str, Rule]:
    """The rules of some files. Raises ValueError when a code stands in two of them."""
    found: dict[str, Rule] = {}
    for path in files:
        for code, entry in yaml.load(path.read_text(encoding="utf-8"), LOADER).items():
            if code in found:
                raise ValueError(f"{path}: {code} is stated twice")
            found[code] = _rule(code, entry)
    return found


def _rule(code: str, entry: Mapping[str, Any]) -> Rule:
    return Rule(
        code, Severity(entry["severity"]), zh=Wording(**entry["zh"]), en=Wording(**entry["en"])
    )


@dataclass(frozen=True)
class Problem:
    """A rule broken at a place. `path` is relative to the project; `line` starts at 1."""

    path: str
    line: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def message(self, lang: Lang = "zh", reworded: Callable[[str], str] = str) -> str:
        """What is wrong; the rule's words may be `reworded` before the values stand in them."""
        text = catalogue()[self.code].wording(lang).message
        return reworded(text).format_map(self.values)

    def remedy(self, lang: Lang = "zh", reworded: Callable[[str], str] = str) -> str:
        """What to do about it, in words that may be `reworded` likewise."""
        wording = catalogue()[self.code].wording(lang)
        names = [name for _, name, _, _ in Formatter().parse(wording.remedy) if name]
        lacking = any(not self.values.get(name) for name in names)
        text = wording.otherwise if lacking and wording.otherwise else wording.remedy
        return reworded(text).format_map(self.values)

    def severity(self, raised: Iterable[str] = ()) -> Severity:
        """The catalogue's severity, or an error where the profile raises this code."""
        return Severity.ERROR if self.code in raised else catalogue()[self.code].severity


def problem(path: str, line: int, code: str, **values: object) -> Problem:
    """A problem whose values are shortened for display."""
    texts = {n: str(v) if n in SHOWN_WHOLE else shown(v) for n, v in values.items()}
    return Problem(path, line, code, texts)


def shown(value: object) -> str:
    """The value as a message quotes it: one line, at most `MAX_SHOWN` characters, and no number
    of a person."""
    return cut(masked(str(value)), MAX_SHOWN)


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that looks most like `word`, or nothing when none does."""
    return next(iter(get_close_matches(word, list(choices), n=1, cutoff=0.55)), "")


def ordered(problems: Iterable[Problem], raised: Iterable[str] = ()) -> list[Problem]:
    """What could not be read first, then by file and line, the gravest first at one place,
    each once."""
    codes = frozenset(raised)
    unique = {(p.path, p.line, p.code, p.message()): p for p in problems}

    def place(p: Problem) -> tuple[bool, str, int, int, str, str]:
        rank = RANK[p.severity(codes)]
        is_unread = p.code.startswith(READING) and rank == RANK[Severity.ERROR]
        return not is_unread, p.path, p.line, rank, p.code, p.message()

    return sorted(unique.values(), key=place)


def errors(problems: Iterable[Problem], raised: Iterable[str] = ()) -> list[Problem]:
    """The problems that stop a build."""
    codes = frozenset(raised)
    return [p for p in problems if p.severity(codes) is Severity.ERROR]


@dataclass(frozen=True)
class Known:
    """Problems that are there already, by which those that a change brings are told apart."""

    told: frozenset[tuple[str, str, str]]
    wrong: frozenset[tuple[str, int, str]]
    """Values with an error in a line: that it is told in other words now is no new problem."""

    @classmethod
    def of(cls, found: Iterable[Problem], raised: Iterable[str] = ()) -> Known:
        every, codes = list(found), frozenset(raised)
        wrong = [item for item in every if item.severity(codes) is Severity.ERROR]
        return cls(frozenset(map(mark, every)), frozenset(filter(None, map(_spot, wrong))))

    def __contains__(self, found: Problem) -> bool:
        return mark(found) in self.told or _spot(found) in self.wrong

    def __or__(self, other: Known) -> Known:
        return Known(self.told | other.told, self.wrong | other.wrong)


def mark(found: Problem) -> tuple[str, str, str]:
    """What a problem says, wherever in its file it stands."""
    return found.path, found.code, found.message()


def _spot(found: Problem) -> tuple[str, int, str] | None:
    """Which value of which line is wrong; nothing where a problem is of no single value."""
    value = found.values.get("value")
    return (found.path, found.line, value) if value else None
