"""A file that somebody changed meanwhile is not replaced, and neither is any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.writing import files
from campaign.writing.files import Conflict, Rewrite
from sites import tree_of


def test_files_are_replaced_and_made(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: 1\n")
    files.write(
        [
            Rewrite(tmp_path / "a.yml", b"a: 1\n", b"a: 2\n"),
            Rewrite(tmp_path / "new/b.yml", None, b"b: 1\n"),
        ]
    )
    assert tree_of(tmp_path) == {"a.yml": b"a: 2\n", "new/b.yml": b"b: 1\n"}


@pytest.mark.parametrize("now", [b"a: 3\n", None])
def test_nothing_is_written_over_what_somebody_wrote_meanwhile(
    tmp_path: Path, now: bytes | None
) -> None:
    if now is not None:
        (tmp_path / "b.yml").write_bytes(now)
    with pytest.raises(Conflict) as caught:
        files.write(
            [
                Rewrite(tmp_path / "a.yml", None, b"a: 2\n"),
                Rewrite(tmp_path / "b.yml", b"b: 1\n", b"b: 2\n"),
            ]
        )
    assert (caught.value.before, caught.value.ours) == (b"b: 1\n", b"b: 2\n")
    assert caught.value.theirs == now
    assert "a.yml" not in tree_of(tmp_path)


def test_a_new_file_takes_no_other_ones_place(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: 1\n")
    with pytest.raises(Conflict):
        files.write([Rewrite(tmp_path / "a.yml", None, b"a: 2\n")])
    assert tree_of(tmp_path) == {"a.yml": b"a: 1\n"}
