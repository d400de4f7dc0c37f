"""From files to a site: what is read, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.kinds.community import Community
from campaign.kinds.district import District
from campaign.kinds.gallery import Gallery
from campaign.kinds.honour import Honour
from campaign.kinds.news import News
from campaign.model.partial_date import PartialDate
from campaign.problems import Problem
from campaign.reading import characters, records
from campaign.reading.records import KINDS, Kind
from campaign.site import Site
from projects import BASE, INTRO, REVIEW, project, write
from test_yamltext import is_told_well, thorough, yaml_like

BETA = "showcases/communities/beta.yml"
COMMUNITY = f"name: 乙社区\ndistrict: west\ntype: old\nest: 2024-05\nintro: {INTRO}\n{REVIEW}"
NEWS = "docs/news/2026-04-01-item.md"
ENTRY = f"---\ntitle: 动态\npublished: 2026-04-01 09:00\nsource: 示例办\n{REVIEW}---\n\n正文\n"
PROFILE = BASE["showcases/deploy/demo.yml"]
FILES = (
    "showcases/site.yml",
    "showcases/deploy/demo.yml",
    "showcases/districts.yml",
    "showcases/vocab/reasons.yml",
    "showcases/honours/city/alpha.yml",
    "showcases/galleries/fair/gallery.yml",
    BETA,
    NEWS,
    "docs/index.md",
)


def load(root: Path, files: dict[str, str | bytes | None]) -> tuple[Site, list[Problem]]:
    site, problems = records.load(project(root, files))
    assert site is not None
    return site, problems


def told(problems: list[Problem]) -> list[tuple[str, str, int]]:
    return [(found.code, found.path, found.line) for found in problems]


def test_scalars_survive_from_the_file_to_the_record(tmp_path: Path) -> None:
    facilities = (
        "facilities:\n"
        "  - {kind: station, name: no, area_m2: 75.60, hours: 8:30, open_to_minors: no, "
        "accessible: yes}\n"
        "  - {kind: station, name: 0x1F, area_m2: 46, hours: 12:30, open_to_minors: 否}\n"
        "services:\n"
        "  - {name: 1e3, kind: welfare, phone: 05231234567, time: 1_000}\n"
        "committee: {address: 1:30, phone: 0523-1234567, hours: 0830}\n"
    )
    site, problems = load(tmp_path, {BETA: COMMUNITY + facilities})
    beta = site.of(Community)["beta"]
    first, second = beta.facilities
    assert problems == []
    assert (first.name, first.hours, first.open_to_minors, first.accessible) == (
        *("no", "8:30", False, True),
    )
    assert (str(first.area_m2), second.area_m2) == ("75.60", Decimal(46))
    assert (second.name, second.hours, second.open_to_minors) == ("0x1F", "12:30", False)
    service = beta.services[0]
    assert (service.name, service.phone, service.time) == ("1e3", "05231234567", "1_000")
    assert beta.committee is not None
    assert (beta.committee.address, beta.committee.phone, beta.committee.hours) == (
        *("1:30", "0523-1234567", "0830"),
    )
    assert (beta.est, str(beta.est)) == (PartialDate(2024, 5), "2024-05")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_files_of_every_editor_read_alike(tmp_path: Path, encoding: str, line_break: str) -> None:
    def saved(text: str) -> bytes:
        return text.replace("\n", line_break).encode(encoding)

    site, problems = load(tmp_path / "a", {BETA: saved(COMMUNITY), NEWS: saved(ENTRY)})
    plain, _ = load(tmp_path / "b", {BETA: COMMUNITY, NEWS: ENTRY})
    assert problems == []
    assert site.of(Community) == plain.of(Community)
    assert site.of(News) == plain.of(News)
    assert site.origins == plain.origins
    assert site.origins["news", "2026-04-01-item"].body == "\n正文\n"


def test_a_record_saved_as_gbk_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    site, problems = load(tmp_path, {BETA: COMMUNITY.encode("gbk")})
    assert told(problems) == [("Y02", BETA, 1)]
    assert set(site.of(Community)) == {"alpha"}


def test_a_file_of_more_than_half_a_megabyte_is_refused(tmp_path: Path) -> None:
    _, problems = load(tmp_path, {BETA: COMMUNITY + "#" * characters.MAX_BYTES})
    assert told(problems) == [("Y08", BETA, 1)]


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("showcases/communities/alpha.yml", "alpha"),
        ("showcases/honours/city/alpha.yml", "city/alpha"),
        ("showcases/galleries/fair/gallery.yml", "fair"),
        ("docs/news/2026-04-01-item.md", "2026-04-01-item"),
    ],
)
def test_the_name_of_the_file_or_folder_is_the_id(path: str, id: str) -> None:
    (kind,) = (kind for kind in KINDS if PurePosixPath(path).match(kind.pattern))
    assert kind.id_of(PurePosixPath(path)) == id


def test_the_folder_is_the_kind_of_an_honour(tmp_path: Path) -> None:
    honour = "subject: {type: city, name: 示例市}\nevents: [{on: 2024-05-01, type: named}]\n"
    site, problems = load(tmp_path, {"showcases/honours/city/town.yml": honour})
    found = site.of(Honour)["city/town"]
    assert isinstance(found, Honour)
    assert (found.honour_kind, problems) == ("city", [])


def test_every_problem_is_found_and_not_only_the_first(tmp_path: Path) -> None:
    broken = "name: 乙社区\nname: 丙社区\ndistrict: [west]\ntyp: old\nest: 五月\n"
    _, problems = load(tmp_path, {BETA: broken, NEWS: "正文", "showcases/x.txt": ""})
    assert sorted(told(problems)) == [
        ("V04", BETA, 4),
        ("V05", BETA, 2),
        ("V06c", BETA, 1),
        ("V06c", BETA, 1),
        ("V06h", BETA, 5),
        ("V06i", BETA, 3),
        ("Y13", "showcases/x.txt", 1),
        ("Y17", NEWS, 1),
    ]


def test_a_broken_item_leaves_the_rest_of_its_list(tmp_path: Path) -> None:
    districts = "districts:\n  - 东镇\n  - {id: west}\n  - {id: east, name: 东镇}\n"
    site, problems = load(tmp_path, {"showcases/districts.yml": districts})
    assert [code for code, _, _ in told(problems)] == ["V06k", "V06c"]
    assert set(site.of(District)) == {"east"}


def test_the_first_of_two_records_with_one_id_stays(tmp_path: Path) -> None:
    districts = "districts:\n  - {id: east, name: 一}\n  - {id: east, name: 二}\n"
    site, problems = load(tmp_path, {"showcases/districts.yml": districts})
    assert [code for code, _, _ in told(problems)] == ["V02a"]
    assert site.of(District)["east"].name == "一"


def test_an_item_without_an_id_is_told_so(tmp_path: Path) -> None:
    districts = "districts:\n  - {id: east, name: 东镇}\n  - {id: , name: 西镇}\n"
    _, (found,) = load(tmp_path, {"showcases/districts.yml": districts})
    assert (found.code, found.line) == ("V06c", 3)
    assert "None" not in found.message()


def test_lines_lead_to_the_field_in_its_file(tmp_path: Path) -> None:
    site, _ = load(tmp_path, {NEWS: ENTRY})
    entry = site.of(News)["2026-04-01-item"]
    assert isinstance(entry, News)
    origin = site.origin(entry)
    assert (origin.line(("published",)), origin.line(("review", 2, "at"))) == (3, 8)
    assert (origin.body, origin.body_line) == ("\n正文\n", 10)
    assert site.origin(site.of(District)["west"]).line(("name",)) == 3


def test_pages_of_a_column_are_no_entries(tmp_path: Path) -> None:
    site, problems = load(
        tmp_path,
        {
            "docs/news/index.md": "---\ntitle: 动态\n---\n",
            "docs/news/by-year.md": "# 按年份\n",
            "docs/about/draft.md": "---\nstatus: draft\n---\n",
            "docs/about/inside.md": "---\nvisibility: internal\n---\n",
        },
    )
    assert problems == []
    assert site.of(News) == {}
    assert {name for name, page in site.prose.items() if page.is_released} == {
        *("index.md", "news/index.md", "news/by-year.md"),
    }
    assert site.prose["news/index.md"].title == "动态"
    assert site.prose["news/by-year.md"].title == "按年份"


@pytest.mark.parametrize(
    ("name", "is_page"),
    [("index.md", True), ("shell.md", True), ("by-year.md", True), ("2026-04-01-by-bus.md", False)],
)
def test_column_pages_are_known_by_their_names(name: str, is_page: bool) -> None:
    assert records.is_column_page(name) is is_page


def test_a_folder_of_pictures_belongs_to_its_gallery(tmp_path: Path) -> None:
    site, problems = load(
        tmp_path,
        {
            "showcases/galleries/fair/gallery.yml": "title: 邻里节\ndate: 2026-03-01\n",
            "showcases/galleries/fair/a.JPG": "",
            "showcases/galleries/fair/b.webp": "",
            "showcases/galleries/fair/raw.psd": "",
            "showcases/schema/community.schema.json": "{}",
            "showcases/.gitkeep": "",
        },
    )
    assert told(problems) == [("Y13", "showcases/galleries/fair/raw.psd", 1)]
    assert isinstance(site.of(Gallery)["fair"], Gallery)


def test_the_day_is_the_one_given_else_the_profiles(tmp_path: Path) -> None:
    root = project(tmp_path)
    given_day, _ = records.load(root, today=date(2030, 1, 1))
    fixed, _ = records.load(root)
    assert given_day is not None
    assert fixed is not None
    assert (given_day.today, fixed.today) == (date(2030, 1, 1), date(2026, 4, 20))


def test_the_profile_is_the_one_asked_for_else_demo_else_public(tmp_path: Path) -> None:
    root = project(tmp_path, {"showcases/deploy/public.yml": PROFILE})
    asked, _ = records.load(root, "public")
    first, _ = records.load(root)
    assert asked is not None
    assert first is not None
    assert (asked.profile.id, first.profile.id) == ("public", "demo")
    left, _ = records.load(write(root, {"showcases/deploy/demo.yml": None}))
    assert left is not None
    assert left.profile.id == "public"


def test_an_unknown_profile_is_an_error_that_names_the_others(tmp_path: Path) -> None:
    site, (found,) = records.load(project(tmp_path), "nowhere")
    assert site is None
    assert (found.code, found.path) == ("Y16", "showcases/deploy/nowhere.yml")
    assert "demo" in found.remedy()


def test_an_unknown_profile_is_an_error_beside_a_warning_about_another(tmp_path: Path) -> None:
    root = project(tmp_path, {"showcases/deploy/demo.yml": PROFILE + "organiser: 甲 #乙\n"})
    site, problems = records.load(root, "nowhere")
    assert site is None
    assert [found.code for found in problems] == ["Y14", "Y16"]


@pytest.mark.parametrize("name", ["showcases/site.yml", "showcases/deploy/demo.yml"])
def test_broken_settings_leave_no_site_and_one_explanation(tmp_path: Path, name: str) -> None:
    site, problems = records.load(project(tmp_path, {name: "colour: red\n"}))
    assert site is None
    assert {found.path for found in problems} == {name}
    assert "V04" in {found.code for found in problems}


def test_an_empty_folder_is_told_what_is_missing(tmp_path: Path) -> None:
    site, problems = records.load(tmp_path)
    assert site is None
    assert {found.code for found in problems} == {"Y15", "Y16"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.model.kind)
def test_a_record_without_fields_is_told_each_that_it_needs(tmp_path: Path, kind: Kind) -> None:
    path = kind.pattern.replace("*", "empty")
    text = "---\n---\n" if kind.is_entry else "{}\n"
    if kind.list_key:
        text = f"{kind.list_key}:\n  - {{id: empty}}\n"
    site, problems = load(tmp_path, {path: text})
    needed = {
        field.alias or name
        for name, field in kind.model.model_fields.items()
        if field.is_required()
    }
    missing = {found.values["field"] for found in problems if found.code == "V06c"}
    assert missing == needed
    assert needed
    assert "empty" not in site.kind(kind.model.kind)


def test_a_page_whose_front_matter_is_broken_is_told_once_and_left_aside(tmp_path: Path) -> None:
    page = {"docs/about/a.md": "---\ntitle: 关于\n", "docs/about/b.md": "---\ntitle: 又\n---\n"}
    site, problems = records.load(project(tmp_path, page))
    assert told(problems) == [("Y18", "docs/about/a.md", 1)]
    assert site is not None
    assert sorted(site.prose) == ["about/b.md", "index.md"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@settings(thorough, max_examples=80)
@given(name=st.sampled_from(FILES), text=yaml_like, fenced=st.booleans())
def test_any_text_in_any_file_is_read_or_refused_with_words(
    folder: Path, name: str, text: str, fenced: bool
) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as root:
        content = f"---\n{text}\n---\n{text}" if fenced else text
        project(Path(root), {name: content.encode()})
        site, problems = records.load(Path(root))
        assert all(is_told_well(found, name) for found in problems if found.code != "Y16")
        assert site is not None or problems
