from __future__ import annotations

from pathlib import Path

import pytest

from campaign.build import stylesheet


def test_the_parts_stand_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"20-card.css": "card{}\n\n", "00-tokens.css": "\n:root{}\n", "note.txt": "no"}
    for name, text in parts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(stylesheet, "FOLDER", tmp_path)
    assert stylesheet.text() == ":root{}\ncard{}\n"


def test_the_stylesheet_asks_no_other_place_for_anything() -> None:
    text = stylesheet.text()
    assert "@import" not in text
    assert "//" not in text.replace("http://www.w3.org/2000/svg", "")


def test_every_rule_of_the_stylesheet_is_closed() -> None:
    text = stylesheet.text()
    assert text.count("{") == text.count("}") > 0
