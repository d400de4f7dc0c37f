"""Words instead of tracebacks, the old site untouched, and no process left behind."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.verbs import breakdown
from sites import ROOT, build_site, tree_of

CODE_PAGES = ("gbk", "cp1252", "ascii")
LIMIT = 300 * 1024
"""Bytes that no file may exceed: less than the styles and scripts of a site."""
GONE = 20
"""Seconds within which an orphan must be gone."""


def fails_with(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run


@pytest.mark.parametrize("number", breakdown.REASONS)
def test_what_the_machine_refuses_is_one_message(
    number: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(breakdown.TRACEBACK, raising=False)
    with pytest.raises(SystemExit) as ended:
        breakdown.told(fails_with(OSError(number, "no", "/x/a.yml")))
    assert ended.value.code == 1
    told = capsys.readouterr().err
    assert told == f"命令没有完成。/x/a.yml：{breakdown.REASONS[number]}\n"


@pytest.mark.parametrize("error", [RecursionError(), MemoryError()])
def test_what_python_cannot_hold_is_one_message(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        breakdown.told(fails_with(error))
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("error", [KeyError("x"), OSError(errno.ENOENT, "no", "a")])
def test_a_mistake_of_the_program_is_shown_as_one(error: Exception) -> None:
    with pytest.raises(type(error)):
        breakdown.told(fails_with(error))


def test_somebody_who_looks_for_the_cause_may_see_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(breakdown.TRACEBACK, "1")
    with pytest.raises(OSError, match="full"):
        breakdown.told(fails_with(OSError(errno.ENOSPC, "full")))


@pytest.mark.parametrize("cached", [True, False], ids=["writing the site", "laying it out"])
def test_a_disk_that_takes_no_more_leaves_the_old_site(project: Path, cached: bool) -> None:
    assert build_site(project).returncode == 0
    before = tree_of(project / "site")
    page = project / "docs/about/index.md"
    page.write_text(page.read_text("utf-8") + "\n又一句。\n", encoding="utf-8")
    if not cached:
        subprocess.run(["rm", "-r", project / ".cache/layout"], check=True)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, old[1]))
    try:
        done = build_site(project)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len([line for line in done.stderr.splitlines() if "] 提醒：" not in line]) < 12
    assert tree_of(project / "site") == before
    assert [path.name for path in project.glob(".site-*")] == []


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize(
    "verb",
    [["--help"], ["check"], ["check", "--format", "github"], ["new", "news", "2026-05-01-x"]],
    ids=" ".join,
)
def test_no_code_page_of_a_console_ends_a_command(
    project: Path, encoding: str, verb: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "build_site.py", "--no-bootstrap", *verb],
        cwd=project,
        env={**os.environ, "PYTHONIOENCODING": f"{encoding}:strict"},
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode(encoding, "replace")
    assert b"Traceback" not in done.stderr


def test_what_programs_read_is_utf_8_on_every_console(project: Path) -> None:
    done = build_site(project, "check", "--format", "json", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert "照片" in done.stdout


def test_a_pipe_among_the_content_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "docs/news/2026-01-01-pipe.md")
    done = build_site(project, "check")
    assert "docs/news/2026-01-01-pipe.md:1: [Y12]" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_name_that_is_no_text_is_named_as_such(project: Path, verb: str) -> None:
    folder = os.fsencode(project / "docs/news")
    name = "照片".encode("gbk") + b".md"
    os.close(os.open(folder + b"/" + name, os.O_CREAT))
    done = build_site(project, verb)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "文件名不是 UTF-8" in done.stdout + done.stderr


@pytest.mark.parametrize("verb", [["check"], ["build"], ["start", "--city", "甲市", "--yes"]])
def test_a_repository_that_git_cannot_read_stops_nothing(project: Path, verb: list[str]) -> None:
    (project / ".git").write_text("gitdir: /nowhere\n")
    done = build_site(project, *verb)
    assert done.returncode == 0, done.stderr


def test_a_base_that_git_cannot_read_is_told_in_words(project: Path) -> None:
    (project / ".git").write_text("gitdir: /nowhere\n")
    done = build_site(project, "check", "--base", "origin/main")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "origin/main" in done.stderr


# Processes

BUILDER = """
import sys
from pathlib import Path
from campaign.build import builder
child = "import os, sys, time; from campaign.build import builder; builder.end_with_parent()"
child += "; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(99)"
builder._run([sys.executable, "-c", child, sys.argv[1]], Path.cwd(), dict(__import__("os").environ))
"""
WORKER = """
import sys
from campaign.workers import workers
from test_breakdown import slow
if __name__ == "__main__":
    with workers(2) as hands:
        hands.each(slow, [sys.argv[1]] * 8)
"""


def slow(path: str) -> None:
    """Tell which process works here, and work for long."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(99)


@pytest.mark.parametrize("script", [BUILDER, WORKER], ids=["builder", "worker"])
def test_a_command_that_is_killed_leaves_no_process(tmp_path: Path, script: str) -> None:
    told, main = tmp_path / "pid", tmp_path / "main.py"
    main.write_text(script)
    paths = os.pathsep.join([str(ROOT / "hooks"), str(ROOT / "tests")])
    command = subprocess.Popen(
        [sys.executable, str(main), str(told)], env={**os.environ, "PYTHONPATH": paths}
    )
    number = int(waited_for(lambda: told.exists() and told.read_text()))
    command.send_signal(signal.SIGKILL)
    command.wait()
    assert waited_for(lambda: not is_alive(number))


def waited_for(found: Callable[[], object]) -> str:
    """What comes to be true, as text."""
    end = time.monotonic() + GONE
    while time.monotonic() < end:
        if value := found():
            return str(value)
        time.sleep(0.05)
    return ""


def is_alive(number: int) -> bool:
    """Whether a process runs; one that has ended may wait to be counted."""
    try:
        return " Z " not in Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
