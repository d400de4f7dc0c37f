"""A whole tiny site through the real command: what is published, and what never is."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from campaign.build.shells import LEFTOVER
from sites import build_site, make_site, run, tree_of

RECORD_PAGES = (
    "communities/alpha/",
    "communities/beta/",
    "experiences/lane/",
    "honours/city-honour/",
    "honours/site-honour/",
    "honours/2024/",
    "honours/2025/",
    "tasks/roads/",
    "galleries/fair/",
    "contests/lens/",
    "contests/lens_winners/",
    "speeches/2026-04-09-meeting/",
    "policies/2026-01-10-rules/",
    "interpretations/2026-01-12-rules/",
    "news/2026-04-01-first/",
)
GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


@pytest.mark.parametrize("address", RECORD_PAGES)
def test_every_record_and_entry_has_a_page_with_one_title(
    pages: dict[str, str], address: str
) -> None:
    html = pages[f"{address}index.html"]
    assert html.count("<h1") == 1
    assert html.rstrip().endswith("</html>")


def test_a_new_community_is_seen_everywhere_it_belongs(pages: dict[str, str]) -> None:
    name = "甲&lt;b&gt;社区&lt;/b&gt; &amp; “乙”"
    for page in (
        "communities/index.html",
        "communities/by-type/index.html",
        "honours/index.html",
        "honours/sites/index.html",
        "experiences/lane/index.html",
        "galleries/fair/index.html",
        "news/2026-04-01-first/index.html",
    ):
        html = unescape(pages[page].replace("<wbr>", ""))
        escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert name in escaped, page


def test_shells_are_not_published(built: Path) -> None:
    assert not [path for path in tree_of(built / "site") if "shell" in path]
    assert "/shell/" not in (built / "site/sitemap.xml").read_text()


def test_no_slot_is_left_over_in_any_published_file(built: Path) -> None:
    for path, data in tree_of(built / "site").items():
        if not path.endswith((".webp", ".jpg", ".gz", ".png", ".xlsx")):
            assert not LEFTOVER.search(data.decode()), path


def test_drafts_scheduled_and_internal_content_reach_no_published_file(built: Path) -> None:
    canary = "金丝雀".encode()
    assert [path for path, data in tree_of(built / "site").items() if canary in data] == []


def test_text_from_records_and_entries_is_escaped_or_sanitised(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        assert "<script>window.__pwn" not in html, path
        assert not re.search(r"<[^>]*\son[a-z]+=", html), path
        assert "javascript:" not in html, path
        assert not re.search(r"&amp;(amp|lt|gt|quot|#)", html), path


def test_a_former_id_leads_to_the_present_page(pages: dict[str, str]) -> None:
    html = pages["communities/alpha-old/index.html"]
    assert 'content="0; url=../../communities/alpha/"' in html


def test_an_empty_column_leaves_the_navigation(project: Path) -> None:
    site = project / "showcases/site.yml"
    site.write_text(site.read_text().replace("min_items: 2", "min_items: 9"))
    make_site(project)
    tabs = (project / "site/index.html").read_text().split("md-tabs__list")[1].split("</nav>")[0]
    assert "动态" not in tabs
    assert "讲话" in tabs


def test_figures_in_prose_and_on_speeches_come_from_the_data(pages: dict[str, str]) -> None:
    assert ">50.0%</a>" in pages["about/index.html"]
    assert "<b>50.0</b>%" in pages["speeches/2026-04-09-meeting/index.html"]
    assert "1/2" in pages["index.html"]


def test_code_keeps_what_looks_like_a_link(pages: dict[str, str]) -> None:
    assert "<code>[](community:alpha)</code>" in pages["about/index.html"]


def test_a_delisted_honour_stays_listed_with_its_reason(pages: dict[str, str]) -> None:
    for page in ("honours/index.html", "honours/changes/index.html", "communities/beta/index.html"):
        assert "摘牌" in pages[page]
    assert "环境反弹" in pages["honours/changes/index.html"]
    assert "已摘牌" not in pages["honours/2024/index.html"]


def test_the_sitemap_and_the_search_index_know_the_records(built: Path) -> None:
    assert "https://example.org/repo/communities/alpha/" in (built / "site/sitemap.xml").read_text()
    scripts = (built / "site/search/texts").iterdir()
    assert any('["communities/alpha/",' in script.read_text() for script in scripts)


def test_the_sample_profile_keeps_search_engines_away(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        assert "noindex" in html, path


def test_no_page_loads_anything_from_another_host(pages: dict[str, str]) -> None:
    loads = re.compile(r"<(?:script|img|source|iframe)\b[^>]*(?:src|srcset)=\"?(?:https?:)?//")
    styles = re.compile(r"<link\b[^>]*rel=\"?stylesheet[^>]*href=\"?(?:https?:)?//")
    for path, html in pages.items():
        assert not loads.search(html), path
        assert not styles.search(html), path


def test_photos_are_published_resized_and_never_as_the_original(built: Path) -> None:
    published = tree_of(built / "site")
    original = (built / "showcases/galleries/fair/dance.jpg").read_bytes()
    assert "photos/fair/dance/960.webp" in published
    assert original not in published.values()


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_the_builder_alone_gives_the_same_pages(built: Path, tmp_path: Path, builder: str) -> None:
    target = tmp_path / builder
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = run(built, "-m", builder, "build", "--quiet", "--site-dir", str(target), **quiet)
    assert done.returncode == 0, done.stderr
    alone, ours = tree_of(target), tree_of(built / "site")
    assert alone.keys() == ours.keys()
    for path in ours:
        if path.endswith(".html"):
            assert GENERATOR.sub(b"", alone[path]) == GENERATOR.sub(b"", ours[path]), path


def test_an_error_leaves_the_site_as_it_was(project: Path) -> None:
    assert build_site(project).returncode == 0
    before = tree_of(project / "site")
    broken = project / "showcases/communities/beta.yml"
    broken.write_text(broken.read_text().replace("district: west", "district: wset"))
    done = build_site(project)
    assert done.returncode == 1
    assert "showcases/communities/beta.yml:2: [V03a]" in done.stderr
    assert "west" in done.stderr
    assert tree_of(project / "site") == before
    assert [path.name for path in project.glob(".site-*")] == []


def test_strict_stops_at_a_warning(project: Path) -> None:
    broken = project / "showcases/communities/beta.yml"
    broken.write_text(broken.read_text().split("review:")[0])
    assert build_site(project, "build", "--strict").returncode == 1
    assert build_site(project, "build").returncode == 0


def test_the_site_may_be_shown_as_of_an_earlier_day(project: Path) -> None:
    done = build_site(project, "build", "--today", "2024-06-30")
    assert done.returncode == 0, done.stderr
    events = (project / "site/data/honour-events.csv").read_text(encoding="utf-8")
    assert "2020-12-12" in events
    assert "2024-12-12" not in events


def test_after_the_inspection_the_countdown_gives_way(project: Path) -> None:
    make_site(project, today=date(2026, 7, 11))
    assert "结果待公布" in (project / "site/index.html").read_text()
    site = project / "showcases/site.yml"
    result = "2026-07-10, outcome: {on: 2026-07-20, text: 通过检查验收}}"
    site.write_text(site.read_text().replace("2026-07-10}", result))
    make_site(project, today=date(2026, 7, 21))
    assert "通过检查验收" in (project / "site/index.html").read_text()


def test_plain_mkdocs_stops_at_an_error_without_a_traceback(project: Path) -> None:
    (project / "docs/news/2026-04-05-bad.md").write_text("---\ntitle： 坏\n---\n")
    done = run(project, "-m", "mkdocs", "build", NO_MKDOCS_2_WARNING="1")
    assert done.returncode == 1
    assert "docs/news/2026-04-05-bad.md:2: [Y10]" in done.stderr
    assert "Traceback" not in done.stderr
