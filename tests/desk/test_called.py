"""What records are called at the desk: never by an id where they name something."""

from __future__ import annotations

from pathlib import Path

from campaign.desk.names import called
from campaign.kinds.community import Community
from campaign.kinds.honour import Honour
from projects import load


def test_an_honour_is_called_by_whose_it_is_and_by_its_kind(tmp_path: Path) -> None:
    site, _ = load(tmp_path, {})
    for honour in site.of(Honour).values():
        holder = site.of(Community).get(honour.subject.ref or "")
        if holder:
            assert holder.name in called(site, honour)
            assert honour.id not in called(site, honour)


def test_what_has_a_name_is_called_by_it(tmp_path: Path) -> None:
    site, _ = load(tmp_path, {})
    assert [called(site, item) for item in site.of(Community).values()] == [
        item.name for item in site.of(Community).values()
    ]
