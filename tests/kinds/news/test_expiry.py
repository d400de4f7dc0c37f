"""A notice that is over: no list names it any more, and its page stays and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from campaign.build.documents import Documents
from campaign.kinds import kind_of
from campaign.kinds.community import Community
from campaign.kinds.news import News
from campaign.kinds.news.facts import current, current_of
from campaign.render.edition import Edition
from editions import edition, news

OVER, LASTING = "2026-04-01-over", "2026-04-02-lasting"
NOTICE = "kind: notice\nexpires: {}"
FILES = {
    f"docs/news/{OVER}.md": news("报名通知", more=NOTICE.format("2026-04-10")),
    f"docs/news/{LASTING}.md": news("公布名单", "2026-04-02 09:00"),
    "docs/news/index.md": "---\ntitle: 动态\n---\n\n[[news]]\n",
    "docs/about/sitemap.md": "---\ntitle: 网站地图\n---\n\n[[sitemap]]\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition(tmp_path_factory.mktemp("project"), FILES)


def on(made: Edition, day: str) -> Edition:
    return Edition(replace(made.facts.unwatched, today=date.fromisoformat(day)), {})


def html(made: Edition, address: str) -> str:
    return str(Documents(made).pages()[address]().body)


@pytest.mark.parametrize(
    ("day", "listed"),
    [("2026-04-09", [LASTING, OVER]), ("2026-04-10", [LASTING]), ("2026-04-11", [LASTING])],
)
def test_from_its_day_on_no_list_names_it(made: Edition, day: str, listed: list[str]) -> None:
    seen = on(made, day)
    community = seen.site.of(Community)["alpha"]
    assert [item.id for item in current(seen.facts)] == listed
    assert [item.id for item in current_of(seen.facts, community)] == listed
    assert (OVER in html(seen, "news/")) is (OVER in listed)
    presenter = kind_of(seen.site.of(News)[OVER]).presenter
    assert next(item.title for item in presenter.items(seen)) == "公布名单"
    assert len(list(presenter.items(seen))) == len(listed)


def test_its_page_stays_and_says_so(made: Edition) -> None:
    for day, is_over in (("2026-04-09", False), ("2026-04-10", True)):
        page = html(on(made, day), f"news/{OVER}/")
        assert ("通知公告已于 2026-04-10 失效" in page) is is_over
    assert "失效" not in html(on(made, "2026-04-10"), f"news/{LASTING}/")


def test_it_is_found_by_the_search_and_programs_know_its_end(made: Edition) -> None:
    seen = on(made, "2026-04-10")
    over, lasting = (seen.site.of(News)[id] for id in (OVER, LASTING))
    presenter = kind_of(over).presenter
    assert presenter.traits(seen, over).states == ["已失效"]
    assert not presenter.traits(seen, lasting).states
    node, other = presenter.node(seen, over), presenter.node(seen, lasting)
    assert node
    assert other
    assert node["expires"] == "2026-04-10"
    assert "expires" not in other


def test_the_map_of_the_site_still_names_it(made: Edition) -> None:
    news_kind = kind_of(made.site.of(News)[OVER])
    seen = on(made, "2026-04-10")
    assert OVER in [item.id for item in news_kind.presenter.records(seen)]
