"""For those who write in Visual Studio Code: what checks their files, and drafts as snippets.

Both come from the models, as the JSON Schemas do, and are written with them by `schema`. What
depends on no model, tasks and recommended extensions, lies in `.vscode/` as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from campaign.kinds import BY_NAME, KINDS, PROFILES, SETTINGS
from campaign.kinds.kind import Kind
from campaign.kinds.schema import FOLDER as SCHEMAS
from campaign.model.fields import UNFILLED
from campaign.render.outputs import Output
from campaign.writing import drafting

FOLDER = ".vscode"
SETTINGS_FILE, SNIPPETS_FILE = f"{FOLDER}/settings.json", f"{FOLDER}/campaign.code-snippets"
TO_FILL_IN = re.compile(rf'"{UNFILLED}[^"\n]*"|{UNFILLED}[^）\n]*）')
"""What a draft leaves to a person: a value, or the body of an entry."""
RESERVED = re.compile(r"[\\$}]")
"""Signs that mean something in a snippet."""
LEFT_ALONE: Mapping[str, Any] = {
    "[markdown]": {"editor.formatOnSave": False, "files.trimTrailingWhitespace": False},
    "[yaml]": {"editor.formatOnSave": False, "files.trimTrailingWhitespace": False},
    "files.encoding": "utf8",
    "files.readonlyInclude": {f"{SCHEMAS}/**": True},
    "redhat.telemetry.enabled": False,
    "yaml.format.enable": False,
    "yaml.schemaStore.enable": False,
}
"""No program rewrites what people wrote, and none asks another host for anything."""


def outputs() -> Iterator[Output]:
    """The settings and the snippets of the project, by their paths."""
    yield _json(SETTINGS_FILE, {**LEFT_ALONE, "yaml.schemas": dict(_schemas())})
    yield _json(SNIPPETS_FILE, {f"新建{kind.label}": _snippet(kind) for kind in _begun()})


def _schemas() -> Iterator[tuple[str, str]]:
    """Which schema holds for which YAML files."""
    for kind in (SETTINGS, PROFILES, *KINDS):
        if not kind.is_entry:
            yield f"{SCHEMAS}/{kind.list_key or kind.model.kind}.schema.json", kind.pattern


def _begun() -> Iterator[Kind[Any]]:
    """What has a file of its own: a snippet fills an empty one."""
    return (BY_NAME[name] for name in drafting.CHOICES if not BY_NAME[name].list_key)


def _snippet(kind: Kind[Any]) -> dict[str, Any]:
    """A draft whose places to fill in are reached one after another with the tab key."""
    id = "/".join(["x"] * kind.pattern.count("*"))
    return {
        "prefix": [f"new-{kind.name}", f"新建{kind.label}"],
        "scope": "markdown" if kind.is_entry else "yaml",
        "description": f"{kind.label}，放在 {kind.pattern}",
        "body": _stops(drafting.draft(kind, id, None, None)).rstrip("\n").split("\n"),
    }


def _stops(draft: str) -> str:
    found, end = [], 0
    for number, place in enumerate(TO_FILL_IN.finditer(draft), start=1):
        found += [_escaped(draft[end : place.start()]), f"${{{number}:{_escaped(place[0])}}}"]
        end = place.end()
    return "".join([*found, _escaped(draft[end:])])


def _escaped(text: str) -> str:
    return RESERVED.sub(lambda sign: f"\\{sign[0]}", text)


def _json(path: str, value: Mapping[str, Any]) -> Output:
    text = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return Output(path, text.encode())
