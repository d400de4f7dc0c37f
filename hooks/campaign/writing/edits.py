"""One change in a YAML text. Whether the result says what it should, `splicing` judges."""

from __future__ import annotations

from typing import Any

import yaml

from campaign.reading.characters import LINE_BREAK
from campaign.reading.yamltext import ABSENT
from campaign.writing import nodes, values
from campaign.writing.changes import Change, Insert, Move, Remove, Set
from campaign.writing.nodes import Unsafe, is_in_lines
from campaign.writing.removing import moved, removed


def edited(text: str, change: Change, line_break: str) -> str:
    """The text with a change. Raises Unsafe."""
    root = nodes.composed(text)
    if isinstance(change, Remove):
        return removed(text, root, change.loc)
    if isinstance(change, Move):
        return moved(text, nodes.at(root, change.loc[:-1]), int(change.loc[-1]), change.to)
    return _Edit(text, line_break, change.in_lines).made(root, change)


class _Edit:
    """Puts something new into a text."""

    def __init__(self, text: str, line_break: str, in_lines: bool) -> None:
        self.text = text
        self.line_break = line_break
        self.in_lines = in_lines

    def made(self, root: yaml.Node, change: Set | Insert) -> str:
        holder, value = root, change.value
        for place, step in enumerate(change.loc[:-1]):
            if not _has(holder, step) or _is_nothing(nodes.child(holder, step)):
                return self._grown(holder, change.loc[place:], change)
            holder = nodes.child(holder, step)
        last = change.loc[-1]
        if isinstance(change, Insert):
            return self._insert(holder, int(last), value, change)
        if isinstance(last, int) or _has(holder, last):
            return self._replace(holder, last, value)
        return self._add(holder, str(last), value, change.after)

    def _grown(self, holder: yaml.Node, way: tuple[str | int, ...], change: Set | Insert) -> str:
        """The change together with the groups around it, which are not written yet."""
        value: Any = change.value
        for step in reversed(way[1:]):
            value = [value] if isinstance(step, int) else {step: value}
        if isinstance(way[0], int) or _has(holder, way[0]):
            return self._replace(holder, way[0], value)
        return self._add(holder, way[0], value)

    # In place of a value

    def _replace(self, holder: yaml.Node, step: str | int, value: Any) -> str:
        old = nodes.child(holder, step)
        if not is_in_lines(holder):
            return self._replace_in_brackets(holder, step, old, value)
        if isinstance(step, str):
            anchor = nodes.behind_colon(self.text, nodes.pair(holder, step)[0])
        else:
            anchor = nodes.dash(self.text, holder, old) + 1
        indent = " " * (holder.start_mark.column + len(values.INDENT))
        head, below = self._written(value, old, indent)
        return self._exchange(anchor, old, head, below)

    def _written(self, value: Any, old: yaml.Node, indent: str) -> tuple[str, list[str]]:
        """A new value in the way in which the old one was written."""
        if not isinstance(value, str) or not isinstance(old, yaml.ScalarNode):
            return values.written(value, indent, self.in_lines)
        can_stand = values.can_stand_in_lines(value)
        if old.style == "|" and can_stand:
            return values.in_lines_of_its_own(value, self._depth(old, indent))
        if old.style == ">" and can_stand and "\n" not in value.removesuffix("\n"):
            lines = [self._depth(old, indent) + value.removesuffix("\n")]
            return (">" if value.endswith("\n") else ">-"), lines
        if old.style in ('"', "'") or "\n" not in value:
            return values.scalar(value, style=old.style or ""), []
        return values.written(value, indent)

    def _depth(self, old: yaml.Node, indent: str) -> str:
        """How far the lines of an old text are indented."""
        start = nodes.next_line(self.text, old.start_mark.index)
        line = self.text[start : nodes.line_end(self.text, start)]
        return line[: len(line) - len(line.lstrip(" "))] or indent

    def _exchange(self, anchor: int, old: yaml.Node, head: str, below: list[str]) -> str:
        """The text with a new value behind a colon or a dash; what else the line says stays."""
        text, start, until = self.text, old.start_mark.index, nodes.end(self.text, old)
        line = nodes.line_end(text, anchor)
        if isinstance(old, yaml.CollectionNode) and old.flow_style and "#" in text[start:until]:
            raise Unsafe  # a comment would be lost
        if until <= anchor:  # nothing is written
            lead, start, until = text[:anchor], anchor, anchor
            space = " " if head else ""
        elif start <= line:
            lead = text[:start] if head else text[:start].rstrip(" ")
            space = ""
        else:  # it begins on a line of its own
            lead, start, space = text[:anchor], anchor, " " if head else ""
            return self._below(lead + space + head + text[start:line], below, text, until)
        if isinstance(old, yaml.ScalarNode) and old.style in ("|", ">"):
            mark = start + len(text[start:line].split(" ")[0])
            return self._below(lead + head + text[mark:line], below, text, until)
        rest = nodes.line_end(text, until)
        return self._below(lead + space + head + text[until:rest], below, text, rest)

    def _below(self, line: str, below: list[str], text: str, until: int) -> str:
        """A line, the lines that go below it, and the text from the end of a line on."""
        lines = [line.rstrip(" ") if not below else line, *below]
        return self.line_break.join(lines) + text[nodes.line_end(text, until) :]

    def _replace_in_brackets(
        self, holder: yaml.Node, step: str | int, old: yaml.Node, value: Any
    ) -> str:
        start, until = old.start_mark.index, nodes.end(self.text, old)
        style = (old.style or "") if isinstance(old, yaml.ScalarNode) else ""
        is_text = isinstance(value, str)
        new = values.scalar(value, True, style) if is_text else values.flow(value)
        if isinstance(step, str) and start >= until:  # nothing is written
            start = until = nodes.behind_colon(self.text, nodes.pair(holder, step)[0])
            new = f" {new}"
        return self.text[:start] + new + self.text[until:]

    # Something more

    def _add(self, holder: yaml.Node, key: str, value: Any, after: str | None = None) -> str:
        """A key more in a group, behind the one that is named."""
        if not isinstance(holder, yaml.MappingNode) or not holder.value:
            raise Unsafe
        known = nodes.pairs(holder)
        before = next((pair for pair in known if nodes.name(pair[0]) == after), known[-1])
        first = known[0][0] if after == "" else None
        if not is_in_lines(holder):
            field = values.flow({key: value})[1:-1]
            return self._beside(field, first, nodes.end(self.text, before[1]), before)
        indent = " " * holder.start_mark.column
        lines = values.fields({key: value}, indent, self.in_lines)
        return self._put(lines, first, nodes.end(self.text, before[1]), indent)

    def _insert(self, holder: yaml.Node, place: int, value: Any, change: Insert) -> str:
        """An item more in a list, before another or at its end."""
        if not isinstance(holder, yaml.SequenceNode):
            raise Unsafe
        items = holder.value
        if not items:
            return self._begun(change)
        before = items[min(place, len(items)) - 1] if place else items[0]
        first = None if place else items[0]
        until = nodes.end(self.text, before)
        if not is_in_lines(holder):
            return self._beside("~" if value is None else values.flow(value), first, until)
        indent = " " * holder.start_mark.column
        lines = values.item_lines(value, indent, self.in_lines or is_in_lines(before))
        if first is None:
            return self._put(lines, None, until, indent)
        dash = nodes.dash(self.text, holder, first)
        return self._before(lines, dash, indent)

    def _begun(self, change: Insert) -> str:
        """The first item of a list that is written as an empty one."""
        whole = Set(change.loc[:-1], [change.value], in_lines=change.in_lines)
        return edited(self.text, whole, self.line_break)

    def _put(self, lines: list[str], first: yaml.Node | None, until: int, indent: str) -> str:
        if first is not None:
            return self._before(lines, first.start_mark.index, indent)
        stop = nodes.line_end(self.text, until)
        added = "".join(self.line_break + line for line in lines)
        rest = self.text[stop:]
        return self.text[:stop] + added + (rest if LINE_BREAK.match(rest) else self.line_break)

    def _before(self, lines: list[str], index: int, indent: str) -> str:
        """New lines before something that begins at `index`, be it in the midst of a line."""
        added = self.line_break.join([lines[0].removeprefix(indent), *lines[1:]])
        return f"{self.text[:index]}{added}{self.line_break}{indent}{self.text[index:]}"

    def _beside(
        self,
        new: str,
        first: yaml.Node | None,
        until: int,
        before: tuple[yaml.Node, yaml.Node] | None = None,
    ) -> str:
        """Something more between brackets."""
        if first is not None:
            start = first.start_mark.index
            return f"{self.text[:start]}{new}, {self.text[start:]}"
        if before is not None and _is_nothing(before[1]):
            until = max(until, nodes.behind_colon(self.text, before[0]))
        return f"{self.text[:until]}, {new}{self.text[until:]}"


def _has(holder: yaml.Node, step: str | int) -> bool:
    if isinstance(step, int):
        return step < len(holder.value)
    return step in [nodes.name(key) for key, _ in nodes.pairs(holder)]


def _is_nothing(node: yaml.Node) -> bool:
    """Whether no value, or a group without fields, is written."""
    if isinstance(node, yaml.MappingNode):
        return not node.value
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ABSENT
