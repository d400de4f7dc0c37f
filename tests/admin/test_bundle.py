"""The program at `admin/`: made again it is the same, and nothing in it leads elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from campaign.admin import bundle
from campaign.verbs import testing
from conftest import needed
from sites import ROOT, tree_of

PLACE = re.compile(r"\{\$(\w+)")
FONTS = ("source-sans-3", "noto-mono", "material-symbols")
LARGEST = 6_000_000
"""Bytes of the whole."""


@pytest.fixture(scope="module")
def package() -> Path:
    return needed(testing.node_package(ROOT, "@sveltia/cms"), "Sveltia CMS")


def make(target: Path) -> dict[str, bytes]:
    """The program, made once more."""
    command = ["node", str(bundle.HERE / "bundle.mjs"), str(ROOT), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return tree_of(target)


def flat(texts: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in texts.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def locale(path: Path) -> dict[str, str]:
    return dict(flat(json.loads(path.read_text(encoding="utf-8"))))


def test_the_same_packages_give_the_same_bytes(package: Path, tmp_path: Path) -> None:
    first = make(tmp_path / "first")
    assert first == make(tmp_path / "second")
    assert first == {name: path.read_bytes() for name, path in bundle.files(ROOT)}
    assert sum(map(len, first.values())) < LARGEST
    assert not any(str(ROOT).encode() in data for data in first.values())
    licences = [name for name in first if name.endswith(("LICENSE.txt", "LEGAL.txt"))]
    assert len(licences) >= len(FONTS)
    program = b"".join(data for name, data in first.items() if name.endswith(".js"))
    assert b"jsdelivr" not in program
    assert b"githubstatus.com/api" not in program
    for font in FONTS:
        (name,) = (name for name in first if font in name and name.endswith(".woff2"))
        assert name.encode() in program
    assert "条目已被别人修改".encode() in program or b"\\u6761\\u76EE\\u5DF2" in program


def test_every_text_of_the_program_is_there_in_chinese(package: Path) -> None:
    english = locale(package / "locales/en-US.json")
    theirs, ours = locale(package / "locales/zh-CN.json"), locale(bundle.HERE / "zh-cn.json")
    assert ours.keys() == english.keys() - theirs.keys()
    for key, text in ours.items():
        assert set(PLACE.findall(text)) == set(PLACE.findall(english[key])), key
        assert re.search(r"[\u4e00-\u9fff]", text), key


def test_what_is_kept_is_made_again_when_it_is_damaged(package: Path) -> None:
    kept = dict(bundle.files(ROOT))
    damaged = kept["cms.js"]
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-9])
    assert dict(bundle.files(ROOT))["cms.js"].read_bytes() == whole
    (damaged.parent / "more.js").write_bytes(b"")
    assert dict(bundle.files(ROOT)).keys() == kept.keys()


def test_without_its_packages_it_is_not_made(tmp_path: Path) -> None:
    assert not bundle.is_installed(tmp_path)
    with pytest.raises(bundle.NotBundled, match="npm ci"):
        list(bundle.files(tmp_path))
    assert not (tmp_path / bundle.FOLDER).exists()


def test_another_version_of_the_package_ends_the_build(package: Path, tmp_path: Path) -> None:
    """What is replaced in its text is there exactly once, or somebody has to look."""
    modules = tmp_path / "node_modules"
    modules.mkdir()
    for name in ("esbuild", "yaml"):
        (modules / name).symlink_to(ROOT / "node_modules" / name)
    copy = modules / "@sveltia/cms"
    for name in ("npm/assets", "locales"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).symlink_to(package / name)
    (copy / "npm/index.js").write_text("export default {};", encoding="utf-8")
    (copy / "package.json").write_text((package / "package.json").read_text(), encoding="utf-8")
    with pytest.raises(bundle.NotBundled, match="0 in the package, and not 1"):
        list(bundle.files(tmp_path))
