"""A reader who hears of everything that a page asks for or runs."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from playwright.sync_api import Page

from sites import PATIENCE

WATCH = """
document.addEventListener('securitypolicyviolation', (event) =>
  violated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


# In a browser


@dataclass
class Reader:
    """A page, what it asked other hosts for, and what its policy held up."""

    page: Page
    address: str
    strangers: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        self.page.goto(self.address + path)
        return self.page

    def note(self, violation: str) -> None:
        self.violations.append(violation)

    def first_violation(self) -> str:
        """What the policy held up first; waits until the browser has told it."""
        end = time.monotonic() + PATIENCE
        while not self.violations and time.monotonic() < end:
            self.page.wait_for_timeout(20)
        return self.violations[0]

    def ask(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(url)
