"""Every community against every standard that the campaign sets for communities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaign.derive.facts import Facts, fact
from campaign.kinds.community import Community
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.standards import Answer, Verdict, known_standards, tally


@dataclass(frozen=True)
class Line:
    """A community with its answer to each standard that asks anything of it."""

    community: Community
    answers: Mapping[str, Answer]
    """By the id of the indicator."""

    @property
    def counts(self) -> Counter[Verdict]:
        """How many standards it meets, falls short of, or has not reported."""
        return tally(self.answers.values())

    @property
    def gaps_first(self) -> tuple[int, int]:
        """Sorts those with most gaps to the head, then those with most unreported."""
        counts = self.counts
        return -counts[Verdict.GAP], -counts[Verdict.UNKNOWN]


@fact
def lines(facts: Facts) -> list[Line]:
    """The communities of which a standard asks something, in the order of their records."""
    found = (
        Line(item, {a.indicator.id: a for a in known_standards(facts, item.id)})
        for item in facts.site.of(Community).values()
    )
    return [line for line in found if line.answers]


def totals(found: Iterable[Line], indicator: Indicator) -> Counter[Verdict]:
    """How many of some communities meet a standard, fall short of it, or have not reported."""
    return tally(line.answers[indicator.id] for line in found if indicator.id in line.answers)
