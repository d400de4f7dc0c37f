"""The offline edition: unpacked, opened from the disk, clicked through."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from campaign.html import offline
from sites import build_site, tree_of

FILES = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/x.jpg", "a/c d/index.html"})


@pytest.fixture(scope="module")
def edition(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site packed, as the command does it, and unpacked again."""
    folder = tmp_path_factory.mktemp("stick")
    shutil.copytree(built / "site", folder / "site")
    offline.pack(folder / "site", folder / "示例.zip")
    with ZipFile(folder / "示例.zip") as archive:
        archive.extractall(folder)
    return folder / "示例"


# Addresses


@pytest.mark.parametrize(
    ("page", "value", "expected"),
    [
        ("index.html", ".", "./index.html"),
        ("index.html", "a/", "a/index.html"),
        ("index.html", "a", "a/index.html"),
        ("a/b/index.html", "../..", "../../index.html"),
        ("a/b/index.html", "../../", "../../index.html"),
        ("a/b/index.html", "./", "./index.html"),
        ("a/index.html", "b/?q=1#x", "b/index.html?q=1#x"),
        ("a/index.html", "x.jpg", "x.jpg"),
        ("a/index.html", "c%20d/", "c%20d/index.html"),
        ("a/index.html", "#here", "#here"),
        ("a/index.html", "?elder=1", "?elder=1"),
        ("a/index.html", "https://example.org/a/", "https://example.org/a/"),
        ("a/index.html", "tel:0000", "tel:0000"),
    ],
)
def test_an_address_names_the_file_that_a_server_would_choose(
    page: str, value: str, expected: str
) -> None:
    assert offline.address(value, page, FILES) == expected


@pytest.mark.parametrize("value", ["gone/", "../out/", "../../x.jpg"])
def test_an_address_that_leads_nowhere_is_refused(value: str) -> None:
    with pytest.raises(offline.LeadsNowhere, match=re.escape(value)):
        offline.address(value, "a/index.html", FILES)


def test_a_link_is_rewritten_and_a_script_is_not() -> None:
    html = "<a class=\"x\" href='a/'>1</a><a href=a/b/>2</a><script>var s=' href=\"a/\"'</script>"
    assert offline.page(html, "index.html", FILES) == (
        '<a class="x" href="a/index.html">1</a><a href="a/b/index.html">2</a>'
        "<script>var s=' href=\"a/\"'</script>"
    )


def test_what_an_address_holds_stays_escaped() -> None:
    html = '<a href="a/?x=&quot;&amp;y=1">1</a>'
    assert (
        offline.page(html, "index.html", FILES) == '<a href="a/index.html?x=&quot;&amp;y=1">1</a>'
    )


def test_the_name_of_the_edition_is_one_for_every_system() -> None:
    assert offline.name('某市：文明/社区 "网"') == "某市：文明-社区-网"
    assert offline.name("///") == "site"


# The zip


