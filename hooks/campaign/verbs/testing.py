"""The test command: what it needs, and everything it runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from campaign.verbs import console

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
"""The first one that is there. A shell has no parts for windows: it opens pages in a third of
the time."""
SYSTEM_PACKAGES = (
    "chromium-headless-shell",
    "chromium",
    "default-jre-headless",
    "fonts-noto-cjk",
    "libimage-exiftool-perl",
)
SIDE_BY_SIDE = (
    *("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile"),
    "--no-loadscope-reorder",  # the tests state which files come first
)
"""The whole suite runs on several processors, each file on one: its fixtures are made once."""
MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""
ROOM = 4 * 1024**3
"""Bytes that have to be free there: a whole run takes less than half of them."""
STYLE = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
NODE_PACKAGES = ("axe-core", "lighthouse", "oxlint", "typescript", "vnu-jar")
SCRIPT_CHECKS = {
    "oxlint": ["bin/oxlint", "--deny-warnings", "hooks", "tests"],
    "typescript": ["bin/tsc", "--noEmit", "--project", "tsconfig.json"],
}
"""What looks at the scripts: a program of each package, and its arguments."""


def browser() -> str | None:
    """A Chromium on this machine, or the one that `CHROMIUM` names."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, (shutil.which(name) for name in BROWSERS)), None)


def lychee() -> str | None:
    """The link checker, which comes with the packages of the tests."""
    beside = Path(sys.executable).parent
    return shutil.which("lychee", path=str(beside)) or shutil.which("lychee")


def node_package(root: Path, name: str) -> Path | None:
    """Where `npm ci` put a package of the tests; None without Node or the package."""
    folder = root / "node_modules" / name
    return folder if shutil.which("node") and folder.is_dir() else None


def script_checks(root: Path) -> list[list[str]]:
    """Commands for style and types of the scripts, as far as their programs are here."""
    packages = {name: node_package(root, name) for name in SCRIPT_CHECKS}
    return [
        ["node", str(package / program), *arguments]
        for name, (program, *arguments) in SCRIPT_CHECKS.items()
        if (package := packages[name])
    ]


def missing(root: Path) -> list[str]:
    """What the tests need and this machine lacks."""
    packages = {name: node_package(root, name) for name in NODE_PACKAGES}
    found = {**_system_tools(), "lychee": lychee(), **packages}
    return [name for name, path in found.items() if not path]


def _system_tools() -> dict[str, str | None]:
    """What apt installs, as far as it is here."""
    return {
        "Chromium": browser(),
        "exiftool": shutil.which("exiftool"),
        "Java": shutil.which("java"),
    }


def run(root: Path, arguments: Sequence[str], ci: bool, coverage: bool = False) -> int:
    """Run style, types and tests, of scripts too; arguments go to pytest. 0 when all passed.

    On a CI machine a missing tool is a failure; elsewhere its tests are left out. Coverage
    takes half as much time again, so that it is measured where somebody asks for it.
    """
    if not all(_system_tools().values()) or (ci and not shutil.which(BROWSERS[0])):
        _install()
    if lacking := missing(root):
        names = "、".join(lacking)
        words = f"没有 {names}，用到它的测试将跳过。Tests that need {names} are left out."
        console.say(words, "bold red" if ci else "yellow")
        if ci:
            return 1
    python = [[sys.executable, "-m", *step] for step in steps(arguments, coverage)]
    commands = [*([] if arguments else script_checks(root)), *python]
    with scratch(not arguments) as (environment, failed):
        results = [_step(root, command, environment) for command in commands]
        failed += [command for command, result in zip(commands, results, strict=True) if result]
    return next((result for result in results if result), 0)


def steps(arguments: Sequence[str], coverage: bool) -> Iterator[Sequence[str]]:
    """The modules to run, each with its arguments."""
    if not arguments:
        yield from STYLE
    if coverage:
        yield ["coverage", "erase"]
    yield [*(["coverage", "run", "-m"] if coverage else []), "pytest", *(arguments or SIDE_BY_SIDE)]
    if coverage:
        yield ["coverage", "combine", "--quiet"]
        share = ["--fail-under", "0"] if arguments else []  # a few tests reach a part of the code
        yield ["coverage", "report", "--skip-covered", "--skip-empty", *share]


@contextmanager
def scratch(is_whole: bool) -> Iterator[tuple[Mapping[str, str], list[list[str]]]]:
    """The environment of a run, and a list for the commands that failed.

    A whole run makes and deletes hundreds of sites, which is slow on a disk: its temporary files
    are in memory where there is room. What tests that failed have left stays, under the names
    that they have told, for somebody to look at.
    """
    failed: list[list[str]] = []
    if not is_whole or _room(MEMORY) < ROOM:
        yield {}, failed
        return
    folder = mkdtemp(prefix="campaign-tests-", dir=MEMORY)
    try:
        yield {"TMPDIR": folder}, failed
    finally:
        if any("pytest" in command for command in failed):
            words = f"没有通过的测试留下的文件在内存里，看完请删除：{folder}。"
            console.say(
                f"{words}What failed left its files there; delete them when done.", "yellow"
            )
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _room(folder: Path) -> int:
    """How many bytes may be written to files in memory; none where there is no such folder."""
    told = Path("/proc/meminfo")
    if not folder.is_dir() or not told.is_file():
        return 0
    lines = (line.split() for line in told.read_text("utf-8").splitlines())
    available = next((int(line[1]) * 1024 for line in lines if line[0] == "MemAvailable:"), 0)
    return min(available, shutil.disk_usage(folder).free)


def _step(root: Path, command: Sequence[str], more: Mapping[str, str]) -> int:
    console.say("› " + " ".join([Path(command[0]).stem, *command[1:]]))
    # Commands that tests run in other folders add to the same data.
    environment = {**os.environ, "COVERAGE_FILE": str(root / ".coverage"), **more}
    # Each worker, and each process that its tests start, would compile everything anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(command, cwd=root, env=environment).returncode


def _install() -> None:
    """Debian and Ubuntu: install what the tests need, as root or by sudo.

    Each by itself: what one of them does not know holds up no other.
    """
    is_root = getattr(os, "geteuid", lambda: 1)() == 0
    if not shutil.which("apt-get") or not (is_root or shutil.which("sudo")):
        return
    console.say(f"安装 {' '.join(SYSTEM_PACKAGES)} …… Installing …")
    prefix = [] if is_root else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    installs = (["install", "-y", "-qq", name] for name in SYSTEM_PACKAGES)
    for step in (["update", "-qq"], *installs):
        command = [*prefix, "apt-get", *step]
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode and step[0] == "update":
            return
