"""One of every part of the site, made up, for the page on which they are judged."""

from __future__ import annotations

from decimal import Decimal

from campaign.blocks import specimen_charts
from campaign.blocks.home import Countdown
from campaign.kinds.community.views import CommunityCard
from campaign.kinds.entry_presenter import EntryItem
from campaign.kinds.experience.page import ExperienceCard
from campaign.kinds.honour import plaques
from campaign.kinds.honour.figures import Trend
from campaign.kinds.honour.plaques import EventView, Plaque
from campaign.kinds.indicator.standards import Verdict
from campaign.kinds.indicator.views import AnswerView, FigureView
from campaign.kinds.task.tile import TaskTile
from campaign.model.level import Level
from campaign.render import pictures
from campaign.render.drawing import line
from campaign.render.edition import Edition
from campaign.render.pictures import Pair, PhotoView

LONG_NAME = "示例市中心城区滨河路北段老旧小区综合改造第一期示范片区联合社区"


class Specimen(specimen_charts.Charts):
    """Every part with ordinary and with extreme content."""

    plaques: list[Plaque]
    events: list[EventView]
    figures: list[FigureView]
    standards: list[AnswerView]
    cards: list[CommunityCard]
    experience: ExperienceCard
    entries: list[EntryItem]
    task: TaskTile
    countdown: Countdown
    photos: list[PhotoView]
    pair: Pair | None
    chart: Trend


def view(edition: Edition) -> Specimen:
    shots = pictures.photos(edition, list(edition.pictures)[:3])
    return {
        **specimen_charts.view(),
        "plaques": _plaques(),
        "events": _events(),
        "figures": _figures(),
        "standards": _answers(),
        "cards": _cards(shots),
        "experience": _experience(shots),
        "entries": _entries(),
        "task": _task(),
        "countdown": {
            "days": 81,
            "date": "2026-07-10",
            "title": "示例城市称号",
            "outcome": "",
            "outcome_on": "",
            "waiting": False,
        },
        "photos": shots,
        "pair": _pair(shots),
        "chart": {
            "title": "示例比率",
            "drawing": line(
                [
                    (str(2020 + n), Decimal(value), str(value))
                    for n, value in enumerate((18, 36, 41, 50, 76))
                ],
                Decimal(80),
            ),
            "rows": [{"on": "2024-12-31", "fraction": "22/44", "value": "50.0%"}],
        },
    }


def _pair(shots: list[PhotoView]) -> Pair | None:
    """Two photos as if one had been taken before and one after."""
    if len(shots) < 2:
        return None
    before, after = shots[:2]
    return {
        "before": {**before, "pair": "before", "anchor": "pair-before"},
        "after": {**after, "pair": "after", "anchor": "pair-after"},
    }


def _plaque(level: Level, state: str, label: str, name: str) -> Plaque:
    return {
        "url": "",
        "anchor": "",
        "name": name,
        "level": level.value,
        "level_label": level.label,
        "bars": list(range(plaques.BARS[level])),
        "batch": "2025 年度",
        "year": "2025",
        "named": "2025-12-11",
        "state": state,
        "state_label": label,
        "active": state in ("active", "rectifying"),
        "next_review": "2028-12-11",
        "overdue": False,
        "plate_no": "示-01",
        "subject": "示例社区",
        "subject_url": "",
        "district": "示例镇",
    }


def _plaques() -> list[Plaque]:
    active = [_plaque(level, "active", "有效", f"{level.label}文明社区") for level in Level]
    others = [
        _plaque(Level.CITY, "rectifying", "限期整改（至 2026-06-10）", "市级文明社区"),
        _plaque(Level.DISTRICT, "recommended", "推荐中", "区级文明社区"),
        _plaque(Level.DISTRICT, "revoked", "已摘牌", "区级文明社区"),
    ]
    return active + others


