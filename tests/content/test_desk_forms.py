"""The desk over this repository's own content: a form that nobody touched says what was there."""

from __future__ import annotations

import pytest

from campaign.desk import editing
from campaign.desk.answers import Answers
from campaign.desk.desk import Desk
from campaign.desk.forms import Form
from campaign.desk.names import SiteNames
from campaign.desk.saving import Outcome
from campaign.desk.sheet import Sheet
from campaign.desk.sheet_page import page
from campaign.kinds import ENTRY_KINDS, KINDS
from campaign.reading import cache, records
from campaign.serve.resident import Resident
from campaign.site import Site
from sending import sent
from sites import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    found, _ = records.load(ROOT, cache=cache.Cache(ROOT / cache.FOLDER))
    assert found is not None
    return found


@pytest.mark.parametrize("name", [kind.name for kind in KINDS])
def test_a_form_gives_back_what_the_file_says(site: Site, name: str) -> None:
    names = SiteNames(site)
    for id in site.kind(name):
        base = editing.opened(site, name, id)
        form = Form(names)
        pairs = sent(str(form.record(base.controls, base.data)))
        data = Answers(pairs, names).group(base.controls, base.data)
        assert data == base.data, id
        rewrite = editing.rewrite(site.root, base, data, base.body)
        assert rewrite.after == rewrite.before, id


@pytest.mark.parametrize("name", ENTRY_KINDS)
def test_a_text_comes_back_byte_for_byte_when_a_character_came_and_went(name: str) -> None:
    """The browser sends the whole text, whatever was done to it, with line ends of its own."""
    resident = Resident(ROOT, "http://127.0.0.1/")
    resident._site, _ = records.load(ROOT, cache=cache.Cache(ROOT / cache.FOLDER))
    desk = Desk(resident)
    for id in desk.site.kind(name):
        base = editing.opened(desk.site, name, id)
        shown = str(page(Outcome(Sheet(desk, base)), None, "key", False))
        assert 'data-widget="body"' in shown
        sheet = Sheet(desk, base, sent(shown), True)
        assert (sheet.body, sheet.data) == (base.body, base.data), id
        rewrite = editing.rewrite(desk.site.root, base, sheet.data, sheet.body)
        assert rewrite.after == rewrite.before, id
