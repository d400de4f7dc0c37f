"""The catalogue of rules, and problems as values."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
import yaml

import campaign
from campaign.problems import (
    LOADER,
    MAX_SHOWN,
    Problem,
    Severity,
    Wording,
    catalogue,
    errors,
    gathered,
    nearest,
    ordered,
    problem,
    rule_files,
    shown,
)
from campaign.reading import yamltext

PACKAGE = Path(campaign.__file__).parent
RULES = "\n".join(path.read_text(encoding="utf-8") for path in rule_files())
PARSED = yaml.load(RULES, LOADER)
CODE = re.compile(r"""["']([VHY]\d\d[a-z]?)["']""")
HAN = re.compile(r"[\u4e00-\u9fff]")


def places(text: str | None) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text or "") if name}


def named_in_code() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in PACKAGE.parent.rglob("*.py"))
    return {code for text in texts for code in CODE.findall(text)}


def test_every_code_in_the_code_is_a_rule() -> None:
    assert named_in_code() - catalogue().keys() == set()


def test_every_rule_is_named_in_the_code() -> None:
    assert catalogue().keys() - named_in_code() == set()


def test_a_code_stands_once_and_so_has_one_severity() -> None:
    written = re.findall(r"^(\S+):$", RULES, re.MULTILINE)
    assert [code for code, times in Counter(written).items() if times > 1] == []
    assert set(written) == catalogue().keys()
    assert yamltext.read("rules.yml", RULES).problems == []


def test_a_code_that_two_files_state_is_an_error(tmp_path: Path) -> None:
    rule = (
        "V99:\n  severity: note\n  zh: {message: 甲, remedy: 乙}\n  en: {message: a, remedy: b}\n"
    )
    files = [tmp_path / name for name in ("one.yml", "two.yml")]
    for path in files:
        path.write_text(rule, encoding="utf-8")
    assert list(gathered(files[:1])) == ["V99"]
    with pytest.raises(ValueError, match="V99"):
        gathered(files)


def test_the_rules_of_a_kind_are_stated_in_its_folder() -> None:
    for path in rule_files()[1:]:
        texts = [other.read_text(encoding="utf-8") for other in path.parent.glob("*.py")]
        used = {code for text in texts for code in CODE.findall(text)}
        stated = gathered([path]).keys()
        elsewhere = {code for code in stated - used if not code.startswith("V13")}
        assert elsewhere == set(), path.parent.name


@pytest.mark.parametrize("code", catalogue())
def test_a_rule_has_words_in_both_languages(code: str) -> None:
    rule = catalogue()[code]
    assert re.fullmatch(r"[VHY]\d\d[a-z]?", code)
    assert set(PARSED[code]) == {"severity", "zh", "en"}
    assert HAN.search(rule.zh.message)
    assert HAN.search(rule.zh.remedy)
    assert re.search(r"[A-Za-z]{3}", rule.en.message)
    assert re.search(r"[A-Za-z]{3}", rule.en.remedy)
    assert not re.search(r"[，。；：（）]", rule.en.message + rule.en.remedy)


@pytest.mark.parametrize("code", catalogue())
def test_both_languages_ask_for_the_same_values(code: str) -> None:
    zh, en = catalogue()[code].zh, catalogue()[code].en
    assert places(zh.message) == places(en.message)
    assert places(zh.remedy) == places(en.remedy)
    assert places(zh.otherwise) == places(en.otherwise)
    assert (zh.otherwise is None) == (en.otherwise is None)


@pytest.mark.parametrize("code", catalogue())
def test_a_remedy_that_guesses_has_another_for_want_of_a_guess(code: str) -> None:
    for wording in (catalogue()[code].zh, catalogue()[code].en):
        assert "nearest" not in places(wording.message)
        assert wording.otherwise or "nearest" not in places(wording.remedy)
        assert "nearest" not in places(wording.otherwise)


def test_a_rule_gives_its_wording_in_a_language() -> None:
    rule = catalogue()["Y02"]
    assert rule.wording("zh") is rule.zh
    assert rule.wording("en") is rule.en
    assert rule.en == Wording(**PARSED["Y02"]["en"])


