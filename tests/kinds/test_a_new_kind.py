"""A new kind is one folder and one line: everything else finds it by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import make_project
from projects import REVIEW, write
from sites import build_site, run

RECORD = '''\
"""Calls on residents (走访)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from campaign.model.base import Record, refers
from campaign.model.fields import Count, Day, Markdown, Ref, Text


class Visit(Record):
    """A call on residents."""

    kind: ClassVar[str] = "visit"
    label: ClassVar[str] = "走访"

    title: Text = Field(title="标题", description="谁走访谁")
    community: Ref = refers("community", title="社区", description="社区编号")
    date: Day = Field(title="日期", description="走访的日期")
    times: Count | None = Field(None, title="走访次数", description="次")
    story: Markdown = Field(title="经过", description="可用 Markdown")
'''
INIT = '''\
"""Calls on residents (走访)."""

from campaign.kinds.kind import Kind
from campaign.kinds.visit.record import Visit

KIND = Kind(Visit, "showcases/visits/*.yml", folder="visits")

__all__ = ["KIND", "Visit"]
'''
PAGE = '''\
"""How calls on residents appear."""

from __future__ import annotations

from markupsafe import Markup

from campaign.kinds.visit import Visit
from campaign.kinds.presenter import Presenter, RecordPage
from campaign.render.edition import Edition
from campaign.render.template import Template


class VisitPage(RecordPage):
    """The page of a visit."""

    times: int | None


PAGE = Template("visit/page.html.jinja", VisitPage)


class VisitPresenter(Presenter[Visit]):
    """How visits appear."""

    def body(self, edition: Edition, record: Visit, root: str) -> Markup:
        values = VisitPage(**self.view(edition, record, root), times=record.times)
        return edition.render(PAGE, root, values)


PRESENTER = VisitPresenter
'''
TEMPLATE = "<h1>{{ title }}</h1><p>走访了 {{ times }} 次</p>"
FIRST = f"""\
title: 供电所和甲社区
community: alpha
date: 2026-03-02
times: 12
story: 每月走访一次，见[](community:alpha)。
{REVIEW}"""
LINE = (
    "  - {id: visits, title: 走访, description: 上门走访, type: 工作动态, path: visits/index.md}\n"
)
ASK = """\
import sys
from pathlib import Path

from campaign import urls
from campaign.checks import check
from campaign.exchange import Exchange, opendata
from campaign.kinds import BY_NAME, schema
from campaign.reading import records
from campaign.render.edition import Edition
from campaign.search.facets import Finder
from campaign.verbs import report, sample
from campaign.writing import drafting

root = Path(sys.argv[1])
site, problems = records.load(root)
problems += check(site)
told = [f"{p.path}: {p.message()}" for p in problems if p.path.startswith("showcases/visits")]
assert told == [], told
kind = BY_NAME["visit"]
record = site.kind("visit")["power"]
edition = Edition(site.published(), {})
address = urls.url(record)
assert address == "visits/power/"
facets = Finder(edition).facets(address, record.title)
assert facets.filters["区域"], facets
assert facets.filters["年份"] == ["2026"]
feed = Exchange(edition).feed("visits/")
assert [item.title for item in feed.items] == [record.title]
tables = {o.path: o.data for o in opendata.outputs(edition)}
assert "times" in tables["data/visits.csv"].decode()
assert any(o.path.endswith("/visit.schema.json") for o in schema.schemas())
assert any(table["id"] == "visit" for table in schema.field_tables())
assert "走访" in report.page(site, problems, [])
assert "showcases/visits" in sample.RECORDS
path = drafting.new(root, site, "visit", "second")
text = (root / path).read_text(encoding="utf-8")
assert "走访次数" in text
site, problems = records.load(root)
assert ("visit", "second") in site.origins
told = {p.code for p in problems if p.path == str(path)}
assert told <= {"V23d"}, told
(root / path).unlink()
print("found")
"""

SHOW = """\
import sys
from pathlib import Path

from campaign.kinds import BY_NAME
from campaign.reading import records
from campaign.render.edition import Edition

site, _ = records.load(Path(sys.argv[1]))
edition = Edition(site.published(), {})
print(BY_NAME["visit"].presenter.pages(edition)["visits/power/"]().body)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny site with a copy of the engine, to which the kind is added."""
    root = make_project(tmp_path_factory.mktemp("new-kind") / "project")
    kinds = root / "hooks/campaign/kinds"
    write(kinds / "visit", {"record.py": RECORD, "__init__.py": INIT})
    names = (kinds / "__init__.py").read_text(encoding="utf-8")
    (kinds / "__init__.py").write_text(
        names.replace('    "news",\n', '    "news",\n    "visit",\n', 1), encoding="utf-8"
    )
    settings = root / "showcases/site.yml"
    text = settings.read_text(encoding="utf-8").replace("columns:\n", f"columns:\n{LINE}", 1)
    settings.write_text(text, encoding="utf-8")
    pages = "---\ntitle: 走访\n---\n\n[[visits]]\n\n见[](visit:power)。\n"
    return write(root, {"showcases/visits/power.yml": FIRST, "docs/visits/index.md": pages})


def test_it_is_drafted_checked_found_followed_given_and_reported(project: Path) -> None:
    found = run(project, "-c", ASK, str(project), PYTHONPATH=str(project / "hooks"))
    assert found.stdout.strip() == "found", found.stderr


def test_it_is_built_with_its_page_and_its_column(project: Path) -> None:
    found = build_site(project, "build")
    assert found.returncode == 0, found.stdout + found.stderr
    site = project / "site"
    page = (site / "visits/power/index.html").read_text(encoding="utf-8")
    for words in ("供电所和甲社区", "走访次数", "每月走访一次", "../../communities/alpha/"):
        assert words in page
    column = (site / "visits/index.html").read_text(encoding="utf-8")
    assert column.count('href="power/"') + column.count("../visits/power/") >= 2
    assert "visits/power/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert (site / "visits/feed.xml").is_file()


def test_its_own_page_is_a_template_with_the_type_of_what_it_reads(project: Path) -> None:
    kind = project / "hooks/campaign/kinds/visit"
    write(kind, {"page.py": PAGE, "page.html.jinja": TEMPLATE})
    found = run(project, "-c", SHOW, str(project), PYTHONPATH=str(project / "hooks"))
    assert found.stdout.strip() == "<h1>供电所和甲社区</h1><p>走访了 12 次</p>", found.stderr
    typed = run(project, "-m", "mypy", "--strict", str(kind), MYPYPATH=str(project / "hooks"))
    assert typed.returncode == 0, typed.stdout
