"""Pages that are laid out and not drawn, for tests that ask where things are and how they look.

Drawing is half of what an open page costs. Nothing else differs: scripts are told of sizes, and
of what is in sight, in frames, and those come when a test asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from playwright.sync_api import CDPSession, Error, Page

FLAGS = ("--enable-begin-frame-control", "--run-all-compositor-stages-before-draw")
"""A shell of Chromium with these makes a frame when it is told to; another browser draws all."""
FRAMES = 2
"""What scripts do in the first one may show in the second."""
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass(frozen=True)
class Undrawn:
    """An open page, of such a browser or of any other."""

    page: Page

    def goto(self, url: str) -> None:
        self.page.goto(url)
        self.settle()

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()

    def settle(self) -> None:
        """Let the scripts of the page have the frames in which they are told what is new."""
        if not self._session:
            self.page.evaluate(DRAWN)
            return
        for _ in range(FRAMES):
            self._session.send("HeadlessExperimental.beginFrame", {"noDisplayUpdates": True})

    @cached_property
    def _session(self) -> CDPSession | None:
        """Where frames are asked for; None where the browser makes them by itself."""
        session = self.page.context.new_cdp_session(self.page)
        try:
            session.send("HeadlessExperimental.beginFrame", {"noDisplayUpdates": True})
        except Error:
            return None
        return session