def test_the_same_site_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        offline.pack(built / "site", tmp_path / folder / "x.zip")
    assert (tmp_path / "one/x.zip").read_bytes() == (tmp_path / "two/x.zip").read_bytes()
    with ZipFile(tmp_path / "one/x.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {offline.BEGINNING}
        assert archive.namelist() == sorted(archive.namelist())


def test_a_link_that_leads_nowhere_leaves_no_zip(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text('<a href="gone/">x</a>')
    (tmp_path / "x.zip").write_bytes(b"yesterday")
    with pytest.raises(offline.LeadsNowhere):
        offline.pack(tmp_path / "site", tmp_path / "x.zip")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["site", "x.zip"]
    assert (tmp_path / "x.zip").read_bytes() == b"yesterday"


def test_what_only_the_web_needs_stays_out(edition: Path) -> None:
    files = tree_of(edition)
    names = "\n".join(files)
    for part in ("feed.", ".ics", "sitemap.xml", "404", "embed", "cards/", "card-"):
        assert part not in names, part
    assert "data/honours.csv" in files
    for path, data in files.items():
        if path.endswith(".html"):
            html = data.decode()
            assert not re.search(r'rel="?(canonical|alternate)|property="?og:|ld\+json', html), path
            assert "feed.xml" not in html, path
            assert "data-online" not in html, path
            assert "content-security-policy" not in html.lower(), path


def test_every_link_names_a_file(edition: Path) -> None:
    for path in edition.rglob("*.html"):
        for href in re.findall(r'\s(?:href|src)="([^"]*)"', path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:|#|\?", href):
                target = path.parent / re.split(r"[?#]", href)[0]
                assert target.is_file(), f"{path}: {href}"


def test_what_a_page_fetches_on_the_web_is_a_script(built: Path, edition: Path) -> None:
    assert not list(edition.rglob("roll.json"))
    script = (edition / "honours/roll.json.js").read_text(encoding="utf-8")
    brought = json.loads(script.partition('["roll.json"]=')[2].rstrip(";\n"))
    assert brought == json.loads((built / "site/honours/roll.json").read_text(encoding="utf-8"))
    html = (edition / "honours/index.html").read_text(encoding="utf-8")
    assert html.index("honours/roll.json.js") < html.index("assets/roll.js")


def test_a_former_address_still_leads_on(edition: Path) -> None:
    html = (edition / "communities/alpha-old/index.html").read_text()
    assert "url=../../communities/alpha/index.html" in html


def test_the_command_writes_the_edition_and_leaves_the_site_alone(project: Path) -> None:
    done = build_site(project, "zip")
    assert done.returncode == 0, done.stderr
    assert "dist/示例文明社区.zip" in done.stderr
    assert not (project / "site").exists()
    with ZipFile(project / "dist/示例文明社区.zip") as archive:
        assert "示例文明社区/index.html" in archive.namelist()


def test_an_error_in_the_content_writes_no_edition(project: Path) -> None:
    broken = project / "showcases/communities/beta.yml"
    broken.write_text(broken.read_text().replace("district: west", "district: wset"))
    assert build_site(project, "zip").returncode == 1
    assert not (project / "dist").exists()


# In a browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test when anything is missing, foreign or reported as an error."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("requestfailed", lambda r: _note(faults, r))
    page.on("request", lambda r: None if _is_local(r.url) else faults.append(r.url))
    yield page
    context.close()
    assert faults == []


def _note(faults: list[str], request: Request) -> None:
    """A request that leaving the page cut short is no fault."""
    if request.failure != "net::ERR_ABORTED":
        faults.append(f"{request.url}: {request.failure}")


def _is_local(url: str) -> bool:
    return url.startswith(("file:", "data:", "blob:"))


def test_from_home_to_a_community_to_a_photo_and_back(page: Page, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    expect(page.locator("h1")).to_contain_text("示例市")
    page.locator(".community-card a").first.click()
    expect(page.locator("h1")).to_contain_text("甲")
    page.locator("#galleries ~ .cards a").first.click()
    expect(page.locator("h1")).to_contain_text("邻里节")
    page.locator(".photos__item [data-photo]").first.click()
    expect(page.locator("dialog[open] img").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".breadcrumb a").first.click()
    expect(page.locator("h1")).to_contain_text("示例市")


def test_a_page_of_every_folder_opens_without_a_fault(page: Page, edition: Path) -> None:
    folders = {path.parent.parent: path for path in sorted(edition.rglob("index.html"))}
    assert len(folders) > 8
    for path in folders.values():
        page.goto(path.as_uri())
        expect(page.locator("h1")).to_have_count(1)


def test_a_reader_searches_from_a_disk(page: Page, edition: Path) -> None:
    page.goto((edition / "index.html").as_uri())
    page.locator("[data-search-open]").click()
    page.get_by_label("搜索词").fill("贝塔社区")
    page.locator(".search__title", has_text="贝塔社区").first.click()
    expect(page).to_have_url((edition / "communities/beta/index.html").as_uri())
    page.goto((edition / "search/index.html").as_uri() + "?q=贝塔")
    expect(page.locator(".search__title").first).to_be_visible()


def test_a_reader_filters_the_roll_from_a_disk(page: Page, edition: Path) -> None:
    page.goto((edition / "honours/index.html").as_uri())
    page.get_by_label("名称").fill("贝塔")
    rows = page.locator(".roll--found tbody tr")
    expect(rows).to_have_count(1)
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载筛选结果（CSV）").click()
    assert "贝塔社区" in saved.value.path().read_text(encoding="utf-8")
    rows.get_by_role("link").first.click()
    expect(page).to_have_url((edition / "communities/beta/index.html").as_uri())
    page.go_back()
    rows.get_by_role("link").nth(1).click()
    expect(page.locator("h1")).to_have_text("市级荣誉")
    assert page.url.startswith((edition / "honours").as_uri())


def test_a_reader_compares_communities_from_a_disk(page: Page, edition: Path) -> None:
    page.goto((edition / "communities/compare/index.html").as_uri())
    page.get_by_label("第 1 个社区").select_option("alpha")
    page.get_by_label("第 2 个社区").select_option("beta")
    page.locator(".side-by-side").get_by_role("link", name="贝塔社区").click()
    expect(page).to_have_url((edition / "communities/beta/index.html").as_uri())
