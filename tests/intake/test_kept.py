"""What is kept of a photo that is taken in, from the command to the page."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from campaign.images import metadata
from campaign.verbs import photos
from intake.office import FAIR, WHOLE, Office, photo
from picture_files import TAKEN
from pictures import encoded, noise
from sites import build_site

# What is kept of a photo


def test_the_day_is_kept_in_the_list_and_nothing_in_the_file(office: Office) -> None:
    secrets = {"gps": True, "maker": "SecretMaker", "serial": "SECRET123", "taken": TAKEN}
    office.run("add", "fair", str(office.put("party.jpg", photo(1, **secrets))))
    (kept,) = office.photos()
    data = office.files()[f"{FAIR}/party.jpg"]
    assert kept["taken"] == "2025-10-18"
    assert metadata.carried(data, "JPEG") == []
    assert not any(secret in data for secret in (b"Secret", b"SECRET", b"2025:10:18"))


def test_a_photo_without_a_day_gets_none(office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert "taken" not in office.photos()[0]


def test_what_is_said_in_the_command_is_written(office: Office) -> None:
    source = str(office.put("party.jpg", photo()))
    told = office.run("add", "fair", source, *WHOLE, "--author", '示例办"一"')
    (kept,) = office.photos()
    assert told.status == 0
    assert (kept["alt"], kept["people"], kept["licence"]) == (WHOLE[1], WHOLE[3], WHOLE[5])
    assert kept["author"] == {"name": '示例办"一"', "display": "yes"}
    assert len(told.lines) == 1
    assert office.problems() == []


def test_what_was_not_said_is_asked_for_with_its_line(office: Office) -> None:
    told = office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert "alt、people、licence" in told.lines[-1]
    lines = (office.root / FAIR / "gallery.yml").read_text(encoding="utf-8").splitlines()
    asked = {(p.code, p.path, lines[p.line - 1].strip()) for p in office.problems()}
    assert asked == {
        ("V06c", f"{FAIR}/gallery.yml", f"{key}:") for key in ("alt", "licence", "people")
    }


def test_people_in_a_photo_are_one_of_four_kinds(office: Office) -> None:
    told = office.run("add", "fair", str(office.put("party.jpg", photo())), "--people", "many")
    assert (told.status, office.files()) == (2, {})


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there and types."""
    stdin = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(photos, "sys", SimpleNamespace(stdin=stdin))


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_the_rest_is_asked_for(office: Office) -> None:
    source = str(office.put("party.jpg", photo()))
    typed = f"{WHOLE[1]}\ncrowd\n示例办\n"
    told = office.run("add", "fair", source, "--licence", "own", typed=typed)
    (kept,) = office.photos()
    assert told.status == 0
    assert (kept["alt"], kept["people"], kept["licence"]) == (WHOLE[1], "crowd", "own")
    assert kept["author"]["name"] == "示例办"


@pytest.mark.usefixtures("terminal")
def test_nothing_is_written_when_the_answers_break_off(office: Office) -> None:
    office.put(f"{FAIR}/party.jpg", photo())
    before = office.files("")
    assert office.run("add", "fair", typed="一句话\n").status == 1
    assert (office.files(""), office.names()) == (before, [])


# The whole way


@pytest.fixture
def added(project: Path, tmp_path: Path) -> Path:
    source = tmp_path / "邻里节.jpg"
    source.write_bytes(photo(gps=True, taken=TAKEN))
    given = [*WHOLE, "--author", "示例办"]
    done = build_site(project, "photos", "add", "fair", str(source), *given)
    assert done.returncode == 0, done.stderr
    assert "fair/linlijie" in done.stderr
    return project


def test_a_photo_that_was_added_is_checked_and_shown(added: Path) -> None:
    checked = build_site(added, "check")
    assert "linlijie" not in checked.stdout
    built = build_site(added)
    assert (checked.returncode, built.returncode) == (0, 0), checked.stdout + built.stderr
    page = (added / "site/galleries/fair/index.html").read_text(encoding="utf-8")
    assert "photos/fair/linlijie/320.webp" in page
    assert WHOLE[1] in page
    assert (added / "site/photos/fair/linlijie/320.webp").is_file()


@pytest.mark.parametrize(("size", "words"), [((599, 400), "太小"), ((1000, 120), "太细长")])
def test_a_thumbnail_and_a_strip_are_refused_in_words(
    office: Office, size: tuple[int, int], words: str
) -> None:
    path = office.put("old.jpg", encoded(noise(8, 6, 1).resize(size)))
    told = office.run("add", "fair", str(path), *WHOLE)
    assert told.status == 1
    assert [words in line for line in told.of("old.jpg")] == [True]
    assert office.photos() == []
