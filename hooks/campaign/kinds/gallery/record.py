"""Galleries and their photos."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field

from campaign.model.base import Part, Record, refers
from campaign.model.fields import Day, Filled, Number, Ref, Text, YesNo, choice
from campaign.model.marks import Central, PictureBeside


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


class Scope(StrEnum):
    """What a consent covers."""

    WEB = "web"
    PRINT = "print"
    CONTEST = "contest"
    ABROAD = "abroad"


class Basis(StrEnum):
    """Why no consent is needed: Civil Code article 1020, items 2 to 4."""

    NEWS = "cc1020-2"
    STATE = "cc1020-3"
    PLACE = "cc1020-4"


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
    scope: list[Annotated[Scope, BeforeValidator(choice(Scope))]] = Field(
        [], title="范围", description="web 网站、print 印刷、contest 评选、abroad 传到境外"
    )
    basis: Annotated[Basis, BeforeValidator(choice(Basis))] | None = Field(
        None,
        title="依据",
        description="不需要同意的依据，民法典第 1020 条：cc1020-2 新闻报道、"
        "cc1020-3 国家机关履职、cc1020-4 展示公共环境",
    )


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

    file: Annotated[Text, PictureBeside()] = Field(
        title="文件名", description="与 gallery.yml 同一文件夹里的文件"
    )
    alt: Filled = Field(title="替代文字", description="6 到 80 字，说清画面里有什么")
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
    series: Text | None = Field(None, title="组别", description="同一组照片写同一个名字，分组显示")
    generated: YesNo = Field(
        False,
        title="AI 生成",
        description="yes：AI 生成；画面由人工智能生成或改过，页面上会注明，收照片时认出标识自己写",
    )
    hash: Text | None = Field(
        None, title="原图指纹", description="photos add 写下，用来认出同一张照片，不要改"
    )

    @property
    def stem(self) -> str:
        """The file's name without its ending: the second half of the photo's id."""
        return PurePosixPath(self.file).stem

    @property
    def is_withdrawn(self) -> bool:
        """Whether somebody who is seen has taken the consent back."""
        return self.consent is not None and self.consent.state is ConsentState.WITHDRAWN

    @property
    def shows_a_person(self) -> bool:
        """Whether somebody can be recognised, so that a consent is needed."""
        return self.people in (People.IDENTIFIABLE, People.MINOR)


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
    photos: Annotated[list[Photo], Central()] = Field([], title="照片", description="逐张写")

    def without_withdrawn(self) -> Self:
        """The same gallery, without the photos that must not be seen any more."""
        shown = [photo for photo in self.photos if not photo.is_withdrawn]
        return self if len(shown) == len(self.photos) else self.model_copy(update={"photos": shown})
