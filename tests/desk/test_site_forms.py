"""Settings, pages and deployments in forms: what is typed changes its own lines and no other."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path

import pytest

from campaign.desk import editing, sheet_page
from campaign.desk.openable import UNASKED, every, kind_at
from campaign.desk.saving import Outcome
from campaign.desk.sheet import Sheet
from campaign.model.settings import Settings
from desks import Office, changed, office, told_at, words
from repositories import git
from sending import sent
from sites import ROOT

SETTINGS, DEMO = "showcases/site.yml", "showcases/deploy/demo.yml"
HOME = "docs/index.md"
OF_THE_SAMPLE = ("build_site.py", "mkdocs.yml", "hooks", "docs", "showcases")


@pytest.fixture(scope="module")
def sample(showcase: Path, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A desk over the content of this repository, with what its build has kept."""
    root = tmp_path_factory.mktemp("sample")
    for name in OF_THE_SAMPLE:
        copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copied(ROOT / name, root / name)
    published = shutil.ignore_patterns("site")
    shutil.copytree(showcase / ".cache", root / ".cache", ignore=published)
    return office(root)


# Every file


def test_every_file_of_the_content_has_a_form(sample: Office) -> None:
    engine = ("docs/dev/", "docs/guide/", "showcases/schema/")
    found = {
        path.relative_to(sample.root).as_posix()
        for folder, endings in (("docs", "*.md"), ("showcases", "*.yml"))
        for path in (sample.root / folder).rglob(endings)
    }
    assert [
        path for path in sorted(found) if not path.startswith(engine) and kind_at(path) is None
    ] == []


def test_what_nobody_touched_stays_byte_for_byte(sample: Office) -> None:
    named = list(every(sample.desk.site))
    assert {item.kind for item in named} == {"site", "page", "profile"}
    for item in named:
        base = editing.opened(sample.desk.site, item.kind, item.id)
        shown = sheet_page.page(Outcome(Sheet(sample.desk, base)), None, "key", False)
        given = Sheet(sample.desk, base, sent(shown), True)
        assert (given.data, given.body) == (base.data, base.body), item.path
        assert editing.rewrite(sample.root, base, given.data, given.body).after == base.raw


@pytest.mark.parametrize(
    ("form", "path", "typed", "line"),
    [
        ("site/site", SETTINGS, {"motto": "和和美美"}, "motto: 和和美美"),
        ("site/site", SETTINGS, {"columns.1.stale_days": "90"}, "    stale_days: 90"),
        ("profile/demo", DEMO, {"address": "和澜市新路 2 号"}, "address: 和澜市新路 2 号"),
        ("page/news/index", "docs/news/index.md", {"title": "新动态"}, "title: 新动态"),
        ("page/index", HOME, {"description": "一句话。"}, "description: 一句话。"),
    ],
)
def test_one_field_changes_its_line_alone(
    sample: Office, form: str, path: str, typed: dict[str, str], line: str
) -> None:
    before = sample.text(path)
    answer = sample.save(f"edit/{form}", typed)
    assert answer.status == 303, words(answer.text)
    lines = changed(before, sample.text(path))
    assert [item[0] for item in lines] == ["-", "+"]
    assert lines[1] == f"+{line}"


