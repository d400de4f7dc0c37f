"""A project with the font."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.drawn import link_font


@pytest.fixture
def root(tmp_path: Path, font: Path) -> Path:
    """A project with the font."""
    link_font(tmp_path, font)
    return tmp_path
