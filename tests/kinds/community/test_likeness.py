"""Communities like one another."""

from __future__ import annotations

from itertools import combinations
from random import Random
from time import process_time

import pytest

import values
from campaign.kinds.community.facts import ENOUGH, WEIGHTS, Traits, likeness, size_class, traits
from campaign.kinds.experience import Experience


def of(type: str, size: str = "", district: str = "", *themes: str) -> Traits:
    return {
        "type": [type],
        "theme": list(themes),
        "size": [size] if size else [],
        "district": [district] if district else [],
    }


def weight(a: Traits, b: Traits) -> int:
    return sum(WEIGHTS[name] for name in WEIGHTS if set(a[name]) & set(b[name]))


def test_what_weighs_most_comes_first() -> None:
    known = {
        "self": of("old", "s", "east", "clean"),
        "type-only": of("old", "l", "west"),
        "nearly-all": of("old", "s", "west", "clean"),
        "theme-and-size": of("new", "s", "west", "clean"),
        "place-only": of("new", "l", "east"),
    }
    found = likeness(known)["self"]
    assert [item.id for item in found] == ["nearly-all", "theme-and-size", "type-only"]
    assert found[0].shared == {"type": "old", "theme": "clean", "size": "s"}
    assert found[2].shared == {"type": "old"}


def test_the_same_size_or_the_same_district_alone_is_not_enough() -> None:
    known = {"a": of("x", "s", "east"), "b": of("y", "s", "west"), "c": of("z", "l", "east")}
    assert likeness(known)["a"] == []


def test_nobody_is_like_himself() -> None:
    known = {id: of("old", "s", "east") for id in "abcde"}
    for id, found in likeness(known).items():
        assert id not in {item.id for item in found}
        assert len(found) == len({item.id for item in found}) == 3


def test_equals_are_taken_in_turn() -> None:
    known = {id: of("old", "s", "east") for id in "abcdefgh"}
    named = [item.id for found in likeness(known).values() for item in found]
    assert {named.count(id) for id in known} == {3}


@pytest.mark.parametrize("seed", range(20))
def test_no_other_has_more_in_common_than_those_named(seed: int) -> None:
    dice = Random(seed)
    known = {
        f"c{n}": of(
            dice.choice("xyz"),
            dice.choice(["s", "l", ""]),
            dice.choice("ew"),
            *dice.sample(["p", "q", "r"], dice.randrange(3)),
        )
        for n in range(12)
    }
    found = likeness(known)
    for id, other in combinations(known, 2):
        named = {item.id: weight(known[id], known[item.id]) for item in found[id]}
        shared = weight(known[id], known[other])
        if other in named:
            assert shared >= ENOUGH
        elif shared >= ENOUGH:
            assert len(named) == 3
            assert min(named.values()) >= shared


def test_six_thousand_take_no_square_of_the_time_of_a_thousand() -> None:
    def seconds(count: int) -> float:
        known = {f"c{n}": of("x", "s", "east", "p") for n in range(count)}
        begun = process_time()
        likeness(known)
        return process_time() - begun

    few, many = (min(seconds(count) for _ in range(3)) for count in (1000, 6000))
    assert many < 18 * max(few, 0.005)  # the square would be 36


@pytest.mark.parametrize(
    ("households", "words"),
    [(None, ""), (0, "不到一千户"), (999, "不到一千户"), (1000, "一两千户"), (2000, "两千户以上")],
)
def test_sizes_are_classes_of_households(households: int | None, words: str) -> None:
    assert size_class(values.community(households=households)) == words


def test_traits_come_from_the_records_of_those_that_exist() -> None:
    experience = Experience.model_construct(id="lane", communities=["alpha"], theme="clean")
    gone = values.community("gone", dissolved={"date": "2020-01-01", "into": "alpha"})
    found = traits(values.site(values.community(households=1500), gone, experience))
    assert found == {"alpha": of("old", "一两千户", "east", "clean")}
