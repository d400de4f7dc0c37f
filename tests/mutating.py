"""The faults that `mutants.py` puts into code: an operator, constant, condition or statement."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

EQUIVALENT = {
    "kinds/indicator/coverage: drop-operand1: honour.subject.ref or '' -> honour.subject.ref": "no "
    "community has an empty id: it is for the type checker",
    "kinds/honour/rules: drop-operand0: due and item.is_overdue and "
    "_is_orderly(site, item.honour) -> item.is_overdue and _is_orderly(site, item.honour)": "what "
    "is overdue has a day: the first condition is for the type checker",
    "photos/intake: call: sorted((root / GALLERIES).glob('*/gallery.yml')) -> "
    "list((root / GALLERIES).glob('*/gallery.yml'))": "a file lies in one gallery at most",
    "render/prose: drop-operand1: indicator and name -> indicator": "no indicator is found without "
    "a name: the second condition is for the type checker",
    "render/prose: drop-operand1: found is None or indicator is None -> found is None": "there is "
    "no figure without its indicator: the second condition is for the type checker",
}
"""What changes nothing that could be told, and why: `module: kind: before -> after`."""
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
CALLS = {"sorted": "list", "min": "max", "max": "min", "any": "all", "all": "any"}
UNTOUCHED = frozenset({"annotation", "returns", "decorator_list"})
"""Parts that compute nothing: types, and marks such as `@dataclass(frozen=True)`."""


@dataclass(frozen=True)
class Change:
    """A fault: where, what kind, and the module with it."""

    line: int
    words: str
    """The kind, what stood there, and what stands there now."""
    source: str

    def __str__(self) -> str:
        return f"{self.line} {self.words}"


@dataclass(frozen=True)
class Place:
    """Where a node stands in the tree, so that another one can stand there for a while."""

    parent: ast.AST
    field: str
    index: int | None

    @property
    def node(self) -> Any:
        found = getattr(self.parent, self.field)
        return found if self.index is None else found[self.index]

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def changes(source: str) -> Iterator[Change]:
    """Every module that has one fault more than this one."""
    tree = ast.parse(source)
    for place in _places(tree):
        node = place.node
        before = _short(node)
        for kind, other in [*_of_place(place), *_replacements(node)]:
            place.put(ast.fix_missing_locations(ast.copy_location(other, node)))
            words = f"{kind}: {before} -> {_short(other)}"
            yield Change(node.lineno, words, ast.unparse(tree))
            place.put(node)


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:100]


def _places(node: ast.AST) -> Iterator[Place]:
    """Every statement and expression that may be changed."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    for field, value in ast.iter_fields(node):
        if field in UNTOUCHED or (isinstance(node, ast.AnnAssign) and field == "target"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, (ast.stmt, ast.expr)) and not _is_text(child):
                yield Place(node, field, index)
            if isinstance(child, ast.AST) and not _is_text(child):
                yield from _places(child)


def _is_text(node: ast.AST) -> bool:
    """A docstring, or an attribute's."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _of_place(place: Place) -> Iterator[tuple[str, ast.expr]]:
    """Conditions, which are one by where they stand."""
    is_test = place.field == "test" and isinstance(place.parent, (ast.If, ast.IfExp, ast.While))
    if place.field == "ifs":
        yield "compr-if", ast.Constant(True)
    elif is_test:
        if not isinstance(place.parent, ast.While):
            yield "if-true", ast.Constant(True)
        yield "if-false", ast.Constant(False)


def _replacements(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """What a node may be changed into, with the kind of the change."""
    if isinstance(node, ast.Compare):
        if other := COMPARISONS.get(type(node.ops[0])):
            yield "cmp", ast.Compare(node.left, [other(), *node.ops[1:]], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield from _of_operands(node)
    elif isinstance(node, ast.BinOp):
        if operator := OPERATORS.get(type(node.op)):
            yield "binop", ast.BinOp(node.left, operator(), node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", node.operand
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if name := CALLS.get(node.func.id):
            kept = [] if name == "list" else node.keywords  # list() takes no key
            yield "call", ast.Call(ast.Name(name), node.args, kept)
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node)
    else:
        yield from _of_statement(node)


def _of_operands(node: ast.BoolOp) -> Iterator[tuple[str, ast.expr]]:
    other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    yield "and-or", ast.BoolOp(other, node.values)
    for index in range(len(node.values)):
        left = node.values[:index] + node.values[index + 1 :]
        yield f"drop-operand{index}", ast.BoolOp(node.op, left) if len(left) > 1 else left[0]


def _of_constant(node: ast.Constant) -> Iterator[tuple[str, ast.expr]]:
    value = node.value
    if isinstance(value, bool):
        yield "const", ast.Constant(not value)
    elif isinstance(value, int):
        yield "const", ast.Constant(value + 1)
    elif isinstance(value, str):
        yield "str", ast.Constant(f"{value}X")
    elif isinstance(value, bytes):
        yield "bytes", ast.Constant(value + b"X")


def _of_statement(node: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    if isinstance(node, (ast.Continue, ast.Break)):
        yield type(node).__name__.lower(), ast.Pass()
    elif isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise)):
        yield "del-stmt", ast.Pass()
    elif isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield "return", ast.Return(ast.Constant(None))
