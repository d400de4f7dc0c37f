"""Whether the steps of a key task were reached, in words: what nobody has reported is told."""

from __future__ import annotations

from datetime import date

from campaign.kinds.task.record import Milestone


def state(step: Milestone, today: date) -> str:
    """How a step stands on a day: done, ahead, or unreported when its day is over."""
    if step.done is not None:
        return "done"
    return "unreported" if step.on < today else "ahead"


def words(step: Milestone, today: date) -> str:
    """2026-03-28 完成; how late it was; or that nobody has said so."""
    if step.done is not None:
        days = (step.done - step.on).days
        return f"{step.done} 完成，晚 {days} 天" if days > 0 else f"{step.done} 完成"
    if step.on < today:
        return f"过了 {(today - step.on).days} 天，没有填报是否完成"
    return "今天到期" if step.on == today else "计划"
