"""Golden cases: files laid over a valid site, and the problems that must be found.

A file written as `(a picture)` is a clean JPEG, `(fixture maker.jpg)` is that one of
`picture_files.py`, and `(office clean.docx)` that one of `offices.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from campaign.checks import check
from campaign.problems import Problem, catalogue
from campaign.reading import records
from offices import FILES
from picture_files import BY_NAME
from pictures import drawing, encoded, wide
from projects import project

HERE = Path(__file__).parent
FOUND = sorted([*HERE.glob("cases/problems/*.yml"), *HERE.glob("kinds/*/problems/*.yml")])
CASES = {path.stem: path for path in FOUND}
"""Those of one kind of record lie in the folder of its tests."""
ELSEWHERE = {
    "H08": "compared with an earlier revision: test_append_only.py",
    "H09": "compared with an earlier revision: test_append_only.py",
    "H18a": "compared with an earlier revision: test_append_only.py",
    "H18b": "compared with an earlier revision: test_append_only.py",
    "H20": "compared with an earlier revision: test_terms.py",
    "H21a": "compared with an earlier revision: test_span.py",
    "H21b": "compared with an earlier revision: test_span.py",
    "H22": "compared with an earlier revision: test_terms.py",
    "H23": "compared with an earlier revision: test_terms.py",
    "H26": "compared with an earlier revision: test_published_indicator.py",
    "H27": "compared with an earlier revision: test_published_participation.py",
    "V01f": "seen after the build: test_publication.py",
    "V07e": "needs the font of the cards: cards/test_font.py",
    "V11c": "compared with an earlier revision: test_recorded_withdrawals.py",
    "V28k": "needs packages of npm to be missing: admin/test_published.py",
    "V47h": "compared with an earlier revision: test_promises.py",
    "V47i": "compared with an earlier revision: test_promises.py",
    "V47j": "compared with an earlier revision: test_promises.py",
    "V47k": "compared with an earlier revision: test_promises.py",
    "V47l": "compared with an earlier revision: test_promises.py",
    "Y22": "the builder stops: test_unlaid.py",
    "Y24a": "needs a git history: test_history.py",
    "Y24b": "needs a git history: test_history.py",
    "Y24c": "needs a git history: test_history.py",
    "Y24d": "needs a git history: test_history.py",
    "Y24e": "needs a git history: test_history.py",
    "Y24f": "needs a git history: test_history.py",
    "H24": "compared with what was published: test_origin.py",
    "V16c": "needs a git history: test_history.py",
    "V25a": "seen after the build: test_soundness.py",
    "V25c": "seen in a built page: test_safety.py",
    "V25d": "seen in a built page: test_safety.py",
    "V25e": "seen in a built page: test_safety.py",
    "V26": "seen in a built page: test_audit.py",
    "V27": "seen in a built page: test_audit.py",
    "V29a": "seen in a built page: test_audit.py",
    "V29e": "seen in a built page: test_audit.py",
    "V37a": "seen after the build: test_soundness.py",
    "V37b": "seen after the build: test_soundness.py",
    "V38a": "measured on a built site: test_sizes.py",
    "V38b": "measured on a built site: test_sizes.py",
    "Y08": "half a megabyte is no golden file: test_records.py",
    "Y21": "what was written is looked at: test_publication.py",
    "Y11": "a symbolic link is no text: test_special_files.py",
}
PICTURES = {
    "(a picture)": wide,
    "(a thumbnail)": drawing,
    "(a strip)": lambda: drawing().resize((900, 100)),
}
FIXTURE = re.compile(r"\((fixture|office) (\S+)\)")


@cache
def case(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(CASES[name].read_text(encoding="utf-8"))
    files = {path: meant(content) for path, content in data["files"].items()}
    return {**data, "files": files}


def meant(content: str | bytes | None) -> str | bytes | None:
    """What a file holds; pictures are named and not written out."""
    if isinstance(content, str) and content in PICTURES:
        return encoded(PICTURES[content]())
    named = FIXTURE.fullmatch(content) if isinstance(content, str) else None
    if named:
        return FILES[named[2]]() if named[1] == "office" else BY_NAME[named[2]].data
    return content


def found_in(root: Path, files: Mapping[str, str | bytes | None]) -> list[Problem]:
    site, problems = records.load(project(root, files))
    return problems + (check(site) if site else [])


def fits(found: Problem, expected: Mapping[str, Any]) -> bool:
    return (
        (found.code, found.path, found.line)
        == (expected["code"], expected["path"], expected["line"])
        and expected.get("message_contains", "") in found.message()
        and expected.get("remedy_contains", "") in found.remedy()
    )


def told(found: Problem) -> str:
    return f"{found.path}:{found.line}: {found.code} {found.message()} → {found.remedy()}"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What the base project is told anyway."""
    return found_in(tmp_path_factory.mktemp("base"), {})


@pytest.fixture(scope="module")
def found_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Problem]]:
    """What is found in a golden case, which is written and loaded once."""
    return cache(lambda name: found_in(tmp_path_factory.mktemp("case"), case(name)["files"]))


@pytest.mark.parametrize("name", CASES)
def test_a_golden_case_has_exactly_its_problems(
    name: str, found_by: Callable[[str], list[Problem]], base: list[Problem]
) -> None:
    wanted = case(name)
    found = [item for item in found_by(name) if item not in base]
    words = [told(item) for item in found]
    for expected in wanted["expect"]:
        fitting = [item for item in found if fits(item, expected)]
        assert len(fitting) == 1, (expected, words)
        found.remove(fitting[0])
    assert not (wanted["exact"] and found), [told(item) for item in found]


@pytest.mark.parametrize("name", CASES)
def test_the_problems_of_a_golden_case_have_words_in_both_languages(
    name: str, found_by: Callable[[str], list[Problem]]
) -> None:
    for item in found_by(name):
        for words in (item.message("zh"), item.remedy("zh"), item.message("en"), item.remedy("en")):
            assert words.strip()


def test_a_rule_without_a_golden_case_is_tested_in_the_file_that_is_named() -> None:
    for code, words in ELSEWHERE.items():
        for name in re.findall(r"test_\w+\.py", words):
            (path,) = HERE.rglob(name)
            assert code in path.read_text(encoding="utf-8"), (code, name)


def test_every_rule_has_a_golden_case() -> None:
    shown = {expected["code"] for name in CASES for expected in case(name)["expect"]}
    assert shown.isdisjoint(ELSEWHERE)
    assert shown | ELSEWHERE.keys() == catalogue().keys()


@pytest.mark.parametrize("name", CASES)
def test_a_golden_case_is_named_for_the_code_that_it_shows(name: str) -> None:
    wanted = case(name)
    assert wanted["expect"] == [] or name.split("-")[0] in {e["code"] for e in wanted["expect"]}
    assert wanted.keys() == {"name", "files", "expect", "exact"}


def test_no_case_hides_another() -> None:
    assert len(CASES) == len(FOUND)


def test_a_case_lies_with_the_rule_that_it_is_about() -> None:
    for path in FOUND:
        code = path.stem.split("-")[0]
        folder = path.parent.parent.name
        rules = HERE.parent / "hooks/campaign" / ("" if folder == "cases" else f"kinds/{folder}")
        assert f"\n{code}:\n" in "\n" + (rules / "rules.yml").read_text(encoding="utf-8"), path
