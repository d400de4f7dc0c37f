"""Galleries and their photos."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Day, Number, Ref, Text, YesNo, choice


class Order(StrEnum):
    """How a gallery's photos are ordered."""

    MANUAL = "manual"
    DATE = "date"


class People(StrEnum):
    """Who can be seen."""

    NONE = "none"
    CROWD = "crowd"
    IDENTIFIABLE = "identifiable"
    MINOR = "minor"


class ConsentState(StrEnum):
    """What the people seen have agreed to."""

    NOT_NEEDED = "not_needed"
    OBTAINED = "obtained"
    GUARDIAN = "guardian"
    WITHDRAWN = "withdrawn"


class PairRole(StrEnum):
    """Which half of a before/after pair."""

    BEFORE = "before"
    AFTER = "after"


class Author(Part):
    """Who took the photo."""

    name: Text = Field(title="作者", description="姓名或单位")
    display: YesNo = Field(True, title="显示作者", description="yes 显示、no 不显示")


class Consent(Part):
    """The consent on record; the form itself stays in the office's ledger."""

    state: Annotated[ConsentState, BeforeValidator(choice(ConsentState))] = Field(
        title="状态",
        description="not_needed 不需要、obtained 已同意、guardian 监护人同意、withdrawn 已撤回",
    )
    ref: Text | None = Field(None, title="台账编号", description="同意书在台账里的编号")
    date: Day | None = Field(None, title="日期", description="同意或撤回的日期")
    scope: list[Text] = Field([], title="范围", description="web、print、contest、abroad")
    basis: Text | None = Field(None, title="依据", description="民法典第 1020 条的哪一项")


class Pair(Part):
    """One half of a before/after pair."""

    role: Annotated[PairRole, BeforeValidator(choice(PairRole))] = Field(
        title="前后", description="before 之前、after 之后"
    )
    key: Text = Field(title="配对名", description="两张照片写同一个名字")


class Focus(Part):
    """Where the subject is, as shares of the width and the height."""

    x: Number = Field(Decimal("0.5"), title="横向", description="0 左、1 右")
    y: Number = Field(Decimal("0.5"), title="纵向", description="0 上、1 下")


class Photo(Part):
    """One photo of a gallery. Its id is `<gallery>/<file stem>` and never changes."""

    file: Text = Field(title="文件名", description="与 gallery.yml 同一文件夹里的文件")
    alt: Text = Field(title="替代文字", description="6 到 80 字，说清画面里有什么")
    caption: Text | None = Field(None, title="图注", description="讲照片里的事")
    taken: Day | None = Field(None, title="拍摄日期", description="格式 2025-10-18")
    author: Author | None = Field(None, title="作者", description="作者和是否显示")
    licence: Ref = refers("licences", title="授权", description="授权词表里的编号")
    people: Annotated[People, BeforeValidator(choice(People))] = Field(
        title="人物", description="none 无人、crowd 人群、identifiable 可辨认、minor 未成年人"
    )
    consent: Consent | None = Field(None, title="同意", description="可辨认的人和未成年人必填")
    pair: Pair | None = Field(None, title="前后对比", description="整治前后同一角度的照片")
    focus: Focus | None = Field(None, title="主体位置", description="裁切时保住的位置")
    award: Text | None = Field(None, title="获奖", description="摄影大赛奖项")


class Gallery(Record):
    """An album of photos from one occasion or on one subject."""

    kind: ClassVar[str] = "gallery"
    label: ClassVar[str] = "相册"

    title: Text = Field(title="标题", description="相册名称")
    date: Day = Field(title="日期", description="活动或拍摄日期")
    intro: Text | None = Field(None, title="说明", description="60 到 160 字")
    place: Text | None = Field(None, title="地点", description="在哪里")
    communities: list[Ref] = refers("community", title="社区", description="社区编号", default=[])
    cover: Text | None = Field(None, title="封面", description="照片文件名（不带扩展名）")
    order: Annotated[Order, BeforeValidator(choice(Order))] = Field(
        Order.MANUAL, title="排序", description="manual 按文件里的顺序、date 按拍摄日期"
    )
    photos: list[Photo] = Field([], title="照片", description="逐张写")
