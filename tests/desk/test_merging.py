"""Two states of a file put together: by fields where people fill in forms, and never by halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.desk.versions.git import Git
from campaign.desk.versions.merging import NoForm, Result, Sides, merged
from campaign.desk.versions.threeway import Clash, joined

COMMUNITY = "showcases/communities/alpha.yml"
ORGS = "showcases/orgs.yml"
SPEECH = "docs/speeches/2026-04-09-a.md"
WAS = "# 说明\nname: 甲\nest: 2001\nslogan: 好\n"
LISTED = "orgs:\n  - {id: a, name: 甲}\n  - {id: b, name: 乙}\n"
ARTICLE = "---\ntitle: 讲话\nspeaker: 某\n---\n\n一\n\n二\n\n三\n"


def put(path: str, was: str | None, ours: str | None, theirs: str | None, **picks: str) -> Result:
    """A file put together; a pick is named by the field alone."""
    states = (None if text is None else text.encode() for text in (was, ours, theirs))
    sides = Sides(Git(Path.cwd()), path, *states)
    first = merged(sides, {})
    if not picks:
        return first
    named = {item.name: picks[item.clash.key or "whole"] for item in first.questions}
    return merged(sides, named)


def text(result: Result) -> str:
    assert result.data is not None
    assert all(question.picked for question in result.questions)
    return result.data.decode()


# Fields


def test_neighbouring_fields_are_joined_where_lines_meet() -> None:
    ours = WAS.replace("2001", "2002")
    theirs = WAS.replace("甲", "甲新").replace("slogan: 好\n", "slogan: 更好\n")
    made = text(put(COMMUNITY, WAS, ours, theirs))
    assert made == "# 说明\nname: 甲新\nest: 2002\nslogan: 更好\n"


@pytest.mark.parametrize(("pick", "kept"), [("ours", "2002"), ("theirs", "2003")])
def test_one_field_is_asked_about_and_the_others_are_joined(pick: str, kept: str) -> None:
    ours = WAS.replace("2001", "2002").replace("好", "很好")
    theirs = WAS.replace("2001", "2003").replace("甲", "甲新")
    (question,) = put(COMMUNITY, WAS, ours, theirs).questions
    assert question.clash == Clash("est", "2003", "2002")
    made = text(put(COMMUNITY, WAS, ours, theirs, est=pick))
    assert made == f"# 说明\nname: 甲新\nest: {kept}\nslogan: 很好\n"


def test_comments_of_both_stay_or_a_person_is_asked() -> None:
    ours = WAS.replace("est: 2001", "est: 2001 # 查过")
    assert "# 查过" in text(put(COMMUNITY, WAS, ours, WAS.replace("好", "更好")))
    assert "# 查过" in text(put(COMMUNITY, WAS, WAS.replace("好", "更好"), ours))
    with pytest.raises(NoForm):
        put(COMMUNITY, WAS, ours, WAS.replace("好", "更好 # 问过"))


def test_line_ends_of_the_others_stay() -> None:
    theirs = WAS.replace("甲", "甲新").replace("\n", "\r\n")
    made = text(put(COMMUNITY, WAS, WAS.replace("2001", "2002"), theirs))
    assert made == "# 说明\r\nname: 甲新\r\nest: 2002\r\nslogan: 好\r\n"


@pytest.mark.parametrize(("pick", "stays"), [("ours", False), ("theirs", True)])
def test_a_record_that_one_side_took_away_is_asked_about(pick: str, stays: bool) -> None:
    result = put(COMMUNITY, WAS, None, WAS.replace("甲", "甲新"), whole=pick)
    assert (result.data is not None) is stays
    result = put(COMMUNITY, WAS, WAS.replace("甲", "甲新"), None, whole=pick)
    assert (result.data is not None) is not stays


def test_a_record_that_both_sides_began_is_joined() -> None:
    made = put(COMMUNITY, None, "name: 甲\nest: 2001\n", "name: 甲\nslogan: 好\n")
    assert text(made) == "name: 甲\nest: 2001\nslogan: 好\n"


# Files of many records


def test_records_that_both_sides_added_are_all_there() -> None:
    ours = LISTED + "  - {id: c, name: 丙}\n"
    theirs = LISTED.replace("甲", "甲新") + "  - {id: d, name: 丁}\n"
    made = text(put(ORGS, LISTED, ours, theirs))
    assert made == theirs + "  - {id: c, name: 丙}\n"


def test_in_a_file_of_many_one_record_is_asked_about() -> None:
    ours, theirs = LISTED.replace("乙", "乙一"), LISTED.replace("乙", "乙二").replace("甲", "甲新")
    (question,) = put(ORGS, LISTED, ours, theirs).questions
    assert (question.record.id, question.clash.key) == ("b", "name")
    made = text(put(ORGS, LISTED, ours, theirs, name="ours"))
    assert made == LISTED.replace("甲", "甲新").replace("乙", "乙一")


def test_a_record_goes_from_a_file_of_many() -> None:
    ours = "orgs:\n  - {id: b, name: 乙}\n"
    made = text(put(ORGS, LISTED, ours, LISTED.replace("乙", "乙新")))
    assert made == "orgs:\n  - {id: b, name: 乙新}\n"


# Articles and other files


def test_two_paragraphs_of_a_text_are_joined() -> None:
    ours, theirs = ARTICLE.replace("一", "一一"), ARTICLE.replace("三", "三三")
    assert text(put(SPEECH, ARTICLE, ours, theirs)) == theirs.replace("一", "一一")


def test_one_paragraph_of_a_text_is_asked_about() -> None:
    ours, theirs = ARTICLE.replace("二", "二一"), ARTICLE.replace("二", "二二")
    theirs = theirs.replace("某", "某人")
    (question,) = put(SPEECH, ARTICLE, ours, theirs).questions
    assert question.clash.key == "body"
    made = text(put(SPEECH, ARTICLE, ours, theirs, body="ours"))
    assert made == ARTICLE.replace("二", "二一").replace("某", "某人")


def test_a_page_without_a_form_is_joined_by_lines_or_not_at_all() -> None:
    page, path = "一\n\n二\n\n三\n", "docs/guide/desk.md"
    ours = page.replace("一", "一一")
    assert text(put(path, page, ours, page.replace("三", "三三"))).startswith("一一")
    with pytest.raises(NoForm):
        put(path, page, ours, page.replace("一", "一二"))


@pytest.mark.parametrize("front", ["", "---\ntitle: 页\n---\n\n"])
def test_a_page_is_joined_by_lines_or_asked_about(front: str) -> None:
    page, path = f"{front}一\n\n二\n\n三\n", "docs/index.md"
    ours, theirs = page.replace("一", "一一"), page.replace("一", "一二")
    assert "三三" in text(put(path, page, ours, page.replace("三", "三三")))
    (question,) = put(path, page, ours, theirs).questions
    assert question.clash.key == "body"
    assert text(put(path, page, ours, theirs, body="ours")) == ours


def test_settings_are_joined_field_by_field() -> None:
    was = "# 说明\nname: 甲\nmotto: 乙\n"
    made = put("showcases/site.yml", was, was.replace("甲", "甲一"), was.replace("乙", "乙一"))
    assert text(made) == "# 说明\nname: 甲一\nmotto: 乙一\n"


def test_what_cannot_be_read_is_for_a_person() -> None:
    with pytest.raises(NoForm):
        put(COMMUNITY, WAS, WAS + "a: [\n", WAS.replace("甲", "乙"))
    with pytest.raises(NoForm):
        put(ORGS, LISTED, LISTED + "  - {name: 丙}\n", LISTED.replace("甲", "乙"))


# Lists


A, B, C = {"on": "1"}, {"on": "2"}, {"on": "3"}


@pytest.mark.parametrize(
    ("was", "ours", "theirs", "wanted"),
    [
        ([A], [A, B], [A, C], [A, C, B]),
        ([A], [A, B], [A, B], [A, B]),
        ([], [A], [B], [B, A]),
        ([A], [B], [A, C], None),
        ([A], [A, B], [C], None),
        ([], [{"role": "first", "by": "x"}], [{"role": "first", "by": "y"}], None),
        ([], ["a"], ["b"], None),
        (["1", "2"], ["1", "3"], ["2", "2"], None),
    ],
)
def test_what_both_sides_added_to_a_list_is_all_there(
    was: list[object], ours: list[object], theirs: list[object], wanted: list[object] | None
) -> None:
    made, clashes = joined({"a": was}, {"a": ours}, {"a": theirs})
    assert (made["a"], len(clashes)) == ((ours, 1) if wanted is None else (wanted, 0))
