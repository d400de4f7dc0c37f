"""A value of an indicator, with everything that lets a reader check it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from campaign.kinds.indicator import Indicator
from campaign.kinds.indicator.coverage import HUNDRED
from campaign.model.partial_date import PartialDate


@dataclass(frozen=True)
class Figure:
    """A value of an indicator at a date, and everything that lets a reader check it."""

    indicator: Indicator
    value: Decimal
    on: date
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str = ""
    subject: str = ""
    period: PartialDate | None = None
    """Over what it was measured; none for what is computed as of a day."""

    @property
    def when(self) -> str:
        """The period, as it was reported; else the day as of which it holds."""
        if self.period and not self.period.day:
            return self.period.words
        return f"截至 {self.on}"

    @property
    def text(self) -> str:
        """The value with the indicator's decimals, without its unit."""
        return rounded(self.value, self.indicator.precision)

    @property
    def with_unit(self) -> str:
        return f"{self.text}{self.indicator.unit}"

    @property
    def fraction(self) -> str:
        """`34/45`, or nothing."""
        if self.numerator is None or self.denominator is None:
            return ""
        return f"{self.numerator:f}/{self.denominator:f}"

    @property
    def meets(self) -> bool | None:
        """Whether the target is met; nothing when there is none."""
        target = self.indicator.target
        return target.holds(self.value) if target else None

    def on_scale(self, value: Decimal) -> Decimal | None:
        """Where a value stands between 0 and 100; nothing for what has no whole, as an area."""
        if self.indicator.unit == "%":
            share = value
        elif self.denominator:
            share = HUNDRED * value / self.denominator
        else:
            return None
        return min(max(share, Decimal(0)), HUNDRED)


def rounded(value: Decimal, precision: int) -> str:
    """Half up, as people round, with exactly `precision` decimals."""
    return f"{value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP):f}"
