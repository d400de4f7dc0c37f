"""A edition over a tiny project, as readers may see it: for tests of what is made from records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from campaign.kinds.contest.facts import veiled
from campaign.render.edition import Edition
from projects import REVIEW, load

HOSTILE = "甲 </script><script>alert(1)</script> <b>&amp;</b> \"'"
"""A title that breaks out of whatever forgets to escape it."""
NEWS = """\
---
title: {title}
published: {published}
source: 示例办
communities: [alpha]
{more}
{review}---

{text}
"""
PAGES = {
    f"docs/{name}/index.md": f"---\ntitle: {title}\n---\n"
    for name, title in {"news": "动态", "honours": "荣誉", "tasks": "任务", "data": "数据"}.items()
}


def edition(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Edition:
    """The edition of the base project with `files` laid over it; nothing of it may be an error."""
    site, _ = load(root, {**PAGES, **(files or {})})
    return Edition(veiled(site.published()), {})


def quoted(title: str) -> str:
    """A text as YAML takes it, whatever is in it."""
    return "'" + title.replace("'", "''") + "'"


def news(title: str = "动态", published: str = "2026-04-01 09:00", more: str = "") -> str:
    """An article as its editor writes it."""
    fields = {"title": quoted(title), "published": published, "more": more}
    return NEWS.format(review=REVIEW, text="第一段。\n\n第二段。", **fields)
