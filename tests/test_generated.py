"""Pictures that a machine made: their mark is found, kept in the list, and told to readers."""

from __future__ import annotations

import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from PIL import Image

from campaign.images import generated, screening
from campaign.photos import intake, mending
from campaign.render import pictures
from campaign.render.edition import environment
from campaign.site import GALLERIES
from pictures import encoded, iptc, wide, with_chunk, with_segment
from projects import project
from test_structure import CAMPAIGN

LABEL = '{"Label":"1","ContentProducer":"示例","ProduceID":"1"}'
XMP = b"http://ns.adobe.com/xap/1.0/\0"
TC260 = (
    f"<x:xmpmeta><TC260:AIGC>{LABEL.replace(chr(34), '&quot;')}</TC260:AIGC></x:xmpmeta>".encode()
)
IPTC = b"<x>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</x>"
JPEG, PNG = encoded(wide()), encoded(wide(), "PNG")


def commented(text: bytes) -> bytes:
    """A JPEG with a text as the user's comment of Exif."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = text
    return encoded(wide(), exif=exif.tobytes())


MARKED = {
    "xmp.jpg": with_segment(JPEG, 0xE1, XMP + TC260),
    "iptc.jpg": with_segment(JPEG, 0xE1, XMP + IPTC),
    "exif.jpg": commented(b"ASCII\0\0\0" + f'{{"AIGC":{LABEL}}}'.encode()),
    "exif-wide.jpg": commented(b"UNICODE\0" + f'{{"AIGC":{LABEL}}}'.encode("utf-16-le")),
    "text.png": with_chunk(PNG, b"tEXt", b"AIGC\0" + b'{"Label":"2"}'),
    "squeezed.png": with_chunk(PNG, b"zTXt", b"AIGC\0\0" + zlib.compress(LABEL.encode())),
    "international.png": with_chunk(
        PNG, b"iTXt", b"AIGC\0\1\0\0\0" + zlib.compress(LABEL.encode())
    ),
    "xmp.webp": encoded(wide(), "WEBP", xmp=TC260),
}
PLAIN = {
    "clean.jpg": JPEG,
    "clean.png": PNG,
    "author.jpg": with_segment(JPEG, 0xED, iptc()),
    "other.jpg": with_segment(JPEG, 0xE1, XMP + b"<x>AIGC</x>"),
    "cut.png": with_chunk(PNG, b"zTXt", b"AIGC\0\0" + b"\x78\x9cno"),
}
ITEM = "  - {file: a.jpg, alt: 画面里有一座小花园, licence: own, people: none}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    head = "title: 一天\ndate: 2026-03-01\nstatus: draft\n"
    return project(tmp_path, {f"{GALLERIES}/day/gallery.yml": head})


def listed(root: Path) -> str:
    return (root / GALLERIES / "day/gallery.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MARKED)
def test_a_mark_is_found_wherever_it_stands(name: str) -> None:
    assert generated.is_marked(MARKED[name])


@pytest.mark.parametrize("name", PLAIN)
def test_a_picture_without_a_mark_has_none(name: str) -> None:
    assert not generated.is_marked(PLAIN[name])


@pytest.mark.parametrize("name", MARKED)
def test_a_marked_file_in_the_repository_is_told_by_its_mark(name: str) -> None:
    found = screening.fault(name, MARKED[name])
    assert found is not None
    assert (found.code, found.values["what"].split("、")[0]) == ("V13f", "AI 生成标识")


@pytest.mark.parametrize(("files", "is_kept"), [(MARKED, True), (PLAIN, False)])
def test_a_photo_that_is_added_keeps_its_mark_as_a_field(
    root: Path, files: dict[str, bytes], is_kept: bool
) -> None:
    name = next(iter(files))
    source = root.parent / f"telephone-{root.name}-{name}"
    source.write_bytes(files[name])
    [outcome] = intake.add(root, "day", [source], lambda source, made: intake.Details())
    assert ("generated: yes" in listed(root)) is is_kept
    assert ("AI 生成标识" in outcome.words) is is_kept
    [kept] = (root / GALLERIES / "day").glob("*.jpg")
    assert not generated.is_marked(kept.read_bytes())


def test_a_photo_that_is_cleaned_in_place_keeps_its_mark_as_a_field(root: Path) -> None:
    folder = root / GALLERIES / "day"
    (folder / "gallery.yml").write_text(listed(root) + "photos:\n" + ITEM, encoding="utf-8")
    (folder / "a.jpg").write_bytes(MARKED["xmp.jpg"])
    for _ in range(2):
        mending.mend(root, folder / "a.jpg")
    [item] = yaml.safe_load(listed(root))["photos"]
    assert item == {**yaml.safe_load(ITEM)[0], "generated": True}
    assert screening.fault("a.jpg", (folder / "a.jpg").read_bytes()) is None


def test_readers_are_told_beside_the_picture_and_in_its_credit() -> None:
    record = SimpleNamespace(generated=True, author=None, taken=None, licence="own")
    edition = SimpleNamespace(site=SimpleNamespace(label=lambda vocabulary, item: "自有"))
    assert pictures.credit(edition, record) == "AI 生成，自有"  # type: ignore[arg-type]
    view = {"mark": "0", "formats": [], "src": "a.jpg", "width": 3, "height": 2, "alt": "图"}
    module = environment().get_template("parts.html.jinja").module
    told = module.picture("", view | {"generated": "AI 生成"}, "")  # type: ignore[attr-defined]
    assert '<span class="picture__mark">AI 生成</span>' in told
    assert "picture__mark" not in module.picture("", view | {"generated": ""}, "")  # type: ignore[attr-defined]


def test_every_picture_of_a_page_comes_from_the_part_that_tells() -> None:
    """No template writes the picture of a photo by itself."""
    found = [
        path.name
        for path in CAMPAIGN.rglob("*.jinja")
        if path.name != "parts.html.jinja" and ".src }}" in path.read_text(encoding="utf-8")
    ]
    assert found == []
