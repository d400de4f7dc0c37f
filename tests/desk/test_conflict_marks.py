"""Marks of a conflict in a form: told where they stand, and never written to a file."""

from __future__ import annotations

import pytest

from desks import BETA, Office, told_at, words

NEWS = {
    "title": "一条动态",
    "id": "item",
    "published": "2026-04-02T09:00",
    "source": "示例办",
    "body": "街道和社区一起办了一件事，居民都来参加，办得热闹，也办得有用。\n",
}
CONFLICT = "<<<<<<< HEAD\n\n这一边写周三。\n\n=======\n\n那一边写周四。\n\n>>>>>>> theirs"
HALF = "这一边写周三。\n\n=======\n\n那一边写周四。\n\n>>>>>>> theirs"
FENCED = f"```\n{CONFLICT}\n```"
MESSAGE = "没合并完的冲突标记"
FILE, FORM = "docs/news/item.md", "edit/news/item"


@pytest.fixture
def draft(here: Office) -> Office:
    assert here.save("new/news", NEWS, "draft").status == 303
    return here


def of_text(said: str) -> dict[str, str]:
    return {"body": f"{NEWS['body']}\n{said}\n\n正文。\n"}


@pytest.mark.parametrize("said", [CONFLICT, HALF])
@pytest.mark.parametrize("do", ["draft", "hand-in"])
def test_a_text_with_marks_is_told_and_not_written(draft: Office, said: str, do: str) -> None:
    before = draft.text(FILE)
    [told] = [
        item
        for item in draft.live(FORM, of_text(said), "check")["fields"]["f-body"]
        if MESSAGE in item["message"]
    ]
    assert told["grade"] == "error"
    refused = draft.save(FORM, of_text(said), do)
    assert refused.status == 200
    assert MESSAGE in told_at(refused.text, "body")
    assert "那一边写周四" in dict(refused.form())["body"]
    assert "冲突标记，存了就读不出来" in words(refused.text)
    assert draft.text(FILE) == before


def test_marks_in_a_field_are_told_at_the_field(here: Office) -> None:
    before = here.text(BETA)
    typed = {"intro": f"{dict(here.form('edit/community/beta'))['intro']}\n\n{CONFLICT}"}
    refused = here.save("edit/community/beta", typed)
    assert refused.status == 200
    assert MESSAGE in told_at(refused.text, "intro")
    assert here.text(BETA) == before


def test_marks_that_fenced_code_shows_are_a_text_like_any_other(draft: Office) -> None:
    assert MESSAGE not in str(draft.live(FORM, of_text(FENCED), "check"))
    assert draft.save(FORM, of_text(FENCED), "draft").status == 303
    assert ">>>>>>> theirs" in draft.text(FILE)
    assert draft.desk.site.kind("news")["item"]
