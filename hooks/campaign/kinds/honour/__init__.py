"""Honours: a life-cycle of events, not a badge."""

from campaign.kinds.honour.addresses import ROLL_DATA
from campaign.kinds.honour.record import Honour
from campaign.kinds.kind import Kind, Plain, Sought

KIND = Kind(
    Honour,
    "showcases/honours/*/*.yml",
    fetched=(ROLL_DATA,),
    spot="honours/{0}/#{1}",
    sought=Sought.NEXT,
    in_column="honours",
    plain=Plain("medal-outline", "哪些社区得了什么荣誉"),
    is_reviewed=False,
    can_be_linked=False,
    offers={
        "honours": {"by": ("level", "kind", "year", "district", "county")},
        "levels": {},
        "coverage": {},
        "changes": {},
        "years": {},
        "sites": {},
        "embed": {},
    },
    parent_field="kind",
    id_words="荣誉写成 种类/编号，如 city-civilised-community/xingfuli。",
)

__all__ = ["KIND", "Honour"]
