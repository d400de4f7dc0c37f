from __future__ import annotations

from pathlib import Path

import pytest

from campaign.build import stylesheet


def test_the_parts_stand_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {
        "css/20-card.css": "card{}\n\n",
        "css/00-tokens.css": "\n:root{}\n",
        "css/note.txt": "no",
        "kinds/contest/10-contest.css": "contest{}\n",
    }
    for name, text in parts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(stylesheet, "FOLDER", tmp_path / "css")
    monkeypatch.setattr(stylesheet, "KINDS", tmp_path / "kinds")
    assert stylesheet.text() == ":root{}\ncontest{}\ncard{}\n"


def test_no_part_of_the_stylesheet_is_named_as_another() -> None:
    found = (*stylesheet.FOLDER.glob("*.css"), *stylesheet.KINDS.glob("*/*.css"))
    names = [path.name for path in found]
    assert len(names) == len(set(names))


def test_the_stylesheet_asks_no_other_place_for_anything() -> None:
    text = stylesheet.text()
    assert "@import" not in text
    assert "//" not in text.replace("http://www.w3.org/2000/svg", "")


def test_every_rule_of_the_stylesheet_is_closed() -> None:
    text = stylesheet.text()
    assert text.count("{") == text.count("}") > 0
