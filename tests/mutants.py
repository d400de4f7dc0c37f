"""Small faults put into the code, one at a time: do the tests notice?

    python tests/mutants.py                           every module of MODULES
    python tests/mutants.py exchange/feeds            one of them, or any other of the engine
    python tests/mutants.py --sample 50 --seed 1      some of the mutants, the same for a seed

Each mutant is tried in a copy of the project, never in the tree itself: first with the tests
of its module that build no site, and when these notice nothing, with all tests of its module.
Survivors are printed with their place; what changes nothing that could be told is in
`mutating.EQUIVALENT`. It needs a system that can fork a process: Linux, macOS, WSL.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pytest

from mutating import EQUIVALENT, Change, changes

ROOT = Path(__file__).resolve().parents[1]
ENGINE = Path("hooks/campaign")
MODULES = {
    "build/swap": ("test_swap",),
    "kinds/indicator/coverage": ("kinds/indicator/test_coverage",),
    "exchange/feeds": ("test_feeds",),
    "html/content_security": ("content_security", "test_soundness"),
    "images/metadata": ("test_metadata", "images"),
    "kinds/honour/facts": (
        "kinds/honour/test_honours",
        "kinds/honour/test_roll",
        "kinds/indicator/test_coverage",
    ),
    "kinds/honour/rules": ("kinds/honour/test_honours", "test_checks"),
    "photos/intake": ("intake",),
    "photos/withdrawal": ("withdrawal",),
    "reading/records": ("test_records", "test_special_files", "test_checks"),
    "render/prose": ("test_prose", "test_prose_links", "test_stated"),
    "search/facets": ("search/test_facets", "search/test_index"),
    "search/postings": ("search/test_index",),
    "search/shards": ("search/test_index",),
    "search/tokens": ("search/test_tokens",),
    "verify/seen": ("test_soundness",),
    "verify/soundness": ("test_soundness",),
}
"""The modules that matter most, with their tests: files or folders; of any other, those tests
that import it."""
SITES = frozenset({"browser", "built", "showcase", "project", "with_photo", "font"})
"""Fixtures that build whole sites or start a browser: a test that has one takes seconds."""
LEFT_OUT = (".git", ".venv", "node_modules", "site", "dist", ".hypothesis", ".mypy_cache")
PRELOADED = ("hypothesis", "icalendar", "jinja2", "markdown", "mkdocs.plugins", "nh3", "opencc")
PRELOADED += ("PIL.Image", "playwright.sync_api", "pydantic", "pypinyin", "selectolax.lexbor")
PRELOADED += ("segno", "typer.testing", "xlsxwriter", "yaml", "filelock", "rich.console")
"""What every test run imports: read once, and there in each process that is forked."""
PATIENCE = 10
"""A run that takes so many times as long as without a fault is caught in a loop, and noticed."""


@dataclass(frozen=True)
class Mutant:
    """A module with one fault."""

    module: str
    change: Change
    patience: float = 600.0
    """Seconds until it counts as hanging."""

    def __str__(self) -> str:
        return f"{self.module}.py:{self.change}"

    @property
    def why_equivalent(self) -> str:
        """Why nobody could tell it from the code as it is; nothing when somebody could."""
        return EQUIVALENT.get(f"{self.module}: {self.change.words}", "")


class NoSites:
    """Leaves out the tests that build a whole site or start a browser."""

    @staticmethod
    def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
        kept = [item for item in items if SITES.isdisjoint(getattr(item, "fixturenames", ()))]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants that are asked for; 0 when every module's tests pass without a fault."""
    asked = _asked(arguments)
    chosen = list(sampled(mutants(asked.modules or MODULES), asked.sample, asked.seed))
    tried = [mutant for mutant in chosen if not mutant.why_equivalent]
    for name in PRELOADED:
        importlib.import_module(name)
    context = get_context("fork")
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        ProcessPoolExecutor(asked.jobs, context, _move, (Path(folder),)) as pool,
    ):
        slow = dict(pool.map(_seconds, dict.fromkeys(mutant.module for mutant in tried)))
        if broken := [module for module, seconds in slow.items() if seconds is None]:
            print(f"The tests fail without any fault: {', '.join(broken)}")
            return 1
        timed = [Mutant(m.module, m.change, 30 + PATIENCE * (slow[m.module] or 0)) for m in tried]
        survivors = 0
        for mutant, is_noticed in zip(tried, pool.map(noticed, timed), strict=True):
            if not is_noticed:
                survivors += 1
                print(mutant, flush=True)
    _tell(len(tried) - survivors, len(tried), len(chosen) - len(tried))
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("modules", nargs="*", help="such as exchange/feeds")
    parser.add_argument("--sample", type=int, help="so many mutants, chosen by chance")
    parser.add_argument("--seed", type=int, default=0, help="which chance")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


