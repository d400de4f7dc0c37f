"""`new` asks whoever sits at the terminal what a draft is to say."""

from __future__ import annotations

from typing import Any

import typer
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from campaign.problems import catalogue, problem

NOTHING = "-"
"""The answer of somebody who takes back what was proposed."""


def ask(key: str, field: FieldInfo, proposal: str = "", where: str = "") -> str:
    """Ask at the terminal until the field accepts the answer; `-` takes a proposal back."""
    words = (
        f"{field.title}（{where}；回车采用，不对就重写，没有就写 -）"
        if proposal
        else (f"{field.title}（{field.description}）")
    )
    annotation = field.rebuild_annotation()
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    while True:
        answer = str(typer.prompt(words, default=proposal)).strip()
        if answer in ("", NOTHING):
            return ""
        try:
            adapter.validate_python(answer)
        except ValidationError as error:
            detail = error.errors(include_url=False)[0]
            code = detail["type"]
            context = {"value": answer, "field": key, **(detail.get("ctx") or {})}
            found = problem("", 1, code if code in catalogue() else "V06i", **context)
            typer.echo(f"  {found.message()} → {found.remedy()}")
        else:
            return answer
