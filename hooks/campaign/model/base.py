"""What every record has in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo

from campaign.model.fields import Day, Ref, Text, choice

if TYPE_CHECKING:
    from campaign.model.settings import Profile
    from campaign.site import Site


class Part(BaseModel):
    """A frozen group of fields; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False, defer_build=True)

    @property
    def told_on(self) -> date | None:
        """The day before which nobody could tell it; none for what says nothing of the past."""
        return None


P = TypeVar("P", bound=Part)


def known_by(part: P, on: date) -> P:
    """A group of fields without the items of its lists that could be told only after a day."""
    update: dict[str, list[Part]] = {}
    for name in _telling(type(part)):
        found: list[Part] = getattr(part, name)
        told = [item for item in found if item.told_on is None or item.told_on <= on]
        known = [known_by(item, on) for item in told]
        if len(known) < len(found) or any(a is not b for a, b in zip(known, found, strict=True)):
            update[name] = known
    return part.model_copy(update=update) if update else part


@cache
def _telling(model: type[Part]) -> tuple[str, ...]:
    """The lists of a group in which something may stand that could not be told from the start."""
    found = ((name, _item(field.annotation)) for name, field in model.model_fields.items())
    return tuple(name for name, item in found if item is not None and _tells(item))


def _item(annotation: Any) -> type[Part] | None:
    """Of what groups a field is a list, if it is one."""
    inside = get_args(annotation) if get_origin(annotation) is list else ()
    is_of_groups = bool(inside) and isinstance(inside[0], type) and issubclass(inside[0], Part)
    return inside[0] if is_of_groups else None


def _tells(model: type[Part]) -> bool:
    return model.told_on is not Part.told_on or bool(_telling(model))


def refers(
    kind: str, *, title: str, description: str, default: Any = ..., alias: str | None = None
) -> Any:
    """A field that holds the id (or ids) of records, or of vocabulary items, of `kind`."""
    return Field(
        default,
        title=title,
        description=description,
        alias=alias,
        json_schema_extra={"x-refers": kind},
    )


def referred_kind(field: FieldInfo) -> str | None:
    """The kind of record whose id the field holds, if it holds one."""
    extra = field.json_schema_extra
    return str(extra["x-refers"]) if isinstance(extra, dict) and "x-refers" in extra else None


@dataclass(frozen=True)
class KindBeside:
    """The field holds an id of the kind that another field of its group names."""

    field: str


def latest(days: Iterable[date | None], today: date) -> date | None:
    """The last of the days that have come."""
    return max((day for day in days if day and day <= today), default=None)


