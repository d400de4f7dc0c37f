"""The map of the site: what is not out stands on it in a preview alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.blocks import sitemap
from campaign.build.content import Content
from campaign.render.edition import Edition
from projects import BASE, INTRO, REVIEW, project

ENTRY = "---\ntitle: {title}\npublished: {day} 09:00\nsource: 示例办\n{more}---\n\n正文。\n"
COLUMNS = """\
columns:
  - {id: communities, title: 社区, description: 名录, type: 概况信息, path: communities/index.md}
  - {id: news, title: 动态, description: 动态, type: 工作动态, path: news/index.md}
"""
FILES = {
    "showcases/site.yml": BASE["showcases/site.yml"] + COLUMNS,
    "showcases/communities/beta.yml": (
        f"name: 乙社区\ndistrict: west\ntype: old\nest: 2001\nstatus: draft\nintro: {INTRO}\n"
    ),
    "showcases/communities/gamma.yml": (
        f"name: 丙社区\ndistrict: west\ntype: old\nest: 2001\nvisibility: internal\n"
        f"intro: {INTRO}\n{REVIEW}"
    ),
    "docs/communities/index.md": "---\ntitle: 社区\n---\n",
    "docs/communities/by-type.md": "---\ntitle: 按类型\nstatus: draft\n---\n",
    "docs/news/index.md": "---\ntitle: 动态\n---\n",
    "docs/news/2026-04-01-out.md": ENTRY.format(title="已发", day="2026-04-01", more=REVIEW),
    "docs/news/2026-04-02-draft.md": ENTRY.format(
        title="草稿", day="2026-04-02", more="status: draft\n"
    ),
    "docs/news/2026-05-01-later.md": ENTRY.format(title="定时", day="2026-05-01", more=REVIEW),
    "docs/about/index.md": "---\ntitle: 关于\n---\n",
    "docs/about/plan.md": "---\ntitle: 没写完的说明\nstatus: draft\n---\n",
}


def listed(root: Path, preview: bool) -> set[str]:
    """The addresses on the map."""
    site = Content.open(root, preview=preview).site
    assert site is not None
    view = sitemap.view(Edition(site, {}))
    columns = view["columns"]
    items = [item for column in columns for item in (*column["pages"], *column["records"])]
    return {item["url"] for item in (*items, *view["rest"])}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path, FILES)


def test_drafts_and_what_is_not_due_are_not_on_the_map(root: Path) -> None:
    found = listed(root, preview=False)
    assert {"communities/alpha/", "news/2026-04-01-out/"} <= found
    assert not [url for url in found if any(w in url for w in ("beta", "draft", "later", "plan"))]
    assert "communities/by-type/" not in found


def test_a_preview_shows_where_they_will_stand(root: Path) -> None:
    more = listed(root, preview=True) - listed(root, preview=False)
    assert {"communities/beta/", "communities/by-type/", "about/plan/"} <= more
    assert {"news/2026-04-02-draft/", "news/2026-05-01-later/"} <= more


@pytest.mark.parametrize("preview", [True, False])
def test_shells_and_internal_records_are_never_on_it(root: Path, preview: bool) -> None:
    found = listed(root, preview)
    assert not [url for url in found if "shell" in url or "gamma" in url]
