"""Which galleries stand for the record of a withdrawal alone."""

from __future__ import annotations

from typing import Any

import pytest

from campaign.desk.versions.kept_records import is_record_only

GONE: dict[str, Any] = {"file": "a.jpg", "consent": {"state": "withdrawn"}}
SHOWN: dict[str, Any] = {"file": "b.jpg", "consent": {"state": "obtained"}}


@pytest.mark.parametrize(
    ("photos", "visibility", "is_so"),
    [
        ([GONE], "internal", True),
        ([GONE, SHOWN], "internal", False),
        ([GONE], "public", False),
        ([], "internal", False),  # somebody has just begun it
    ],
)
def test_it_lists_nothing_but_withdrawals(
    photos: list[dict[str, Any]], visibility: str, is_so: bool
) -> None:
    assert is_record_only({"photos": photos, "visibility": visibility}) is is_so
