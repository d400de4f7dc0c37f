"""Pictures in a review: those that were turned, blurred, added or taken out, side by side."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from campaign.desk.handing_in import unpublished
from desk.exchanges import Exchange, copied, press
from desk.galleries import FORM, filled, listed, photo
from desks import Office, words

REVIEW = "review/gallery/fair"


@pytest.fixture
def between(exchange_with_one_more: Exchange, tmp_path: Path) -> Exchange:
    """Two desks on a site that shows one photo more, which nothing names."""
    return copied(exchange_with_one_more, tmp_path)


def shown(desk: Office) -> list[tuple[str, list[Image.Image | None]]]:
    """Each changed picture of the review: its name, and how it was and is."""
    page = LexborHTMLParser(desk.get(REVIEW).text)
    return [
        (item.css_first("h3").text(), [_image(side) for side in item.css("figure")])
        for item in page.css(".changed-pictures li")
    ]


def _image(figure: LexborNode) -> Image.Image | None:
    found = figure.css_first("img")
    if found is None:
        return None
    _, _, data = str(found.attributes["src"]).partition("base64,")
    return Image.open(io.BytesIO(base64.b64decode(data)))


def test_a_picture_that_was_only_turned_is_named_and_shown_as_it_was_and_is(
    between: Exchange,
) -> None:
    one, two = between.one, between.two
    assert [item.id for item in unpublished.differences(one.desk)] == []
    page = one.post(FORM, one.form(FORM), "turn-left photos.1")
    assert one.post(FORM, page.form(), "save").status == 303
    assert [item.id for item in unpublished.differences(one.desk)] == ["fair"]
    press(one, "send")
    press(two, "fetch")
    assert [item.id for item in unpublished.differences(two.desk)] == ["fair"]
    ((name, (was, now)),) = shown(two)
    assert "before.jpg" in name
    assert was
    assert now
    assert was.size == now.size[::-1]
    assert "读者看到的没有变" not in words(two.get(REVIEW).text)


def test_a_new_picture_has_no_before_and_one_that_was_taken_out_no_after(
    between: Exchange,
) -> None:
    one, two, place = between.one, between.two, len(listed(between.one)) - 1
    gone = listed(one)[place]["file"]
    page = one.post(FORM, one.form(FORM), f"remove photos.{place}")
    assert one.post(FORM, page.form(), "save").status == 303
    page = one.bring(FORM, one.form(FORM), [("树.jpg", photo(2))])
    assert one.post(FORM, page.form(filled(place)), "save").status == 303
    new = listed(one)[place]["file"]
    press(one, "send")
    press(two, "fetch")
    found = [(name, [side is not None for side in sides]) for name, sides in shown(two)]
    assert [sides for name, sides in found if new in name] == [[False, True]]
    assert [sides for name, sides in found if gone in name] == [[True, False]]
    assert len(found) == 2


def test_a_withdrawn_picture_is_not_shown_in_a_review(between: Exchange) -> None:
    one, two, place = between.one, between.two, len(listed(between.one)) - 1
    consent = f"photos.{place}.consent"
    typed = {f"{consent}.state": "withdrawn", f"{consent}.date": "2026-04-01"}
    assert one.save(FORM, typed).status == 303
    press(one, "send")
    press(two, "fetch")
    assert [item.id for item in unpublished.differences(two.desk)] == ["fair"]
    assert shown(two) == []
