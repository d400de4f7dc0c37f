"""Readings are kept, and nothing but the time depends on it."""

from __future__ import annotations

import hashlib
import os
import pickle
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from campaign import keeping
from campaign.model.origin import Origin
from campaign.problems import Problem
from campaign.reading import cache, file, records
from conftest import BASIC
from projects import write
from test_structure import graph

COMMUNITY = "showcases/communities/alpha.yml"
BROKEN = {
    "showcases/communities/broken.yml": "name: 甲\n\tdistrict: b\n",
    "showcases/communities/refused.yml": "name: 甲\nfounded: 1\nname: 乙\n",
    "showcases/orgs.yml": (
        "orgs:\n  - {id: a, name: 甲, level: city}\n  - {id: a, name: 乙, level: city}\n"
        "  - 丙\nmore: 1\n"
    ),
    "docs/news/2026-01-01-x.md": "# 没有\n",
    "docs/about/broken.md": "---\ntitel: 页\n---\n",
    "showcases/strange.txt": "",
}

Result = tuple[Any, ...]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A whole small project, with files of every kind that are broken."""
    folder = tmp_path / "project"
    shutil.copytree(BASIC, folder)
    return write(folder, BROKEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def result(root: Path, folder: Path | None = None) -> Result:
    """All that reading gives, so that it can be compared."""
    site, problems = records.load(root, cache=cache.Cache(folder))
    assert site is not None
    origins = {key: plain(origin) for key, origin in site.origins.items()}
    pages = {uri: (plain(page.origin), page.title) for uri, page in site.prose.items()}
    kinds = {kind: dict(found) for kind, found in site.records.items()}
    fields = [record.model_fields_set for record in site.everything()]
    return kinds, fields, origins, pages, site.settings, site.profile, problems


def plain(origin: Origin) -> Result:
    values = (origin.path, origin.prefix, origin.body, origin.body_line)
    return (*values, dict(origin.lines), dict(origin.blocks), origin.line(("name",)))


def parts(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are read from now on."""
    seen: list[str] = []
    real = file.read

    def read(kind: Any, path: str, raw: bytes) -> file.Reading:
        seen.append(path)
        return real(kind, path, raw)

    monkeypatch.setattr(file, "read", read)
    return seen


def test_the_result_is_the_same_without_with_an_empty_and_with_a_full_cache(
    root: Path, folder: Path
) -> None:
    expected = result(root)
    assert {p.code for p in expected[-1]} >= {"Y03", "V05", "V04", "V02a", "Y17", "Y13"}
    assert result(root, folder) == expected
    assert result(root, folder) == expected


def test_what_is_kept_is_not_read_again(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result(root, folder)
    seen = reads(monkeypatch)
    result(root, folder)
    assert seen == []
    (root / COMMUNITY).write_bytes((root / COMMUNITY).read_bytes() + b"# a remark\n")
    result(root, folder)
    assert seen == [COMMUNITY]


def test_a_file_that_changes_but_for_its_size_and_time_is_read(root: Path, folder: Path) -> None:
    before = result(root, folder)
    path, text = root / COMMUNITY, (root / COMMUNITY).read_text("utf-8")
    known = os.stat(path)
    path.write_text(re.sub(r"(?m)^name: .", "name: 乙", text), "utf-8")
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert os.stat(path).st_size == known.st_size
    after = result(root, folder)
    assert after == result(root)
    assert after != before


def test_nothing_is_written_when_nothing_changed(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result(root, folder)
    monkeypatch.setattr(keeping.Kept, "_write_part", None)
    result(root, folder)


def test_a_change_and_a_deletion_write_their_part_alone(root: Path, folder: Path) -> None:
    result(root, folder)
    before = {path: path.read_bytes() for path in parts(folder)}
    (root / COMMUNITY).write_bytes((root / COMMUNITY).read_bytes() + b"# a remark\n")
    result(root, folder)
    changed = {path: path.read_bytes() for path in parts(folder)}
    assert sum(before[path] != changed[path] for path in before) == 1
    (root / "docs/about/broken.md").unlink()
    assert result(root, folder) == result(root)
    kept = [pickle.loads(path.read_bytes()[32:]) for path in parts(folder)]
    assert "docs/about/broken.md" not in {path for part in kept for path in part}


def cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw))]


