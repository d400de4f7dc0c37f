"""The guard over feeds, calendars and data bites."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.verify.exchange import faults

BASE = "https://example.org/repo/"


@pytest.fixture
def tree(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built / "site", tmp_path / "site"))


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(tree: Path) -> None:
        path = tree / name
        data = path.read_bytes()
        assert old.encode() in data
        path.write_bytes(data.replace(old.encode(), new.encode()))

    return change


def removed(name: str) -> Callable[[Path], None]:
    return lambda tree: (tree / name).unlink()


def test_the_built_site_is_sound(tree: Path) -> None:
    assert faults(tree, BASE) == []


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        (replaced("news/feed.xml", "</feed>", ""), "news/feed.xml", "V37a"),
        (replaced("news/feed.json", '"items"', "items"), "news/feed.json", "V37a"),
        (replaced("calendar.ics", "END:VCALENDAR", ""), "calendar.ics", "V37a"),
        (replaced("sitemap.xml", "</urlset>", ""), "sitemap.xml", "V37a"),
        (
            replaced("news/feed.xml", 'news/2026-04-01-first/"', 'news/gone/"'),
            "news/feed.xml",
            "V30a",
        ),
        (replaced("honours/feed.json", '#beta"', '#gone"'), "honours/feed.json", "V30b"),
        (
            replaced("data/honours.json", "/city-honour/#beta", "/gone/"),
            "data/honours.json",
            "V30a",
        ),
        (replaced("sitemap.xml", "communities/alpha/", "gone/"), "sitemap.xml", "V30a"),
        (removed("tasks/roads/index.html"), "calendar.ics", "V30a"),
        (
            replaced("index.html", f'"og:image" content="{BASE}', f'"og:image" content="{BASE}no-'),
            "index.html",
            "V30a",
        ),
        (
            replaced(
                "news/index.html", f'"canonical" href="{BASE}', f'"canonical" href="{BASE}no-'
            ),
            "news/index.html",
            "V30a",
        ),
    ],
)
def test_what_is_broken_or_leads_nowhere_is_found(
    tree: Path, change: Callable[[Path], None], path: str, code: str
) -> None:
    change(tree)
    assert (path, code) in {(found.path, found.code) for found in faults(tree, BASE)}


def test_other_sites_are_not_asked(tree: Path) -> None:
    replaced("data/honours.json", f"{BASE}honours", "https://elsewhere.example/honours")(tree)
    assert faults(tree, BASE) == []


def test_an_address_without_a_host_is_a_fault(tree: Path) -> None:
    replaced("news/feed.json", f'"url": "{BASE}', '"url": "/')(tree)
    assert {found.code for found in faults(tree, BASE)} == {"V30a"}
