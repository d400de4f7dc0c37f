"""What tests of large print share."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def expect_mode(page: Page, is_large: bool, contrast: str) -> None:
    """Large print is on or off, and the contrast is this one."""
    root = page.locator("html")
    expect(root).to_have_attribute("data-contrast", contrast)
    expect(page.locator("html[data-elder]")).to_have_count(int(is_large))


def panel(page: Page) -> Locator:
    """What stands below the switch at the top; opened, if it is not."""
    switch = page.locator(".elder-switch")
    if switch.get_attribute("open") is None:
        switch.locator("summary").click()
    return switch.locator(".elder-switch__panel")


def button(page: Page, name: str) -> Locator:
    return panel(page).get_by_role("button", name=name)


def luminance(colour: str) -> float:
    """Relative luminance of a colour written as `#fff` or `#00402b` (WCAG 2.1)."""
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = (int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