class Status(StrEnum):
    """Where a record is on its way to the reader."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Visibility(StrEnum):
    """Whether a record may reach the site at all."""

    PUBLIC = "public"
    INTERNAL = "internal"


class ReviewRole(StrEnum):
    """The three reviews (三审) before publication."""

    FIRST = "first"
    SECOND = "second"
    FINAL = "final"

    @property
    def label(self) -> str:
        return REVIEW_LABELS[self]


REVIEW_LABELS = {ReviewRole.FIRST: "初审", ReviewRole.SECOND: "复审", ReviewRole.FINAL: "终审"}


class Review(Part):
    """One of the three reviews."""

    role: Annotated[ReviewRole, BeforeValidator(choice(ReviewRole))] = Field(
        title="审次", description="first 初审、second 复审、final 终审"
    )
    by: Text = Field(title="审核单位", description="写单位或岗位，不写个人姓名")
    at: Day = Field(title="审核日期", description="格式 2026-04-15")


class Source(Part):
    """Where the facts of a record come from."""

    title: Text = Field(title="来源名称", description="文件、台账或报道的名称")
    url: Text | None = Field(None, title="网址", description="以 https:// 开头")
    policy: Ref | None = refers(
        "policy", title="政策", description="本站政策文件的编号", default=None
    )
    date: Day | None = Field(None, title="日期", description="格式 2026-04-15")

    @property
    def told_on(self) -> Day | None:
        return self.date


class Correction(Part):
    """A published field that was wrong and was put right: readers are told."""

    on: Day = Field(title="日期", description="更正的日期")
    field: Text = Field(title="字段", description="更正的字段名，如 est")
    by: Ref = refers("org", title="单位", description="作出更正的单位编号")
    note: Text = Field(title="说明", description="原来怎么写、为什么改；不写个人姓名")

    @property
    def told_on(self) -> date | None:
        return self.on


class Record(Part):
    """One thing that people wrote: a YAML file, an item of a list, or an entry."""

    kind: ClassVar[str]
    label: ClassVar[str]
    """The kind's Chinese name."""
    beside_name: ClassVar[tuple[str, ...]] = ()
    """Fields that tell records apart which have one name."""
    is_article: ClassVar[bool] = True
    """Whether its texts speak to readers; word lists and settings name words to rule on them."""
    past: ClassVar[tuple[str, ...]] = ("updated",)
    """Fields with a day that has come when the record is published."""

    id: Text = Field(
        "", title="编号", description="即文件名（不带扩展名），可不写；写了必须与文件名相同"
    )
    aliases: list[Text] = Field(
        [], title="曾用编号", description="改过文件名时填旧编号，旧网址会自动转到新网址"
    )
    status: Annotated[Status, BeforeValidator(choice(Status))] = Field(
        Status.PUBLISHED,
        title="状态",
        description="draft 草稿、review 审核中、published 已发布、archived 已归档；前两种不上网",
    )
    visibility: Annotated[Visibility, BeforeValidator(choice(Visibility))] = Field(
        Visibility.PUBLIC,
        title="可见范围",
        description="public 公开、internal 内部；内部内容不会出现在网站上，但仍在仓库里，不是保密",
    )
    review: list[Review] = Field([], title="三审记录", description="初审、复审、终审各一条")
    sources: list[Source] = Field([], title="资料来源", description="事实和数字的出处")
    updated: Day | None = Field(None, title="更新日期", description="内容最近一次核实的日期")
    tags: list[Text] = Field([], title="标签", description="从标签词表里选")

    @property
    def heading(self) -> str:
        """What a reader calls it."""
        return str(getattr(self, "name", None) or getattr(self, "title", None) or self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """What people may call it in place of its id."""
        named = (getattr(self, field, None) for field in ("name", "short", "title"))
        return tuple(name for name in named if name)

    @property
    def only_name(self) -> tuple[str, ...]:
        """By what it is known from all others of its kind; nothing where names may repeat."""
        return ()

    @property
    def day(self) -> date | None:
        """The day that a list shows for it."""
        return getattr(self, "date", None)

    @property
    def begins(self) -> date | None:
        """The day before which it was not there; none where nobody says it."""
        return getattr(self, "date", None)

    def last_change(self, site: Site) -> date | None:
        """When it last changed for readers, where `updated` does not say so."""
        return latest((self.day,), site.today)

    def tells_until(self, site: Site) -> date | None:
        """The last day of which it tells itself, whatever other records tell."""
        return self.last_change(site)

    def as_of(self, on: date) -> Self:
        """The record as it was known on a day: without what happened, or was confirmed, later."""
        known = known_by(self, on)
        if known.updated is None or known.updated <= on:
            return known
        return known.model_copy(update={"updated": None})

    @classmethod
    def is_wanted(cls, profile: Profile) -> bool:
        """Whether a deployment shows records of this kind at all."""
        return True

    def disclosed(self, profile: Profile) -> Self:
        """The record without what a deployment keeps to itself."""
        return self

    @property
    def stated_source(self) -> str:
        """Who says so, as written."""
        return "、".join(item.title for item in self.sources)

    @property
    def responsible(self) -> str:
        """Who answers for the text (责任编辑)."""
        return ""

    @property
    def public_id(self) -> str:
        """The id that its address shows."""
        return self.id

    @property
    def holder(self) -> tuple[str, str] | None:
        """Kind and id of the record with which it comes out; none for what stands by itself."""
        return None

    @property
    def is_coming(self) -> bool:
        """Only its reviews keep it from readers."""
        is_begun = self.status in (Status.DRAFT, Status.REVIEW)
        return is_begun and self.visibility is Visibility.PUBLIC

    @property
    def is_released(self) -> bool:
        """Its own status and visibility let it out; its date may still hold it back."""
        return (
            self.status in (Status.PUBLISHED, Status.ARCHIVED)
            and self.visibility is Visibility.PUBLIC
        )
