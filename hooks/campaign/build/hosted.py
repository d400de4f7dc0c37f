"""A run of the site builder as it drives itself: `mkdocs build`, `mkdocs serve`, or for us.

`hooks/events.py` calls this with plain values. Asked for a layout it lays out the frame that
it is given, for which it loads no model and no page; by itself it reads the content, lays out
its frame and pours the map into it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from campaign.build import builder
from campaign.build.builder import Asked
from campaign.build.frame import HOME, Frame

if TYPE_CHECKING:
    from campaign.build.content import Content


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
        return cls._of_content(root, asked, is_preview)

    @classmethod
    def _of_content(cls, root: Path, asked: Asked, is_preview: bool) -> Run:
        """Read the content, and make the frame of it."""
        from campaign.build.content import Content
        from campaign.build.framing import frame

        content = Content.open(root, asked.profile, asked.today, is_preview)
        return cls(asked, content, frame(content.site, content.problems))

    def generated(self) -> Iterator[tuple[str, str]]:
        """The files that the builder finds in no folder."""
        yield from self.frame.pages.items()

    def finish(self, tree: Path) -> None:
        """Hand over the shells, or pour the site into what has been laid out into `tree`."""
        if self.asked.shells:
            text = json.dumps(self.shells, ensure_ascii=False, sort_keys=True)
            self.asked.shells.write_text(text, encoding="utf-8")
        elif self.content:
            self._pour(self.content, tree)

    def _pour(self, content: Content, tree: Path) -> None:
        """Make the whole site where the builder has laid its frame out."""
        from campaign.build.layout import Layout
        from campaign.build.publish import publish, write
        from campaign.build.site_map import SiteMap
        from campaign.photos import published
        from campaign.render.edition import Edition
        from campaign.render.outputs import Output

        layout = Layout.in_tree(self.frame, self.shells, tree)
        if content.site is None:
            write(tree, Output("index.html", layout.blank(HOME).encode()))
            return
        edition = Edition(content.site, published.pictures(content.site))
        publish(SiteMap(edition, layout, content.secrets), tree)
