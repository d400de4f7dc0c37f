"""The command makes its own environment from the lock, and runs itself again in it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from test_bootstrap import command

INSTALL = ["-m", "pip", "install", "--quiet", "--require-hashes"]
INSTALL += ["--only-binary", ":all:", "--disable-pip-version-check", "-r"]


@dataclass
class Machine:
    """`build_site.py` of a project on a machine that only writes down what it is asked to run."""

    module: ModuleType
    root: Path
    ran: list[list[str]] = field(default_factory=list)
    fails: dict[str, int] = field(default_factory=dict)
    """The status of a command that holds this word."""

    def run(self, words: Sequence[str], **options: object) -> SimpleNamespace:
        self.ran.append(list(words))
        status = next((code for word, code in self.fails.items() if word in words), 0)
        if "venv" in words and not status:
            self.python.parent.mkdir(parents=True, exist_ok=True)
            self.python.touch()
        return SimpleNamespace(returncode=status)

    def become(self, program: str, words: Sequence[str]) -> None:
        """What ends this process where another takes its place."""
        assert program == words[0]
        raise SystemExit(self.run(words).returncode)

    @property
    def python(self) -> Path:
        """The interpreter of the environment."""
        return Path(self.module.venv_python())

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / str(self.module.STAMP)

    def prepare(self, testing: bool = False) -> list[list[str]]:
        """What it runs to have the environment ready."""
        self.ran.clear()
        self.module.make_environment(testing)
        return list(self.ran)

    def steps(self, lock: str) -> list[list[str]]:
        """Making the environment and installing a lock."""
        return [
            [sys.executable, "-m", "venv", str(self.root / ".venv")],
            [str(self.python), *INSTALL, str(self.root / lock)],
        ]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Two locks and no environment yet; no npm."""
    module = command()
    machine = Machine(module, tmp_path)
    (tmp_path / "requirements.txt").write_text("a==1")
    (tmp_path / "requirements-test.txt").write_text("a==1\nb==2")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(module, "TEST_LOCK", tmp_path / "requirements-test.txt")
    monkeypatch.setattr(module.subprocess, "run", machine.run)
    monkeypatch.setattr(module.os, "execv", machine.become)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    monkeypatch.setattr(module, "suitable", lambda: False)
    return machine


# The environment


def test_an_environment_is_made_from_the_lock_once(machine: Machine) -> None:
    assert machine.prepare() == machine.steps("requirements.txt")
    assert machine.prepare() == []


def test_what_it_was_made_from_is_the_lock_and_this_python(machine: Machine) -> None:
    machine.prepare()
    version = repr(sys.version_info[:3]).encode()
    assert machine.stamp.read_text() == hashlib.sha256(version + b"a==1").hexdigest()


def test_the_environment_of_the_tests_does_for_a_build_but_not_the_other_way(
    machine: Machine,
) -> None:
    machine.prepare()
    assert machine.prepare(testing=True) == machine.steps("requirements-test.txt")
    assert machine.prepare(testing=True) == []
    assert machine.prepare() == []


@pytest.mark.parametrize("testing", [False, True])
def test_another_lock_renews_it(machine: Machine, testing: bool) -> None:
    machine.prepare(testing)
    lock = "requirements-test.txt" if testing else "requirements.txt"
    (machine.root / lock).write_text("a==2")
    assert machine.prepare(testing) == machine.steps(lock)
    assert machine.prepare(testing) == []


def test_another_python_renews_it(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.prepare()
    monkeypatch.setattr(machine.module.sys, "version_info", (3, 99, 0))
    assert machine.prepare() == machine.steps("requirements.txt")


@pytest.mark.parametrize("stamp", ["", "of something else"])
def test_a_stamp_that_says_nothing_is_not_believed(machine: Machine, stamp: str) -> None:
    machine.prepare()
    machine.stamp.write_text(stamp)
    assert machine.prepare() == machine.steps("requirements.txt")


def test_a_stamp_without_its_python_is_not_believed(machine: Machine) -> None:
    machine.prepare()
    machine.python.unlink()
    assert machine.prepare() == machine.steps("requirements.txt")


def test_an_environment_whose_python_an_upgrade_took_away_is_emptied_first(
    machine: Machine,
) -> None:
    """Its interpreter is a link to the system's, and venv would leave that as it is."""
    machine.prepare()
    (machine.root / ".venv/pyvenv.cfg").touch()
    machine.python.unlink()
    machine.python.symlink_to(machine.root / "python3.10")
    make, install = machine.steps("requirements.txt")
    assert machine.prepare() == [[*make[:3], "--clear", *make[3:]], install]


@pytest.mark.parametrize("name", ["pyvenv.cfg", "letters.txt"])
def test_a_folder_that_is_no_lost_environment_of_ours_is_not_emptied(
    machine: Machine, name: str
) -> None:
    """An environment of another project that is linked here, or what people called so."""
    elsewhere = machine.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / name).touch()
    if name == "pyvenv.cfg":
        (machine.root / ".venv").symlink_to(elsewhere)
    else:
        elsewhere.rename(machine.root / ".venv")
    assert machine.prepare()[0] == machine.steps("requirements.txt")[0]


