"""The desk end to end, without a browser: forms that are sent, and what becomes of files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.desk.desk import PREFIX
from desks import BETA, Answer, Office, changed, office, told_at, words
from repositories import git
from sites import ROOT

# Who


def test_the_first_run_asks_who_edits(nobody: Office) -> None:
    desk, history = nobody, nobody.root
    assert desk.get("").headers["location"] == f"{PREFIX}who"
    assert "必填" in desk.get("who").text
    desk.be("first")
    assert git(history, "config", "--local", "user.name") == "王芳"
    assert git(history, "config", "--local", "campaign.role") == "first"
    page = desk.get("")
    assert page.status == 200
    assert "王芳 · 城北街道办 · 初审" in page.text


def test_without_a_name_nobody_is_remembered(nobody: Office) -> None:
    desk = nobody
    answer = desk.post("who", [("token", desk.desk.token), ("name", " "), ("unit", "办")])
    assert "姓名和单位都要填写" in answer.text


# What the desk refuses


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("origin", "https://example.org", 403),
        ("origin", "null", 403),
        ("origin", "http://127.0.0.1:9999", 403),
        ("sec-fetch-site", "cross-site", 403),
        ("host", "example.org", 400),
    ],
)
def test_a_foreign_page_changes_nothing(here: Office, header: str, value: str, status: int) -> None:
    before = here.text(BETA)
    pairs = [*here.form("edit/community/beta", {"name": "别的社区"}), ("do", "save")]
    answer = here.ask(f"{PREFIX}edit/community/beta", pairs, {header: value})
    assert answer.status == status
    assert here.text(BETA) == before


def test_a_form_without_the_token_changes_nothing(here: Office) -> None:
    before = here.text(BETA)
    pairs = here.form("edit/community/beta", {"name": "别的社区", "token": "别的"})
    answer = here.post("edit/community/beta", pairs, "save")
    assert answer.status == 403
    assert here.text(BETA) == before


@pytest.mark.parametrize("id", ["../beta", "..%2F..%2Fsite", "nobody", "beta/../../site"])
def test_an_id_leads_nowhere_else(here: Office, id: str) -> None:
    assert here.get(f"edit/community/{id}").status == 404


@pytest.mark.parametrize("id", ["../x", "a/b", "con", "A b", "x" * 60, "index"])
def test_a_new_record_takes_no_id_that_is_none(here: Office, id: str) -> None:
    kind = "news" if id == "index" else "community"
    field = "title" if id == "index" else "name"
    answer = here.save(f"new/{kind}", {field: "新社区", "id": id}, "draft")
    assert answer.status == 200
    assert "不能作编号" in words(answer.text)


@pytest.mark.parametrize(
    ("kind", "field", "told"),
    [
        ("community", "name", "以小写字母开头，只用小写字母、数字和连字符，2 到 41 个字符，如"),
        ("news", "title", "以小写字母或数字开头，只用小写字母、数字和连字符，2 到 61 个字符，如"),
    ],
)
def test_who_writes_no_id_is_told_how_one_is_spelt(
    here: Office, kind: str, field: str, told: str
) -> None:
    answer = here.save(f"new/{kind}", {field: "新的一条", "id": "A b"}, "draft")
    assert f"“A b”不能作编号：{told}" in words(answer.text)


def test_pages_ask_no_other_host(here: Office) -> None:
    answer = here.get("edit/community/beta")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "style=" not in answer.text


def test_the_dark_colours_of_the_site_come_with_a_dark_device(here: Office) -> None:
    style = here.get("desk.css").text
    dark = re.search(r"@media \(prefers-color-scheme: dark\) \{ :root \{(.*?)\} \}", style, re.S)
    tokens = (ROOT / "hooks/theme/css/00-tokens.css").read_text(encoding="utf-8")
    assert dark
    assert "--paper:" in dark[1]
    assert f'[data-md-color-scheme="slate"] {{{dark[1]}}}' in tokens


# Saving


def test_a_field_that_is_changed_changes_its_line(here: Office) -> None:
    before = here.text(BETA)
    answer = here.save("edit/community/beta", {"name": "贝塔新社区"})
    assert answer.status == 303, words(answer.text)
    lines = changed(before, here.text(BETA))
    assert [line[0] for line in lines] == ["-", "+"]
    assert "贝塔新社区" in lines[1]
    assert git(here.root, "log", "-1", "--format=%an %s") == "王芳 社区 贝塔新社区 改：名称"
    assert git(here.root, "status", "--porcelain") == ""
    assert "贝塔新社区" in here.ask(answer.headers["location"]).text


def test_a_form_that_nobody_touched_changes_nothing(here: Office) -> None:
    head = git(here.root, "rev-parse", "HEAD")
    for kind in ("community", "honour", "speech", "org", "task", "gallery", "vocab"):
        for id in here.desk.site.kind(kind):
            path = f"edit/{kind}/{id}"
            here.post(path, here.form(path), "save")
    assert git(here.root, "diff", head) == ""
    assert git(here.root, "rev-parse", "HEAD") == head


HOSTILE = (
    *("8:30", "yes", "no", "on", "~", "null", "0523", "1_000", "2024-05-01", "=", "<<", "- a"),
    *("a: b", "a #b", "#b", "'", '"', '"quoted"', "\\n", "[甲，乙]", "{a}", "&a", "*a", "!x", "%a"),
    *(
        "@a",
        "`a`",
        "|",
        ">",
        "?",
        "甲：乙",
        "<script>alert(1)</script>",
        "</textarea>",
        "&amp;",
        "🙂",
    ),
)


def test_whatever_is_typed_comes_back(here: Office) -> None:
    """Every text from every field: three at a time, each in another one every time."""
    for place in range(len(HOSTILE)):
        texts = [*HOSTILE, *HOSTILE][place : place + 3]
        typed = dict(zip(("name", "slogan", "intro"), texts, strict=True))
        answer = here.save("edit/community/gamma", typed, "draft")
        assert answer.status == 303, (typed, words(answer.text))
        found = dict(here.form("edit/community/gamma"))
        assert {name: found[name] for name in typed} == typed


def test_lines_of_a_text_come_back(here: Office) -> None:
    typed = "第一段。\n\n第二段：\n- 甲\n- 乙"
    here.save("edit/community/gamma", {"intro": typed}, "draft")
    found = dict(here.form("edit/community/gamma"))["intro"].replace("\r\n", "\n")
    assert found.rstrip("\n") == typed


def test_without_git_it_is_saved_all_the_same(project: Path) -> None:
    desk = office(project)
    assert "没有修改记录" in desk.get("").text
    answer = desk.save("edit/community/beta", {"name": "贝塔新社区"})
    assert answer.status == 303
    assert "贝塔新社区" in desk.text(BETA)


# Lists


def test_items_are_added_moved_and_removed(here: Office) -> None:
    path = "edit/community/alpha"
    page = here.post(path, here.form(path), "add facilities")
    assert 'name="facilities.n1.name"' in page.text
    typed = {"facilities.n1.name": "丙站", "facilities.n1.kind": "服务站（service_station）"}
    moved = here.post(path, page.form(typed), "up facilities.n1")
    assert stations(moved) == ["甲站", "丙站", "乙站"]
    removed = here.post(path, moved.form(), "remove facilities.0")
    assert stations(removed) == ["丙站", "乙站"]
    assert here.post(path, removed.form(), "save").status == 303
    assert "name: 甲站" not in here.text("showcases/communities/alpha.yml")
    assert "name: 丙站" in here.text("showcases/communities/alpha.yml")


def stations(page: Answer) -> list[str]:
    """The names of the facilities in a form, in its order."""
    name = re.compile(r"facilities\.\w+\.name")
    return [value for key, value in page.form() if name.fullmatch(key)]


def test_none_is_not_the_same_as_not_said(here: Office) -> None:
    pairs = here.form("edit/community/gamma", {"teams!none": "1"})
    assert here.post("edit/community/gamma", pairs, "draft").status == 303
    assert "teams: []" in here.text("showcases/communities/gamma.yml")
    assert ("teams!none", "1") in here.form("edit/community/gamma")


# Problems


def test_a_value_that_is_refused_is_told_at_its_field(here: Office) -> None:
    before = here.text(BETA)
    answer = here.save("edit/community/beta", {"households": "约40"})
    assert answer.status == 200
    assert "约40" in told_at(answer.text, "households")
    assert 'value="约40"' in answer.text
    assert here.text(BETA) == before


def test_advice_without_a_field_is_told_above_the_form_as_advice(here: Office) -> None:
    """In the list that the script takes away when it has looked again, and not as an error."""
    page = LexborHTMLParser(here.save("edit/community/beta", {"slogan": "新"}, "check").text)
    (told,) = page.css("#messages #messages-wrong .told__item")
    assert "没有封面照片" in told.text()
    assert "told__item--warning" in str(told.attributes["class"])
    assert page.css("#messages .fault") == []


def test_a_reference_to_nothing_is_told_at_its_field(here: Office) -> None:
    answer = here.save("edit/community/beta", {"district": "没有的镇"})
    assert "没有的镇" in told_at(answer.text, "district")


def test_what_a_change_causes_elsewhere_is_told_before(here: Office) -> None:
    path = "edit/district/east"
    before = here.text("showcases/districts.yml")
    pairs = here.form("edit/vocab/community-types")
    token = next(name for name, value in pairs if name.endswith(".id") and value)
    answer = here.save("edit/vocab/community-types", {token: "renamed-type"})
    assert answer.status == 200
    assert "这样改会在别处引起" in words(answer.text)
    assert here.text("showcases/districts.yml") == before
    assert here.get(path).status == 200


def test_problems_are_told_while_somebody_types(here: Office) -> None:
    told = here.live("edit/community/beta", {"households": "约40"}, "check")
    assert "约40" in told["fields"]["f-households"][0]["message"]
    assert told["elsewhere"] == []
