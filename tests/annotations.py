"""Annotations while running: what a type holds, and where it says so."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

Type = Any
"""An annotation, resolved; or what stands for one where templates define something."""


class Unknown:
    """What a fault gives: one slip is one message."""


def alternatives(owner: Type) -> list[Type]:
    """The types of a union, but for `None`."""
    if get_origin(owner) in (Union, UnionType):
        return [one for one in get_args(owner) if one is not NoneType]
    return [owner]


def union(types: Sequence[Type]) -> Type:
    """One of several types; a text where there is none."""
    flat = [one for item in types for one in alternatives(item)]
    found = list({shown(one): one for one in flat if one is not NoneType}.values())
    return Union[tuple(found)] if found else str  # noqa: UP007 (made while running)


def hints(owner: Type) -> Mapping[str, Type]:
    """The fields and properties of a type, with what stands for its type variables."""
    plain = get_origin(owner) or owner
    found = dict(_hints(plain)) if isinstance(plain, type) else {}
    given = dict(zip(getattr(plain, "__parameters__", ()), get_args(owner), strict=False))
    return {name: _filled(type, given) for name, type in found.items()}


@cache
def _hints(owner: type) -> Mapping[str, Type]:
    found = dict(get_type_hints(owner))
    for name in dir(owner):
        value = getattr(owner, name, None)
        if isinstance(value, property) and value.fget:
            found[name] = get_type_hints(value.fget).get("return", Any)
    return found


def _filled(type: Type, given: Mapping[TypeVar, Type]) -> Type:
    variables = getattr(type, "__parameters__", ())
    if isinstance(type, TypeVar):
        return given.get(type, type)
    filled = tuple(given.get(variable, variable) for variable in variables)
    return type[filled] if variables else type


def declared(owner: Type) -> Iterator[type]:
    """The `TypedDict`s that a type is made of, itself included."""
    waiting, found = [owner], set()
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        plain = get_origin(one) or one
        if is_typeddict(plain) and plain not in found:
            found.add(plain)
            yield plain
            waiting += hints(one).values()


@cache
def bases(owner: type) -> tuple[type, ...]:
    """What a class is written to build on: a `TypedDict` of Python 3.11 forgets it."""
    (written,) = ast.parse(inspect.getsource(owner)).body
    assert isinstance(written, ast.ClassDef)
    names = vars(sys.modules[owner.__module__])
    return tuple(eval(ast.unparse(base), names) for base in written.bases)


def declaring(owner: Type, name: str) -> Type:
    """The type that a field is written in."""
    plain = get_origin(owner) or owner
    found = bases(plain) if is_typeddict(plain) else ()
    inherited = (base for base in found if is_typeddict(base) and name in hints(base))
    return next((declaring(base, name) for base in inherited), plain)


def shown(owner: Type) -> str:
    """A type in words."""
    return owner.__name__ if isinstance(owner, type) and not get_args(owner) else repr(owner)
