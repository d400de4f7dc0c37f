"""A run of the site builder as it drives itself: `mkdocs build`, `mkdocs serve`, or for us.

`hooks/events.py` calls this with plain values. Asked for a layout it lays out the frame that
it is given; by itself it reads the content, lays out its frame and pours the map into it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from campaign.build import builder
from campaign.build.builder import Asked
from campaign.build.content import Content
from campaign.build.frame import HOME, Frame, frame
from campaign.build.layout import Layout
from campaign.build.publish import Say, publish, write
from campaign.build.site_map import SiteMap
from campaign.photos import published
from campaign.render.edition import Edition
from campaign.render.outputs import Output


@dataclass
class Run:
    """One run: what is laid out, and the shells that have been so far."""

    asked: Asked
    content: Content | None
    """Nothing where only a frame is laid out."""
    frame: Frame
    shells: dict[str, str] = field(default_factory=dict)
    """Laid-out shells by their file below `docs/`."""

    @classmethod
    def begin(cls, root: Path, is_preview: bool) -> Run:
        """Read what the environment asks for."""
        asked = builder.asked(os.environ)
        if asked.frame:
            builder.end_with_parent()
            return cls(asked, None, Frame.read(asked.frame.read_text(encoding="utf-8")))
        content = Content.open(root, asked.profile, asked.today, is_preview)
        return cls(asked, content, frame(content.site, content.problems))

    def generated(self) -> Iterator[tuple[str, str]]:
        """The files that the builder finds in no folder."""
        yield from self.frame.pages.items()

    def finish(self, tree: Path, say: Say) -> None:
        """Hand over the shells, or pour the site into what has been laid out into `tree`."""
        if self.asked.shells:
            text = json.dumps(self.shells, ensure_ascii=False, sort_keys=True)
            self.asked.shells.write_text(text, encoding="utf-8")
        elif self.content:
            self._pour(self.content, Layout(self.frame, self.shells, tree), say)

    def _pour(self, content: Content, layout: Layout, say: Say) -> None:
        """Make the whole site where the builder has laid its frame out."""
        if content.site is None:
            write(layout.tree, Output("index.html", layout.blank(HOME).encode()))
            return
        edition = Edition(content.site, published.pictures(content.site))
        publish(SiteMap(edition, layout, content.secrets), layout.tree, say)
