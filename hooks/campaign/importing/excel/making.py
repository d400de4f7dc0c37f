"""Tables of kinds as a workbook: an empty form to be filled in, or all that is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from campaign.importing.excel.book import workbook
from campaign.importing.excel.columns import form
from campaign.importing.excel.drafts import Written
from campaign.importing.excel.names import Names
from campaign.kinds.kind import Kind
from campaign.site import Site

FORM = "填报表"


@dataclass(frozen=True)
class Made:
    """A workbook that was made."""

    name: str
    """How its file may be called."""
    data: bytes
    count: int
    """How many records are there."""
    lost: Mapping[str, list[str]]
    """By kind: the ids of records that cannot be read, and are not in it."""


def made(root: Path, site: Site, kinds: Sequence[Kind[Any]], is_form: bool) -> Made:
    """The tables of some kinds."""
    forms = [form(kind) for kind in kinds]
    written = Written(root, site)
    items = {kind.name: written.items(kind) for kind in kinds}
    labels = "、".join(kind.label for kind in kinds)
    lost = {
        name: [id for other, id in site.origins if other == name and id not in known]
        for name, known in ((name, {item.id for item in found}) for name, found in items.items())
    }
    return Made(
        f"{labels}{FORM if is_form else ''}.xlsx",
        workbook(forms, items, Names(site), is_form),
        sum(map(len, items.values())),
        {name: ids for name, ids in lost.items() if ids},
    )
