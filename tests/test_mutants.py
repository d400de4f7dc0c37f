"""The faults that are put into the code to try the tests, and that none of them stays there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import mutants
from mutating import EQUIVALENT, changes
from sites import PATIENCE, ROOT

HEAD = '"""Words."""\nfrom __future__ import annotations\n'


def words(source: str) -> list[str]:
    return [change.words for change in changes(HEAD + source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", "cmp: a < b -> a <= b"),
        ("x = a in b", "cmp: a in b -> a not in b"),
        ("x = a + b", "binop: a + b -> a - b"),
        ("x = a and b", "and-or: a and b -> a or b"),
        ("x = a and b", "drop-operand0: a and b -> b"),
        ("x = a or b or c", "drop-operand1: a or b or c -> a or c"),
        ("x = not a", "not: not a -> a"),
        ("x = 7", "const: 7 -> 8"),
        ("x = True", "const: True -> False"),
        ("x = 'a'", "str: 'a' -> 'aX'"),
        ("x = sorted(a, key=b)", "call: sorted(a, key=b) -> list(a)"),
        ("x = max(a, b)", "call: max(a, b) -> min(a, b)"),
        ("if a: b()", "if-true: a -> True"),
        ("if a: b()", "if-false: a -> False"),
        ("if a: b()", "del-stmt: b() -> pass"),
        ("x = [a for a in b if a]", "compr-if: a -> True"),
        ("for a in b: continue", "continue: continue -> pass"),
        ("for a in b: break", "break: break -> pass"),
        ("def f() -> int: return a", "return: return a -> return None"),
    ],
)
def test_a_fault_of_each_kind_is_made(source: str, expected: str) -> None:
    assert expected in words(source)


@pytest.mark.parametrize(
    "source",
    [
        "x: Literal['a']",
        "def f(a: Literal['a']) -> Literal['b']: ...",
        "@dataclass(frozen=True)\nclass A:\n    '''Words.'''",
        "if TYPE_CHECKING:\n    import a",
        "def f() -> None: return",
    ],
)
def test_what_computes_nothing_is_left_alone(source: str) -> None:
    assert words(source) == []


def test_a_change_is_one_and_holds_the_line_where_it_is() -> None:
    found = list(changes(f"{HEAD}\nx = 1\ny = 2\n"))
    assert [str(change) for change in found] == ["4 const: 1 -> 2", "5 const: 2 -> 3"]
    assert [change.source.splitlines()[-2:] for change in found] == [
        ["x = 2", "y = 2"],
        ["x = 1", "y = 3"],
    ]


def test_every_change_of_the_engine_is_a_program() -> None:
    for mutant in mutants.mutants(["search/shards", "build/swap"]):
        compile(mutant.change.source, "mutant", "exec")


def test_a_sample_is_the_same_for_a_seed() -> None:
    every = list(mutants.mutants(["kinds/indicator/coverage"]))
    one, other = (list(mutants.sampled(every, 5, seed)) for seed in (1, 2))
    assert one == list(mutants.sampled(every, 5, 1))
    assert one != other
    assert len(one) == 5
    assert list(mutants.sampled(every, None, 1)) == every


def test_the_modules_and_their_tests_are_there() -> None:
    for module in mutants.MODULES:
        assert (ROOT / mutants.ENGINE / f"{module}.py").is_file()
        assert all((ROOT / path).is_file() for path in mutants.tests_of(module)), module
    assert {"tests/content_security/test_policy.py", "tests/test_tags.py"} <= set(
        mutants.tests_of("html/tags")
    )


def test_what_is_called_equivalent_is_a_change_that_can_be_made() -> None:
    modules = {name.split(": ")[0] for name in EQUIVALENT}
    assert modules <= mutants.MODULES.keys()
    made = {f"{m.module}: {m.change.words}" for m in mutants.mutants(modules)}
    assert set(EQUIVALENT) <= made
    assert all(EQUIVALENT.values())
    assert len(EQUIVALENT) <= 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked here")
def test_faults_are_tried_in_a_copy_and_the_noticed_ones_counted(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "hooks/campaign").mkdir(parents=True)
    (project / "tests").mkdir()
    source = "def larger(a, b):\n    return a if a > b else b\n\n\nUNSEEN = 1\n"
    test = "from campaign.tiny import larger\n\n\ndef test_it():\n    assert larger(1, 2) == 2\n"
    test += "    assert larger(3, 2) == 3\n"
    for name in ("mutants.py", "mutating.py"):
        (project / "tests" / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (project / "hooks/campaign/tiny.py").write_text(source)
    (project / "tests/test_tiny.py").write_text(test)
    (project / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["hooks"]\n')
    done = subprocess.run(
        [sys.executable, "tests/mutants.py", "tiny", "--jobs", "1"],
        cwd=project,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "tiny.py:2 cmp: a > b -> a >= b",
        "tiny.py:5 const: 1 -> 2",
        "3 of 5 noticed (60.0 %); 0 left out as equivalent.",
    ]
    assert (project / "hooks/campaign/tiny.py").read_text() == source