def mutants(modules: Iterable[str]) -> Iterator[Mutant]:
    """Every mutant of the modules, in their order."""
    for module in modules:
        source = (ROOT / ENGINE / f"{module}.py").read_text(encoding="utf-8")
        yield from (Mutant(module, change) for change in changes(source))


def sampled(found: Iterable[Mutant], count: int | None, seed: int) -> Iterable[Mutant]:
    """So many of them by chance, in their order; all of them when no number is given."""
    every = list(found)
    if count is None or count >= len(every):
        return every
    chosen = random.Random(seed).sample(range(len(every)), count)
    return [every[index] for index in sorted(chosen)]


def tests_of(module: str) -> list[str]:
    """The files of tests that concern a module: named in MODULES, or such as import it."""
    tests = ROOT / "tests"
    if module in MODULES:
        files = [path for name in MODULES[module] for path in _files(tests / name)]
    else:
        files = [path for path in sorted(tests.rglob("test_*.py")) if module in _imported(path)]
    return [path.relative_to(ROOT).as_posix() for path in files] or ["tests"]


def _files(named: Path) -> list[Path]:
    """A file of tests without its ending, or all files of a folder."""
    return sorted(named.glob("test_*.py")) if named.is_dir() else [named.with_suffix(".py")]


def _imported(path: Path) -> set[str]:
    """The modules of the library that a file imports, as `exchange/feeds`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.removeprefix("campaign.").replace(".", "/") for name in names}


def _move(folder: Path) -> None:
    """Begin a worker: it stands in a copy of its own, with what the tests left out linked."""
    copy = folder / str(os.getpid())
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in (".venv", "node_modules"):
        if (ROOT / name).exists():
            (copy / name).symlink_to((ROOT / name).resolve(), target_is_directory=True)
    os.chdir(copy)
    ours = {ROOT, ROOT / "tests", ROOT / "hooks"}
    sys.path[:] = [path for path in sys.path if Path(path).absolute() not in ours]


def _seconds(module: str) -> tuple[str, float | None]:
    """How long the quick tests of a module take without a fault; None when they fail."""
    begun = time.monotonic()
    passes = _passes(tests_of(module), [NoSites()], 3600)
    return module, time.monotonic() - begun if passes else None


def noticed(mutant: Mutant) -> bool:
    """Whether a test of its module fails in this worker's copy with the fault in it."""
    path = ENGINE / f"{mutant.module}.py"
    original = path.read_bytes()
    for stale in path.parent.glob(f"__pycache__/{path.stem}.*"):
        stale.unlink()
    try:
        path.write_text(mutant.change.source, encoding="utf-8")
        tests = tests_of(mutant.module)
        return not all(_passes(tests, plugins, mutant.patience) for plugins in ([NoSites()], []))
    finally:
        path.write_bytes(original)


def _passes(tests: Sequence[str], plugins: Sequence[object], patience: float) -> bool:
    """Run tests in a process of their own; one that hangs is ended and has not passed."""
    child = os.fork()
    if not child:
        os.setsid()
        sys.dont_write_bytecode = True
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
            status = pytest.main([*options, *tests], plugins=list(plugins))
            os._exit(0 if status in (0, 5) else 1)  # 5: every test is left out
    end = time.monotonic() + patience
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _tell(killed: int, tried: int, equivalent: int) -> None:
    share = f"{100 * killed / tried:.1f} %" if tried else "none"
    print(f"{killed} of {tried} noticed ({share}); {equivalent} left out as equivalent.")


if __name__ == "__main__":
    sys.exit(main())