def _event(
    on: str,
    type: str,
    label: str,
    by: str = "",
    doc: str = "",
    reason: str = "",
    due: str = "",
    lost: bool = False,
) -> EventView:
    return {
        "on": on,
        "type": type,
        "label": label,
        "by": by,
        "doc": doc,
        "doc_url": "",
        "reason": reason,
        "note": "",
        "corrects": "",
        "due": due,
        "lost": lost,
    }


def _events() -> list[EventView]:
    return [
        _event("2019-10-09", "recommended", "推荐", by="示例镇"),
        _event("2019-11-28", "named", "命名", doc="示政发〔2019〕41号"),
        _event(
            "2025-06-12", "rectify", "限期整改", due="2025-09-12", reason="环境反弹，整改不到位"
        ),
        _event("2025-09-18", "revoked", "摘牌", doc="示文明委〔2025〕8号", lost=True),
    ]


def _figure(value: str, meets: bool, fraction: str) -> FigureView:
    return {
        "url": "",
        "label": "示例比率",
        "value": value,
        "unit": "%",
        "fraction": fraction,
        "when": "截至 2026-04-20",
        "source": "由荣誉榜计算",
        "definition": "",
        "meets": meets,
    }


def _figures() -> list[FigureView]:
    return [_figure("75.6", False, "34/45"), _figure("91.1", True, "41/45")]


def _answer(value: str, verdict: Verdict, fraction: str) -> AnswerView:
    return {
        "label": "示例比率",
        "words": f"{value}%" if value else verdict.label,
        "fraction": fraction,
        "when": "截至 2026-04-20",
        "source": "由荣誉榜计算",
        "target_words": "不低于 80%",
        "verdict": verdict.value,
        "verdict_label": verdict.label,
        "bar": {"share": value, "goal": "80"} if value else None,
    }


def _answers() -> list[AnswerView]:
    return [
        _answer("75.6", Verdict.GAP, "34/45"),
        _answer("91.1", Verdict.MET, "41/45"),
        _answer("", Verdict.UNKNOWN, ""),
    ]


def _card(name: str, line: str, picture: PhotoView | None, plaque: Plaque | None) -> CommunityCard:
    return {
        "name": name,
        "url": "",
        "district": "示例镇",
        "type": "老旧小区型",
        "line": line,
        "cover": picture,
        "plaque": plaque,
        "site": bool(plaque),
        "draft": "",
    }


def _cards(pictures: list[PhotoView]) -> list[CommunityCard]:
    first = pictures[0] if pictures else None
    return [
        _card("示例社区", "一句话介绍这个社区", first, _plaques()[1]),
        _card(LONG_NAME, "名字最长的社区也要放得下", None, None),
    ]


def _experience(pictures: list[PhotoView]) -> ExperienceCard:
    return {
        "title": "示例经验的标题",
        "url": "",
        "summary": "从难题到结果的一句话",
        "theme": "环境提升",
        "communities": [{"name": "示例社区", "url": ""}],
        "tasks": [],
        "cover": pictures[1] if len(pictures) > 1 else None,
        "result": {
            "text": "投诉明显减少",
            "value": Decimal(12),
            "unit": "件",
            "before": Decimal(86),
            "after": Decimal(12),
            "source": "示例台账",
        },
        "draft": "",
    }


def _entries() -> list[EntryItem]:
    return [
        {
            "title": title,
            "url": "",
            "date": "2026-04-18",
            "tag": tag,
            "summary": "",
            "source": "示例来源",
            "draft": draft,
        }
        for title, tag, draft in (
            ("一条标题很短的动态", "工作动态", ""),
            (
                "一条标题很长的通知，用来看两行之后怎样换行、日期是否还与第一行对齐",
                "通知公告",
                "草稿",
            ),
        )
    ]


def _task() -> TaskTile:
    return {
        "order": 1,
        "title": "示例任务",
        "summary": "任务的一句话说明。",
        "url": "",
        "icon": "road-variant",
        "lead": "示例单位",
        "due": "2026-06-30",
        "state": "under-way",
        "state_label": "进行中",
        "standards": "4 项中 3 项达标",
        "count": 3,
    }
