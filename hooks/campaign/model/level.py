"""The administrative levels of honours and units."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The administrative level of an honour or a unit, highest first."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return RANKS[self]

    @property
    def label(self) -> str:
        return LEVEL_LABELS[self]


RANKS = {level: place for place, level in enumerate(Level)}
LEVEL_LABELS = {
    Level.NATIONAL: "国家级",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.DISTRICT: "区级",
    Level.STREET: "街道级",
}
