"""Pictures in and out: what is accepted, what is kept of it, and what is published."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from campaign.images import screening
from campaign.images.decoding import MAX_PIXELS, Unreadable
from campaign.images.derivatives import Derived, derive
from campaign.images.master import Box, Master, master
from conftest import needed
from pictures import (
    BY_NAME,
    COLUMNS,
    FIXTURES,
    PATCHES,
    STORED,
    TAKEN,
    WIDE,
    Colour,
    Fixture,
    black_png,
    drawing,
    encoded,
    exif,
    noise,
    p3_profile,
    srgb_profile,
    wide,
)

pytestmark = pytest.mark.filterwarnings("error")

ACCEPTED = [fixture for fixture in FIXTURES if fixture.add == "accept"]
REFUSED = [fixture for fixture in FIXTURES if fixture.add == "refuse"]
TURNED = [fixture for fixture in FIXTURES if fixture.name.startswith("turned-")]
CARRIERS = [fixture for fixture in FIXTURES if fixture.code == "V13f"]
LIKE_THE_DRAWING = [fixture for fixture in ACCEPTED if fixture.truth]
P3 = [fixture for fixture in ACCEPTED if "p3" in fixture.name]
SECRETS = (b"Secret", b"SECRET", b"Exif", b"GPSLatitude", b"<script", b"ICC_PROFILE", b"http:")
REASONS = {"unknown", "format", "animated", "pixels", "broken", "heic"}
JPEG_KEPT = {0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE}
"""Frames, tables, scans, restarts, JFIF and Adobe's colour transform: what pixels need."""
WEBP_KEPT = {b"VP8 ", b"VP8L"}
TO_SRGB = (
    (1.2249401, -0.2249404, 0.0),
    (-0.0420569, 1.0420571, 0.0),
    (-0.0196376, -0.0786361, 1.0982735),
)
"""Linear Display P3 to linear sRGB, both with the white point D65 (CSS Color 4, appendix A)."""
CLOSE, FAR = 4.5, 8.0
"""Mean error of a colour that is right, and the least of one whose profile was dropped."""


