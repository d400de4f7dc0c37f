"""What the models refuse, said as problems: the field, the value, the line, the remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from campaign.model.base import Record
from campaign.model.fields import is_unfilled
from campaign.model.origin import Origin
from campaign.model.walk import Loc
from campaign.problems import Problem, catalogue, nearest, problem
from campaign.reading import slips

ALIKE = (
    {"name", "title", "heading", "名字", "名称", "标题", "题目"},
    {"summary", "intro", "description", "desc", "abstract", "text", "摘要", "简介", "介绍", "说明"},
    {"published", "date", "day", "on", "time", "asof", "日期", "时间", "发布日期"},
    {"by", "author", "source", "issuer", "from", "单位", "来源", "作者"},
    {"contact", "phone", "tel", "telephone", "mobile", "hotline", "电话", "联系电话"},
    {"cover", "photo", "image", "picture", "photos", "图片", "照片", "封面"},
    {"url", "link", "href", "address", "网址", "链接"},
    {"district", "town", "street", "area", "镇街", "街道", "镇"},
    {"type", "kind", "category", "类型", "类别"},
    {"est", "founded", "established", "built", "since", "成立时间", "建成时间"},
    {"population", "people", "residents", "人口"},
    {"area_km2", "size", "面积"},
)
"""Words for keys that mean the same: somebody who writes one may mean another."""
MEANS = {word: group for group in ALIKE for word in group}
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


def explain(
    model: type[BaseModel], error: ValidationError, origin: Origin, is_draft: bool = False
) -> Iterator[Problem]:
    """Every refusal of a record as a problem."""
    for detail in error.errors(include_url=False):
        if is_unfilled(detail.get("input")):
            yield _unfilled(model, detail["loc"], origin, is_draft)
        else:
            yield _explained(model, detail, origin)


def _unfilled(model: type[BaseModel], loc: Loc, origin: Origin, is_draft: bool) -> Problem:
    """What is still to be written: worth knowing in a draft, and nothing for readers."""
    title = _field_title(model, loc) or str(loc[-1])
    return problem(origin.path, origin.line(loc), "V23d" if is_draft else "V23c", title=title)


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
        return _unknown(model, name, loc, origin, line)
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


def _unknown(model: type[BaseModel], name: str, loc: Loc, origin: Origin, line: int) -> Problem:
    """V04 and V04b: a key that does not exist, or not at this level."""
    here = loc[:-1]
    if not any(isinstance(part, str) for part in here):
        owners = (key for key in keys_at(model, here) if name in keys_at(model, (*here, key)))
        if owner := next(owners, ""):
            return problem(origin.path, line, "V04b", key=name, owner=owner)
    elif name in keys_at(model, ()):
        return problem(origin.path, line, "V04b", key=name, owner="")
    titles = {field.title: key for key, field in _fields_at(model, here).items()}
    means = MEANS.get(name.lower(), ())
    same = next((key for key in keys_at(model, here) if key in means), "")
    near = titles.get(name) or same or nearest(name, keys_at(model, here))
    return problem(origin.path, line, "V04", key=name, nearest=near)


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that may stand at a place."""
    return list(_fields_at(model, loc))


def _fields_at(model: type[BaseModel], loc: Loc) -> Mapping[str, FieldInfo]:
    found = _model_at(model, loc)
    return {f.alias or name: f for name, f in found.model_fields.items()} if found else {}


def _field_title(model: type[BaseModel], loc: Loc) -> str:
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    field = _fields_at(model, loc[:-1]).get(str(loc[-1])) if loc else None
    return (field.title or "") if field else ""
