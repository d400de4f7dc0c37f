"""A template, and the type of what it reads.

A context is a `TypedDict` beside the code that fills it. mypy holds that code to it, and
`tests/test_templates.py` the template: it reads nothing that is not there, and all that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Context = TypeVar("Context", bound=Mapping[str, object])


@dataclass(frozen=True)
class Template(Generic[Context]):
    """A file of templates: one of a kind is named with its folder, `contest/page.html.jinja`."""

    name: str
    context: type[Context]
    """What it reads, beside `root` and `site`, which every page has."""
