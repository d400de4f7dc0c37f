"""Another program's opinion of what is kept and published."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import needed
from images.looking import ACCEPTED, CARRIERS, can_be_made, derived, mastered

pytestmark = pytest.mark.filterwarnings("error")


def exiftool(folder: Path) -> set[str]:
    """Names of the files below a folder in which exiftool finds what must not be there."""
    tool = needed(shutil.which("exiftool"), "exiftool")
    tags = "$GPS:all $SerialNumber $XMP:all $Make $Orientation $Comment $IPTC:all"
    condition = " or ".join(tags.split())
    done = subprocess.run(
        [tool, "-r", "-q", "-if", condition, "-p", "$FileName", str(folder)],
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())


def test_exiftool_finds_nothing_in_what_is_kept_and_published(tmp_path: Path) -> None:
    for fixture in filter(can_be_made, ACCEPTED):
        (tmp_path / f"{fixture.name}.jpg").write_bytes(mastered(fixture.name).data)
        for name, data in derived(fixture.name).files.items():
            (tmp_path / f"{fixture.name}-{name}").write_bytes(data)
    assert exiftool(tmp_path) == set()


def test_exiftool_finds_what_came_in(tmp_path: Path) -> None:
    known = ("位置", "相机", "序列号", "XMP", "IPTC", "注释")
    carriers = {
        fixture.name
        for fixture in CARRIERS
        if fixture.what in known and not fixture.name.startswith("late")
    }
    assert len(carriers) >= 12
    for fixture in filter(can_be_made, ACCEPTED):
        (tmp_path / fixture.name).write_bytes(fixture.data)
    assert carriers <= exiftool(tmp_path)
