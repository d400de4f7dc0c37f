"""Every kind goes all the way: drafted, checked, shown, found, followed, given and reported."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from campaign import urls
from campaign.blocks import OWN, blocks
from campaign.build import kind_pages
from campaign.every_page import subscribe
from campaign.every_page.labels import Labels
from campaign.exchange import Exchange, opendata, tables
from campaign.kinds import BY_NAME, KINDS, NAMES, schema
from campaign.kinds.kind import Kind
from campaign.model.base import Record
from campaign.problems import errors
from campaign.reading import markup, records
from campaign.render.edition import Edition
from campaign.search.facets import Finder
from campaign.site import Site
from campaign.verbs import report
from campaign.writing import drafting
from projects import codes, load

BASIC = Path(__file__).parents[1] / "site/basic"
by_name = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
PAGED = [kind for kind in KINDS if kind.folder]
OFFERED = [(kind, name) for kind in KINDS for name in kind.blocks]


@pytest.fixture(scope="module")
def site() -> Site:
    found, problems = records.load(BASIC)
    assert found is not None
    assert errors(problems) == []
    return found.published()


@pytest.fixture(scope="module")
def edition(site: Site) -> Edition:
    return Edition(site, {})


def one(site: Site, kind: Kind[Any]) -> Record:
    """A record of the kind that readers see."""
    found: Record = next(iter(site.of(kind.model).values()))
    return found


# What a kind says of itself


def test_a_name_is_a_folder_and_a_folder_is_a_name() -> None:
    folder = Path(schema.__file__).parent
    assert {path.parent.name for path in folder.glob("*/__init__.py")} == set(NAMES)
    assert tuple(kind.name.replace("-", "_") for kind in KINDS) == NAMES


@by_name
def test_a_kind_is_the_one_of_its_folder(kind: Kind[Any]) -> None:
    assert kind.model.__module__ == f"campaign.kinds.{kind.name.replace('-', '_')}.record"
    assert BY_NAME[kind.name] is kind
    assert kind.label


def test_no_two_kinds_have_one_place() -> None:
    for places in ([k.pattern for k in KINDS], [k.model.kind for k in KINDS]):
        assert len(places) == len(set(places))
    offered = [name for _, name in OFFERED] + list(OWN)
    assert len(offered) == len(set(offered))


@by_name
def test_what_it_can_show_is_what_it_offers(kind: Kind[Any]) -> None:
    assert set(kind.presenter.blocks) == set(kind.blocks)


# From a draft to the report


@pytest.mark.parametrize("name", drafting.CHOICES)
def test_a_draft_passes_its_checks(tmp_path: Path, name: str) -> None:
    ids = {kind.name: "city-honour/new" for kind in KINDS if kind.parent_field}
    found, _ = records.load(BASIC)
    path = drafting.new(tmp_path, found, name, ids.get(name, "new-one"))
    text = (tmp_path / path).read_text(encoding="utf-8")
    assert text.count(BY_NAME[name].label) >= 1
    kind_files = {str(path): text}
    _, problems = load(tmp_path / "site", kind_files)
    own = [p for p in problems if p.path == str(path)]
    assert [code for code in codes(errors(own)) if code != "V03a"] == []


@by_name
def test_the_tiny_site_has_one_of_it(kind: Kind[Any], site: Site) -> None:
    assert one(site, kind)


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.name)
def test_it_has_a_page_that_names_it(kind: Kind[Any], edition: Edition) -> None:
    record = one(edition.site, kind)
    if kind.is_entry:
        page = str(kind.presenter.around(edition, record, "文", ()))
    else:
        page = str(kind_pages.pages(edition)[urls.url(record)]().body)
    assert "<h1" in page
    assert Labels(edition.site).record(urls.url(record)) is record


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.name)
def test_a_page_is_where_its_address_says(kind: Kind[Any], edition: Edition) -> None:
    for address, make in kind.presenter.pages(edition).items():
        page = make()
        assert page.path == address
        assert page.source.startswith("showcases/")


@by_name
def test_texts_link_to_it_where_they_may(kind: Kind[Any], edition: Edition) -> None:
    record = one(edition.site, kind)
    html = str(edition.prose(f"见[]({kind.name}:{record.id})。", ""))
    assert ("<a " in html) == (kind.name in markup.LINK_KINDS)


@pytest.mark.parametrize(("kind", "name"), OFFERED, ids=lambda value: getattr(value, "name", value))
def test_each_of_its_blocks_can_be_shown(kind: Kind[Any], name: str, edition: Edition) -> None:
    options = kind.blocks[name]
    chosen = {
        option: values[0] if isinstance(values, tuple) else "2"
        for option, values in options.items()
    }
    assert str(blocks.render(edition, name, "../", chosen)).strip()


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.name)
def test_the_search_finds_it_in_its_column(kind: Kind[Any], edition: Edition) -> None:
    record = one(edition.site, kind)
    found = Finder(edition).facets(urls.url(record), record.heading)
    assert found.filters["栏目"]
    assert set(found.sorts) == {"date", "level", "name"}


def test_what_is_followed_has_something_to_follow(edition: Edition) -> None:
    made, followed = Exchange(edition), subscribe.followed(edition)
    assert len(followed) > 1
    for address in followed:
        assert made.feed(address).items, address


def test_every_table_is_written_and_explained(edition: Edition) -> None:
    written = {output.path: output.data for output in opendata.outputs(edition)}
    for table in tables.tables():
        data = written[urls.table(table.name, "json")]
        assert isinstance(data, bytes)
        names = {column["name"] for column in json.loads(data)["columns"]}
        assert names == {column.name for column in table.columns}


@by_name
def test_editors_are_told_of_its_fields(kind: Kind[Any]) -> None:
    table = next(table for table in schema.field_tables() if table["id"] == kind.name)
    assert table["name"] == kind.label
    assert table["fields"]
    paths = {output.path for output in schema.schemas()}
    name = kind.list_key or kind.name
    assert (f"{schema.FOLDER}/{name}.schema.json" in paths) != kind.is_entry


@by_name
def test_the_report_counts_the_reviewed(kind: Kind[Any], site: Site) -> None:
    html = report.page(site, [], [])
    rows = re.findall(r"<th scope=\"row\">([^<]+)</th>", html)
    assert (kind.label in rows) == kind.is_reviewed