def test_a_text_of_a_page_leaves_its_front_matter(sample: Office) -> None:
    path = "docs/about/index.md"
    before = sample.text(path)
    typed = dict(sample.form("edit/page/about/index"))["body"].replace("怎样纠错", "怎样改错")
    more = f"{typed.rstrip()}\n\n新的一段。\n"
    assert sample.save("edit/page/about/index", {"body": more}).status == 303
    assert changed(before, sample.text(path)) == ["+", "+新的一段。"]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_a_page_without_front_matter_gets_some_and_keeps_every_byte(
    here: Office, mark: bytes, ending: bytes
) -> None:
    path, form = "docs/about/bare.md", "edit/page/about/bare"
    text = "# 说明  \n\n第一段。\n\n\n* 一\n* 二".encode().replace(b"\n", ending)
    (here.root / path).write_bytes(mark + text)
    here.desk.changed([path])
    assert here.save(form, {}).status == 303
    assert (here.root / path).read_bytes() == mark + text
    assert here.save(form, {"title": "说明: 一", "description": "怎样用。"}).status == 303
    told = '---\ntitle: "说明: 一"\ndescription: 怎样用。\n---\n'.encode().replace(b"\n", ending)
    assert (here.root / path).read_bytes() == mark + told + text
    body = dict(here.form(form))["body"]
    assert here.save(form, {"body": f"{body}新"}).status == 303
    assert (here.root / path).read_bytes() == mark + told + text + "新".encode() + ending


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("inside", ["", "\n", "# 以后再填\n"])
def test_empty_front_matter_is_filled_and_every_other_byte_kept(
    here: Office, mark: bytes, ending: bytes, inside: str
) -> None:
    path, form = "docs/about/bare.md", "edit/page/about/bare"

    def file(told: str, more: str = "") -> bytes:
        text = f"---\n{inside}{told}---\n\n# 说明  \n\n\n* 一\n* 二{more}"
        return mark + text.encode().replace(b"\n", ending)

    (here.root / path).write_bytes(file(""))
    here.desk.changed([path])
    assert here.save(form, {}).status == 303
    assert (here.root / path).read_bytes() == file("")
    assert here.save(form, {"title": "说明: 一", "description": "怎样用。"}).status == 303
    told = 'title: "说明: 一"\ndescription: 怎样用。\n'
    assert (here.root / path).read_bytes() == file(told)
    (here.root / path).write_bytes(file(""))
    here.desk.changed([path])
    body = dict(here.form(form))["body"]
    assert here.save(form, {"title": "说明: 一", "body": f"{body}新"}).status == 303
    assert (here.root / path).read_bytes() == file('title: "说明: 一"\n', "新\n")


def test_words_of_the_same_meaning_are_one_line(here: Office) -> None:
    page = here.post("edit/site/site", here.form("edit/site/site"), "add synonyms")
    pairs = page.form({"synonyms.n1": "居委、居委会，村委会"})
    assert here.post("edit/site/site", pairs, "save").status == 303
    assert here.desk.site.settings.synonyms == [["居委", "居委会", "村委会"]]
    assert ("synonyms.0", "居委、居委会、村委会") in here.form("edit/site/site")


# What is seen, and what is wrong


def test_the_preview_has_the_new_words_on_every_page(here: Office) -> None:
    told = here.live("edit/site/site", {"short_name": "新短名"}, "look")
    page = here.ask(told["address"]).text
    assert "新短名" in page
    assert "新短名" not in here.text(SETTINGS)


def test_the_preview_of_a_page_is_that_page(here: Office) -> None:
    uri = next(item for item in every(here.desk.site) if item.kind == "page" and item.id != "index")
    told = here.live(f"edit/page/{uri.id}", {"body": "# 标题\n\n改过的一段。\n"}, "look")
    assert "改过的一段。" in here.ask(told["address"]).text


@pytest.mark.parametrize(
    ("form", "typed", "at", "said"),
    [
        ("site/site", {"featured.photo": "没有/这张"}, "featured.photo", "没有/这张"),
        ("site/site", {"backdate_days": "很多"}, "backdate_days", "很多"),
        ("profile/demo", {"postcode": "12"}, "postcode", "12"),
        ("profile/demo", {"base_url": "https://example.org"}, "base_url", "以 / 结尾"),
        ("profile/demo", {"repository": "example/a"}, "repository", "仓库首页的网址"),
        ("page/index", {"body": "[[nonsense]]\n"}, "body", "nonsense"),
    ],
)
def test_a_problem_stands_at_its_field(
    here: Office, form: str, typed: dict[str, str], at: str, said: str
) -> None:
    here.be("final")
    answer = here.save(f"edit/{form}", typed)
    assert answer.status == 200
    assert said in told_at(answer.text, at), words(answer.text)
    assert git(here.root, "status", "--porcelain") == ""


# History, clashes, and who may


def test_a_save_is_a_commit_and_can_be_taken_back(here: Office) -> None:
    before = here.text(SETTINGS)
    assert here.save("edit/site/site", {"motto": "新的口号"}).status == 303
    assert git(here.root, "log", "-1", "--format=%an %s") == "王芳 网站设置 改：城市口号"
    assert here.desk.site.settings.motto == "新的口号"
    history = here.get("history/site/site")
    assert "新的口号" in words(history.text)
    commit = git(here.root, "rev-parse", "HEAD")
    pairs = [("token", here.desk.token), ("back", commit)]
    assert here.post("history/site/site", pairs).status == 303
    assert here.text(SETTINGS) == before


def test_two_changes_of_the_settings_are_joined_or_asked_about(here: Office) -> None:
    motto, city = (here.form("edit/site/site", {key: "我的"}) for key in ("motto", "city"))
    assert here.save("edit/site/site", {"motto": "他的"}).status == 303
    assert here.post("edit/site/site", city, "save").status == 303
    settings = here.desk.site.settings
    assert (settings.motto, settings.city) == ("他的", "我的")
    asked = here.post("edit/site/site", motto, "save")
    assert asked.status == 200
    assert "用对方的：他的" in words(asked.text)
    assert here.desk.site.settings.motto == "他的"


