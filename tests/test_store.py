"""The store of what was made from pictures: nothing damaged or half made is ever taken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.images import store
from campaign.images.store import MANIFEST, Store, key

KEY, OTHER = key("a photo"), key("another photo")
FILES = {"640.webp": b"large", "320.webp": b"small", "960.jpg": b"jpeg"}
NOTES = {"width": "800", "colour": "#a8141b", "words": "甲"}


@pytest.fixture
def shelf(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def left(shelf: Store) -> set[Path]:
    """Every file and folder of the store but the folders that hold entries."""
    return set(shelf.root.glob("*/*"))


# Putting and getting


def test_what_was_put_is_there_with_its_notes(shelf: Store) -> None:
    put = shelf.put(KEY, FILES, NOTES)
    found = shelf.get(KEY)
    assert found == put
    assert found.files == tuple(FILES)
    assert found.notes == NOTES
    assert {name: found.path(name).read_bytes() for name in found.files} == FILES


def test_notes_alone_are_an_entry(shelf: Store) -> None:
    shelf.put(KEY, {}, {})
    found = shelf.get(KEY)
    assert found
    assert (found.files, found.notes) == ((), {})


def test_what_was_never_put_is_not_there(shelf: Store) -> None:
    assert shelf.get(KEY) is None
    shelf.put(KEY, FILES, NOTES)
    assert shelf.get(OTHER) is None


def test_another_process_finds_what_was_put(shelf: Store) -> None:
    shelf.put(KEY, FILES, NOTES)
    assert Store(shelf.root).get(KEY) == shelf.get(KEY)


def test_a_store_may_be_moved_or_restored_as_a_whole(shelf: Store, tmp_path: Path) -> None:
    shelf.put(KEY, FILES, NOTES)
    moved = Store(shelf.root.rename(tmp_path / "moved"))
    found = moved.get(KEY)
    assert found
    assert found.path("960.jpg").read_bytes() == b"jpeg"
    assert shelf.get(KEY) is None


def test_what_was_removed_is_gone_and_nothing_else(shelf: Store) -> None:
    shelf.put(KEY, FILES, NOTES)
    shelf.put(OTHER, FILES, NOTES)
    shelf.remove(KEY)
    assert shelf.get(KEY) is None
    assert shelf.get(OTHER)


def test_what_is_not_there_may_be_removed(shelf: Store) -> None:
    shelf.remove(KEY)
    assert shelf.get(KEY) is None


# Damage


def change(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(data)


def manifest(change: Callable[[dict[str, object]], object]) -> Callable[[Path], object]:
    """Damage that leaves the manifest a valid document."""

    def damage(folder: Path) -> None:
        path = folder / MANIFEST
        told = json.loads(path.read_text(encoding="utf-8"))
        change(told)
        path.write_text(json.dumps(told), encoding="utf-8")

    return damage


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a changed file": change("640.webp", b"lorge"),
    "an empty file": change("640.webp", b""),
    "a file that is gone": lambda folder: (folder / "960.jpg").unlink(),
    "a manifest that is gone": lambda folder: (folder / MANIFEST).unlink(),
    "an empty manifest": change(MANIFEST, b""),
    "half a manifest": change(MANIFEST, b'{"files": {"640.webp": "'),
    "a manifest of other bytes": change(MANIFEST, b"\xff\xfe\x00"),
    "a manifest that is a list": change(MANIFEST, b"[]"),
    "a manifest that is a number": change(MANIFEST, b"1"),
    "a manifest of an empty object": change(MANIFEST, b"{}"),
    "files that are a list": manifest(lambda told: told.update(files=list(FILES))),
    "files that are nothing": manifest(lambda told: told.update(files={})),
    "notes that are gone": manifest(lambda told: told.pop("notes")),
    "notes that are a text": manifest(lambda told: told.update(notes="800")),
    "notes that are others": manifest(lambda told: told.update(notes={**NOTES, "width": "80x"})),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_entry_is_not_there_and_can_be_put_again(
    shelf: Store, damage: Callable[[Path], object]
) -> None:
    damage(shelf.put(KEY, FILES, NOTES).folder)
    assert shelf.get(KEY) is None
    assert shelf.put(KEY, FILES, NOTES) == shelf.get(KEY)
    assert shelf.get(KEY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(min_value=0, max_value=10_000), byte=st.integers(min_value=0, max_value=255))
def test_no_byte_of_a_manifest_can_change_what_it_says(shelf: Store, at: int, byte: int) -> None:
    shelf.remove(KEY)
    whole = shelf.put(KEY, FILES, NOTES)
    data = bytearray((whole.folder / MANIFEST).read_bytes())
    data[at % len(data)] = byte
    (whole.folder / MANIFEST).write_bytes(data)
    assert shelf.get(KEY) in (None, whole)


def test_a_file_where_an_entry_should_be_gives_way(shelf: Store) -> None:
    folder = shelf.put(KEY, FILES, NOTES).folder
    shelf.remove(KEY)
    folder.write_bytes(b"")
    assert shelf.get(KEY) is None
    shelf.put(KEY, FILES, NOTES)
    assert shelf.get(KEY)


# Runs that were killed, and other processes


class Killed(BaseException):
    """What ends a process; no handler for mere errors sees it."""


def kill(*arguments: object) -> None:
    raise Killed


def test_a_run_killed_before_the_last_step_leaves_nothing_half_made(
    shelf: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", kill)
        with pytest.raises(Killed):
            shelf.put(KEY, FILES, NOTES)
    assert shelf.get(KEY) is None
    shelf.put(KEY, FILES, NOTES)
    assert shelf.get(KEY)


def test_what_a_killed_run_left_is_not_taken_and_is_swept(shelf: Store) -> None:
    entry = shelf.put(KEY, FILES, NOTES).folder
    half = entry.with_name(".new-left") / "entry"
    half.parent.mkdir()
    entry.rename(half)
    (half / "960.jpg").unlink()
    assert shelf.get(KEY) is None
    shelf.put(KEY, FILES, NOTES)
    assert shelf.sweep([KEY]) == 1
    assert left(shelf) == {entry}


def test_a_finished_put_leaves_nothing_but_its_entry(shelf: Store) -> None:
    assert {shelf.put(KEY, FILES, NOTES).folder} == left(shelf)


def test_a_whole_entry_of_another_process_is_kept(shelf: Store) -> None:
    first = shelf.put(KEY, FILES, NOTES)
    seen = (first.folder / MANIFEST).stat()
    shelf.put(KEY, FILES, NOTES)
    now = (first.folder / MANIFEST).stat()
    assert (now.st_ino, now.st_mtime_ns) == (seen.st_ino, seen.st_mtime_ns)
    assert left(shelf) == {first.folder}


def test_a_broken_entry_of_another_process_is_replaced(shelf: Store) -> None:
    folder = shelf.put(KEY, FILES, NOTES).folder
    (folder / "640.webp").write_bytes(b"half")
    (folder / "stray").write_bytes(b"")
    shelf.put(KEY, FILES, NOTES)
    assert {path.name for path in folder.iterdir()} == {MANIFEST, *FILES}
    assert shelf.get(KEY)


# Sweeping


def test_a_sweep_keeps_what_it_is_told_and_nothing_else(shelf: Store) -> None:
    keys = [key(str(number)) for number in range(20)]
    for each in keys:
        shelf.put(each, FILES, NOTES)
    assert shelf.sweep(iter(keys[:7])) == 13
    assert [each for each in keys if shelf.get(each)] == keys[:7]


def test_a_sweep_takes_what_a_killed_run_left(shelf: Store) -> None:
    folder = shelf.put(KEY, FILES, NOTES).folder
    folder.with_name(".new-a_1b2c3d").mkdir()
    assert shelf.sweep([KEY]) == 1
    assert left(shelf) == {folder}
    assert shelf.sweep([KEY]) == 0


@pytest.mark.parametrize("name", ["2024/party.jpg", "ab/party", ".new-album/a.jpg", "ab/a.jpg"])
def test_a_sweep_takes_nothing_that_the_store_did_not_name(shelf: Store, name: str) -> None:
    """Somebody may have linked the cache to a folder in which other things lie."""
    path = shelf.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    assert shelf.sweep([]) == 0
    assert path.read_bytes() == b"mine"


def test_a_sweep_leaves_the_lock_beside_the_entries(shelf: Store) -> None:
    shelf.put(KEY, FILES, NOTES)
    (shelf.root / "lock").write_bytes(b"")
    shelf.sweep([])
    assert (shelf.root / "lock").exists()


def test_a_store_that_is_not_there_is_swept(shelf: Store) -> None:
    assert shelf.sweep([KEY]) == 0


# Keys


def test_the_same_parts_give_the_same_key_and_others_another() -> None:
    assert key("a", b"b") == key("a", b"b") == key("a", "b")
    assert len({key("a", "b"), key("b", "a"), key("a"), key("a", "b", ""), key()}) == 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("ab",)),
        (("", "a"), ("a", "")),
        (("a",), ("a", "")),
        (("a\0", "b"), ("a", "\0b")),
        (("a", "\0\0\0\0\0\0\0\1b"), ("a", "", "b")),
    ],
)
def test_parts_of_keys_cannot_be_confused(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert key(*one) != key(*other)


PARTS = st.lists(st.text(max_size=4) | st.binary(max_size=4), max_size=4)


@given(PARTS, PARTS)
def test_keys_are_the_same_only_for_the_same_parts(
    one: list[str | bytes], other: list[str | bytes]
) -> None:
    def data(parts: list[str | bytes]) -> list[bytes]:
        return [part.encode() if isinstance(part, str) else part for part in parts]

    assert (key(*one) == key(*other)) == (data(one) == data(other))


def test_another_version_of_a_library_gives_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key("a photo")
    versions = json.loads(store.VERSIONS)
    assert versions["pil"]
    assert versions["webp"]
    monkeypatch.setattr(store, "VERSIONS", json.dumps({**versions, "webp": "0.0.0"}))
    assert key("a photo") != before


def test_a_key_is_a_name_that_every_file_system_takes() -> None:
    assert set(KEY) <= set("0123456789abcdef")
    assert len(KEY) == 32
