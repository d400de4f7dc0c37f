"""Amounts as readers take them in: money by the ten thousand, lengths by the kilometre."""

from __future__ import annotations

from decimal import Decimal

WAN, KILOMETRE = Decimal(10000), Decimal(1000)


def money(amount: Decimal) -> str:
    """3.2 万元 from ten thousand on, 4800 元 below."""
    if abs(amount) < WAN:
        return f"{amount:f} 元"
    return f"{_short(amount / WAN)} 万元"


def metres(length: Decimal) -> str:
    """23.39 千米 from ten kilometres on, 1870 米 below: as long as people know a lane by metres."""
    if length < 10 * KILOMETRE:
        return f"{length:f} 米"
    return f"{_short(length / KILOMETRE)} 千米"


def _short(number: Decimal) -> str:
    return f"{number.quantize(Decimal('0.01')).normalize():f}"
