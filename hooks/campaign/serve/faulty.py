"""Pages of the preview for what cannot be shown: its problems, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from campaign.problems import Problem

PAGE = Markup(
    '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
    '<link rel="stylesheet" href="/assets/campaign.css"></head>'
    '<body class="md-typeset"><main class="problem-page"><h1>{title}</h1>{body}</main>'
    "</body></html>"
)
NOTE = Markup('<p role="alert" class="problem-note">{message}<br>→ {remedy}</p>')
ITEM = Markup("<li><code>{place}</code> [{code}] {message}<span>→ {remedy}</span></li>")


def told(item: Problem) -> Mapping[str, Any]:
    """A problem as the overlay shows it."""
    return {
        "place": f"{item.path}:{item.line}",
        "code": item.code,
        "severity": item.severity().value,
        "message": item.message(),
        "remedy": item.remedy(),
    }


def with_notes(html: str, found: Iterable[Problem]) -> str:
    """A page with what whoever looks at it has to know, above all else."""
    items = Markup().join(NOTE.format(**told(item)) for item in found)
    start = html.find(">", html.find("<body")) + 1
    return f"{html[:start]}{items}{html[start:]}" if items and start else html


def problems(what: str, found: Iterable[Problem]) -> str:
    """A page in place of one that its problems keep from being made."""
    items = Markup().join(ITEM.format(**told(item)) for item in found)
    body = Markup("<p>改好并保存，这里会自动显示页面。</p><ol>{}</ol>").format(items)
    return str(PAGE.format(title=f"{what}：内容有问题", body=body))


def failure(path: str, error: Exception) -> str:
    """A page in place of one whose template or code fails."""
    words = f"{type(error).__name__}: {error}"
    body = Markup("<p>做这一页时出错：</p><pre>{}</pre>").format(words)
    return str(PAGE.format(title=f"{path or '首页'}：这一页做不出来", body=body))
