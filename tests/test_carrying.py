"""Facts outlive the edits that leave them as they were, and no other."""

from __future__ import annotations

import random
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from campaign.derive.carrying import Derived, fact
from campaign.derive.facts import Facts
from campaign.kinds.community import Community
from campaign.reading import records
from campaign.reading.memory import Memory
from campaign.site import Site
from conftest import BASIC

FACTS = [name for name, value in vars(Facts).items() if isinstance(value, fact)]


class Counted(Derived):
    """Facts that count how often they are derived."""

    times: dict[str, int]

    @fact
    def names(self) -> list[str]:
        self.count("names")
        return [item.name for item in self.site.of(Community).values()]

    @fact
    def initials(self) -> list[str]:
        """Read through another fact."""
        self.count("initials")
        return [name[0] for name in self.names]

    @fact
    def day(self) -> str:
        self.count("day")
        return str(self.site.today)

    @fact
    def labels(self) -> Any:
        self.count("labels")
        return self.site.labels("themes")

    def count(self, name: str) -> None:
        self.times[name] = self.times.get(name, 0) + 1


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(BASIC, tmp_path / "project")
    return tmp_path / "project"


def loaded(root: Path, memory: Memory) -> Site:
    site, _ = records.load(root, cache=memory)
    assert site is not None
    return site


def after(holder: Counted, site: Site) -> Counted:
    found = Counted(site, holder)
    found.times = {}
    return found


def test_a_fact_is_derived_again_when_what_it_read_has_changed(copy: Path) -> None:
    memory = Memory(None)
    first = Counted(loaded(copy, memory))
    first.times = {}
    assert first.initials
    assert first.day
    assert first.initials == first.initials
    assert first.times == {"initials": 1, "names": 1, "day": 1}

    same = after(first, loaded(copy, memory))
    assert same.initials == first.initials
    assert same.day == first.day
    assert same.times == {}

    path = "showcases/communities/beta.yml"
    (copy / path).write_text((copy / path).read_text().replace("贝塔社区", "新塔社区"))
    memory.forget([path])
    changed = after(same, loaded(copy, memory))
    assert "新" in changed.initials
    assert changed.day == first.day
    assert changed.times == {"initials": 1, "names": 1}


def test_a_record_that_is_new_or_gone_is_a_change(copy: Path) -> None:
    memory = Memory(None)
    first = Counted(loaded(copy, memory))
    first.times = {}
    count = len(first.names)
    (copy / "showcases/communities/beta.yml").unlink()
    fewer = after(first, loaded(copy, memory))
    assert len(fewer.names) == count - 1


def test_what_cannot_be_compared_is_derived_again(copy: Path) -> None:
    memory = Memory(None)
    first = Counted(loaded(copy, memory))
    first.times = {}
    assert first.labels is not None
    again = after(first, loaded(copy, memory))
    assert again.labels == first.labels
    assert again.times == {"labels": 1}


# Every fact of the site


def plain(value: Any) -> Any:
    """A fact as values that can be compared, whatever objects it is made of."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if hasattr(value, "items"):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


EDITS = (
    ("showcases/communities/alpha.yml", "district: east", "district: west"),
    ("showcases/communities/alpha.yml", "area_m2: 36", "area_m2: 3"),
    ("showcases/communities/beta.yml", "贝塔社区", "贝塔新村"),
    ("showcases/honours/city-honour/alpha.yml", "on: 2024-12-02", "on: 2024-12-03"),
    ("showcases/honours/city-honour/beta.yml", "type: revoked", "type: suspended"),
    ("showcases/experiences/lane.yml", "communities: [alpha]", "communities: [beta, alpha]"),
    ("docs/news/2026-04-01-first.md", "2026-04-01 09:00", "2026-03-01 09:00"),
    ("docs/news/2026-04-01-first.md", "communities: [alpha]", "communities: [beta]"),
    ("docs/communities/index.md", "[[communities", "[[honours]]\n\n[[communities"),
)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_edits_every_fact_is_that_of_a_new_beginning(copy: Path, seed: int) -> None:
    dice = random.Random(seed)
    memory = Memory(None)
    facts = Facts(loaded(copy, memory))
    for _ in range(6):
        for name in dice.sample(FACTS, len(FACTS) // 2):
            getattr(facts, name)
        path, old, new = dice.choice(EDITS)
        text = (copy / path).read_text(encoding="utf-8")
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        assert changed != text
        (copy / path).write_text(changed, encoding="utf-8")
        memory.forget([path])
        facts = Facts(loaded(copy, memory), facts)
        anew = Facts(loaded(copy, Memory(None)))
        for name in FACTS:
            assert plain(getattr(facts, name)) == plain(getattr(anew, name)), (name, path)
