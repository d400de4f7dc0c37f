"""A gallery's YAML is changed between the lines that people wrote, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from campaign.photos.gallery_file import GalleryFile, Refused
from gallery_texts import DAY, NEW, appended, changed, opened, withdrawn

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
