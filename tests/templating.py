"""Reading templates as a type checker does: what each reads, and whether that is there.

A template is walked with the type of its context. Loops, macros, includes and imports are
followed with the types of what they are given; both branches of a condition are read, and
`None` counts as tested for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args, get_origin

from jinja2 import Environment, nodes

from annotations import Type, Unknown, alternatives, declared, declaring, hints, shown, union
from campaign.render.edition import SiteView

Scope = dict[str, Type]
FILTERS: Mapping[str, Type] = {"cut": str, "replace": str, "thousands": str, "length": int}
GLOBAL: Mapping[str, Type] = {"icon": str, "root": str, "site": SiteView}


@dataclass(frozen=True)
class Macros:
    """What `{% import %}` gives."""

    template: str


@dataclass(frozen=True)
class Macro:
    """A macro and the template that it stands in."""

    template: str
    name: str


@dataclass(frozen=True)
class Fields:
    """A dictionary that a template writes itself."""

    types: tuple[tuple[str, Type], ...]


@dataclass(frozen=True)
class Loop:
    """The variable `loop`."""

    index: int
    first: bool
    last: bool


@dataclass
class Reading:
    """What templates read, and what is not there."""

    environment: Environment
    read: set[tuple[type, str]] = field(default_factory=set)
    """Each field that some template reads, with the type that declares it."""
    seen: set[type] = field(default_factory=set)
    """Every type of a context, and of what is in it."""
    faults: list[str] = field(default_factory=list)
    called: set[Macro] = field(default_factory=set)
    """Each macro that is used."""
    _walked: set[tuple[Any, ...]] = field(default_factory=set)

    def template(self, name: str, context: type) -> None:
        """Walk a template with the type of its context."""
        self.seen |= set(declared(context))
        body = _Body(
            self, name, {**GLOBAL, **hints(context)}, dict.fromkeys(hints(context), context)
        )
        body.walk(self.tree(name).body)

    def tree(self, name: str) -> nodes.Template:
        return _parsed(self.environment, name)

    def attribute(self, owner: Type, name: str, place: str) -> Type:
        """The type of an attribute or a key, in every type that the value may have."""
        found = [self._attribute(one, name, place) for one in alternatives(owner)]
        return union(found)

    def _attribute(self, owner: Type, name: str, place: str) -> Type:
        if owner is Unknown:
            return Unknown
        if isinstance(owner, Fields):
            types: Mapping[str, Type] = dict(owner.types)
        else:
            types = hints(owner)
            self.read.add((declaring(owner, name), name))
        if name not in types:
            return self.fault(place, f"{shown(owner)} has no {name}")
        if types[name] is Any:
            return self.fault(place, f"{shown(owner)}.{name} may be anything")
        return types[name]

    def fault(self, place: str, words: str) -> Type:
        if f"{place}: {words}" not in self.faults:
            self.faults.append(f"{place}: {words}")
        return Unknown

    def call(self, macro: Macro, given: Sequence[Type], named: Mapping[str, Type]) -> None:
        """Walk a macro with the types of its arguments, once for each."""
        key = (macro, tuple(map(shown, given)), tuple((n, shown(t)) for n, t in named.items()))
        if key in self._walked:
            return
        self._walked.add(key)
        self.called.add(macro)
        found = self.tree(macro.template).find_all(nodes.Macro)
        made = next((item for item in found if item.name == macro.name), None)
        if made is None:
            self.fault(macro.template, f"has no macro {macro.name}")
            return
        body = _Body(self, macro.template, {**GLOBAL, **self.module(macro.template)}, {})
        names = [argument.name for argument in made.args]
        usual = zip(names[len(names) - len(made.defaults) :], made.defaults, strict=True)
        taken = {name: body.type(value) for name, value in usual}
        taken |= dict(zip(names, given, strict=False)) | dict(named)
        if missing := [name for name in names if name not in taken]:
            self.fault(macro.template, f"{macro.name} is called without {missing}")
            return
        body.scope |= taken
        body.walk(made.body)

    def module(self, name: str) -> Scope:
        """The macros that a template defines and imports."""
        found: Scope = {m.name: Macro(name, m.name) for m in self.tree(name).find_all(nodes.Macro)}
        for item in self.tree(name).find_all(nodes.Import):
            assert isinstance(item.template, nodes.Const)
            found[item.target] = Macros(item.template.value)
        return found


class _Body:
    """A stretch of a template, with the names that are known in it."""

    def __init__(
        self, reading: Reading, place: str, scope: Scope, given: Mapping[str, type]
    ) -> None:
        self.reading = reading
        self.place = place
        self.scope = scope
        self.given = given
        """The names that mean fields of a context, each with its type."""

    def walk(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            self.node(node)

    def node(self, node: nodes.Node) -> None:
        match node:
            case nodes.Macro():
                self.scope[node.name] = Macro(self.place, node.name)
            case nodes.Import(template=nodes.Const(value=name)):
                self.scope[node.target] = Macros(name)
            case nodes.Include(template=nodes.Const(value=name)):
                inside = _Body(self.reading, name, dict(self.scope), self.given)
                inside.walk(self.reading.tree(name).body)
            case nodes.For(target=nodes.Name(name=name)):
                inner = {**self.scope, name: self.item(self.type(node.iter)), "loop": Loop}
                given = {n: t for n, t in self.given.items() if n != name}
                _Body(self.reading, self.place, inner, given).walk(node.body)
                self.walk(node.else_)
            case nodes.Assign(target=nodes.Name(name=name)):
                self.scope[name] = self.type(node.node)
            case nodes.Expr():
                self.type(node)
            case nodes.If() | nodes.Output() | nodes.Scope():
                self.walk(list(node.iter_child_nodes()))
            case nodes.TemplateData():
                pass
            case _:
                raise NotImplementedError(f"{self.place}:{node.lineno}: {node}")

    def item(self, owner: Type) -> Type:
        """What is in a list of this type."""
        found: list[Type] = []
        for one in alternatives(owner):
            if one is Unknown:
                return Unknown
            inside = [part for part in get_args(one) if part is not Ellipsis]
            if get_origin(one) not in (list, tuple, Sequence) or not inside:
                return self.reading.fault(self.place, f"loops over {shown(one)}")
            found += inside
        return union(found)

    def type(self, node: nodes.Expr) -> Type:
        """The type of an expression; everything in it is read."""
        match node:
            case nodes.Name(name=name):
                return self.name(name)
            case nodes.Const(value=value):
                return type(value)
            case nodes.TemplateData():
                return str
            case nodes.Getattr(node=inner, attr=name):
                return self.member(self.type(inner), name)
            case nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))):
                return self.member(self.type(inner), name)
            case nodes.Getitem(node=inner, arg=index):
                return self.subscript(self.type(inner), self.type(index))
            case nodes.Call(node=callee):
                given = [self.type(argument) for argument in node.args]
                named = {argument.key: self.type(argument.value) for argument in node.kwargs}
                called = self.type(callee)
                if isinstance(called, Macro):
                    self.reading.call(called, given, named)
                return str
            case nodes.List(items=items):
                return list[union([self.type(item) for item in items])]  # type: ignore[misc]
            case nodes.Dict(items=pairs):
                found = [(pair.key, self.type(pair.value)) for pair in pairs]
                return Fields(tuple((k.value, t) for k, t in found if isinstance(k, nodes.Const)))
            case nodes.Filter(name=name):
                self.parts(node)
                return FILTERS[name]
            case nodes.CondExpr() | nodes.And() | nodes.Or():
                return union(self.parts(node))
            case _:
                self.parts(node)
                return str

    def parts(self, node: nodes.Expr) -> list[Type]:
        inside = (n.expr if isinstance(n, nodes.Operand) else n for n in node.iter_child_nodes())
        return [self.type(part) for part in inside if isinstance(part, nodes.Expr)]

    def name(self, name: str) -> Type:
        if name not in self.scope:
            return self.reading.fault(self.place, f"nothing is called {name}")
        if name in self.given:
            self.reading.read.add((declaring(self.given[name], name), name))
        return self.scope[name]

    def member(self, owner: Type, name: str) -> Type:
        if isinstance(owner, Macros):
            return Macro(owner.template, name)
        return self.reading.attribute(owner, name, self.place)

    def subscript(self, owner: Type, index: Type) -> Type:
        """A row's cell: a number takes an item, a literal names fields."""
        if get_origin(index) is Literal:
            return union([self.member(owner, name) for name in get_args(index)])
        return self.item(owner)


@cache
def _parsed(environment: Environment, name: str) -> nodes.Template:
    assert environment.loader is not None
    return environment.parse(environment.loader.get_source(environment, name)[0])
