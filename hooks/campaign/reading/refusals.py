"""What the models refuse, said as problems: the field, the value, the line, the remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from campaign.model.base import Record
from campaign.model.walk import Loc
from campaign.problems import Problem, catalogue, nearest, problem
from campaign.reading import slips
from campaign.site import Origin

MAPPING_ERRORS = frozenset({"model_type", "model_attributes_type", "dict_type"})


def not_a_mapping(path: str, data: object, line: int = 1) -> Problem:
    """The text is no `key: value` list; most often for its colon."""
    return _pair(path, line, data) or problem(path, line, "V06k", field="", value=_as_written(data))


def _pair(path: str, line: int, data: object) -> Problem | None:
    """What is wrong with a key and a value that YAML takes for one text."""
    slip = next(slips.of_pair(data, 0), None) if isinstance(data, str) else None
    return problem(path, line, slip.code, **slip.values) if slip else None


def _as_written(value: object) -> str:
    """A refused value as its editor would know it: groups and lists only as such."""
    if isinstance(value, (Mapping, list)):
        return "……"
    return "" if value is None else str(value)


def without_absent(value: Any) -> Any:
    """The same value without keys that have no value: an empty field is an absent field."""
    if isinstance(value, Mapping):
        return {k: without_absent(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [without_absent(item) for item in value]
    return value


def explain(model: type[BaseModel], error: ValidationError, origin: Origin) -> Iterator[Problem]:
    """Every refusal of a record as a problem."""
    for detail in error.errors(include_url=False):
        yield _explained(model, detail, origin)


def _explained(model: type[BaseModel], detail: ErrorDetails, origin: Origin) -> Problem:
    loc: Loc = detail["loc"]
    context = dict(detail.get("ctx") or {})
    context.setdefault("value", _as_written(detail.get("input")))
    code, line = detail["type"], origin.line(loc)
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "")
    if code in catalogue():
        return problem(origin.path, line, code, field=name, **context)
    if code == "missing":
        title = _field_title(model, loc)
        return problem(origin.path, line, "V06c", field=name, title=title)
    if code == "extra_forbidden":
        near = nearest(name, keys_at(model, loc[:-1]))
        return problem(origin.path, line, "V04", key=name, nearest=near)
    value = context["value"]
    if code in MAPPING_ERRORS:
        found = _pair(origin.path, line, detail.get("input"))
        return found or problem(origin.path, line, "V06k", field=name, value=value)
    if code == "list_type":
        return problem(origin.path, line, "V06l", field=name, value=value)
    return problem(origin.path, line, "V06i", field=name, value=value)


def remainder(model: type[Record], values: Mapping[str, Any]) -> Record:
    """What reads well of a refused record; a field that does not is without a value."""
    kept: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        value = without_absent(values).get(field.alias or name)
        kept[name] = None if field.is_required() else field.get_default(call_default_factory=True)
        if value is not None:
            with suppress(ValidationError):
                kept[name] = _adapter(model, name).validate_python(value)
    return model.model_construct(**kept)


@cache
def _adapter(model: type[Record], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())


def submodel(annotation: Any) -> type[BaseModel] | None:
    """The model inside `list[Model]`, `Model | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (submodel(part) for part in get_args(annotation))
    return next((part for part in found if part), None)


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    for part in (part for part in loc if isinstance(part, str)):
        fields = {f.alias or name: f for name, f in model.model_fields.items()}
        inner = submodel(fields[part].annotation) if part in fields else None
        if inner is None:
            return None
        model = inner
    return model


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand at a place."""
    found = _model_at(model, loc)
    return [f.alias or name for name, f in found.model_fields.items()] if found else []


def _field_title(model: type[BaseModel], loc: Loc) -> str:
    found = _model_at(model, loc[:-1])
    fields = {f.alias or name: f for name, f in found.model_fields.items()} if found else {}
    field = fields.get(str(loc[-1]))
    return (field.title or "") if field else ""
