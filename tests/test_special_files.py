"""What lies where a file should and is none: links are not followed, a pipe is not waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from campaign.kinds.community import Community
from campaign.kinds.news import News
from campaign.reading import records
from projects import project, write
from test_records import BETA, COMMUNITY, ENTRY, NEWS, told


@pytest.mark.parametrize("name", [BETA, NEWS, "docs/about/index.md"])
def test_a_symbolic_link_is_not_followed(tmp_path: Path, name: str) -> None:
    root = project(tmp_path / "project")
    secret = write(tmp_path, {"secret": ENTRY}) / "secret"
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).symlink_to(secret)
    site, problems = records.load(root)
    assert ("Y11", name, 1) in told(problems)
    assert {found.path for found in problems} == {name}
    assert site is not None
    assert "news" not in site.records or site.of(News) == {}


def test_a_folder_that_is_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"showcases/communities/alpha.yml": None})
    (root / "showcases/communities").rmdir()
    (write(tmp_path, {"outside/beta.yml": COMMUNITY}) / "outside").rename(tmp_path / "elsewhere")
    (root / "showcases/communities").symlink_to(tmp_path / "elsewhere")
    site, problems = records.load(root)
    assert ("Y11", BETA, 1) in told(problems)
    assert {found.code for found in problems} == {"Y11"}
    assert site is not None
    assert site.of(Community) == {}


def test_a_link_to_nothing_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / BETA).symlink_to(tmp_path / "nowhere")
    assert set(told(records.load(root)[1])) == {("Y11", BETA, 1)}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_a_problem_and_is_not_waited_for(tmp_path: Path) -> None:
    root = project(tmp_path)
    os.mkfifo(root / BETA)
    found = [problem for problem in records.load(root)[1] if problem.path == BETA]
    assert [problem.code for problem in found] == ["Y12"]
    assert "不是普通文件" in found[0].message()


def test_a_photo_that_is_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    gallery = "title: 邻里节\ndate: 2026-03-01\n"
    root = project(tmp_path, {"showcases/galleries/fair/gallery.yml": gallery})
    (root / "showcases/galleries/fair/a.jpg").symlink_to("/etc/hostname")
    assert ("Y11", "showcases/galleries/fair/a.jpg", 1) in told(records.load(root)[1])
