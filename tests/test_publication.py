"""The last look at a written tree: every file is one that was written, as it was written."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from campaign.build.site_map import SiteMap
from campaign.problems import problem
from campaign.reading import records
from campaign.verify.publication import at_settings, at_source, unaccounted, unseen
from projects import project, write
from rolls import edition

WRITTEN = {"index.html": 5, "assets/a.css": 3}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, []),
        ({"news/x.html": "stray"}, ["news/x.html"]),
        ({"index.html": "hello, longer"}, ["index.html"]),
        ({"assets/a.css": None}, ["assets/a.css"]),
    ],
)
def test_a_file_that_is_not_what_was_written_is_told(
    tmp_path: Path, files: dict[str, str | bytes | None], told: list[str]
) -> None:
    write(tmp_path, {"index.html": "hello", "assets/a.css": "a{}"})
    write(tmp_path, files)
    done = cast(Any, SimpleNamespace(tree=tmp_path, sizes=WRITTEN))
    found = list(unaccounted(done))
    assert [(item.code, item.path) for item in found] == [("Y21", path) for path in told]


def test_a_page_in_the_place_of_one_that_nobody_writes_is_told() -> None:
    written = {"honours/2024.md": "手写的", "honours/2024-more.md": "也是手写的"}
    (told,) = unseen(SiteMap(edition(70, written), cast(Any, None)))
    assert (told.code, told.path, told.line) == ("V01f", "docs/honours/2024.md", 1)
    assert told.values["value"] == "honours/2024/"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("../../assets/没有(1).pdf", 2),
        ("../../assets/%E6%B2%A1%E6%9C%89(1).pdf", 2),
        ("../next/#%E7%BB%93%E5%B0%BE", 3),
        ("三、细节", 4),
        ("别处", 1),
    ],
)
def test_a_fault_of_a_page_is_told_at_the_line_that_people_wrote(
    value: str, line: int, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    text = "话\n[附件](../assets/没有(1).pdf)\n[下文](next.md#结尾)\n#### 三、细节\n"
    (tmp_path / "docs/a.md").write_text(text, encoding="utf-8")
    found = problem("a/index.html", 1, "V30a", value=value, nearest="")
    told = at_source(tmp_path, "docs/a.md", found)
    assert (told.path, told.line) == ("docs/a.md", line)


@pytest.mark.parametrize(
    ("value", "where"),
    [
        ("../assets/party.png", ("showcases/deploy/demo.yml", 6)),
        ("示例口号", ("showcases/site.yml", 4)),
        ("../nowhere.html", ("404.html", 1)),
    ],
)
def test_a_fault_of_the_frame_is_told_at_the_setting_whose_text_it_is(
    value: str, where: tuple[str, int], tmp_path: Path
) -> None:
    root = project(tmp_path)
    profile = root / "showcases/deploy/demo.yml"
    mark = "party_mark: {image: party.png, url: https://example.org/}\n"
    profile.write_text(profile.read_text(encoding="utf-8") + mark, encoding="utf-8")
    site, _ = records.load(root)
    assert site is not None
    told = at_settings(site, problem("404.html", 1, "V30a", value=value, nearest=""))
    assert (told.path, told.line) == where
