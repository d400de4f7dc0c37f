"""The files that start the desk by a double click."""

from __future__ import annotations

import subprocess
from pathlib import Path

from sites import ROOT

WINDOWS, MACOS = ROOT / "编辑网站.cmd", ROOT / "编辑网站.command"


def start(folder: Path, path: str) -> subprocess.CompletedProcess[str]:
    """Double-click: from another folder, as file managers do."""
    project = folder / "本市 网站"
    project.mkdir()
    (project / MACOS.name).write_bytes(MACOS.read_bytes())
    command = ["/bin/sh", str(project / MACOS.name)]
    return subprocess.run(
        command, cwd="/", env={"PATH": path}, capture_output=True, text=True, check=False
    )


def test_a_double_click_starts_the_desk_where_the_file_is(tmp_path: Path) -> None:
    program = tmp_path / "bin/python3"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$PWD" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = start(tmp_path, f"{program.parent}:/usr/bin:/bin")
    assert done.stdout == f"{tmp_path}/本市 网站 build_site.py edit\n"


def test_without_python_it_says_what_to_do(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "dirname").symlink_to("/usr/bin/dirname")
    assert "没有装 Python" in start(tmp_path, str(tools)).stdout


def test_the_file_of_macos_can_be_run() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--stage", "--", MACOS.name], cwd=ROOT, capture_output=True, check=True
    )
    assert not listed.stdout or listed.stdout.startswith(b"100755")


def test_the_file_of_windows_is_one_for_windows() -> None:
    """`cmd` needs its own line ends, and words in UTF-8 the code page before them."""
    data = WINDOWS.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.decode().split("\r\n")
    assert lines.index("chcp 65001 >nul") < next(n for n, x in enumerate(lines) if not x.isascii())
    assert 'cd /d "%~dp0"' in lines
    assert sum("build_site.py edit" in line for line in lines) == 2
