"""What the site publishes, as values: nothing here touches the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

NOTHING = Markup()


@dataclass(frozen=True)
class Output:
    """A published file: its path below the site, and its bytes or the file that holds them."""

    path: str
    data: bytes | Path


@dataclass(frozen=True)
class Page:
    """A page, to be poured into a shell."""

    path: str
    """Address relative to the site's root, with the closing slash."""
    shell: str
    """The file of its shell below `docs/`, as far as the builder knows."""
    title: str
    description: str
    body: Markup
    source: str
    """The file that people edit, relative to the project."""
    cover: str = ""
    """The photo that stands for the page, as `<gallery>/<photo>`."""
    modified: str = ""
    """ISO day of the last change, for the sitemap."""
    is_listing: bool = False
    """Whether it only lists what has a page elsewhere, so that a search need not know it."""
    contents: Markup = NOTHING
    """The list of its headings for the margin, where its shell has one."""