def test_a_message_is_filled_with_the_values() -> None:
    found = problem("x.yml", 3, "V01b", written="beta", id="alpha")
    assert found.message() == "编号“beta”与文件名“alpha”不一致"
    assert found.message("en") == "The id 'beta' differs from the file name 'alpha'."
    assert found.remedy("en") == "Remove the id line, or write alpha."


def test_braces_in_a_value_are_only_text() -> None:
    found = problem("x.yml", 1, "V01b", written="{id} {0} {x!r}", id="{written}")
    assert found.message() == "编号“{id} {0} {x!r}”与文件名“{written}”不一致"


@pytest.mark.parametrize(("near", "remedy"), [("east", "“east”"), ("", "先新建这条记录")])
def test_the_remedy_is_the_other_one_without_a_near_match(near: str, remedy: str) -> None:
    assert remedy in problem("x.yml", 1, "V03a", kind="镇街", value="x", nearest=near).remedy()


def test_a_severity_is_the_catalogues_unless_the_profile_raises_it() -> None:
    found = problem("x.yml", 1, "V35", missing="终审")
    assert found.severity() is Severity.WARNING
    assert found.severity(["V35"]) is Severity.ERROR
    assert found.severity(["V07a"]) is Severity.WARNING


def test_only_errors_and_raised_warnings_stop_a_build() -> None:
    error, warning = problem("x", 1, "Y02"), problem("x", 1, "V08c")
    note = problem("x", 1, "V24c", value="甲", use="乙")
    assert errors([warning, error, note]) == [error]
    assert errors(iter([warning, error, note]), iter(["V08c"])) == [warning, error]


def test_problems_are_ordered_by_place_and_gravity_and_each_stands_once() -> None:
    error = problem("b", 2, "V06c", field="name", title="名称")
    warning, early = problem("b", 2, "V08c"), problem("b", 1, "V08e")
    other = problem("a", 9, "V17c", title="动态")
    assert ordered([warning, error, early, other, error]) == [other, early, error, warning]
    assert ordered([early, error, warning]) == [early, error, warning]


def test_what_could_not_be_read_comes_before_everything_else() -> None:
    unread, dropped = problem("z", 9, "Y01a", value="x"), problem("b", 1, "Y14", value="#x")
    refused = problem("a", 1, "V06c", field="name", title="名称")
    assert ordered([refused, dropped, unread]) == [unread, refused, dropped]


def test_two_messages_of_one_rule_on_one_line_both_stay() -> None:
    pair = [problem("a", 1, "V04", key=key, nearest="") for key in "yx"]
    assert ordered(pair) == pair[::-1]


def test_a_shown_value_is_one_short_line() -> None:
    assert shown(" 甲\n\t乙  丙 ") == "甲 乙 丙"
    assert shown("x" * MAX_SHOWN) == "x" * MAX_SHOWN
    assert shown("x" * (MAX_SHOWN + 1)) == "x" * (MAX_SHOWN - 1) + "…"
    assert problem("x", 1, "Y03", value=12).values == {"value": "12"}


def test_a_list_of_choices_is_never_cut() -> None:
    choices = "、".join(["recommended"] * 20)
    values = problem("x", 1, "V06f", field="type", value=choices, choices=choices).values
    assert values["choices"] == choices
    assert values["value"].endswith("…")


def test_the_nearest_choice_is_one_that_looks_alike() -> None:
    assert nearest("lancehng", ["wanglan", "lancheng", "daochuan"]) == "lancheng"
    assert nearest("zzz", ["wanglan", "lancheng"]) == ""
    assert nearest("", []) == ""


def test_a_problem_is_a_value() -> None:
    assert problem("x", 1, "Y03") == Problem("x", 1, "Y03", {})
    with pytest.raises(AttributeError):
        problem("x", 1, "Y03").line = 2  # type: ignore[misc]


def test_no_message_quotes_a_number_of_a_person() -> None:
    found = problem("a.yml", 1, "V07b", field="name", value="“ 王某 13800138000 ”")
    assert "138****8000" in found.message()
    assert "13800138000" not in found.message("en")
