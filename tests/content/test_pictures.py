"""No picture of this repository, and none of the site built from it, tells more than it shows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from campaign.formats import PHOTOS
from campaign.images import metadata
from campaign.images.screening import fault
from conftest import needed
from picture_files import BY_NAME

ROOT = Path(__file__).parents[2]
TELLING = (
    "$GPS:all or $SerialNumber or $Make or $Model or $XMP:all or $IPTC:all or $Orientation "
    "or $Comment or $ThumbnailImage"
)
SKIPPED = {".git", ".venv", "node_modules", "site", "originals", ".cache"}


@pytest.fixture(scope="module")
def published(showcase: Path) -> Path:
    """The site of this repository's own content."""
    return showcase / "site"


def found_by_exiftool(folder: Path) -> list[str]:
    """The pictures of which exiftool names a position, a device, a comment or the like."""
    tool = needed(shutil.which("exiftool"), "exiftool")
    # A workbook's title counts as XMP; test_roll.py holds that it names nobody.
    pictures = ["--ext", "xlsx", "-r"]
    command = [tool, *pictures, "-q", "-m", "-if", TELLING, "-p", "$FilePath", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 2), done.stderr  # 2: no file fulfils the condition
    return done.stdout.splitlines()


def test_exiftool_finds_nothing_in_what_is_published(published: Path) -> None:
    galleries = any((ROOT / "showcases/galleries").glob("*/gallery.yml"))
    assert any(published.rglob("*.webp")) == galleries
    assert found_by_exiftool(published) == []


def test_exiftool_finds_nothing_in_the_repository() -> None:
    folders = (path for path in ROOT.iterdir() if path.is_dir() and path.name not in SKIPPED)
    assert [line for folder in folders for line in found_by_exiftool(folder)] == []


def test_exiftool_would_find_it(tmp_path: Path) -> None:
    carriers = [BY_NAME[name] for name in ("gps.jpg", "serial.jpg", "maker.jpg")]
    for fixture in carriers:
        (tmp_path / fixture.name).write_bytes(fixture.data)
    assert len(found_by_exiftool(tmp_path)) == 3


def test_every_picture_of_the_repository_may_be_there() -> None:
    folder = ROOT / "showcases" / "galleries"
    pictures = [path for path in folder.rglob("*") if path.suffix in PHOTOS]
    found = {path: fault(path.name, path.read_bytes()) for path in pictures}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_no_original_and_no_segment_of_one_is_published(published: Path) -> None:
    originals = {path.read_bytes() for path in (ROOT / "showcases").rglob("*.jpg")}
    for path in published.rglob("*"):
        if path.suffix in PHOTOS:
            data = path.read_bytes()
            assert data not in originals, path
            assert metadata.carried(data, PHOTOS[path.suffix]) == [], path
