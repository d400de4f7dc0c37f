"""`start`: a fork leaves the sample behind and has a small site of its own.

The files of `starter/` take the place of the sample: word lists, kinds of honour and computed
indicators that a city begins with, and drafts that ask for what nobody here can know. Only
what `sample.sha256` knows as untouched is taken away or replaced; what a fork has written or
changed stays. The new is written before the old is removed, each file in one step, so a
`start` that was killed is simply run again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typer
from jinja2 import Environment, StrictUndefined, Template

from campaign import atomic, targets
from campaign.reading import sample
from campaign.verbs import answers, console
from campaign.verbs.answers import Question
from campaign.verbs.sample import STARTER
from campaign.writing.values import quoted

JOURNAL = ".cache/start.json"
"""The hashes of what an unfinished `start` writes: another one may replace it. May be deleted."""
MARKDOWN = str.maketrans({mark: f"\\{mark}" for mark in "#().-"} | {"&": "&amp;"})


@dataclass(frozen=True)
class Started:
    """What became of the sample."""

    kept: list[str]
    """Files of the sample that a fork has changed: they stay as they are."""


def run(root: Path, given: Mapping[str, str | None], yes: bool) -> int:
    """Ask what was not given, and start; the exit status to end with. `yes` asks nothing."""
    if fault := obstacle(root):
        console.say(fault, "bold red")
        return 1
    try:
        found = answers.answered(given, answers.proposed if yes else _asked)
    except answers.Unusable as error:
        raise typer.BadParameter(str(error)) from None
    if not yes:
        words = "将删除没有改动过的示例社区、荣誉、文章和照片，继续？Remove the sample?"
        typer.confirm(words, abort=True)
    done = start(root, found)
    if done.kept:
        words = f"示例里这些文件您改过，保留原样，请自己删改：{'、'.join(done.kept)}"
        console.say(f"{words}\nYou have changed these files of the sample: they stay.", "yellow")
    words = f"{found['city']}的网站已建立，运行 check 看还要填写什么。Begun: run check."
    console.say(words, "green")
    return 0


def _asked(question: Question, proposal: str) -> str:
    """Ask a question at the terminal until the answer is valid."""
    while True:
        text = typer.prompt(question.words, default=proposal, show_default=bool(proposal))
        try:
            return question.takes(text)
        except answers.Unusable as error:
            console.say(str(error), "yellow")


def obstacle(root: Path) -> str:
    """Why the sample cannot be emptied now; nothing when it can."""
    if (root / sample.LAST).exists():
        return ""
    return "示例已经清空过了，没有改动任何文件。The sample is gone already; nothing was changed."


def start(
    root: Path, answered: Mapping[str, str], known: Mapping[str, str] | None = None
) -> Started:
    """Put the beginnings of a city's own site in place of the sample below `root`.

    `known` are the sample's files with their hashes. Raises OSError where a file cannot be
    written or removed; run again, it goes on.
    """
    untouched = known or sample.known()
    new = {name: text.encode() for name, text in beginnings(answered)}
    begun = _journal(root) | {_hash(data) for data in new.values()}
    atomic.replace_text(root / JOURNAL, json.dumps(sorted(begun)))
    kept = [name for name in new if not _may_replace(root, name, untouched, begun)]
    for name, data in new.items():
        if name not in kept:
            atomic.replace(root / name, data)
    gone = [name for name in untouched if name not in new and (root / name).exists()]
    kept += [name for name in gone if not _is_untouched(root, name, untouched)]
    for name in sorted(set(gone) - set(kept), key=lambda name: (name == sample.LAST, name)):
        _remove(root, name)
    (root / JOURNAL).unlink(missing_ok=True)
    return Started(sorted(kept))


def beginnings(answered: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files with which a site begins, and what they say."""
    for source in sorted(path for path in STARTER.rglob("*") if path.is_file()):
        template = _template(source.read_text(encoding="utf-8"))
        yield source.relative_to(STARTER).as_posix(), template.render(answered)


@cache
def _template(text: str) -> Template:
    """A text with places for answers, compiled once in a process."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters |= {"yaml": quoted, "markdown": lambda text: text.translate(MARKDOWN)}
    return environment.from_string(text)


def _journal(root: Path) -> set[str]:
    try:
        return set(json.loads((root / JOURNAL).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return set()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _may_replace(root: Path, name: str, untouched: Mapping[str, str], begun: set[str]) -> bool:
    """Whether a new file may be put there: over nothing, the sample, or an unfinished start."""
    path = root / name
    if not path.exists() and not path.is_symlink():
        return True
    if _is_untouched(root, name, untouched):
        return True
    return targets.is_own_file(root, name) and _hash(path.read_bytes()) in begun


def _is_untouched(root: Path, name: str, untouched: Mapping[str, str]) -> bool:
    """Whether a file is the sample's, as it was given away."""
    if not targets.is_own_file(root, name):
        return False
    return sample.digest(name, (root / name).read_bytes()) == untouched.get(name)


def _remove(root: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    path = root / name
    path.unlink()
    with suppress(OSError):  # a folder in which something else lies
        for folder in path.relative_to(root).parents[:-1]:
            (root / folder).rmdir()
