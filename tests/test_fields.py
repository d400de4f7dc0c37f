"""What people fill in is of use: some page, rule or figure reads every field of every record."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from campaign.kinds import KINDS
from campaign.model.settings import Profile, Settings

ENGINE = Path(__file__).parents[1] / "hooks/campaign"
FOR_OFFICES = {"Community.inspection_point"}
"""What is kept for the office alone, and must not be read by anything that is published."""


def parts(annotation: object) -> Iterator[type[BaseModel]]:
    """The groups of fields in the type of a field."""
    for argument in typing.get_args(annotation):
        yield from parts(argument)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation


def models() -> list[type[BaseModel]]:
    """Every kind of record, the settings, and all groups in them."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = [*(kind.model for kind in KINDS), Settings, Profile]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            for field in model.model_fields.values():
                waiting += parts(field.annotation)
    return list(found)


@pytest.fixture(scope="module")
def code() -> str:
    files = (path for path in ENGINE.rglob("*") if path.suffix in (".py", ".jinja"))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_field_is_read_by_something(code: str) -> None:
    read = set(re.findall(r"\.(\w+)|[\"'](\w+)[\"']", code))
    names = {name for pair in read for name in pair}
    fields = {f"{model.__name__}.{name}" for model in models() for name in model.model_fields}
    assert len(fields) > 300
    assert {name for name in fields if name.split(".")[1] not in names} == FOR_OFFICES
