"""The desk over this repository's own content: a form that nobody touched says what was there."""

from __future__ import annotations

import pytest

from campaign.desk import editing
from campaign.desk.answers import Answers
from campaign.desk.forms import Form
from campaign.desk.names import SiteNames
from campaign.kinds import KINDS
from campaign.reading import cache, records
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
