"""Facts outlive the edits that leave them as they were, and no other."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import campaign
from campaign.derive import references
from campaign.derive.facts import Facts, fact
from campaign.derive.references import Reference, naming
from campaign.kinds import KINDS
from campaign.kinds.community import Community
from campaign.kinds.experience import Experience
from campaign.kinds.news import News
from campaign.model.base import Record
from campaign.reading import records
from campaign.reading.memory import Memory
from campaign.site import Site
from conftest import BASIC

CAMPAIGN = Path(campaign.__file__).parent
Asked = Callable[[Facts], Any]


class Counted(Facts):
    """Facts that count how often each is derived."""

    def __init__(self, site: Site, before: Facts | None = None) -> None:
        super().__init__(site, before)
        self.times: dict[str, int] = {}

    def count(self, name: str) -> None:
        self.times[name] = self.times.get(name, 0) + 1


@fact
def names(facts: Counted) -> list[str]:
    facts.count("names")
    return [item.name for item in facts.site.of(Community).values()]


@fact
def initials(facts: Counted) -> list[str]:
    """Read through another fact."""
    facts.count("initials")
    return [name[0] for name in names(facts)]


@fact
def day(facts: Counted) -> str:
    facts.count("day")
    return str(facts.site.today)


@fact
def labels(facts: Counted) -> Any:
    facts.count("labels")
    return facts.site.labels("themes")


@fact
def ordered_books(facts: Counted) -> list[str]:
    return list(facts.site.labels("lesson-books"))


@fact
def bodies(facts: Counted) -> list[str]:
    return [facts.site.origin(entry).body for entry in facts.site.entries()]


@fact
def title(facts: Counted, id: str) -> str:
    """One for each id."""
    facts.count(id)
    return facts.site.of(Community)[id].name


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(BASIC, tmp_path / "project")
    return tmp_path / "project"


def loaded(root: Path, memory: Memory) -> Site:
    site, _ = records.load(root, cache=memory)
    assert site is not None
    return site


def edit(root: Path, memory: Memory, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    memory.forget([path])


def test_a_fact_is_derived_again_when_what_it_read_has_changed(copy: Path) -> None:
    memory = Memory(copy, None)
    first = Counted(loaded(copy, memory))
    assert initials(first)
    assert day(first)
    assert initials(first) == initials(first)
    assert first.times == {"initials": 1, "names": 1, "day": 1}

    same = Counted(loaded(copy, memory), first)
    assert initials(same) == initials(first)
    assert day(same) == day(first)
    assert same.times == {}

    edit(copy, memory, "showcases/communities/beta.yml", "贝塔社区", "新塔社区")
    changed = Counted(loaded(copy, memory), same)
    assert "新" in initials(changed)
    assert day(changed) == day(first)
    assert changed.times == {"initials": 1, "names": 1}


def test_a_record_that_is_new_or_gone_is_a_change(copy: Path) -> None:
    memory = Memory(copy, None)
    first = Counted(loaded(copy, memory))
    count = len(names(first))
    (copy / "showcases/communities/beta.yml").unlink()
    memory.forget(["showcases/communities/beta.yml"])
    fewer = Counted(loaded(copy, memory), first)
    assert len(names(fewer)) == count - 1


def test_a_function_of_the_site_tells_what_it_read(copy: Path) -> None:
    memory = Memory(copy, None)
    first = Counted(loaded(copy, memory))
    assert labels(first)["culture"] == "文化"
    edit(copy, memory, "showcases/communities/beta.yml", "贝塔社区", "新塔社区")
    same = Counted(loaded(copy, memory), first)
    assert labels(same) == labels(first)
    assert same.times == {}
    edit(copy, memory, "showcases/vocab/themes.yml", "label: 文化", "label: 文化生活")
    changed = Counted(loaded(copy, memory), same)
    assert labels(changed)["culture"] == "文化生活"


def test_another_order_of_words_is_a_change(copy: Path) -> None:
    path = "showcases/vocab/lesson-books.yml"
    memory = Memory(copy, None)
    first = Counted(loaded(copy, memory))
    before = list(ordered_books(first))
    items = yaml.safe_load((copy / path).read_text(encoding="utf-8"))
    for place, item in enumerate(reversed(items["items"])):
        item["order"] = place
    (copy / path).write_text(yaml.safe_dump(items, allow_unicode=True), encoding="utf-8")
    memory.forget([path])
    changed = Counted(loaded(copy, memory), first)
    assert len(before) > 1
    assert list(ordered_books(changed)) == before[::-1]


def test_a_text_that_was_edited_is_another_entry(copy: Path) -> None:
    memory = Memory(copy, None)
    first = Counted(loaded(copy, memory))
    before = bodies(first)
    edit(copy, memory, "docs/news/2026-04-01-first.md", "内容，见", "又写了一句，见")
    changed = Counted(loaded(copy, memory), first)
    assert bodies(changed) != before


def test_what_is_made_of_a_value_is_made_again_for_another(copy: Path) -> None:
    made: list[int] = []

    def doubled(value: list[int]) -> list[int]:
        made.extend(value)
        return [2 * item for item in value]

    first = Facts(loaded(copy, Memory(copy, None)))
    assert first.made_of(doubled, [1]) == [2]
    next_one = Facts(loaded(copy, Memory(copy, None)), first)
    assert next_one.made_of(doubled, [1]) == [2]
    assert next_one.made_of(doubled, [3]) == [6]
    assert made == [1, 3]


def test_what_was_remembered_tells_what_it_read_to_whoever_asks_again(copy: Path) -> None:
    made: list[str] = []

    def gathered(site: Site, ending: str) -> list[str]:
        made.append(ending)
        return [item.name + ending for item in site.of(Community).values()]

    @fact
    def first_of_all(facts: Facts) -> str:
        return facts.site.remembered(gathered, "！")[0]

    @fact
    def last_of_all(facts: Facts) -> str:
        return facts.site.remembered(gathered, "！")[-1]

    memory = Memory(copy, None)
    before = Facts(loaded(copy, memory))
    first_of_all(before)
    assert last_of_all(before)
    assert made == ["！"]
    edit(copy, memory, "docs/news/2026-04-01-first.md", "2026-04-01 09:00", "2026-03-01 09:00")
    same = Facts(loaded(copy, memory), before)
    assert last_of_all(same) == last_of_all(before)
    assert made == ["！"]
    for id in ("alpha", "beta", "gamma", "delta"):
        edit(copy, memory, f"showcases/communities/{id}.yml", "name: ", "name: 新")
    changed = Facts(loaded(copy, memory), same)
    assert last_of_all(changed) == f"{list(changed.site.of(Community).values())[-1].name}！"
    assert last_of_all(changed) != last_of_all(same)
    assert made == ["！", "！"]


def test_a_fact_about_something_is_kept_for_each_thing(copy: Path) -> None:
    facts = Counted(loaded(copy, Memory(copy, None)))
    assert title(facts, "alpha") != title(facts, "beta")
    assert title(facts, "alpha") == title(facts, "alpha")
    assert facts.times == {"alpha": 1, "beta": 1}


def test_who_names_what_is_read_again_only_for_the_kind_that_was_edited(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory(copy, None)
    first = Facts(loaded(copy, memory))
    read: list[str] = []

    def noted(site: Site, record: Record) -> list[Reference]:
        read.append(record.kind)
        return []

    for model in (News, Experience):
        naming(first, model, first.site.of(Community)["alpha"])
    path = "docs/news/2026-04-01-first.md"
    edit(copy, memory, path, "2026-04-01 09:00", "2026-03-01 09:00")
    after = Facts(loaded(copy, memory), first)
    monkeypatch.setattr(references, "references", noted)
    for model in (News, Experience):
        naming(after, model, after.site.of(Community)["alpha"])
    assert set(read) == {"news"}


# Every fact of the engine


def asked() -> dict[str, Asked]:
    """Every fact by its name; one about a kind of record is asked for each kind."""
    found: dict[str, Asked] = {}
    for path in sorted(CAMPAIGN.rglob("*.py")):
        if "@fact" in path.read_text(encoding="utf-8"):
            parts = path.relative_to(CAMPAIGN).with_suffix("").parts
            found.update(_asked(import_module(".".join(["campaign", *parts]))))
    return found


def _asked(module: ModuleType) -> Iterator[tuple[str, Asked]]:
    for name, value in vars(module).items():
        if isinstance(value, fact) and value.__module__ == module.__name__:
            key = f"{module.__name__}.{name}"
            about = list(signature(value).parameters.values())[1:]
            if not about:
                yield key, value
            elif about[0].annotation == "str":  # the id of a record of the kind that it is called
                yield key, partial(_ask_of_each, value, about[0].name)
            else:
                yield from (
                    (f"{key}{kind.name}", partial(_ask, value, kind.model)) for kind in KINDS
                )


def _ask(value: Callable[..., Any], model: type[Record], facts: Facts) -> Any:
    return value(facts, model)


def _ask_of_each(value: Callable[..., Any], kind: str, facts: Facts) -> Any:
    return {id: value(facts, id) for id in facts.site.kind(kind)}


ASKED = asked()


def test_the_facts_are_found_where_they_stand() -> None:
    modules = {name.rpartition(".")[0] for name in ASKED}
    assert {"campaign.derive.placing", "campaign.kinds.honour.facts"} <= modules
    assert "campaign.derive.references._by_targetnews" in ASKED


def plain(value: Any) -> Any:
    """A fact as values that can be compared, whatever objects it is made of."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
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
    memory = Memory(copy, None)
    facts = Facts(loaded(copy, memory))
    for _ in range(6):
        for name in dice.sample(list(ASKED), len(ASKED) // 2):
            ASKED[name](facts)
        path, old, new = dice.choice(EDITS)
        text = (copy / path).read_text(encoding="utf-8")
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        assert changed != text
        (copy / path).write_text(changed, encoding="utf-8")
        memory.forget([path])
        facts = Facts(loaded(copy, memory), facts)
        anew = Facts(loaded(copy, Memory(copy, None)))
        for name, ask in ASKED.items():
            assert plain(ask(facts)) == plain(ask(anew)), (name, path)
