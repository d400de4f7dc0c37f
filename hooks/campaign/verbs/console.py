"""What a person at the terminal sees: problems, progress, plain words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from difflib import unified_diff
from io import TextIOWrapper
from typing import TYPE_CHECKING

from campaign.problems import Lang, Problem, Severity
from campaign.verbs import reports

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from campaign.site import Site
    from campaign.verify.sizes import Row

SIGNS = {"+": "green", "-": "red"}
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def be_printable() -> None:
    """Let no character end a command that a console's code page, or any encoding, has not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(text: str, is_for_programs: bool) -> None:
    """Write a result to the standard output; what programs read is UTF-8 everywhere."""
    if is_for_programs and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.write(text)


def stderr() -> Console:
    from rich.console import Console  # a command that says nothing does without

    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(words: str, style: str = "") -> None:
    from rich.text import Text

    stderr().print(Text(words, style=style))


def difference(name: str, old: str, new: str, beside: str = "", most: int | None = None) -> None:
    """What a text loses and gets, line by line; `most` lines of it."""
    before, after = (text.splitlines() for text in (old, new))
    lines = list(unified_diff(before, after, name, name + beside, lineterm="", n=0))
    for line in lines[:most]:
        say(line, SIGNS.get(line[0], "dim"))
    if most is not None and len(lines) > most:
        say(f"…… {len(lines) - most} 行 lines", "dim")


def step(words: str) -> None:
    """What goes on now, for somebody who waits at a terminal."""
    if sys.stderr.isatty():
        say(words, "dim")


def report(
    problems: Sequence[Problem], site: Site | None, lang: Lang = "zh", notes: bool = False
) -> None:
    """The problems, coloured by severity, and the count; of many alike, the first few."""
    from rich.text import Text

    raised = reports.raised_by(site)
    found = [
        item
        for item in reports.told(problems)
        if notes or item.first.severity(raised) is not Severity.NOTE
    ]
    out = stderr()
    shown, left_out = reports.first_few(found, raised)
    for item in shown:
        style = STYLES[item.first.severity(raised)]
        out.print(Text(reports.line(item, site, lang), style=style))
    for code, count in left_out.items():
        out.print(Text(reports.more(code, count, lang), style="dim"))
    out.print(reports.summary(problems, site, lang))


def sizes(rows: Sequence[Row]) -> None:
    """How large the site is, by what takes the room."""
    from campaign.verify.sizes import table

    for line in table(rows):
        say(line, "dim")


class _Bar:
    """One progress bar at a time, shown only on a terminal."""

    def __init__(self) -> None:
        self.bar: Progress | None = None
        self.task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        if self.bar is None or self.task is None:
            from rich.progress import Progress

            self.bar = Progress(console=stderr(), transient=True)
            self.task = self.bar.add_task("处理照片", total=total)
            self.bar.start()
        self.bar.update(self.task, completed=done)
        if done >= total:
            with suppress(Exception):
                self.bar.stop()
            self.bar = None


progress = _Bar()