def each(fixtures: Sequence[Fixture]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fixture", fixtures, ids=lambda fixture: fixture.name)


def can_be_made(fixture: Fixture) -> bool:
    return fixture.needs is None or find_spec(fixture.needs) is not None


def data_of(fixture: Fixture) -> bytes:
    if fixture.needs:
        needed(find_spec(fixture.needs), fixture.needs)
    return fixture.data


@cache
def mastered(name: str) -> Master:
    return master(data_of(BY_NAME[name]))


@cache
def derived(name: str) -> Derived:
    return derive(data_of(BY_NAME[name]))


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def difference(image: Image.Image, truth: Image.Image) -> float:
    """The mean error a channel, on a scale to 255, at the size of the picture."""
    fitting = truth if truth.size == image.size else truth.resize(image.size)
    channels = ImageStat.Stat(ImageChops.difference(image.convert("RGB"), fitting)).mean
    return sum(channels) / len(channels)


def worst_patch(image: Image.Image, truth: Image.Image) -> float:
    """The mean error in the middle of that patch of the drawing where it is largest."""
    width, height = image.width // COLUMNS, image.height // (len(PATCHES) // COLUMNS)
    corners = product(range(0, width * COLUMNS, width), range(0, height * 3, height))
    middles = [
        (left + width // 4, top + height // 4, left + width * 3 // 4, top + height * 3 // 4)
        for left, top in corners
    ]
    fitting = truth if truth.size == image.size else truth.resize(image.size)
    return max(difference(image.crop(edges), fitting.crop(edges)) for edges in middles)


def srgb_of(colour: Colour) -> Colour:
    """A Display P3 colour in sRGB, by arithmetic; what sRGB cannot show is clipped."""

    def light(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    def value(light: float) -> float:
        return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055

    lights = [light(part / 255) for part in colour]
    mixed = (sum(a * b for a, b in zip(row, lights, strict=True)) for row in TO_SRGB)
    red, green, blue = (round(255 * value(min(1.0, max(0.0, part)))) for part in mixed)
    return red, green, blue


def truth_of(fixture: Fixture) -> Image.Image:
    """How the picture should look, in sRGB."""
    assert fixture.truth
    truth = fixture.truth()
    return drawing([srgb_of(colour) for colour in PATCHES], truth.size) if fixture in P3 else truth


def segments(data: bytes) -> list[tuple[int, bytes]]:
    """Marker and body of each segment of a JPEG, which must end with its end."""
    assert data[:2] == b"\xff\xd8"
    found, at = [], 2
    while data[at : at + 2] != b"\xff\xd9":
        assert data[at] == 0xFF
        length = int.from_bytes(data[at + 2 : at + 4])
        found.append((data[at + 1], data[at + 4 : at + 2 + length]))
        at += 2 + length
        while found[-1][0] == 0xDA and (
            data[at] != 0xFF or data[at + 1] in (0, *range(0xD0, 0xD8))
        ):
            at += 1
    assert at + 2 == len(data), "something stands behind the end"
    return found


def assert_only_pixels_in_jpeg(data: bytes) -> None:
    for marker, body in segments(data):
        assert marker in JPEG_KEPT, hex(marker)
        if marker == 0xE0:
            assert body.startswith(b"JFIF\0")
            assert len(body) == 14, "a thumbnail"
    assert not [secret for secret in SECRETS if secret in data]


def assert_only_pixels_in_webp(data: bytes) -> None:
    assert data[:4] + data[8:12] == b"RIFFWEBP"
    assert int.from_bytes(data[4:8], "little") + 8 == len(data)
    at = 12
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        assert data[at : at + 4] in WEBP_KEPT
        at += 8 + length + length % 2
    assert not [secret for secret in SECRETS if secret in data]


# The fixtures themselves


def test_fixtures_have_names_of_their_own() -> None:
    assert len(BY_NAME) == len(FIXTURES)
    assert {fixture.check for fixture in FIXTURES} == {"accept", "mend", "refuse"}


@each(TURNED)
def test_a_turned_fixture_shows_the_drawing_when_it_is_set_upright(fixture: Fixture) -> None:
    upright = ImageOps.exif_transpose(opened(fixture.data))
    assert upright.size == WIDE
    assert difference(upright, wide()) < 1


# Inspection


@each(FIXTURES)
def test_a_committed_picture_has_the_one_fault_that_it_has(fixture: Fixture) -> None:
    found = screening.fault(fixture.name, data_of(fixture))
    assert (found.code if found else None) == fixture.code


@each(CARRIERS)
def test_what_a_picture_carries_is_named(fixture: Fixture) -> None:
    found = screening.fault(fixture.name, fixture.data)
    assert found
    assert fixture.what in found.values["what"]
    assert found.values["what"]
    assert "Secret" not in found.values["what"]


def test_everything_that_a_picture_carries_is_named_at_once() -> None:
    data = encoded(
        drawing(),
        exif=exif(gps=True, maker="SecretMaker", serial="SECRET1"),
        comment=b"SecretComment",
        xmp=b"SecretXmp",
    )
    found = screening.fault("a.jpg", data + b"SecretTail")
    assert found
    named = ("位置", "序列号", "相机", "XMP", "注释", "末尾")
    assert [what for what in named if what not in found.values["what"]] == []


def test_a_picture_of_just_the_largest_size_may_stay() -> None:
    assert screening.fault("a.png", black_png(10_000, MAX_PIXELS // 10_000, 1, 0)) is None


@pytest.mark.parametrize("name", ["A.JPG", "a.b.jpeg", "照片.Jpg"])
def test_the_name_may_be_written_in_any_way(name: str) -> None:
    assert screening.fault(name, encoded(drawing())) is None


# Masters


@each(ACCEPTED)
def test_a_master_is_a_jpeg_of_a_sane_size_that_may_stay(fixture: Fixture) -> None:
    made = mastered(fixture.name)
    image = opened(made.data)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert image.size == (made.width, made.height)
    assert max(image.size) <= 2560
    assert len(made.data) <= 1_200_000
    assert screening.fault("photo.jpg", made.data) is None


@each(ACCEPTED)
def test_a_master_is_nothing_but_pixels(fixture: Fixture) -> None:
    made = mastered(fixture.name)
    assert_only_pixels_in_jpeg(made.data)
    image = opened(made.data)
    assert not image.getexif()
    assert not {"comment", "icc_profile", "exif", "xmp", "photoshop", "mp"} & set(image.info)


@each(LIKE_THE_DRAWING)
def test_a_master_is_upright_and_looks_as_the_photo_was_meant(fixture: Fixture) -> None:
    truth = truth_of(fixture)
    image = opened(mastered(fixture.name).data)
    assert image.size == truth.size
    assert difference(image, truth) <= CLOSE
    assert worst_patch(image, truth) <= CLOSE


@each(ACCEPTED)
def test_the_same_bytes_give_the_same_master(fixture: Fixture) -> None:
    assert master(data_of(fixture)) == mastered(fixture.name)


@pytest.mark.parametrize("size", [(3200, 1600), (1600, 3200), (2560, 40), (2561, 1)])
def test_a_large_picture_is_scaled_to_2560_and_no_other(size: tuple[int, int]) -> None:
    made = master(encoded(drawing(size=size), quality=70))
    scale = min(1.0, 2560 / max(size))
    assert (made.width, made.height) == tuple(max(1, round(side * scale)) for side in size)


def test_a_master_of_the_largest_picture_is_made() -> None:
    made = master(black_png(10_000, MAX_PIXELS // 10_000, 1, 0))
    assert (made.width, made.height) == (2560, 1536)


def test_a_picture_full_of_detail_is_kept_small_enough() -> None:
    made = master(encoded(noise(2200, 1500)))
    assert len(made.data) <= 1_200_000
    assert abs(made.width / made.height - 2200 / 1500) < 0.01
    assert made.width > 1000


def test_a_master_of_a_master_has_the_same_size() -> None:
    once = mastered("turned-6-p3.jpg")
    twice = master(once.data)
    assert (twice.width, twice.height) == (once.width, once.height)
    assert difference(opened(twice.data), opened(once.data)) < 2


# The day


@pytest.mark.parametrize("name", ["taken.jpg", "secrets.heic"])
def test_the_day_is_read_before_it_goes(name: str) -> None:
    assert mastered(name).taken == date(2025, 10, 18)
    assert TAKEN[:10].encode() not in mastered(name).data


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_the_day_is_read_from_other_formats(format: str) -> None:
    assert master(encoded(drawing(), format, exif=exif(taken=TAKEN))).taken == date(2025, 10, 18)


@pytest.mark.parametrize(
    "taken", ["0000:00:00 00:00:00", "2025:13:40 09:30:00", "    :  :     :  :  ", "昨天", ""]
)
def test_a_day_that_is_none_is_not_made_up(taken: str) -> None:
    data = encoded(drawing(), exif=exif(taken=taken.encode()))
    assert master(data).taken is None


@pytest.mark.parametrize("name", ["plain-none.jpg", "gps.jpg", "broken-exif.jpg", "text.png"])
def test_a_photo_that_tells_no_day_has_none(name: str) -> None:
    assert mastered(name).taken is None


# Colours


def test_the_reference_knows_display_p3() -> None:
    assert srgb_of((255, 255, 255)) == (255, 255, 255)
    assert srgb_of((128, 128, 128)) == (128, 128, 128)
    assert srgb_of((255, 0, 0)) == (255, 0, 0)


@each(P3)
def test_the_red_of_a_telephone_stays_red(fixture: Fixture) -> None:
    truth = truth_of(fixture)
    files = derived(fixture.name).files
    largest = max(files, key=lambda name: (name.endswith(".webp"), int(name.split(".")[0])))
    smaller = f"{min(640, truth.width)}.webp"
    for data in (mastered(fixture.name).data, files[largest], files[smaller]):
        assert difference(opened(data), truth) <= CLOSE


@each(P3)
def test_a_profile_that_is_dropped_would_be_noticed(fixture: Fixture) -> None:
    assert fixture.truth
    assert difference(fixture.truth(), truth_of(fixture)) > FAR


def test_a_profile_that_is_none_is_left_aside() -> None:
    gray = encoded(drawing().convert("L"), icc_profile=srgb_profile())
    for data in (
        encoded(drawing(), icc_profile=b"no profile"),
        encoded(drawing(), icc_profile=p3_profile()[:200]),
        encoded(drawing(), icc_profile=p3_profile().replace(b"RGB ", b"\xff\xfe\xfd\xfc")),
    ):
        assert difference(opened(master(data).data), drawing()) <= CLOSE
    assert difference(opened(master(gray).data), drawing().convert("L").convert("RGB")) <= CLOSE


# Blurring

BOX = Box(0.25, 0.25, 0.5, 0.5)
BOARD = (400, 320)


def board(size: tuple[int, int] = BOARD, square: int = 10) -> Image.Image:
    """A checkerboard in black and white."""
    tile = Image.new("RGB", (2 * square, 2 * square), "white")
    tile.paste("black", (0, 0, square, square))
    tile.paste("black", (square, square, 2 * square, 2 * square))
    image = Image.new("RGB", size)
    for left in range(0, size[0], 2 * square):
        for top in range(0, size[1], 2 * square):
            image.paste(tile, (left, top))
    return image


def contrast(image: Image.Image, edges: tuple[int, int, int, int]) -> float:
    return ImageStat.Stat(image.crop(edges).convert("L")).stddev[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_what_is_blurred_is_gone_and_the_rest_is_not(orientation: int) -> None:
    stored = board().transpose(STORED[orientation]) if orientation in STORED else board()
    data = encoded(stored, exif=exif(orientation=orientation))
    plain = opened(master(data).data)
    image = opened(master(data, [Box(0.5, 0.25, 0.4, 0.5)]).data)
    assert contrast(plain, (204, 84, 356, 236)) > 100
    assert contrast(image, (204, 84, 356, 236)) < 20
    for outside in ((0, 0, 196, 320), (364, 0, 400, 320), (0, 0, 400, 76), (0, 244, 400, 320)):
        assert difference(image.crop(outside), plain.crop(outside)) < 3


def test_the_edge_of_a_blurred_box_is_blurred_too() -> None:
    image = opened(master(encoded(board()), [BOX]).data)
    for edges in ((102, 82, 298, 92), (102, 228, 298, 238), (102, 82, 112, 238)):
        assert contrast(image, edges) < 30


def test_a_small_box_on_a_large_picture_is_blurred_all_the_same() -> None:
    image = opened(master(encoded(board((3200, 1600), 10)), [Box(0.5, 0.5, 0.02, 0.03)]).data)
    assert contrast(image, (1284, 644, 1326, 674)) < 25
    assert contrast(image, (1100, 644, 1142, 674)) > 80


def test_several_boxes_are_blurred() -> None:
    boxes = [Box(0, 0, 0.2, 0.2), Box(0.8, 0.8, 0.2, 0.2)]
    image = opened(master(encoded(board()), boxes).data)
    assert contrast(image, (4, 4, 76, 60)) < 20
    assert contrast(image, (324, 260, 396, 316)) < 20
    assert contrast(image, (100, 80, 300, 240)) > 100


@pytest.mark.parametrize(
    "box", [Box(0.9, 0.9, 0.5, 0.5), Box(0, 0, 1, 1), Box(0.5, 0.5, 0, 0), Box(1, 1, 0.1, 0.1)]
)
def test_a_box_at_the_margin_breaks_nothing(box: Box) -> None:
    made = master(encoded(board()), [box])
    assert (made.width, made.height) == BOARD
    assert made == master(encoded(board()), [box])


def test_what_was_under_a_box_makes_no_difference_but_for_its_average() -> None:
    """Two faces of the same brightness cannot be told apart: nothing is left to compute back."""
    one, other = board(square=10), board(square=10)
    other.paste(ImageOps.mirror(board(square=5)).crop((100, 80, 300, 240)), (100, 80))
    smeared = [opened(master(encoded(image), [BOX]).data) for image in (one, other)]
    assert difference(smeared[0], smeared[1]) < 4


# Derivatives


@pytest.mark.parametrize(
    ("width", "webp", "jpeg"),
    [
        (1, [1], 1),
        (300, [300], 300),
        (320, [320], 320),
        (700, [320, 640, 700], 700),
        (960, [320, 640, 960], 960),
        (1200, [320, 640, 960, 1200], 960),
        (2000, [320, 640, 960, 1600], 960),
    ],
)
def test_derivatives_are_never_wider_than_the_photo(width: int, webp: list[int], jpeg: int) -> None:
    made = derive(encoded(drawing(size=(2000, 1000)).resize((width, (width + 1) // 2)), "PNG"))
    assert set(made.files) == {*(f"{each}.webp" for each in webp), f"{jpeg}.jpg"}
    assert (made.width, made.height) == (width, (width + 1) // 2)
    for name, data in made.files.items():
        image, wanted = opened(data), int(name.split(".")[0])
        assert image.format == {"webp": "WEBP", "jpg": "JPEG"}[name.split(".")[1]]
        assert image.width == wanted
        assert abs(image.height - wanted * made.height / made.width) <= 1


@each(ACCEPTED)
def test_derivatives_are_nothing_but_pixels(fixture: Fixture) -> None:
    for name, data in derived(fixture.name).files.items():
        if name.endswith(".jpg"):
            assert_only_pixels_in_jpeg(data)
        else:
            assert_only_pixels_in_webp(data)


@each(LIKE_THE_DRAWING)
def test_derivatives_are_upright_and_look_as_the_photo_was_meant(fixture: Fixture) -> None:
    truth, made = truth_of(fixture), derived(fixture.name)
    assert (made.width, made.height) == truth.size
    for data in made.files.values():
        assert difference(opened(data), truth) <= CLOSE
        assert worst_patch(opened(data), truth) <= CLOSE


@each(ACCEPTED[::5])
def test_the_same_bytes_give_the_same_derivatives(fixture: Fixture) -> None:
    assert derive(data_of(fixture)) == derived(fixture.name)


@each(ACCEPTED)
def test_a_photo_has_a_look_before_it_loads(fixture: Fixture) -> None:
    placeholder = derived(fixture.name).placeholder
    head, data = placeholder.split(",")
    assert head == "data:image/webp;base64"
    assert len(placeholder) <= 200
    image = opened(base64.b64decode(data, validate=True))
    assert (image.format, image.width) == ("WEBP", 16)
    assert_only_pixels_in_webp(base64.b64decode(data))


@pytest.mark.parametrize("colour", [(200, 40, 40), (40, 160, 170), (255, 255, 255), (0, 0, 0)])
@pytest.mark.parametrize("profile", ["none", "p3"])
def test_the_colour_of_a_photo_is_the_one_that_most_of_it_has(colour: Colour, profile: str) -> None:
    image = Image.new("RGB", (400, 300), colour)
    image.paste((90, 90, 90), (180, 140, 220, 160))
    p3 = profile == "p3"
    made = derive(encoded(image, icc_profile=p3_profile() if p3 else None))
    assert made.colour[0] == "#"
    found = bytes.fromhex(made.colour[1:])
    wanted = srgb_of(colour) if p3 else colour
    assert all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


def test_the_derivatives_of_a_master_look_like_those_of_the_photo() -> None:
    made = derive(mastered("turned-8-p3.jpg").data)
    for name, data in derived("turned-8-p3.jpg").files.items():
        assert difference(opened(made.files[name]), opened(data)) < 3


def test_a_picture_too_long_for_webp_ends_in_no_traceback() -> None:
    """WebP ends at 16383 pixels a side; a screenshot of a long conversation does not."""
    with suppress(Unreadable):
        derive(encoded(Image.new("L", (64, 17_000))))


# What is refused

REFUSING = """
import json, sys, time
from pathlib import Path

from campaign.images import screening
from campaign.images.decoding import Unreadable
from campaign.images.derivatives import derive
from campaign.images.master import master


def outcome(function, *arguments):
    try:
        function(*arguments)
    except Unreadable as error:
        return error.reason
    except Exception as error:
        return f"a traceback: {error!r}"
    return "nothing"


def code(name, data):
    try:
        return screening.fault(name, data).code
    except Exception as error:
        return f"a traceback: {error!r}"


found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    start, data = time.process_time(), path.read_bytes()
    outcomes = [code(path.name, data), outcome(master, data), outcome(derive, data)]
    found[path.name] = [*outcomes, time.process_time() - start]
# Not ru_maxrss: a process begins with what the one that started it has used.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
peak = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
print(json.dumps({"files": found, "peak": peak}))
"""


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own says of every refused file: codes, reasons, time and memory."""
    folder = tmp_path_factory.mktemp("refused")
    for fixture in filter(can_be_made, REFUSED):
        (folder / fixture.name).write_bytes(fixture.data)
    hooks = Path(__file__).resolve().parents[1] / "hooks"
    done = subprocess.run(
        [sys.executable, "-c", REFUSING, str(folder)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(hooks)},
    )
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@each(REFUSED)
def test_a_hostile_file_is_refused_at_once(fixture: Fixture, refusals: dict[str, Any]) -> None:
    told = needed(refusals["files"].get(fixture.name), fixture.needs or fixture.name)
    code, of_master, of_derive, seconds = told
    assert code == fixture.code
    assert {of_master, of_derive} <= REASONS
    assert seconds < 2


def test_hostile_files_take_little_memory(refusals: dict[str, Any]) -> None:
    [peak] = needed(refusals["peak"] or None, "/proc")
    assert peak < 200_000


def test_heic_is_refused_in_words_where_its_decoder_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = data_of(BY_NAME["plain.heic"])
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(Unreadable) as refused:
        master(data)
    assert refused.value.reason == "heic"


def damaged(data: bytes, luck: random.Random) -> bytes:
    """Some bytes changed, most of them in the headers, and the end cut off."""
    changed = bytearray(data)
    for _ in range(luck.randint(1, 12)):
        within = min(len(data), luck.choice((64, 400, len(data))))
        changed[luck.randrange(within)] = luck.randrange(256)
    return bytes(changed[: luck.randint(len(data) // 2, len(data))])


@each(LIKE_THE_DRAWING)
def test_damage_ends_in_a_refusal_and_never_in_a_traceback(fixture: Fixture) -> None:
    data, luck = data_of(fixture), random.Random(fixture.name)
    for _ in range(6):
        broken = damaged(data, luck)
        screening.fault(fixture.name, broken)
        with suppress(Unreadable):
            assert_only_pixels_in_jpeg(master(broken).data)


# A second opinion


def exiftool(folder: Path) -> set[str]:
    """Names of the files below a folder in which exiftool finds what must not be there."""
    tool = needed(shutil.which("exiftool"), "exiftool")
    tags = "$GPS:all $SerialNumber $XMP:all $Make $Orientation $Comment $IPTC:all"
    condition = " or ".join(tags.split())
    done = subprocess.run(
        [tool, "-r", "-q", "-if", condition, "-p", "$FileName", str(folder)],
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())


def test_exiftool_finds_nothing_in_what_is_kept_and_published(tmp_path: Path) -> None:
    for fixture in filter(can_be_made, ACCEPTED):
        (tmp_path / f"{fixture.name}.jpg").write_bytes(mastered(fixture.name).data)
        for name, data in derived(fixture.name).files.items():
            (tmp_path / f"{fixture.name}-{name}").write_bytes(data)
    assert exiftool(tmp_path) == set()


def test_exiftool_finds_what_came_in(tmp_path: Path) -> None:
    known = ("位置", "相机", "序列号", "XMP", "IPTC", "注释")
    carriers = {
        fixture.name
        for fixture in CARRIERS
        if fixture.what in known and not fixture.name.startswith("late")
    }
    assert len(carriers) >= 12
    for fixture in filter(can_be_made, ACCEPTED):
        (tmp_path / fixture.name).write_bytes(fixture.data)
    assert carriers <= exiftool(tmp_path)
