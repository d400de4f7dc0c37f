"""A site whose frame cannot be laid out: the last one stays, and that is said (Y22)."""

from __future__ import annotations

import re

import pytest

from campaign.build.builder import BuildFailed
from campaign.serve import resident
from desks import Office

FORM, SETTINGS = "edit/site/site", "showcases/site.yml"
WHY = "jinja2.exceptions.UndefinedError: 'nav' is undefined"
SHORT = "改过的名字"


@pytest.fixture
def stopped(here: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk of which the builder stops."""

    def layout(*_: object) -> None:
        raise BuildFailed(WHY)

    monkeypatch.setattr(resident, "layout", layout)
    return here


def looked_at(desk: Office) -> str:
    told = desk.live(FORM, {"short_name": SHORT}, "look")
    return desk.ask(told["address"]).text


def test_the_preview_of_a_form_says_so_above_the_page(stopped: Office) -> None:
    html = looked_at(stopped)
    assert "页眉、页脚和导航排不出来，预览里还是改以前的" in html
    assert "&#39;nav&#39; is undefined" in html


def test_it_is_not_said_where_the_frame_is_laid_out(here: Office) -> None:
    html = looked_at(here)
    assert "排不出来" not in html
    assert SHORT in html


def test_what_was_saved_is_in_the_list_of_problems(stopped: Office) -> None:
    path = stopped.root / SETTINGS
    text = re.sub(r"short_name: .*", f"short_name: {SHORT}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    stopped.desk.changed([SETTINGS])
    told = stopped.desk.resident.told()
    assert [item["code"] for item in told if item["place"].startswith(SETTINGS)] == ["Y22"]
    stopped.desk.resident.check()
    assert "Y22" in {item["code"] for item in stopped.desk.resident.told()}
    page = stopped.desk.resident.answer("communities/beta/").data
    assert isinstance(page, bytes)
    assert "贝塔社区" in page.decode()


def test_what_nobody_foresaw_is_not_hidden(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def frame(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(resident, "frame", frame)
    with pytest.raises(ZeroDivisionError):
        looked_at(here)