def test_a_link_to_nowhere_gives_way_to_an_environment(machine: Machine) -> None:
    (machine.root / ".venv").symlink_to(machine.root / "gone")
    assert machine.prepare() == machine.steps("requirements.txt")
    assert not (machine.root / ".venv").is_symlink()


@pytest.mark.parametrize(
    ("step", "words"), [("venv", "delete .venv"), ("pip", "The packages could not be installed")]
)
def test_what_fails_is_told_and_tried_again(
    machine: Machine, step: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.fails[step] = 1
    with pytest.raises(SystemExit) as stopped:
        machine.prepare()
    assert stopped.value.code == 1
    assert words in capsys.readouterr().err
    assert not machine.stamp.exists()
    machine.fails.clear()
    assert machine.prepare() == machine.steps("requirements.txt")


def test_only_a_system_without_the_package_is_told_to_install_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine.module.importlib.util, "find_spec", lambda name: None)
    machine.fails["venv"] = 1
    with pytest.raises(SystemExit):
        machine.prepare()
    assert "python3-venv" in capsys.readouterr().err


def test_a_failed_renewal_does_not_pass_for_the_old_environment(machine: Machine) -> None:
    machine.prepare()
    (machine.root / "requirements.txt").write_text("a==2")
    machine.fails["pip"] = 1
    with pytest.raises(SystemExit):
        machine.prepare()
    machine.fails.clear()
    assert machine.prepare() == machine.steps("requirements.txt")


# The way into it


def asked(machine: Machine, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[list[str]]:
    """What runs when the command is given these words; the last is itself in its environment."""
    monkeypatch.setattr(machine.module.sys, "prefix", "/usr")
    machine.ran.clear()
    with pytest.raises(SystemExit) as ended:
        machine.module.bootstrap(list(arguments))
    assert ended.value.code == machine.fails.get("build_site", 0)
    return list(machine.ran)


@pytest.mark.parametrize("arguments", [[], ["check", "--lang", "en"], ["build", "--strict"]])
def test_the_command_runs_itself_in_its_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    itself = [str(machine.python), str(machine.root / "build_site.py"), *arguments]
    assert asked(machine, monkeypatch, *arguments) == [
        *machine.steps("requirements.txt"),
        itself,
    ]
    assert asked(machine, monkeypatch, *arguments) == [itself]


def test_its_status_is_that_of_the_run_in_the_environment(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.prepare()
    monkeypatch.setattr(machine.module.sys, "prefix", "/usr")
    machine.fails["check"] = 3
    with pytest.raises(SystemExit) as ended:
        machine.module.bootstrap(["check"])
    assert ended.value.code == 3


def test_the_tests_run_in_an_environment_with_their_tools(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.module, "suitable", lambda: True)  # for a build, that is
    ran = asked(machine, monkeypatch, "test", "-x")
    assert ran[:2] == machine.steps("requirements-test.txt")
    assert ran[2][1:] == [str(machine.root / "build_site.py"), "test", "-x"]


def test_packages_that_are_there_are_used_as_they_are(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.module, "suitable", lambda: True)
    machine.module.bootstrap(["check"])
    assert machine.ran == []
    assert not (machine.root / ".venv").exists()


def test_inside_its_environment_it_makes_none(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine.module.sys, "prefix", str(machine.root / ".venv"))
    machine.module.bootstrap(["check"])
    machine.module.bootstrap(["test"])
    assert machine.ran == []


@pytest.mark.parametrize(
    ("arguments", "installs"),
    [
        ([], [False]),
        (["build"], [False]),
        (["serve"], [False]),
        (["--help"], [False]),
        (["test"], [True]),
        (["check"], []),
        (["new", "news", "x"], []),
    ],
)
def test_what_npm_brings_is_fetched_for_what_needs_it(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    installs: list[bool],
) -> None:
    found: list[bool] = []
    monkeypatch.setattr(machine.module, "get_packages", found.append)
    asked(machine, monkeypatch, *arguments)
    assert found == installs


def test_without_an_environment_of_its_own_it_says_what_is_missing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine.module.sys, "argv", ["build_site.py", "--no-bootstrap", "check"])
    with pytest.raises(SystemExit) as stopped:
        machine.module.main()
    assert stopped.value.code == 1
    assert "--no-bootstrap" in capsys.readouterr().err
    assert machine.ran == []
