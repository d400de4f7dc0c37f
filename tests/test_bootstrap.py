"""What the command installs with npm, and when: a build little, the tests everything, once."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from types import ModuleType

import pytest

from campaign.verbs import testing
from sites import ROOT

NPM = """\
#!/bin/sh
echo "$@" >> calls
mkdir -p node_modules
exit {status}
"""
Installs = Callable[[bool], list[str]]


def command() -> ModuleType:
    """`build_site.py` as a module."""
    spec = importlib.util.spec_from_file_location("build_site", ROOT / "build_site.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a lock, on a machine whose npm writes down what it is asked."""
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "bin").mkdir()
    npm(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def npm(place: Path, status: int = 0) -> None:
    program = place / "bin/npm"
    program.write_text(NPM.format(status=status))
    program.chmod(0o755)


@pytest.fixture
def installs(place: Path, monkeypatch: pytest.MonkeyPatch) -> Installs:
    """What npm is asked when the packages are needed, for the tests or for a build."""
    module = command()
    monkeypatch.setattr(module, "ROOT", place)
    monkeypatch.setattr(module, "NODE_LOCK", place / "package-lock.json")
    monkeypatch.setattr(module, "NODE_MODULES", place / "node_modules")
    monkeypatch.setattr(module, "DEPLOYMENTS", place / "deploy")

    def installs(testing: bool) -> list[str]:
        (place / "calls").write_text("")
        module.get_packages(testing)
        return (place / "calls").read_text().splitlines()

    return installs


def test_a_build_leaves_out_the_tools_of_the_tests(installs: Installs) -> None:
    assert installs(False) == ["ci --loglevel=error --omit=dev --omit=optional"]
    assert installs(False) == []


def test_the_pages_at_admin_take_theirs_where_a_profile_has_them(
    installs: Installs, place: Path
) -> None:
    (place / "deploy").mkdir()
    (place / "deploy/a.yml").write_text("base_url: x\n# admin: no\n", encoding="utf-8")
    assert installs(False) == ["ci --loglevel=error --omit=dev --omit=optional"]
    (place / "deploy/b.yml").write_text("admin:\n  repository: a/b\n", encoding="utf-8")
    assert installs(False) == ["ci --loglevel=error --omit=dev"]
    assert installs(False) == []
    (place / "deploy/b.yml").unlink()
    assert installs(False) == []


@pytest.mark.parametrize("words", [["test", "--help"], ["photos", "--help"], ["check"]])
def test_whoever_only_asks_gets_no_packages_of_npm(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = command()
    monkeypatch.setattr(module, "get_packages", lambda testing: pytest.fail("npm"))
    monkeypatch.setattr(module, "make_environment", lambda testing: pytest.fail("pip"))
    monkeypatch.setattr(module, "suitable", lambda: True)
    module.bootstrap(words)


def test_the_tests_add_theirs_once_and_a_build_takes_nothing_away(installs: Installs) -> None:
    installs(False)
    assert installs(True) == ["ci --loglevel=error"]
    assert installs(True) == []
    assert installs(False) == []


def test_nothing_is_installed_through_a_link(installs: Installs, place: Path) -> None:
    (place / "elsewhere").mkdir()
    (place / "node_modules").symlink_to(place / "elsewhere")
    assert installs(True) == []
    assert not list((place / "elsewhere").iterdir())


def test_a_new_lock_is_installed(installs: Installs, place: Path) -> None:
    installs(True)
    (place / "package-lock.json").write_text("{ }")
    assert installs(False) == ["ci --loglevel=error --omit=dev --omit=optional"]


def test_what_failed_is_tried_again(installs: Installs, place: Path) -> None:
    npm(place, status=1)
    assert installs(False) == installs(False) == ["ci --loglevel=error --omit=dev --omit=optional"]


@pytest.mark.parametrize("coverage", [False, True])
@pytest.mark.parametrize("arguments", [[], ["tests/test_tags.py", "-x"]])
def test_coverage_is_measured_only_where_it_is_asked_for(
    arguments: list[str], coverage: bool
) -> None:
    found = list(testing.steps(arguments, coverage))
    assert [step[0] for step in found] == [
        *(["ruff", "ruff", "mypy"] if not arguments else []),
        *(["coverage"] * 4 if coverage else ["pytest"]),
    ]
    tests = next(step for step in found if "pytest" in step)
    assert list(tests[-2:]) == (arguments or ["loadfile", "--no-loadscope-reorder"])
    assert (list(tests[:3]) == ["coverage", "run", "-m"]) is coverage


def test_a_step_that_fails_fails_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def step(root: Path, command: list[str], more: object) -> int:
        ran.append(command[2])
        return int(command[2] == "mypy")

    monkeypatch.setattr(testing, "_system_tools", lambda: {"Chromium": "x"})
    monkeypatch.setattr(testing, "_step", step)
    assert testing.run(tmp_path, [], ci=False) == 1
    assert ran == ["ruff", "ruff", "mypy", "pytest"]
    assert testing.run(tmp_path, ["x"], ci=False) == 0


Runs = Callable[[list[str]], list[Path | None]]


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    """Where the steps of a run have their temporary files; a folder stands for the memory."""
    found: list[Path | None] = []

    def ran(command: list[str], env: dict[str, str], **_: object) -> CompletedProcess[str]:
        folder = Path(env["TMPDIR"])
        found.append(folder if folder.parent == testing.MEMORY else None)
        assert folder.is_dir()
        assert "PYTHONDONTWRITEBYTECODE" not in env
        return CompletedProcess(command, 0)

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(testing, "MEMORY", tmp_path / "memory")
    monkeypatch.setattr(testing, "ROOM", 1)
    monkeypatch.setattr(testing, "_system_tools", lambda: {"Chromium": "x"})
    monkeypatch.setattr(testing.subprocess, "run", ran)

    def runs(arguments: list[str]) -> list[Path | None]:
        found.clear()
        assert testing.run(tmp_path, arguments, ci=False) == 0
        return found

    return runs


def test_a_whole_run_keeps_its_sites_in_memory_and_leaves_none(runs: Runs) -> None:
    testing.MEMORY.mkdir()
    folders = runs([])
    assert folders[-1] is not None
    assert set(folders) == {folders[-1]}
    assert list(testing.MEMORY.iterdir()) == []
    assert runs(["tests/test_tags.py"]) == [None]


def test_what_failed_stays_in_memory_and_is_told(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    testing.MEMORY.mkdir()
    for program, stays in (("mypy", False), ("pytest", True)):

        def ran(
            command: list[str], env: dict[str, str], program: str = program, **_: object
        ) -> CompletedProcess[str]:
            (Path(env["TMPDIR"]) / "left.txt").touch()
            return CompletedProcess(command, int(program in command))

        monkeypatch.setattr(testing.subprocess, "run", ran)
        assert testing.run(tmp_path, [], ci=False) == 1
        left = list(testing.MEMORY.iterdir())
        assert [(folder / "left.txt").is_file() for folder in left] == [True] * stays
        told = "".join(capsys.readouterr().err.split())
        assert ("看完请删除" in told) is stays
        assert all(str(folder) in told for folder in left)


def test_without_room_in_memory_sites_are_on_the_disk(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(runs([])) == {None}
    testing.MEMORY.mkdir()
    monkeypatch.setattr(testing, "ROOM", 1024**6)
    assert set(runs([])) == {None}
    assert list(testing.MEMORY.iterdir()) == []


def test_a_tool_that_is_missing_is_named_and_fails_on_a_ci_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testing.shutil, "which", lambda *_, **__: None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    names = ["Chromium", "exiftool", "Java", "lychee", *testing.NODE_PACKAGES]
    assert {"axe-core", "lighthouse", "oxlint", "typescript", "vnu-jar"} <= set(names)
    assert testing.missing(tmp_path) == names
    assert testing.run(tmp_path, ["x"], ci=True) == 1
    assert "、".join(names) in "".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("knows", [True, False])
def test_what_apt_does_not_know_holds_up_no_other_package(
    monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    asked: list[str] = []

    def apt(command: list[str], **_: object) -> CompletedProcess[str]:
        asked.append(command[-1])
        return CompletedProcess(command, 0 if knows or "update" in command else 100)

    monkeypatch.setattr(testing.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(testing.subprocess, "run", apt)
    testing._install()
    assert tuple(asked[1:]) == testing.SYSTEM_PACKAGES


def test_without_a_net_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def apt(command: list[str], **_: object) -> CompletedProcess[str]:
        asked.append(command[-2])
        return CompletedProcess(command, 100)

    monkeypatch.setattr(testing.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(testing.subprocess, "run", apt)
    testing._install()
    assert asked == ["update"]


@pytest.mark.parametrize("ci", [True, False])
def test_a_ci_machine_gets_the_quick_browser_and_others_keep_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: bool
) -> None:
    installs: list[bool] = []
    monkeypatch.setattr(testing, "_system_tools", lambda: {"Chromium": "/usr/bin/chromium"})
    monkeypatch.setattr(testing.shutil, "which", lambda name, **_: None)
    monkeypatch.setattr(testing, "missing", lambda root: [])
    monkeypatch.setattr(testing, "_install", lambda: installs.append(True))
    monkeypatch.setattr(testing, "_step", lambda root, command, more: 0)
    assert testing.run(tmp_path, ["x"], ci=ci) == 0
    assert installs == [True] * ci
