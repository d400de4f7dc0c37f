"""The site's scripts, each joined from its modules: modules do not load from a disk.

A module becomes a function that returns what it exports, and stands before those that import
it. Comments and indents stay behind. No other program takes part, so that the bytes are the
same wherever the site is built.
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path
from posixpath import dirname, join, normpath

FOLDER = Path(__file__).parents[2] / "theme" / "scripts"
PARTS = "scripts/"
"""Where the builder finds the modules in the theme; only what they make up is published."""
LOADED = (
    "campaign.js",
    "colours.js",
    "reading.js",
    "finder.js",
    "roll.js",
    "compare.js",
    "comparison.js",
    "matrix.js",
    "directory.js",
    "quiz.js",
    "search/panel.js",
    "search/highlight.js",
)
"""The modules that pages load, from `assets/`; the others are what these import."""
IMPORT = re.compile(r"^import (\{[^}]*\}) from '(\.[^']*)';\n", re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
OTHER_FORM = re.compile(r"^(?:import\s|export\s).*", re.MULTILINE)
"""Forms of import and export that stay as they are, because nobody has needed them."""
COMMENT = re.compile(r"/\*.*?\*/|(?:^|[ \t])//[ \t][^\n]*", re.MULTILINE | re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")


class NotJoined(Exception):
    """A module that cannot be joined to others. The text says which, and why."""


def texts() -> dict[str, str]:
    """Each script that pages load, by its address."""
    return {f"assets/{name}": joined(name) for name in LOADED}


def joined(name: str) -> str:
    """A module with all that it imports, as one script that runs anywhere.

    Raises NotJoined, and graphlib's CycleError for modules that import each other.
    """
    modules = "\n".join(map(_function, TopologicalSorter(_graph(name)).static_order()))
    return f"(() => {{\n'use strict';\n{modules}\n}})();\n"


def _graph(name: str) -> dict[str, list[str]]:
    """What the module and those below it import."""
    found: dict[str, list[str]] = {}
    waiting = [name]
    while waiting:
        module = waiting.pop(0)
        found[module] = [_beside(module, path) for _, path in IMPORT.findall(_read(module))]
        waiting += [other for other in found[module] if other not in found]
    return found


def _function(name: str) -> str:
    """The module as a function that has run, under a name when it exports anything."""
    text = IMPORT.sub(lambda i: f"const {i[1]} = {_variable(_beside(name, i[2]))};\n", _read(name))
    if other := OTHER_FORM.search(EXPORT.sub("", text)):
        raise NotJoined(f"{name}: {other[0]}")
    exported = ", ".join(export for _, export in EXPORT.findall(text))
    body = INDENT.sub("\n", COMMENT.sub("", EXPORT.sub(r"\1 \2", text))).strip()
    if not exported:
        return f"(() => {{\n{body}\n}})();"
    return f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();"


def _variable(name: str) -> str:
    """What stands for a module: no name that the module itself may use."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _beside(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
