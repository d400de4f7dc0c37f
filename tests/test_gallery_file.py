"""A gallery's YAML is changed between the lines that people wrote, and only there."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaign.photos.gallery_file import GalleryFile, Item, Refused
from campaign.reading import characters, yamltext
from campaign.writing import drafting
from sites import ROOT

SAMPLE = sorted(ROOT.glob("showcases/galleries/*/gallery.yml"))
NEW: Item = {
    "file": "new.jpg",
    "alt": "",
    "author": {"name": '王"小"明', "display": "yes"},
    "people": "crowd",
    "hash": "0a1b2c3d4e5f6071",
}
READ_BACK = {**NEW, "alt": None}
DAY = date(2026, 4, 1)

LISTS = {
    "indented": "photos:\n  - file: a.jpg\n    alt: 跳舞的人\n",
    "not indented": "photos:\n- file: a.jpg\n  alt: 跳舞的人\nstatus: draft\n",
    "deeply indented": "photos:\n      - file: a.jpg\n        alt: 跳舞的人\nstatus: draft\n",
    "far from its dash": "photos:\n  -   file: a.jpg\n      alt: 跳舞的人\n",
    "in braces": "photos:\n  - {file: a.jpg, alt: 跳舞的人}\nstatus: draft\n",
    "in braces over lines": "photos:\n  - {file: a.jpg, # 一\n     alt: 人, # 二\n    }\n  # 三\n",
    "mixed": "photos:\n  - {file: b.jpg}\n  - file: a.jpg\n  - {file: c.jpg}\nstatus: draft\n",
    "comment behind": "photos:\n  - file: a.jpg\n    alt: 人 # 一\n# 二\n\n# 三\nplace: 四 # 五\n",
    "comment between": "photos:\n  # 一\n  - file: a.jpg\n\n  # 二\n  - file: b.jpg\n    # 三\n",
    "comment behind the key": "photos: # 一\n  - file: a.jpg\nstatus: draft\n",
    "blank lines behind": "photos:\n  - file: a.jpg\n\n\nstatus: draft\n\n\n",
    "folded text": "photos:\n  - file: a.jpg\n    caption: >-\n      一，\n      二\n\nplace: 三\n",
    "text line by line": "photos:\n  - file: a.jpg\n    caption: |\n      一\n\n      二\n\n# 三\n",
    "text over lines": "photos:\n  - file: a.jpg\n    caption: 一，\n      二\nstatus: draft\n",
    "quoted": "photos:\n  - \"file\": 'a.jpg'\n    alt: \"跳舞：#一\\\"\"\n    caption: '''二'''\n",
    "nested list": "photos:\n  - file: a.jpg\n    consent:\n      scope:\n      - web # 一\n",
    "nested group": "photos:\n  - file: a.jpg\n    pair:\n      role: after\ntitle: 二\n",
    "empty field last": "photos:\n  - file: a.jpg\n    alt: # 写\n    people:\nstatus: draft\n",
    "beginning of document": "---\ntitle: 节\nphotos:\n- file: a.jpg\n",
    "no end of line": "photos:\n  - file: a.jpg\n    alt: 人",
    "text that keeps its end": "photos:\n  - file: a.jpg\n    alt: |+\n      一\n\ntitle: 节\n",
    "first of the file": "photos:\n  - file: a.jpg\n\ntitle: 节 # 一\nintro: |\n  二\n",
}
"""Lists that hold a.jpg, as people write them."""
EMPTY = {
    "no list": "title: 节\n# 一\nreview:\n  - {role: first, by: 办, at: 2026-01-01}\n# 二\n",
    "no list and no end of line": "title: 节",
    "no list, blank lines": "title: 节\nintro: |\n  一\n\n\n",
    "no value": "title: 节\nphotos:\nstatus: draft\n",
    "no value, at the end": "title: 节\nphotos:",
    "no value, with a comment": "title: 节\nphotos: # 没有\n# 一\nstatus: draft\n",
    "an end of document": "title: 节\n...\n",
    "empty brackets": "title: 节\nphotos: []\nstatus: draft\n",
    "empty brackets with a comment": "title: 节\nphotos: [ ] #还没有\n\nstatus: draft\n",
    "said to be none": "title: 节\nphotos: ~\nstatus: draft\n",
}
CONSENTS = {
    "on one line": "consent: {state: obtained, ref: 台1, scope: [web]} # 一\n",
    "in lines": "consent:\n      state: obtained\n      ref: 台1\n      scope:\n        - web\n",
    "quoted": "\"consent\": {'state': 'obtained', \"ref\": '台1'}\n",
    "in braces over lines": "consent: {state: obtained,\n      ref: 台1,\n    }\n",
}
UNREADABLE = {
    "empty": "",
    "only a comment": "# 一\n",
    "a list": "- file: a.jpg\n",
    "a bracket that is open": "title: [\nphotos:\n  - file: a.jpg\n",
    "a tab": "photos:\n\t- file: a.jpg\n",
    "a key twice": "title: 节\ntitle: 日\nphotos:\n  - file: a.jpg\n",
    "an anchor": "title: &one 节\nphotos:\n  - file: a.jpg\n",
    "a text that is cut": "title: 节 #1\nphotos:\n  - file: a.jpg\n",
    "an invisible character": "title: 节\u202e\nphotos:\n  - file: a.jpg\n",
    "one in a comment": "# 一\u202e\nphotos:\n  - file: a.jpg\n",
}
UNSAFE = {
    "a list in brackets": "photos: [{file: a.jpg}]\n",
    "all in braces": "{title: 节, photos: [{file: a.jpg}]}\n",
    "a text for a list": "title: 节\nphotos: 还没有\n",
    "a group for a list": "photos: {file: a.jpg}\n",
    "a comment in brackets": "photos: [\n  # 一\n]\n",
    "a text that ends where the file does": "photos:\n  - file: a.jpg\n    alt: |\n      一",
}


def opened(folder: Path, raw: bytes) -> GalleryFile:
    path = folder / "gallery.yml"
    path.write_bytes(raw)
    return GalleryFile(path)


def data_in(raw: bytes) -> Any:
    text, faults = characters.decode("gallery.yml", raw)
    document = yamltext.read("gallery.yml", text)
    assert (faults, document.problems) == ([], [])
    return document.data


def changed(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines that differ, before and after: one stretch, all around it byte for byte alike."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def appended(folder: Path, raw: bytes) -> bytes:
    """The file with a new photo, which says what it did and the photo."""
    before = data_in(raw)
    gallery = opened(folder, raw)
    gallery.append(NEW)
    gallery.write()
    after = gallery.path.read_bytes()
    assert data_in(after) == {**before, "photos": [*(before.get("photos") or []), READ_BACK]}
    return after


def withdrawn(folder: Path, raw: bytes, stem: str = "a") -> bytes:
    """The file with a photo withdrawn, which says what it did but for this."""
    wanted = copy.deepcopy(data_in(raw))
    photo = next(item for item in wanted["photos"] if item["file"].split(".")[0] == stem)
    ref = (photo.get("consent") or {}).get("ref")
    photo["consent"] = {"state": "withdrawn", "date": str(DAY), **({"ref": ref} if ref else {})}
    gallery = opened(folder, raw)
    assert gallery.withdraw(stem, DAY) == photo["file"]
    gallery.write()
    after = gallery.path.read_bytes()
    assert data_in(after) == wanted
    return after


# Adding a photo


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("style", LISTS)
def test_a_photo_is_added_behind_the_list_and_all_else_stays(
    style: str, bom: str, ending: str, tmp_path: Path
) -> None:
    raw = (bom + LISTS[style]).replace("\n", ending).encode()
    old, new = changed(raw, appended(tmp_path, raw))
    assert b"".join(old) in (b"", raw.splitlines()[-1])  # where the last line had no end
    assert len(new) - len(old) == len(NEW)
    assert all(line.endswith(ending.encode()) for line in new)


@pytest.mark.parametrize("style", EMPTY)
def test_a_list_is_begun_where_there_is_none(style: str, tmp_path: Path) -> None:
    raw = EMPTY[style].encode()
    after = appended(tmp_path, raw)
    old, new = changed(raw, after)
    key = next(line for line in after.splitlines() if line.startswith(b"photos:"))
    assert [line for line in old if b"photos:" not in line] in ([], [raw.rstrip(b"\n")])
    assert key.endswith("#还没有".encode()) == ("#还没有" in EMPTY[style])
    assert new[-len(NEW)] == b"  - file: new.jpg\n"


def test_every_line_keeps_its_own_end(tmp_path: Path) -> None:
    raw = b"title: a\r\nphotos:\n  - file: a.jpg\r\nplace: b\nstatus: draft\r\n"
    old, new = changed(raw, appended(tmp_path, raw))
    assert (old, len(new)) == ([], len(NEW))


def test_photos_can_be_added_one_after_the_other(tmp_path: Path) -> None:
    gallery = opened(tmp_path, LISTS["not indented"].encode())
    for number in range(3):
        gallery.append({"file": f"new-{number}.jpg", "hash": f"a{number}"})
    gallery.write()
    again = GalleryFile(gallery.path)
    assert again.files() == {"a.jpg", "new-0.jpg", "new-1.jpg", "new-2.jpg"}
    assert again.file_with_hash("a1") == "new-1.jpg"
    assert again.file_with_hash("a3") is None


@example('\\"')
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_whatever_is_said_of_a_photo_is_read_back_as_it_was_said(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    gallery = opened(tmp_path_factory.getbasetemp(), b"title: a\n")
    gallery.append({"file": "new.jpg", "alt": text, "author": {"name": text, "display": "yes"}})
    photo = gallery.data["photos"][0]
    assert (photo["alt"] or "", photo["author"]["name"]) == (text, text)


def test_a_text_of_several_lines_is_written_on_one(tmp_path: Path) -> None:
    gallery = opened(tmp_path, b"title: a\n")
    gallery.append({"file": "new.jpg", "alt": "一\n二\r\n三\t四"})
    assert gallery.data["photos"][0]["alt"] == "一\n二\r\n三\t四"
    assert len(gallery.text.split("\n")) == 5


# Withdrawing one


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("style", [style for style in LISTS if "consent" not in LISTS[style]])
def test_a_photo_is_marked_withdrawn_and_all_else_stays(
    style: str, ending: str, tmp_path: Path
) -> None:
    raw = ("\ufeff" + LISTS[style]).replace("\n", ending).encode()
    old, new = changed(raw, withdrawn(tmp_path, raw))
    mark = b"consent: {state: withdrawn, date: 2026-04-01}"
    assert b"".join(new).count(mark) == 1
    rest = b"".join(new).replace(b", " + mark, b"").replace(mark, b"").strip()
    assert rest == b"".join(old).strip()


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("style", CONSENTS)
def test_a_consent_that_was_given_is_replaced_but_for_its_number(
    style: str, last: bool, tmp_path: Path
) -> None:
    head, tail = "photos:\n  - file: a.jpg # 一\n    ", "  - file: b.jpg\n# 二\n"
    more = "" if last else "    alt: 人\n"
    raw = f"{head}{CONSENTS[style]}{more}{tail}".encode()
    after = withdrawn(tmp_path, raw).decode()
    assert after.startswith(head)
    assert after.endswith(more + tail)
    assert "ref: 台1" in after
    assert "obtained" not in after


@pytest.mark.parametrize("written", ["consent:", "consent: ~", "consent: # 问过", 'consent: ""'])
def test_a_consent_that_was_left_empty_is_filled_in(written: str, tmp_path: Path) -> None:
    raw = f"photos:\n  - file: a.jpg\n    {written}\n    alt: 人\n".encode()
    old, new = changed(raw, withdrawn(tmp_path, raw))
    assert (len(old), len(new)) == (1, 1)
    assert new[0].endswith(b"# \xe9\x97\xae\xe8\xbf\x87\n") == ("#" in written)


def test_an_empty_consent_in_braces_is_filled_in(tmp_path: Path) -> None:
    withdrawn(tmp_path, "photos:\n  - {file: a.jpg, consent: , alt: 人}\n".encode())


def test_a_photo_is_withdrawn_from_a_list_in_brackets(tmp_path: Path) -> None:
    withdrawn(tmp_path, b"{photos: [{file: b.jpg}, {file: a.jpg,}], title: a}\n")


def test_the_day_of_an_earlier_withdrawal_stays(tmp_path: Path) -> None:
    raw = b"photos:\n  - file: a.jpg\n    consent: {state: withdrawn, date: 2026-01-02} # 1\n"
    gallery = opened(tmp_path, raw)
    assert gallery.withdraw("a", DAY) == "a.jpg"
    gallery.write()
    assert gallery.path.read_bytes() == raw


@pytest.mark.parametrize("text", ["title: a\n", "photos:\n", "photos: []\n", "photos: [一]\n"])
def test_a_photo_that_is_not_listed_cannot_be_withdrawn(text: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        opened(tmp_path, text.encode()).withdraw("a", DAY)


# What is refused


@pytest.mark.parametrize("style", UNREADABLE)
def test_a_file_with_faults_is_refused(style: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="check"):
        opened(tmp_path, UNREADABLE[style].encode())


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="check"):
        opened(tmp_path, "title: 节日\n".encode("gbk"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="check"):
        GalleryFile(tmp_path / "gallery.yml")


@pytest.mark.parametrize("style", UNSAFE)
def test_a_list_that_is_not_safe_to_change_is_refused(style: str, tmp_path: Path) -> None:
    raw = UNSAFE[style].encode()
    gallery = opened(tmp_path, raw)
    with pytest.raises(Refused, match="by hand"):
        gallery.append(NEW)
    gallery.write()
    assert gallery.path.read_bytes() == raw


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
