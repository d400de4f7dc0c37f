"""Photos are taken into a gallery clean, once and under a name for ever, and nothing is lost."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageStat
from typer.testing import CliRunner

from campaign.checks import check
from campaign.images import metadata, screening
from campaign.model.fields import ID
from campaign.photos import intake
from campaign.problems import Problem
from campaign.reading import records, yamltext
from campaign.site import GALLERIES
from campaign.verbs import photos
from conftest import needed
from pictures import BY_NAME, FIXTURES, TAKEN, encoded, exif, noise
from projects import project as base_project
from sites import build_site

REFUSED = [fixture for fixture in FIXTURES if fixture.add == "refuse" and not fixture.needs]
FAIR, OTHER = f"{GALLERIES}/fair", f"{GALLERIES}/other"
HEAD = "title: 邻里节\ndate: 2026-03-01\nstatus: draft\n"
WHOLE = ("--alt", "广场上居民围成圈跳舞", "--people", "crowd", "--licence", "own")


def photo(seed: int = 1, **tags: object) -> bytes:
    """A JPEG of a camera, another one for every seed; `tags` as `pictures.exif` takes them."""
    image = noise(8, 6, seed).resize((640, 480))
    return encoded(image, exif=exif(**tags)) if tags else encoded(image)


@dataclass(frozen=True)
class Told:
    """What a command said, and how it ended."""

    status: int
    lines: list[str]

    def of(self, name: str) -> list[str]:
        """What was said of a file."""
        return [line for line in self.lines if line.startswith(f"{name}：")]


@dataclass(frozen=True)
class Office:
    """A project with two galleries, and a folder beside it where telephones are emptied."""

    root: Path
    outside: Path

    def run(self, *arguments: str, typed: str = "") -> Told:
        """A verb of `photos`, in this process."""
        done = CliRunner().invoke(photos.app, list(arguments), input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Told(done.exit_code, done.output.splitlines())

    def put(self, name: str, data: bytes) -> Path:
        """A file on a telephone, or below the project when the name says so."""
        path = (self.root if name.startswith("showcases/") else self.outside) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def photos(self, gallery: str = "fair") -> list[dict[str, Any]]:
        text = (self.root / GALLERIES / gallery / "gallery.yml").read_text(encoding="utf-8")
        data = yamltext.read("gallery.yml", text).data
        return list(data.get("photos") or [])

    def names(self, gallery: str = "fair") -> list[str]:
        return [item["file"] for item in self.photos(gallery)]

    def files(self, folder: str = GALLERIES) -> dict[str, bytes]:
        """Every file below a folder of the project but what the galleries list."""
        found = sorted((self.root / folder).rglob("*"))
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in found
            if path.is_file() and path.suffix != ".yml"
        }

    def problems(self) -> list[Problem]:
        site, found = records.load(self.root)
        assert site is not None
        wanted = [*found, *check(site)]
        return [item for item in wanted if item.path.startswith(GALLERIES)]


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


# Names


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("邻里节", "linlijie"),
        ("剪纸 2", "jianzhi-2"),
        ("20251018邻里节", "linlijie"),
        ("绿色出行", "lvsechuxing"),
        ("Long Table (1)", "long-table-1"),
        ("party", "party"),
        ("photo-wall", "photo-wall"),
        ("IMG_1234 剪纸", "img-1234-jianzhi"),
        ("微信图片 剪纸", "weixintupian-jianzhi"),
        ("../../etc", "etc"),
        ("a" * 50, "a" * 32),
        ("a" * 31 + " bc", "a" * 31),
        ("x", ""),
        ("１２３", ""),
        ("😀", ""),
    ],
)
def test_a_name_becomes_ascii_words(name: str, slug: str) -> None:
    assert intake.slug(name) == slug


@pytest.mark.parametrize(
    "name",
    [
        "IMG_20251018_093000",
        "IMG-20251018-WA0001",
        "IMG_1234(1)",
        "img 0001",
        "DSC01234",
        "DSCN0001",
        "DSCF0001-2",
        "P1010001",
        "PXL_20251018_093000123.MP",
        "MVIMG_20251018_093000",
        "mmexport1697593800000",
        "wx_camera_1697593800000",
        "微信图片_20251018093000",
        "微信图片",
        "Screenshot_2025-10-18-09-30-00_com.tencent.mm",
        "photo",
        "image1",
        "2025-10-18 09.30.00",
        "20251018_093000",
        "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
        "___",
    ],
)
def test_a_name_that_a_camera_gave_tells_nothing(name: str) -> None:
    assert intake.slug(name) == ""


@given(st.text())
def test_a_name_is_none_or_has_the_form_of_an_id(name: str) -> None:
    slug = intake.slug(name)
    assert slug == "" or (ID.fullmatch(slug) and len(slug) <= intake.LONGEST_NAME)


def test_photos_are_named_for_their_files_else_for_their_day(office: Office) -> None:
    sources = {"邻里节.JPG": photo(1), "IMG_1.jpg": photo(2, taken=TAKEN)}
    sources |= {"IMG_2.jpeg": photo(3), "😀.jpg": photo(4)}
    for name, data in sources.items():
        office.run("add", "fair", str(office.put(name, data)))
    assert office.names() == ["linlijie.jpg", "p20251018.jpg", "photo.jpg", "photo-2.jpg"]
    assert set(office.files()) == {f"{FAIR}/{name}" for name in office.names()}


def test_a_name_that_is_taken_gets_a_number(office: Office) -> None:
    for number in range(3):
        office.run("add", "fair", str(office.put(f"{number}/Party.jpg", photo(number))))
    office.run("add", "other", str(office.put("3/party.jpg", photo(3))))
    assert office.names() == ["party.jpg", "party-2.jpg", "party-3.jpg"]
    assert office.names("other") == ["party.jpg"]


@pytest.mark.parametrize("there", ["PARTY.png", "party.txt"])
def test_a_file_that_nobody_lists_is_not_overwritten(there: str, office: Office) -> None:
    office.put(f"{FAIR}/{there}", b"mine")
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert office.names() == ["party-2.jpg"]
    assert office.files()[f"{FAIR}/{there}"] == b"mine"


def test_the_name_of_a_withdrawn_photo_is_never_given_again(office: Office) -> None:
    gone = "photos:\n  - {file: party.jpg, alt: 人, consent: {state: withdrawn}}\n"
    (office.root / FAIR / "gallery.yml").write_text(HEAD + gone, encoding="utf-8")
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    assert office.names() == ["party.jpg", "party-2.jpg"]


# The same photo again


@pytest.mark.parametrize("gallery", ["fair", "other"])
def test_the_same_photo_is_there_once(gallery: str, office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    before = office.files()
    told = office.run("add", gallery, str(office.put("IMG_1.jpg", photo())))
    assert (told.status, office.files()) == (0, before)
    assert (office.names(), office.names("other")) == (["party.jpg"], [])
    assert "fair/party" in told.of("IMG_1.jpg")[0]


def test_the_same_photo_is_found_behind_another_gallery_that_only_mentions_it(
    office: Office,
) -> None:
    office.run("add", "other", str(office.put("party.jpg", photo())))
    mention = f"# {office.photos('other')[0]['hash']}\n"
    (office.root / FAIR / "gallery.yml").write_text(HEAD + mention, encoding="utf-8")
    assert "other/party" in office.run("add", "fair", str(office.outside / "party.jpg")).lines[0]
    assert office.names() == []


def test_a_withdrawn_photo_does_not_come_back(office: Office) -> None:
    source = office.put("party.jpg", photo())
    office.run("add", "fair", str(source))
    path = office.root / FAIR / "gallery.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}    consent: {{state: withdrawn}}\n", encoding="utf-8")
    (office.root / FAIR / "party.jpg").unlink()
    office.run("add", "other", str(source))
    assert office.files() == {}


@pytest.mark.parametrize("gallery", ["fair", "other"])
def test_a_listed_file_stays_where_its_gallery_has_it(gallery: str, office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    before = office.files("")
    told = office.run("add", gallery, f"{FAIR}/party.jpg")
    assert (told.status, office.files("")) == (0, before)
    assert "fair/party" in told.of("party.jpg")[0]
    assert office.names("other") == []


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


# Many photos, and where they lie


@pytest.mark.parametrize("name", ["a.jfif", "b.jpe", "c.jpg_large"])
def test_other_endings_of_jpeg_are_taken_out_of_a_folder(name: str, office: Office) -> None:
    office.put(f"in/{name}", photo(1))
    assert office.run("add", "fair", str(office.outside / "in")).status == 0
    assert [item["file"].rpartition(".")[2] for item in office.photos()] == ["jpg"]


def test_what_a_folder_holds_besides_is_named(office: Office) -> None:
    office.put("in/a.jpg", photo(1))
    office.put("in/d.tif", b"II*")
    office.put("in/Thumbs.db", b"what Windows writes")
    told = office.run("add", "fair", str(office.outside / "in"))
    said = "\n".join(told.lines)
    assert "d.tif 不是照片" in said
    assert "Thumbs.db" not in said


@pytest.mark.parametrize("name", ["aux", "con", "nul", "com1"])
def test_no_photo_gets_a_name_that_windows_keeps_for_itself(name: str) -> None:
    assert intake.slug(name) == ""


def test_a_folder_gives_all_its_pictures_in_the_order_of_their_names(office: Office) -> None:
    for number, name in enumerate(["in/b.JPG", "in/deep/a.png", "in/a1.jpg", "in/c.webp"]):
        data = photo(number) if name.lower().endswith("jpg") else noise_as(name, number)
        office.put(name, data)
    office.put("in/notes.txt", b"text")
    office.put("in/._b.JPG", b"what a Mac writes")
    told = office.run("add", "fair", str(office.outside / "in"))
    assert told.status == 0
    assert [item["hash"] for item in office.photos()] == [
        digest_of(office.outside / name)
        for name in ("in/a1.jpg", "in/b.JPG", "in/c.webp", "in/deep/a.png")
    ]


def noise_as(name: str, seed: int) -> bytes:
    return encoded(
        noise(64, 48, seed).resize((640, 480)), {"png": "PNG", "webp": "WEBP"}[name.split(".")[-1]]
    )


def digest_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[: intake.LONGEST_HASH]


def test_photos_outside_the_project_stay_where_they_are(office: Office) -> None:
    source = office.put("party.jpg", photo())
    office.run("add", "fair", str(source))
    assert source.read_bytes() == photo()
    assert office.files("originals") == {}


def test_a_folder_without_pictures_says_so(office: Office) -> None:
    told = office.run("add", "fair", str(office.outside))
    assert (told.status, told.lines) == (1, ["没有要加的照片。There is no photo to add."])


def test_what_lies_unlisted_in_the_gallery_is_taken_and_its_original_kept(office: Office) -> None:
    office.run("add", "fair", str(office.put("party.jpg", photo())))
    originals = {
        f"{FAIR}/IMG_1.jpg": photo(1, gps=True),
        f"{FAIR}/dance.JPG": photo(2, gps=True),
        f"{FAIR}/sub/party.jpg": photo(3, gps=True),
    }
    for name, data in originals.items():
        office.put(name, data)
    told = office.run("add", "fair")
    assert told.status == 0
    assert office.names() == ["party.jpg", "photo.jpg", "dance.jpg", "party-2.jpg"]
    assert set(office.files()) == {f"{FAIR}/{name}" for name in office.names()}
    assert office.files("originals") == {f"originals/{n}": data for n, data in originals.items()}
    assert {p.code for p in office.problems()} == {"V06c"}


def test_a_file_in_the_gallery_keeps_its_name_as_the_remedy_says(office: Office) -> None:
    office.put(f"{FAIR}/party.jpg", photo(gps=True))
    office.run("add", "fair", f"{FAIR}/party.jpg")
    assert office.names() == ["party.jpg"]
    assert office.files("originals") == {f"originals/{FAIR}/party.jpg": photo(gps=True)}


def test_an_original_does_not_overwrite_another_of_its_name(office: Office) -> None:
    for number in range(3):
        office.put(f"{FAIR}/IMG_1.jpg", photo(number))
        office.run("add", "fair")
    kept = office.files("originals")
    assert sorted(kept.values()) == sorted(map(photo, range(3)))
    assert set(kept) == {f"originals/{FAIR}/IMG_1{n}.jpg" for n in ("", "-2", "-3")}


def test_a_photo_elsewhere_in_the_project_goes_to_the_originals(office: Office) -> None:
    office.put("showcases/communities/party.jpg", photo())
    office.run("add", "fair", "showcases/communities/party.jpg")
    assert set(office.files("")) >= {
        f"{FAIR}/party.jpg",
        "originals/showcases/communities/party.jpg",
    }
    assert "showcases/communities/party.jpg" not in office.files("showcases")


def test_photos_of_a_telephone_in_heic_are_taken(office: Office) -> None:
    needed(find_spec("pillow_heif"), "pillow_heif")
    office.put(f"{FAIR}/IMG_1.HEIC", BY_NAME["secrets.heic"].data)
    told = office.run("add", "fair")
    assert (told.status, office.names()) == (0, ["p20251018.jpg"])
    data = office.files()[f"{FAIR}/p20251018.jpg"]
    assert screening.fault("p20251018.jpg", data) is None
    assert list(office.files("originals")) == [f"originals/{FAIR}/IMG_1.HEIC"]


# What is refused


def test_what_is_no_photo_is_refused_in_one_line_and_the_others_are_added(office: Office) -> None:
    bad = [office.put(fixture.name, fixture.data) for fixture in REFUSED]
    good = [office.put("first.jpg", photo(1)), office.put("last.jpg", photo(2))]
    missing = office.outside / "missing.jpg"
    given = [good[0], *bad, missing, good[1]]
    told = office.run("add", "fair", *map(str, given))
    assert told.status == 1
    assert office.names() == ["first.jpg", "last.jpg"]
    for path in given:
        assert len(told.of(path.name)) == 1, path.name
    assert len(told.lines) == len(given)
    for path in (*bad, missing):
        (words,) = told.of(path.name)
        assert words.rstrip().endswith("."), words
        assert "Error" not in words
    assert all(path.read_bytes() for path in bad if path.name != "empty.jpg")


def test_what_is_refused_in_the_gallery_stays_there(office: Office) -> None:
    office.put(f"{FAIR}/cut.jpg", BY_NAME["cut.jpg"].data)
    before = office.files("")
    assert office.run("add", "fair").status == 1
    assert (office.files(""), office.names()) == (before, [])


@pytest.mark.parametrize("files", [(), ("party.jpg",)])
def test_a_gallery_must_be_begun_first(files: tuple[str, ...], office: Office) -> None:
    sources = [str(office.put(name, photo())) for name in files]
    told = office.run("add", "party", *sources)
    assert told.status == 1
    assert "python3 build_site.py new gallery party" in told.lines[0]
    assert not (office.root / GALLERIES / "party").exists()


@pytest.mark.parametrize("files", [(), ("party.jpg",)])
@pytest.mark.parametrize(
    "text", [HEAD + "photos: [\n", "title: 节\n\tdate: 1\n", "photos: [{file: a.jpg}]\n"]
)
def test_a_gallery_that_cannot_be_changed_is_left_alone(
    text: str, files: tuple[str, ...], office: Office
) -> None:
    path = office.root / FAIR / "gallery.yml"
    path.write_text(text, encoding="utf-8")
    office.put(f"{FAIR}/dance.jpg", photo(2))
    sources = [str(office.put(name, photo())) for name in files]
    before = office.files("")
    told = office.run("add", "fair", *sources)
    assert told.status == 1
    assert "gallery.yml" in told.lines[0]
    assert (path.read_text(encoding="utf-8"), office.files("")) == (text, before)


# Blurring


def spread(data: bytes, box: tuple[int, int, int, int]) -> float:
    """How much the pixels of a part differ from each other."""
    with Image.open(io.BytesIO(data)) as image:
        return sum(ImageStat.Stat(image.convert("RGB").crop(box)).stddev)


def test_what_is_blurred_cannot_be_seen_any_more(office: Office) -> None:
    source = office.put("party.jpg", encoded(noise(800, 400)))
    told = office.run("add", "fair", str(source), "--blur", "0,0,25,50", "--blur", "75,50,30,50")
    data = office.files()[f"{FAIR}/party.jpg"]
    assert told.status == 0
    assert spread(data, (0, 0, 200, 200)) < 50 < 150 < spread(data, (220, 0, 800, 180))
    assert spread(data, (600, 200, 800, 400)) < 50 < 150 < spread(data, (0, 220, 580, 400))


@pytest.mark.parametrize("option", [("--alt", WHOLE[1]), ("--blur", "0,0,10,10")])
def test_what_is_said_of_one_photo_is_not_said_of_two(
    option: tuple[str, str], office: Office
) -> None:
    sources = [str(office.put(f"{number}.jpg", photo(number))) for number in range(2)]
    told = office.run("add", "fair", *sources, *option)
    assert (told.status, office.files()) == (1, {})
    assert option[0] in told.lines[0]


@pytest.mark.parametrize(
    "value",
    [
        *("", "40", "40,10,20", "40,10,20,25,5", "40，10，20，25", "a,b,c,d", "40,10,0,25"),
        *("-1,0,5,5", "101,0,5,5", "0,101,5,5", "0,0,5,101", "nan,0,5,5", "0,0,inf,5"),
    ],
)
@pytest.mark.parametrize("verb", [("add", "fair"), ("mend",)])
def test_a_rectangle_that_makes_no_sense_is_explained(
    verb: tuple[str, ...], value: str, office: Office
) -> None:
    name = f"{FAIR}/party.jpg"
    office.put(name, photo(gps=True))
    told = office.run(*verb, name, "--blur", value)
    assert told.status == 2
    assert "40,10,20,25" in "".join(told.lines)
    assert office.files("") == {**office.files(""), name: photo(gps=True)}
    assert "originals" not in os.listdir(office.root)


# Mending


def test_a_telling_picture_is_cleaned_in_its_place_and_its_original_kept(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    original = photo(gps=True)
    office.put(name, original)
    told = office.run("mend", name)
    assert told.status == 0
    assert screening.fault(name, office.files()[name]) is None
    assert office.files("originals") == {f"originals/{name}": original}
    assert f"originals/{name}" in told.of("party.jpg")[0]


def test_a_clean_picture_is_left_alone(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    office.put(name, photo())
    told = office.run("mend", name)
    assert (told.status, office.files()) == (0, {name: photo()})
    assert office.files("originals") == {}
    assert len(told.of("party.jpg")) == 1


def test_a_clean_picture_is_blurred_when_that_is_asked(office: Office) -> None:
    name = f"{FAIR}/party.png"
    original = encoded(noise(400, 200), "PNG")
    office.put(name, original)
    assert office.run("mend", name, "--blur", "0,0,25,50").status == 0
    data = office.files()[name]
    assert screening.fault(name, data) is None
    assert spread(data, (0, 0, 100, 100)) < 50 < 150 < spread(data, (110, 0, 400, 200))
    assert office.files("originals") == {f"originals/{name}": original}


@pytest.mark.parametrize("fixture", ["gps.jpg", "xmp.png", "gps.webp", "png.jpg", "jpeg.png"])
def test_every_format_keeps_its_name(fixture: str, office: Office) -> None:
    name = f"{FAIR}/{fixture}"
    office.put(name, BY_NAME[fixture].data)
    assert office.run("mend", name).status == 0
    assert set(office.files()) == {name}
    assert screening.fault(name, office.files()[name]) is None


def test_without_a_name_everything_faulty_is_mended(office: Office) -> None:
    clean, cut = f"{FAIR}/clean.jpg", f"{OTHER}/cut.jpg"
    faulty = [f"{FAIR}/gps.jpg", f"{OTHER}/png.jpg"]
    office.put(clean, photo())
    for name in (*faulty, cut):
        office.put(name, BY_NAME[Path(name).name].data)
    told = office.run("mend")
    assert told.status == 1
    assert [len(told.of(Path(name).name)) for name in (*faulty, cut, clean)] == [1, 1, 1, 0]
    files = office.files()
    assert files[clean] == photo()
    assert files[cut] == BY_NAME["cut.jpg"].data
    assert [screening.fault(name, files[name]) for name in faulty] == [None, None]
    assert set(office.files("originals")) == {f"originals/{name}" for name in faulty}


def test_an_original_that_was_kept_before_stays(office: Office) -> None:
    name = f"{FAIR}/party.jpg"
    for seed in range(2):
        office.put(name, photo(seed, gps=True))
        office.run("mend", name)
    wanted = sorted(photo(seed, gps=True) for seed in range(2))
    assert sorted(office.files("originals").values()) == wanted


def test_a_picture_that_stays_too_large_is_not_called_clean(office: Office) -> None:
    name = f"{FAIR}/party.png"
    original = encoded(noise(1000, 900), "PNG")
    office.put(name, original)
    told = office.run("mend", name)
    assert (told.status, office.files()) == (1, {name: original})
    assert "JPEG" in told.of("party.png")[0]
    assert office.files("originals") == {}


@pytest.mark.parametrize("name", ["missing.jpg", "gallery.yml", "."])
def test_what_is_no_picture_is_not_mended(name: str, office: Office) -> None:
    before = (office.root / FAIR / "gallery.yml").read_bytes()
    told = office.run("mend", f"{FAIR}/{name}")
    assert told.status == 1
    assert len(told.lines) == 1
    assert (office.root / FAIR / "gallery.yml").read_bytes() == before


@pytest.mark.parametrize(
    "place", ["../telephone/party.jpg", "docs/party.jpg", f"{GALLERIES}/../party.jpg"]
)
def test_only_pictures_of_galleries_are_mended(place: str, office: Office) -> None:
    path = office.root / place
    path.write_bytes(photo(gps=True))
    good = office.put(f"{FAIR}/party.jpg", photo(gps=True))
    told = office.run("mend", str(good), str(path))
    assert told.status == 2
    assert path.read_bytes() == good.read_bytes() == photo(gps=True)


@pytest.mark.parametrize("names", [[], [f"{FAIR}/one.jpg", f"{FAIR}/two.jpg"]])
def test_a_rectangle_is_blurred_in_the_one_picture_that_is_named(
    names: list[str], office: Office
) -> None:
    before = {
        f"{FAIR}/{name}.jpg": photo(seed, gps=True) for seed, name in enumerate(("one", "two"))
    }
    for name, data in before.items():
        office.put(name, data)
    assert office.run("mend", *names, "--blur", "0,0,25,50").status == 2
    assert office.files() == before


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