def test_only_the_last_reviewer_changes_a_deployment(here: Office) -> None:
    before = here.text(DEMO)
    page = here.get("edit/profile/demo")
    assert "只有终审能保存" in words(page.text)
    assert 'value="save"' not in page.text
    answer = here.save("edit/profile/demo", {"sponsor": "别的办"})
    assert (answer.status, here.text(DEMO)) == (200, before)
    here.be("final")
    assert here.save("edit/profile/demo", {"sponsor": "别的办"}).status == 303
    commit = git(here.root, "rev-parse", "HEAD")
    here.be("editor")
    pairs = [("token", here.desk.token), ("back", commit)]
    assert "只有终审能保存" in words(here.post("history/profile/demo", pairs).text)
    assert "别的办" in here.text(DEMO)


@pytest.mark.parametrize("do", ["pass", "back"])
def test_what_has_no_reviews_is_neither_approved_nor_sent_back(here: Office, do: str) -> None:
    here.be("first")
    before = git(here.root, "rev-parse", "HEAD")
    answer = here.save("edit/site/site", {"motto": "和和美美"}, do)
    assert answer.status == 200
    assert "这一类内容不用审核" in words(answer.text)
    answer = here.post("review/site/site", [*here.form("edit/site/site"), ("note", "看过")], do)
    assert answer.status == 200
    assert "这一类内容不用审核" in words(answer.text)
    assert git(here.root, "rev-parse", "HEAD") == before
    assert "和和美美" not in here.text(SETTINGS)


def test_what_has_no_reviews_is_saved_and_that_is_said(here: Office) -> None:
    answer = here.save("edit/site/site", {"motto": "和和美美"}, "hand-in")
    page = words(here.ask(answer.headers["location"]).text)
    assert "已保存。" in page
    assert "已交稿" not in page


def test_nothing_of_the_site_itself_is_deleted(here: Office) -> None:
    for path, file in (("site/site", SETTINGS), ("profile/demo", DEMO), ("page/index", HOME)):
        assert f"remove/{path}" not in here.get(f"edit/{path}").text
        pairs = [("token", here.desk.token), ("sure", "yes")]
        assert here.post(f"remove/{path}", pairs).status == 200
        assert (here.root / file).is_file()


@pytest.mark.parametrize(
    "path",
    [
        *("page/../showcases/site", "page/guide/index", "page/nobody", "profile/../site"),
        *("site/other", "page//guide/index", "page/./guide/index", "page//news/2026-04-01-first"),
    ],
)
def test_no_other_file_is_opened(here: Office, path: str) -> None:
    assert here.get(f"edit/{path}").status == 404


def test_the_form_leaves_out_what_is_not_heeded(here: Office) -> None:
    names = {name.partition(".")[0] for name, _ in here.form("edit/site/site")}
    assert names.isdisjoint(UNASKED)
    assert {"name", "motto", "campaign"} <= names & Settings.model_fields.keys()


# Ways there


def test_it_is_on_the_first_page_and_found_by_name(here: Office) -> None:
    first = here.get("").text
    for url in ("edit/site/site", "all/page", "all/profile"):
        assert f'href="/-/desk/{url}"' in first
        assert here.get(url).status == 200
    for question, url in (
        ("网站设置", "edit/site/site"),
        ("wzsz", "edit/site/site"),
        ("首页", "edit/page/index"),
        ("demo", "edit/profile/demo"),
    ):
        assert url in here.get(f"find?q={question}").text, question


def test_what_is_changed_waits_to_be_published(here: Office) -> None:
    git(here.root, "config", "campaign.branch", "chengbei")
    git(here.root, "config", "campaign.published", "main")
    assert here.save("edit/site/site", {"motto": "待发布的口号"}).status == 303
    page = here.get("review/site/site")
    assert page.status == 200
    assert "待发布的口号" in words(page.text)
    assert "review/site/site" in here.get("").text


def test_no_page_that_the_site_needs_can_be_taken_out_of_it(here: Office) -> None:
    for id in ("index", "elder/index", "news/index"):
        names = {name for name, _ in here.form(f"edit/page/{id}")}
        assert names.isdisjoint({"status", "visibility"})
        here.save(f"edit/page/{id}", {"status": "draft"})
        assert "draft" not in here.text(f"docs/{id}.md")
