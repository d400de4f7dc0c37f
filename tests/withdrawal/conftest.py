"""The project with the photo, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.images import lettering
from conftest import NewProject, Once
from pictures import encoded, wide
from sites import ROOT
from withdrawal.office import CONSENT, PAGE, SECRET, Office, copied, gallery


@pytest.fixture(scope="session")
def with_photo(once: Once, new_project: NewProject) -> Office:
    """A project that shows the photo wherever a photo can be shown. Not to be changed."""
    return Office(once("with-photo", lambda folder: _show_photo(new_project(folder))))


def _show_photo(root: Path) -> None:
    office = Office(root)
    if (ROOT / lettering.FONT).is_file():
        (office.root / "node_modules").symlink_to(ROOT / "node_modules")
    office.write(gallery(CONSENT))
    office.write(PAGE, "docs/about/index.md")
    news = office.text("docs/news/2026-04-01-first.md")
    office.write(news.replace("kind:", "cover: fair/dance\nkind:"), "docs/news/2026-04-01-first.md")
    secret = office.root / "showcases/galleries/secret"
    secret.mkdir()
    (secret / "song.jpg").write_bytes(encoded(wide()))
    (secret / "gallery.yml").write_text(SECRET, encoding="utf-8")
    done = office.run("build")
    assert done.returncode == 0, done.stderr


@pytest.fixture
def office(with_photo: Office, tmp_path: Path) -> Office:
    """The same project for a test that changes it."""
    return copied(with_photo, tmp_path / "project")
