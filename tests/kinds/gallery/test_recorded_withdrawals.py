"""The record of a withdrawal, against an earlier revision of its gallery."""

from __future__ import annotations

from pathlib import Path

import pytest

from projects import codes, project
from repositories import altered, repository

FAIR, FETE = (f"showcases/galleries/{id}/gallery.yml" for id in ("fair", "fete"))
HEAD = """\
title: 邻里节
date: 2026-03-01
visibility: internal
photos:
"""
GONE = """\
  - file: dance.jpg
    alt: 广场上跳舞的人们
    licence: own
    people: crowd
    hash: abc
    consent: {state: withdrawn, date: 2026-04-01}
"""
TEXT = HEAD + GONE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(project(tmp_path, {FAIR: TEXT}))


def found(root: Path, **files: str | None) -> list[str]:
    return codes(altered(root, {{"fair": FAIR, "fete": FETE}[id]: it for id, it in files.items()}))


@pytest.mark.parametrize(
    "now",
    [
        None,
        HEAD.replace("photos:\n", "photos: []\n"),
        TEXT.replace("withdrawn", "obtained"),
        TEXT.replace("dance", "tanz").replace("abc", "def"),
        TEXT.replace("abc", "def"),
        TEXT.replace("    hash: abc\n", ""),
    ],
)
def test_a_recorded_withdrawal_is_not_lost(root: Path, now: str | None) -> None:
    (told,) = altered(root, {FAIR: now})
    assert (told.code, told.path, "dance.jpg" in told.message()) == ("V11c", FAIR, True)


def test_other_words_of_it_are_no_matter(root: Path) -> None:
    assert found(root, fair=TEXT.replace("跳舞", "唱歌")) == []


def test_it_may_stand_under_another_name_and_in_another_gallery(root: Path) -> None:
    assert found(root, fair=TEXT.replace("dance", "tanz")) == []
    assert found(root, fair=None, fete=TEXT) == []


def test_a_gallery_with_a_slip_has_that_one_problem(root: Path) -> None:
    assert found(root, fair=TEXT.replace("date: 2026-03-01\n", "date: heute\n")) == []


def test_a_gallery_without_one_may_go(root: Path) -> None:
    (root / FETE).parent.mkdir()
    (root / FETE).write_text(TEXT.replace("withdrawn", "obtained"), encoding="utf-8")
    assert found(root, fete=None) == []
