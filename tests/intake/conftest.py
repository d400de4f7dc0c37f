"""An office with a gallery that waits for photos."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign.verbs import photos
from intake.office import FAIR, HEAD, OTHER, Office
from projects import project as base_project


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    root = base_project(
        tmp_path / "project",
        {
            "showcases/vocab/licences.yml": "title: 授权\nitems: [{id: own, label: 自有}]\n",
            f"{FAIR}/gallery.yml": HEAD,
            f"{OTHER}/gallery.yml": HEAD,
        },
    )
    monkeypatch.setattr(photos, "ROOT", root)
    monkeypatch.chdir(root)
    (tmp_path / "telephone").mkdir()
    return Office(root, tmp_path / "telephone")
