"""The edits after which builds are compared: each turn changes a city, and the next one back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import hugo
from bench.wording import community_name, text

PICTURES = ".cache/photos"
TEXT, NAME, HONOUR, DELISTED = 3, 4, 9, 10
"""Which community each edit is about; nothing has happened to the honours of the last two."""
RECTIFY = (
    "  - {on: 2026-04-02, type: rectify, by: city-commission, doc: 和文明委〔2026〕2号, "
    "reason: environment, due: 2026-07-02}\n"
)
REVOKED = (
    "  - {on: 2026-04-02, type: revoked, by: city-commission, doc: 和文明委〔2026〕2号, "
    "reason: environment}\n"
)


@dataclass(frozen=True)
class Places:
    """Where a city lies, and the Hugo site that is written from it."""

    city: Path
    site: Path

    @property
    def ours(self) -> Path:
        return self.city / "site"

    @property
    def alone(self) -> Path:
        return self.site / "public"

    @property
    def guaranteed(self) -> Path:
        return self.site / "guaranteed"


Edit = Callable[[Places, int], None]


class NotThere(Exception):
    """What an edit would change is not in the file."""


def toggle(path: Path, plain: str, changed: str, turn: int) -> None:
    """Make `plain` into `changed` in even turns and back in odd ones, once."""
    old, new = (plain, changed) if turn % 2 == 0 else (changed, plain)
    found = path.read_text(encoding="utf-8")
    if old not in found:
        raise NotThere(f"{path}: {old}")
    path.write_text(found.replace(old, new, 1), encoding="utf-8")


def add(path: Path, line: str, turn: int) -> None:
    """Add a line at the end in even turns, and take it away in odd ones."""
    found = path.read_text(encoding="utf-8")
    path.write_text(found + line if turn % 2 == 0 else found.removesuffix(line), encoding="utf-8")


def remove(places: Places, *, pictures: bool) -> None:
    """Take away what was built and kept; `pictures`: those, too."""
    for tree in (places.ours, places.alone, places.site / "resources"):
        shutil.rmtree(tree, ignore_errors=True)
    cache, kept = places.city / ".cache", places.city / PICTURES
    aside = places.city / ".pictures"
    if not pictures and kept.exists():
        kept.rename(aside)
    shutil.rmtree(cache, ignore_errors=True)
    if aside.exists():
        kept.parent.mkdir(parents=True)
        aside.rename(kept)


def cold(places: Places, turn: int) -> None:
    remove(places, pictures=True)


def pictures_kept(places: Places, turn: int) -> None:
    remove(places, pictures=False)


def nothing(places: Places, turn: int) -> None:
    """Build once more."""


def one_text(places: Places, turn: int) -> None:
    plain, changed = text(f"c{TEXT}", 400), text(f"c{TEXT}, told again", 400)
    toggle(places.city / f"showcases/communities/c{TEXT}.yml", plain, changed, turn)


def one_name(places: Places, turn: int) -> None:
    plain = community_name(NAME)
    changed = plain.replace("社区", "新社区")
    path = places.city / f"showcases/communities/c{NAME}.yml"
    toggle(path, f"name: {plain}", f"name: {changed}", turn)


def honour_event(places: Places, turn: int) -> None:
    add(places.city / f"showcases/honours/six-goods-community/c{HONOUR}.yml", RECTIFY, turn)


def delisting(places: Places, turn: int) -> None:
    add(places.city / f"showcases/honours/six-goods-community/c{DELISTED}.yml", REVOKED, turn)


def district(places: Places, turn: int) -> None:
    path = places.city / "showcases/districts.yml"
    toggle(path, "name: 澜城镇", "name: 澜城新镇", turn)


def template(places: Places, turn: int) -> None:
    """The heading of a community's facilities, in our template and in Hugo's layout."""
    ours = places.city / "hooks/campaign/kinds/community/page.html.jinja"
    for path in (ours, places.site / "layouts/communities/page.html"):
        toggle(path, "设施</h2>", "设施一览</h2>", turn)


EDITS: dict[str, Edit] = {
    "cold": cold,
    "cold, pictures kept": pictures_kept,
    "nothing changed": nothing,
    "one text": one_text,
    "one name": one_name,
    "one honour event": honour_event,
    "one delisting": delisting,
    "one district's name": district,
    "one template": template,
}


def apply(name: str, places: Places, turn: int) -> None:
    """Edit the city, and let the Hugo site say the same."""
    EDITS[name](places, turn)
    hugo.write_content(places.city, places.site)