def flipped(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << dice.randrange(8)]) + raw[at + 1 :]


def overwritten(raw: bytes, dice: random.Random) -> bytes:
    return dice.randbytes(len(raw))


def checked_rubbish(raw: bytes, dice: random.Random) -> bytes:
    rubbish = dice.choice([b"", b"rubbish", pickle.dumps([1]), b"cos\nnothing\n."])
    return hashlib.sha256(rubbish).digest() + rubbish


@pytest.mark.parametrize("harm", [cut, flipped, overwritten, checked_rubbish])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_cache_changes_nothing(
    root: Path, folder: Path, seed: int, harm: Callable[[bytes, random.Random], bytes]
) -> None:
    expected, dice = result(root, folder), random.Random(seed)
    for path in parts(folder):
        path.write_bytes(harm(path.read_bytes(), dice))
    assert result(root, folder) == expected
    assert result(root, folder) == expected


def test_parts_may_be_missing_or_mixed_up(root: Path, folder: Path) -> None:
    expected = result(root, folder)
    first, second, third, *_ = parts(folder)
    first.unlink()
    kept = second.read_bytes()
    second.write_bytes(third.read_bytes())
    third.write_bytes(kept)
    assert result(root, folder) == expected
    shutil.rmtree(folder)
    assert result(root, folder) == expected


def test_the_cache_of_another_project_changes_nothing(
    root: Path, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(root, other)
    (other / COMMUNITY).rename(other / "showcases/communities/other.yml")
    expected = result(other)
    result(root, folder)
    assert result(other, folder) == expected
    assert result(root, folder) == result(root)


def test_a_cache_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("in the way")
    assert result(root, tmp_path / "kept") == result(root)


def test_a_fault_of_the_disk_is_not_kept(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: str) -> bytes:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(records, "content", fails)
        site, problems = records.load(root, cache=cache.Cache(folder))
    assert site is None
    assert {p.code for p in problems} >= {"Y12"}
    assert result(root, folder) == result(root)


def test_what_another_engine_kept_is_swept_and_nothing_else(root: Path, folder: Path) -> None:
    (folder / ("0" * 32)).mkdir(parents=True)
    (folder / "notes").mkdir()
    result(root, folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted([cache.engine_key(), "notes"])


def test_all_that_reading_imports_is_in_the_key() -> None:
    kinds = [name for name in graph() if re.fullmatch(r"kinds/\w+/__init__", name)]
    waiting, seen = ["reading/records", *kinds], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += graph()[name]
    sources = [PurePosixPath(f"{name}.py") for name in seen]
    assert [path for path in sources if not any(map(path.match, cache.ENGINE))] == []


def test_the_key_depends_on_the_sources_and_on_the_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "campaign/reading/cache.py"
    write(tmp_path, {"campaign/model/a.py": "1", "campaign/kinds/k/record.py": "2"})
    monkeypatch.setattr(cache, "__file__", str(place))
    keys = [cache.engine_key.__wrapped__()]
    write(tmp_path, {"campaign/kinds/k/page.py": "not read"})
    assert cache.engine_key.__wrapped__() == keys[0]
    for files in ({"campaign/model/a.py": "3"}, {"campaign/kinds/k/record.py": "4"}):
        write(tmp_path, files)
        keys.append(cache.engine_key.__wrapped__())
    monkeypatch.setattr(cache.yaml, "__version__", "0")
    keys.append(cache.engine_key.__wrapped__())
    assert keeping.NAME.fullmatch(keys[0])
    assert len(set(keys)) == 4


def test_problems_are_the_ones_that_were_found(root: Path, folder: Path) -> None:
    result(root, folder)
    _, problems = records.load(root, cache=cache.Cache(folder))
    assert all(isinstance(found, Problem) and found.message() for found in problems)
