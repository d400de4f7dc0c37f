"""What Visual Studio Code is told: it is fresh, snippets are drafts, tasks understand the check."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from campaign.kinds import BY_NAME, KINDS, PROFILES, SETTINGS
from campaign.problems import Problem, Severity, catalogue, problem
from campaign.reading import yamltext
from campaign.verbs import vscode
from campaign.verbs.reports import line, told
from campaign.writing import drafting

ROOT = Path(__file__).parents[1]
STOP = re.compile(r"\$\{(\d+):((?:\\.|[^\\}])*)\}")
SUGGESTED = re.compile(r"^# (?=[a-z_0-9]+:|  )", re.MULTILINE)
"""What stands before a field that can be said, and before what can be in it."""
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.NOTE}


def test_what_is_written_is_fresh() -> None:
    stale = [o.path for o in vscode.outputs() if (ROOT / o.path).read_bytes() != o.data]
    assert stale == [], "run: python3 build_site.py schema"


@pytest.mark.parametrize("name", [n for n in drafting.CHOICES if not BY_NAME[n].list_key])
def test_a_snippet_that_nobody_fills_in_is_the_draft(name: str) -> None:
    kind = BY_NAME[name]
    snippets = json.loads((ROOT / vscode.SNIPPETS_FILE).read_text(encoding="utf-8"))
    snippet = snippets[f"新建{kind.label}"]
    body = "\n".join(snippet["body"])
    numbers = [int(number) for number, _ in STOP.findall(body)]
    assert numbers == list(range(1, len(numbers) + 1))
    plain = re.sub(r"\\(.)", r"\1", STOP.sub(r"\2", body))
    id = "/".join(["x"] * kind.pattern.count("*"))
    assert plain == drafting.draft(kind, id, None, None).rstrip("\n")
    assert snippet["scope"] == ("markdown" if kind.is_entry else "yaml")


@pytest.mark.parametrize("name", [n for n in drafting.CHOICES if not BY_NAME[n].list_key])
def test_a_snippet_with_its_own_words_is_a_record_of_known_fields(name: str) -> None:
    """What it says, and what it says once the signs before its lines of suggestion are gone."""
    kind = BY_NAME[name]
    snippets = json.loads((ROOT / vscode.SNIPPETS_FILE).read_text(encoding="utf-8"))
    body = "\n".join(snippets[f"新建{kind.label}"]["body"])
    text = re.sub(r"\\(.)", r"\1", STOP.sub(r"\2", body))
    if kind.is_entry:
        _, text, article = text.split("---\n", 2)
        assert "待填写" in article
    said = parsed(text)
    known = {field.alias or name: field for name, field in kind.model.model_fields.items()}
    required = {key for key, field in known.items() if field.is_required()}
    assert required <= said.keys() | {"id"}
    everything = parsed(SUGGESTED.sub("", text))
    assert said.keys() < everything.keys()
    assert everything.keys() <= known.keys()


def parsed(text: str) -> Mapping[str, Any]:
    """A text as the site reads it, without a fault."""
    document = yamltext.read("snippet.yml", text)
    assert document.problems == []
    assert isinstance(document.data, dict)
    return document.data


def test_every_yaml_file_has_its_schema() -> None:
    settings = json.loads((ROOT / vscode.SETTINGS_FILE).read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in schemas)
    yaml = [kind for kind in (SETTINGS, PROFILES, *KINDS) if not kind.is_entry]
    assert sorted(schemas.values()) == sorted(kind.pattern for kind in yaml)


def of_severity(severity: Severity) -> Problem:
    """One whose words need no values."""
    path = "docs/news/2026-04-01-a.md"
    plain = (code for code, rule in catalogue().items() if "{" not in repr(rule))
    return next(p for code in plain if (p := problem(path, 12, code)).severity() is severity)


@pytest.mark.parametrize("name", SEVERITIES)
def test_the_tasks_find_file_line_and_words_in_what_the_check_prints(name: str) -> None:
    tasks = json.loads((ROOT / vscode.FOLDER / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    found_problem = of_severity(SEVERITIES[name])
    (item,) = told([found_problem])
    printed = line(item, None, "zh")
    for task in tasks[0], tasks[2]:
        (matcher,) = (m for m in task["problemMatcher"] if m["severity"] == name)
        found = [m for m in task["problemMatcher"] if re.match(m["pattern"]["regexp"], printed)]
        assert found == [matcher]
        groups = re.match(matcher["pattern"]["regexp"], printed)
        assert groups
        assert groups.groups()[:3] == (found_problem.path, "12", found_problem.code)
