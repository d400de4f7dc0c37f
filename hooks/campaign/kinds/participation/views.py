"""Tables of participation as templates see them: committees by district, periods side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypedDict

from campaign import urls
from campaign.kinds.community import Community
from campaign.kinds.district.facts import districts_in_order
from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.figure import rounded
from campaign.kinds.indicator.standards import Verdict
from campaign.kinds.indicator.views import Bar, VerdictView, verdict
from campaign.kinds.participation import Participation
from campaign.kinds.participation.facts import Share, asked, by_indicator, share
from campaign.render import names
from campaign.render.edition import Edition
from campaign.render.names import Link

PERIODS = 3
"""How many periods stand side by side."""


class RateView(VerdictView):
    """A share with what it was computed from, or that it was not reported."""

    words: str
    fraction: str
    of_whom: str
    """How many committees it adds up."""


class PeriodView(TypedDict):
    """A period, and the table that tells of it."""

    label: str
    url: str


class CommitteeView(TypedDict):
    """A committee with its share of each period, the oldest first."""

    place: Link
    rates: list[RateView]
    note: str


class DistrictView(TypedDict):
    """A district: what its committees add up to, and each of them."""

    name: str
    rate: RateView
    bar: Bar | None
    rates: list[RateView]
    committees: list[CommitteeView]


class SeriesView(TypedDict):
    """An indicator of a committee over the periods."""

    name: str
    url: str
    target: str
    periods: list[PeriodView]
    rates: list[RateView]


def indicator_of(edition: Edition, record: Participation) -> Indicator | None:
    """The indicator with the target that held when the table was published."""
    found = edition.site.of(Indicator).get(record.indicator)
    return found.as_of(record.date) if found else None


def rate(edition: Edition, record: Participation, subject: str = "") -> RateView:
    """The share of a community, a district or the whole city in a table."""
    indicator, found = indicator_of(edition, record), share(edition.site, record, subject)
    if indicator is None or found is None:
        return {
            "words": Verdict.UNKNOWN.label,
            "fraction": "",
            "of_whom": "",
            **verdict(Verdict.UNKNOWN),
        }
    return {
        "words": f"{rounded(found.percent, indicator.precision)}%",
        "fraction": f"{found.count}/{found.of}",
        "of_whom": found.words,
        **verdict(_verdict(indicator, found)),
    }


def _verdict(indicator: Indicator, found: Share) -> Verdict | None:
    target = indicator.target
    if target is None:
        return None
    return Verdict.MET if target.holds(found.percent) else Verdict.GAP


def target_words(edition: Edition, record: Participation) -> str:
    """What the campaign asks for."""
    indicator = indicator_of(edition, record)
    return indicator.target.words(indicator.unit) if indicator and indicator.target else ""


def until(edition: Edition, record: Participation) -> list[Participation]:
    """The tables of the same indicator up to this one, the oldest first."""
    known = by_indicator(edition.facts).get(record.indicator, [])
    ended = record.period.last()
    found = [r for r in known if r.period.last() <= ended and r != record]
    return [*reversed(found[: PERIODS - 1]), record]


def periods(records: Sequence[Participation]) -> list[PeriodView]:
    return [{"label": record.period.words, "url": urls.url(record)} for record in records]


def districts(edition: Edition, record: Participation) -> Iterator[DistrictView]:
    """The districts that are asked, in their order, each with its committees by pinyin."""
    site, indicator = edition.site, indicator_of(edition, record)
    shown, rows = until(edition, record), {row.community: row for row in record.rows}
    on = record.period.last()
    places = asked(site, indicator, on) if indicator else []
    for district in districts_in_order(site):
        own = [place for place in places if place.district_on(on) == district.id]
        if own:
            yield {
                "name": district.name,
                "rate": rate(edition, record, district.id),
                "bar": _bar(edition, record, district.id),
                "rates": [rate(edition, item, district.id) for item in shown],
                "committees": [
                    {
                        "place": names.record_link(edition, Community.kind, place.id),
                        "rates": [rate(edition, item, place.id) for item in shown],
                        "note": (rows[place.id].note or "") if place.id in rows else "",
                    }
                    for place in sorted(own, key=lambda place: names.pinyin(place.name))
                ],
            }


def _bar(edition: Edition, record: Participation, subject: str) -> Bar | None:
    found, indicator = share(edition.site, record, subject), indicator_of(edition, record)
    if found is None:
        return None
    goal = indicator.target.value if indicator and indicator.target else None
    return {"share": _length(found.percent), "goal": "" if goal is None else _length(goal)}


def _length(percent: Decimal) -> str:
    return f"{percent.quantize(Decimal('0.1')):f}"


def series(edition: Edition, community: Community) -> list[SeriesView]:
    """What a committee has reported of each indicator, the oldest period first."""
    found: list[SeriesView] = []
    for records in by_indicator(edition.facts).values():
        shown = until(edition, records[0])
        if any(share(edition.site, record, community.id) for record in shown):
            indicator = indicator_of(edition, records[0])
            found.append(
                {
                    "name": indicator.name if indicator else records[0].title,
                    "url": urls.url(records[0]),
                    "target": target_words(edition, records[0]),
                    "periods": periods(shown),
                    "rates": [rate(edition, record, community.id) for record in shown],
                }
            )
    return found
