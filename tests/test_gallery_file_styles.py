"""A gallery is changed however it is written, those of the sample among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.writing import drafting
from gallery_texts import NEW, appended, changed, data_in, withdrawn
from sites import ROOT

SAMPLE = sorted(ROOT.glob("showcases/galleries/*/gallery.yml"))


# Any way of writing


@st.composite
def galleries(draw: st.DrawFn) -> bytes:
    """A gallery with a list of photos, put together from what people write."""
    indent = " " * draw(st.integers(0, 4))
    gap = draw(st.sampled_from([" ", "   "]))
    inner = indent + " " + " " * len(gap)
    between = st.sampled_from(["", "\n", f"{indent}# 注\n", f"{inner}# 注\n", "\n# 注\n\n"])
    fields = st.lists(
        st.sampled_from(
            [
                "alt: 跳舞的人",
                "alt: # 写",
                'caption: "一：\\"二\\" #三"',
                "caption: '一''二' # 三",
                f"caption: >-\n{inner}  一句话，\n{inner}  两句话",
                f"caption: |\n{inner}  一\n\n{inner}  二",
                f"caption: 一句话\n{inner}  两句话",
                f"focus:\n{inner}  x: 0.5\n{inner}  y: 0.6",
                "focus: {x: 0.5, y: 0.6} # 注",
                f"author: {{name: 办,\n{inner}  display: no}}",
            ]
        ),
        max_size=4,
        unique_by=lambda field: field.split(":")[0],
    )
    consent = st.sampled_from(
        [
            "",
            "consent:",
            "consent: {state: obtained, ref: 台1}",
            f"consent:\n{inner}  state: obtained\n{inner}  scope:\n{inner}  - web",
        ]
    )
    text = draw(st.sampled_from(["", "# 注\n", "title: 节\n\n", "intro: |\n  一\n", "---\n"]))
    text += draw(st.sampled_from(["photos:\n", "photos: # 注\n", '"photos":\n\n']))
    for number in range(draw(st.integers(1, 3))):
        file = f"p{number}.jpg"
        if draw(st.booleans()):
            more = draw(st.sampled_from(["", ", alt: 人", ", consent: {state: obtained}", ","]))
            text += f"{indent}-{gap}{{file: {file}{more}}}{draw(st.sampled_from(['', ' # 注']))}\n"
        else:
            lines = [f"file: {file}", *draw(fields), *filter(None, [draw(consent)])]
            text += f"{indent}-{gap}" + f"\n{inner}".join(lines) + "\n"
        text += draw(between)
    text += draw(st.sampled_from(["", "status: draft\n", "# 注\nplace: 广场 # 注\n", "\n\n"]))
    if draw(st.booleans()) and "|" not in text:  # a text ends where the file does
        text = text.rstrip("\n")
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + text).replace("\n", ending).encode()


@given(galleries())
def test_a_photo_is_added_to_a_list_however_it_is_written(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    old, new = changed(raw, appended(tmp_path_factory.getbasetemp(), raw))
    assert b"".join(old) in (b"", raw.splitlines()[-1])
    assert len(new) - len(old) == len(NEW)


@given(galleries(), st.data())
def test_a_photo_is_withdrawn_from_a_list_however_it_is_written(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(data_in(raw)["photos"]) - 1))
    after = withdrawn(tmp_path_factory.getbasetemp(), raw, f"p{number}")
    comments = [line.count("注".encode()) for line in (raw, after)]
    assert comments[0] == comments[1]


# The files of this repository


def test_a_draft_takes_photos(tmp_path: Path) -> None:
    path = tmp_path / drafting.new(tmp_path, None, "gallery", "fair")
    raw = path.read_bytes()
    old, new = changed(raw, appended(tmp_path, raw))
    assert old == []
    assert new[0] == b"photos:\n"


@pytest.mark.parametrize("path", SAMPLE, ids=[path.parent.name for path in SAMPLE])
def test_a_gallery_of_the_sample_takes_photos_and_gives_them_back(
    path: Path, tmp_path: Path
) -> None:
    raw = path.read_bytes()
    old, new = changed(raw, appended(tmp_path, raw))
    assert (old, len(new)) == ([], len(NEW))
    photos = [photo for photo in data_in(raw)["photos"] if "withdrawn" not in str(photo)]
    for photo in (photos[0], photos[-1]):
        old, new = changed(raw, withdrawn(tmp_path, raw, Path(photo["file"]).stem))
        assert all(b"consent:" in line for line in (*old, *new))
        assert len(new) == 1


def test_the_sample_has_galleries() -> None:
    assert len(SAMPLE) > 3
