"""One of every part of the site, made up, for the page on which they are judged."""

from __future__ import annotations

from decimal import Decimal

from campaign.blocks import specimen_charts
from campaign.kinds.honour import plaques
from campaign.model.fields import Level
from campaign.render import pictures
from campaign.render.drawing import line
from campaign.render.edition import Edition
from campaign.render.names import View

LONG_NAME = "示例市中心城区滨河路北段老旧小区综合改造第一期示范片区联合社区"


def view(edition: Edition) -> View:
    """Every part with ordinary and with extreme content."""
    shots = pictures.photos(edition, list(edition.pictures)[:3])
    return specimen_charts.view() | {
        "plaques": _plaques(),
        "events": _events(),
        "figures": _figures(),
        "standards": [*_figures(), _figure("", None, "")],
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


def _pair(shots: list[View]) -> View | None:
    """Two photos as if one had been taken before and one after."""
    if len(shots) < 2:
        return None
    roles = ("before", "after")
    return {r: s | {"pair": r, "anchor": f"pair-{r}"} for r, s in zip(roles, shots, strict=False)}


def _plaque(level: Level, state: str, label: str, name: str) -> View:
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
        "since": "2025-12-11",
        "state": state,
        "state_label": label,
        "active": state in ("active", "rectifying"),
        "pending": state == "recommended",
        "ended": state == "revoked",
        "next_review": "2028-12-11",
        "overdue": False,
        "plate_no": "示-01",
        "subject": "示例社区",
        "subject_url": "",
        "district": "示例镇",
    }


def _plaques() -> list[View]:
    active = [_plaque(level, "active", "有效", f"{level.label}文明社区") for level in Level]
    others = [
        _plaque(Level.CITY, "rectifying", "限期整改（至 2026-06-10）", "市级文明社区"),
        _plaque(Level.DISTRICT, "recommended", "推荐中", "区级文明社区"),
        _plaque(Level.DISTRICT, "revoked", "已摘牌", "区级文明社区"),
    ]
    return active + others


def _event(on: str, type: str, label: str, **more: object) -> View:
    blank = {"by": "", "doc": "", "doc_url": "", "reason": "", "note": "", "due": "", "lost": False}
    return blank | {"on": on, "year": int(on[:4]), "type": type, "label": label} | more


def _events() -> list[View]:
    return [
        _event("2019-10-09", "recommended", "推荐", by="示例镇"),
        _event("2019-11-28", "named", "命名", doc="示政发〔2019〕41号"),
        _event(
            "2025-06-12", "rectify", "限期整改", due="2025-09-12", reason="环境反弹，整改不到位"
        ),
        _event("2025-09-18", "revoked", "摘牌", doc="示文明委〔2025〕8号", lost=True),
    ]


def _figure(value: str, meets: bool | None, fraction: str) -> View:
    verdict = {True: ("met", "达标"), False: ("gap", "有差距"), None: ("unknown", "未填报")}[meets]
    return {
        "id": "",
        "url": "",
        "label": "示例比率",
        "value": value,
        "unit": "%",
        "fraction": fraction,
        "on": "2026-04-20",
        "source": "由荣誉榜计算",
        "definition": "",
        "target": ">= 80%",
        "target_words": "不低于 80%",
        "meets": meets,
        "verdict": verdict[0],
        "verdict_label": verdict[1],
        "words": f"{value}%" if value else verdict[1],
        "bar": {"share": value, "goal": "80"} if value else None,
        "subject": "",
    }


def _figures() -> list[View]:
    return [_figure("75.6", False, "34/45"), _figure("91.1", True, "41/45")]


def _card(name: str, line: str, picture: View | None, plaque: View | None) -> View:
    return {
        "id": "",
        "name": name,
        "url": "",
        "district": "示例镇",
        "type": "老旧小区型",
        "line": line,
        "estates": [],
        "cover": picture,
        "plaque": plaque,
        "site": bool(plaque),
        "initial": "S",
        "pinyin": "",
        "draft": "",
    }


def _cards(pictures: list[View]) -> list[View]:
    first = pictures[0] if pictures else None
    return [
        _card("示例社区", "一句话介绍这个社区", first, _plaques()[1]),
        _card(LONG_NAME, "名字最长的社区也要放得下", None, None),
    ]


def _experience(pictures: list[View]) -> View:
    return {
        "title": "示例经验的标题",
        "url": "",
        "summary": "从难题到结果的一句话",
        "theme": "环境提升",
        "communities": [{"id": "", "name": "示例社区", "url": ""}],
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


def _entries() -> list[View]:
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
                True,
            ),
        )
    ]


def _task() -> View:
    return {
        "id": "",
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
