"""A key task (重点工作) of the campaign, with its steps."""

from campaign.kinds.kind import Kind, Plain
from campaign.kinds.task.record import Task

KIND = Kind(
    Task,
    "showcases/tasks.yml",
    "tasks",
    folder="tasks",
    plain=Plain("clipboard-check-outline", "正在办哪些实事"),
    is_followed=False,
    is_reviewed=False,
    can_be_begun=False,
)

__all__ = ["KIND", "Task"]
