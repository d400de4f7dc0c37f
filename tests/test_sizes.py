"""How large a site is, told by what takes the room, and where that stops a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from campaign import targets
from campaign.model.settings import Profile
from campaign.problems import Severity
from campaign.verify import sizes
from campaign.verify.sizes import MEGABYTE, Row
from projects import write
from sites import build_site, tree_of
from values import PROFILE

TREE = {
    "index.html": 3,
    "galleries/fair/index.html": 5,
    "photos/fair/dance/320.webp": 10,
    "photos/fair/dance/960.webp": 20,
    "photos/fair/dance/960.jpg": 40,
    "photos/fair/dance/640.avif": 80,
    "photos/fair/dance/card-0123.jpg": 160,
    "cards/card-4567.jpg": 320,
    "assets/site.css": 640,
    "assets/viewer.js": 1280,
    "assets/drawing.svg": 2560,
    "search/index/0.js": 5120,
    "sitemap.xml": 10_240,
    "CNAME": 0,
}


def tree(folder: Path, files: dict[str, int]) -> Path:
    """Files of these sizes, which take no room on the disk."""
    for name, size in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.truncate(size)
    return folder


# The table


def test_every_file_is_counted_once_under_what_it_is(tmp_path: Path) -> None:
    rows = {row.name: (row.files, row.bytes) for row in sizes.measured(tree(tmp_path, TREE))}
    assert rows == {
        "网页 pages": (2, 8),
        "照片 photos .webp": (2, 30),
        "照片 photos .jpg": (1, 40),
        "照片 photos .avif": (1, 80),
        "分享图 cards": (2, 480),
        "样式和脚本 styles, scripts": (3, 4480),
        "搜索 search": (1, 5120),
        sizes.REST: (2, 10_240),
    }


def test_what_takes_most_room_comes_first(tmp_path: Path) -> None:
    rows = sizes.measured(tree(tmp_path, TREE))
    assert [row.bytes for row in rows] == sorted((row.bytes for row in rows), reverse=True)
    assert rows[0].name == sizes.REST


def test_what_takes_the_same_room_comes_in_a_lasting_order(tmp_path: Path) -> None:
    rows = sizes.measured(tree(tmp_path, dict.fromkeys(TREE, 0)))
    assert [row.name for row in rows] == sorted(row.name for row in rows)


def test_an_empty_tree_has_a_table_too(tmp_path: Path) -> None:
    assert sizes.measured(tmp_path) == []
    assert sizes.table([]) == ["      0.0 MB       0 个  合计 total"]


def test_the_table_has_a_line_a_row_and_the_total_last(tmp_path: Path) -> None:
    files = {"photos/a/b/960.webp": 1_250_000, "photos/a/b/320.webp": 250_000}
    rows = sizes.measured(tree(tmp_path, {**files, "index.html": 2_000_000, "x": 40_000}))
    assert [line.split() for line in sizes.table(rows)] == [
        ["2.0", "MB", "1", "个", "网页", "pages"],
        ["1.5", "MB", "2", "个", "照片", "photos", ".webp"],
        ["0.0", "MB", "1", "个", "其他", "other"],
        ["3.5", "MB", "4", "个", "合计", "total"],
    ]


# The budget


def found(folder: Path, megabytes: int, less: int, profile: Profile) -> list[tuple[str, str]]:
    """Rule and severity for a site of so many megabytes less some bytes, in three files."""
    size = megabytes * MEGABYTE - less
    parts = {"photos/a/b/960.webp": size // 2, "cards/card-0.jpg": size // 3}
    files = {**parts, "index.html": size - sum(parts.values())}
    problems = sizes.budget(sizes.measured(tree(folder, files)), profile)
    return [(problem.code, problem.severity().name) for problem in problems]


@pytest.mark.parametrize(
    ("megabytes", "less", "problems"),
    [
        (0, 0, []),
        (699, 0, []),
        (700, 1, []),
        (700, 0, [("V38a", "WARNING")]),
        (899, 0, [("V38a", "WARNING")]),
        (900, 1, [("V38a", "WARNING")]),
        (900, 0, [("V38b", "ERROR")]),
        (2000, 0, [("V38b", "ERROR")]),
    ],
)
def test_a_site_on_github_pages_has_a_budget(
    tmp_path: Path, megabytes: int, less: int, problems: list[tuple[str, str]]
) -> None:
    assert PROFILE.is_on_github
    assert found(tmp_path, megabytes, less, PROFILE) == problems


@pytest.mark.parametrize("host", ["domestic", "intranet", "offline"])
def test_a_site_on_another_host_has_none(tmp_path: Path, host: str) -> None:
    written = {**PROFILE.model_dump(exclude_unset=True), "host": host}
    assert found(tmp_path, 2000, 0, Profile.model_validate(written)) == []


def test_the_message_names_the_size_the_limit_and_the_profile() -> None:
    (problem,) = sizes.budget([Row("photos", 1, 712 * MEGABYTE)], PROFILE)
    assert problem.severity() is Severity.WARNING
    assert problem.path == "showcases/deploy/demo.yml"
    assert "712" in problem.message()
    assert "1000" in problem.message()


# The real command


def test_a_site_that_is_too_large_does_not_take_the_place_of_the_old_one(project: Path) -> None:
    module = project / "hooks/campaign/verify/sizes.py"
    code = module.read_text(encoding="utf-8")
    limits = "WARN_AT, FAIL_AT, LIMIT = 700, 900, 1000"
    assert limits in code
    module.write_text(code.replace(limits, "WARN_AT, FAIL_AT, LIMIT = 0, 1, 2"), encoding="utf-8")
    old = {"index.html": b"the old site", targets.MARK: targets.mark(["index.html"])}
    write(project / "site", old)
    done = build_site(project)
    assert done.returncode == 1
    assert "showcases/deploy/demo.yml:1: [V38b]" in done.stderr
    assert tree_of(project / "site") == old
    assert list(project.glob(".site-*")) == []
    profile = project / "showcases/deploy/demo.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "host: domestic\n", encoding="utf-8")
    done = build_site(project)
    assert done.returncode == 0, done.stderr
    assert "V38" not in done.stderr
    assert "合计 total" in done.stderr
    assert len(tree_of(project / "site")) > 100
