from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaign.build import stylesheet
from sites import ROOT


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


def test_an_icon_stands_in_the_stylesheet_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stylesheet, "FOLDER", tmp_path)
    monkeypatch.setattr(stylesheet, "KINDS", tmp_path)
    part = tmp_path / "a.css"
    part.write_text("a{mask:url(icon:menu)}", encoding="utf-8")
    assert stylesheet.text() == (
        "a{mask:url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' "
        "viewBox='0 0 24 24'%3E%3Cpath d='M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z'/%3E%3C/svg%3E\")}\n"
    )
    part.write_text("a{mask:url(icon:nothing)}", encoding="utf-8")
    with pytest.raises(stylesheet.NoIcon, match="nothing"):
        stylesheet.text()


def test_every_icon_of_the_frame_is_drawn_and_every_drawing_used() -> None:
    theme = stylesheet.FOLDER.parent
    options = re.findall(r"toggle: \{icon: (\w+)", (ROOT / "mkdocs.yml").read_text("utf-8"))
    html = "".join(path.read_text("utf-8") for path in theme.rglob("*.html"))
    used = {*options, *re.findall(r'class="glyph-(\w+)"', html)}
    assert used == set(re.findall(r"\.glyph-(\w+) ", stylesheet.text()))
