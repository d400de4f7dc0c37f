"""Shells: what the builder lays out of a page before anything is poured into it.

A shell is a generated Markdown page whose texts are slots (`zqslottitlezq`). All records
and articles of a folder share one, which stands for any page of that folder; a page of a
column has one of its own, since the navigation marks where it stands.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from campaign.html import content_security
from campaign.html.tags import Tag, tags

LEFTOVER = re.compile(r"zq(?:slot|block)[a-z0-9]+zq", re.IGNORECASE)
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
NAME = "shell.md"
"""The file of a folder's common shell, as far as the builder knows: nobody writes it."""
LAID_OUT = re.compile(
    r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.DOTALL
)
INDENT = re.compile(r"\s*\n\s*")
WHOLE = ("head", "toc", "body")
"""Slots that take whole elements; each of the others stands in a text or in an attribute."""


class ShellError(Exception):
    """A shell does not have the slots that it must have. The text names them."""


@dataclass(frozen=True)
class Slot:
    """A place in a shell: what marks it, and how many times it must be there."""

    pattern: str
    hits: int


def slots(uri: str, is_editable: bool, is_reportable: bool, has_contents: bool) -> dict[str, Slot]:
    """The slots of the shell `docs/<uri>`.

    `is_editable` is whether pages carry a link to the file that people edit,
    `is_reportable` whether they carry one to report an error, below the text and in the
    footer, and `has_contents` whether they list their headings in the margin. Quotes are
    optional because minifiers drop them. Big regions come first: a pattern must not eat
    another's mark.
    """
    is_shared = uri.endswith(NAME)
    return {
        "body": Slot(r"<p>zqslotbodyzq(?:</p>)?", 1),
        "head": Slot(r"<meta name=\"?zqslotheadzq\"?\s*/?>", 1),
        "toc": Slot("zqslottoczq", int(has_contents)),
        "title": Slot("zqslottitlezq", 3 * is_shared),
        "description": Slot("zqslotdescriptionzq", int(is_shared)),
        "source": Slot("zqslotsourcezq", int(is_shared and is_editable)),
        "report": Slot("zqslotreportzq", 2 * int(is_shared and is_reportable)),
        "url": Slot(re.escape(uri.replace(NAME, "shell/")), int(is_shared)),
    }


def written(matter: Mapping[str, Any]) -> str:
    """A shell as the builder reads it: front matter, and the place of the page's body."""
    text = yaml.dump({**matter, "shell": True}, Dumper=DUMPER, allow_unicode=True)
    return f"---\n{text}---\n\nzqslotbodyzq\n"


def shared(is_reportable: bool) -> str:
    """The shell of all the records or articles of a folder."""
    report = {"report": "zqslotreportzq"} if is_reportable else {}
    matter = {
        "title": "zqslottitlezq",
        "description": "zqslotdescriptionzq",
        "source": "zqslotsourcezq",
        "hide": ["navigation", "toc"],
    }
    return written(matter | report)


@dataclass(frozen=True)
class Shell:
    """A shell cut at its slots: text, slot name, text, …, text."""

    parts: tuple[str, ...]

    def fill(self, values: Mapping[str, str]) -> str:
        """The page. Values are joined, never searched, so no value can break a fill."""
        filled = list(self.parts)
        filled[1::2] = [values[name] for name in self.parts[1::2]]
        return "".join(filled)

    @cached_property
    def digest(self) -> str:
        """Stands for the shell in keys of what is made with it."""
        return hashlib.sha256("\0".join(self.parts).encode()).hexdigest()

    @cached_property
    def stretches(self) -> list[tuple[str, list[Tag]]]:
        """Each slot that takes whole elements with the tags in front of it; the rest last.

        The tags of a frame are the same on every page that has it: they are read once.
        """
        found: list[tuple[str, list[Tag]]] = []
        text = self.parts[0]
        for name, following in zip(self.parts[1::2], self.parts[2::2], strict=True):
            if name in WHOLE:
                found.append((name, list(tags(text))))
                text = ""
            text += following
        return [*found, ("", list(tags(text)))]

    @cached_property
    def own(self) -> list[Tag]:
        """The tags that every page in this shell has."""
        return [tag for _, before in self.stretches for tag in before]

    def policy(self, inside: Mapping[str, list[Tag]]) -> str:
        """The content security policy of a page, given the tags of what fills its slots."""
        every = (tag for name, before in self.stretches for tag in [*before, *inside.get(name, ())])
        return content_security.of(every)


def slim(html: str) -> str:
    """The page without the indents and empty lines that the theme's templates leave.

    Code stays as it is, since a policy holds its hash, and so does text laid out by its author.
    """
    parts = LAID_OUT.split(html)
    return "".join(part if n % 2 else INDENT.sub("\n", part) for n, part in enumerate(parts))


def cut(html: str, uri: str, is_editable: bool, is_reportable: bool, has_contents: bool) -> Shell:
    """Cut the shell that the builder laid out for `docs/<uri>`.

    Raises ShellError when a slot is missing, stands too often, or is left over.
    """
    html = slim(html)
    for name, slot in slots(uri, is_editable, is_reportable, has_contents).items():
        html, hits = re.subn(slot.pattern, f"\0{name}\0", html) if slot.hits else (html, 0)
        if hits != slot.hits:
            raise ShellError(f"{uri}: slot {name!r} found {hits} times, expected {slot.hits}")
    if left := LEFTOVER.search(html):
        raise ShellError(f"{uri}: slot left over: {left[0]}")
    html, hits = content_security.HEAD.subn("\\1\0policy\0", html, count=1)
    if not hits:
        raise ShellError(f"{uri}: no head")
    return Shell(tuple(html.split("\0")))
