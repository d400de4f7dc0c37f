"""Workbooks that are not opened, and what they may cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from campaign.attachments.untrusted import Refused
from campaign.importing.excel import grid
from projects import project
from sites import ROOT
from tables_taken import FILES, taken
from workbooks import HOSTILE, hostile


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project", {**FILES})


# What is not opened


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile(name))
    with pytest.raises(Refused):
        grid.read(path)


SCRIPT = r"""
import re, sys, time
from pathlib import Path
from campaign.attachments.untrusted import Refused
from campaign.importing.excel import grid
started = time.perf_counter()
try:
    grid.read(Path(sys.argv[1]))
except Refused:
    seconds = time.perf_counter() - started
    most = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())
    print(seconds, int(most[1]) // 1024)
"""


def test_no_hostile_workbook_takes_long_or_much_memory(tmp_path: Path) -> None:
    for number, name in enumerate(HOSTILE):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(hostile(name))
        command = [sys.executable, "-c", SCRIPT, str(path)]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=ROOT / "hooks", check=True
        )
        seconds, megabytes = done.stdout.split()
        assert float(seconds) < 10, name  # two on a machine with nothing else to do
        assert int(megabytes) < 200, name


@pytest.mark.parametrize("ending", [".xls", ".et", ".xlsm", ".csv", ".ods"])
def test_other_formats_are_to_be_saved_as_xlsx(
    ending: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert taken(root, path) == 1
    assert "请另存为 .xlsx" in capsys.readouterr().err
