"""A place of the city that communities lie in: a town, an office, or the district above them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model import terms
from campaign.model.base import Correction, Record, refers
from campaign.model.fields import Count, Ref, Text, YesNo, choice
from campaign.model.lifecycle import Labelled


class PlaceKind(Labelled):
    """What a place is: districts and counties stand above towns and offices."""

    DISTRICT = "district", "区"
    COUNTY_CITY = "county_city", "县级市"
    COUNTY = "county", "县"
    TOWN = "town", "镇"
    TOWNSHIP = "township", "乡"
    OFFICE = "office", "街道办事处"
    STREET = "street", "街道"

    @property
    def is_upper(self) -> bool:
        """Whether other places may lie in it, and it in none but the city."""
        return self in (PlaceKind.DISTRICT, PlaceKind.COUNTY_CITY, PlaceKind.COUNTY)


class FormerTerms(terms.FormerTerms):
    """In what a place lay until a day."""

    parent: Ref | None = refers("district", title="上级", description="当时的上级", default=None)
    apart: YesNo = Field(
        False, title="当时没有上级", description="yes 表示当时直属本市，没有写上级"
    )

    @property
    def written(self) -> dict[str, Any]:
        if self.apart:
            return {"parent": None}
        return {"parent": self.parent} if self.parent else {}


class District(Record):
    """A place of the city: a town, sub-district office, district or county."""

    kind: ClassVar[str] = "district"
    label: ClassVar[str] = "镇街"

    name: Text = Field(title="名称", description="规范全称")
    type: Annotated[PlaceKind, BeforeValidator(choice(PlaceKind))] = Field(
        PlaceKind.DISTRICT,
        alias="kind",
        title="类别",
        description="town 镇、township 乡、office 街道办事处、street 街道、"
        "district 区、county_city 县级市、county 县",
    )
    parent: Ref | None = refers(
        "district", title="上级", description="所在的区、县编号；直属本市的不写", default=None
    )
    lead_org: Ref | None = refers("org", title="责任单位", description="单位编号", default=None)
    focus: YesNo = Field(False, title="责任主体", description="是否为本轮创建的责任主体")
    order: Count = Field(0, title="排序", description="数字小的排在前面；在同一个上级里比较")
    terms_history: list[FormerTerms] = Field(
        [], title="旧规定", description="改过上级的，写旧的是什么、用到哪天"
    )
    corrections: list[Correction] = Field(
        [], title="更正", description="公开以后发现上级写错的，改正时写一条"
    )

    @property
    def only_name(self) -> tuple[str, ...]:
        return (self.name,)

    def as_of(self, on: date) -> Self:
        """The place with what it lay in on a day."""
        known, former = super().as_of(on), terms.held(self.terms_history, on)
        return known.model_copy(update=former) if former else known
