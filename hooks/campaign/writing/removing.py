"""Taking a value out of a YAML text, or to another place in its list."""

from __future__ import annotations

import yaml

from campaign.model.walk import Loc
from campaign.writing import nodes
from campaign.writing.nodes import Unsafe, is_in_lines


def removed(text: str, root: yaml.Node, loc: Loc) -> str:
    """The text without a key or an item; comments that stand beside it stay. Raises Unsafe."""
    holder, last = nodes.at(root, loc[:-1]), loc[-1]
    count = len(holder.value)
    if count == 1:
        return _emptied(text, root, loc[:-1])
    if isinstance(last, str):
        names = [nodes.name(key) for key, _ in nodes.pairs(holder)]
        place = names.index(last)
        spans = [
            (key.start_mark.index, _end(text, key, value)) for key, value in nodes.pairs(holder)
        ]
    else:
        place = last
        spans = list(nodes.slots(text, holder))
    if not is_in_lines(holder):
        return _without_in_brackets(text, spans, place)
    return _without_lines(text, spans, place)


def _end(text: str, key: yaml.Node, value: yaml.Node) -> int:
    return max(nodes.end(text, value), nodes.behind_colon(text, key))


def _without_lines(text: str, spans: list[tuple[int, int]], place: int) -> str:
    """Without whole lines; the first field of an item leaves its dash to the next one."""
    start, until = spans[place]
    line = nodes.line_start(text, start)
    if not text[line:start].strip():
        return text[:line] + text[_behind_comments(text, until, start - line) :]
    following = spans[place + 1][0]
    stop = nodes.line_end(text, until)
    if text[stop:following].strip():  # comments between
        return text[:start].rstrip(" ") + text[stop:]
    return text[:start] + text[following:]


def _behind_comments(text: str, until: int, column: int) -> int:
    """Where the next line begins that is no comment within what ends at `until`."""
    place = found = nodes.next_line(text, until)
    while place < len(text):
        line = text[place : nodes.line_end(text, place)]
        place = nodes.next_line(text, place)
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and not (line[depth] == "#" and depth > column):
            break
        found = place if line.strip() else found
    return found


def _without_in_brackets(text: str, spans: list[tuple[int, int]], place: int) -> str:
    if place:
        start, until = spans[place - 1][1], spans[place][1]
    else:
        start, until = spans[0][0], spans[1][0]
    if "#" in text[start : spans[place][0]] or "#" in text[spans[place][1] : until]:
        raise Unsafe
    return text[:start] + text[until:]


def _emptied(text: str, root: yaml.Node, loc: Loc) -> str:
    """With a group or a list that has nothing in it any more."""
    if not loc:
        raise Unsafe
    node, holder = nodes.at(root, loc), nodes.at(root, loc[:-1])
    sign = "{}" if isinstance(node, yaml.MappingNode) else "[]"
    start, until = node.start_mark.index, nodes.end(text, node)
    if not is_in_lines(node):
        if "#" in text[start:until]:
            raise Unsafe
        return text[:start] + sign + text[until:]
    if isinstance(loc[-1], str):
        anchor = nodes.behind_colon(text, nodes.pair(holder, loc[-1])[0])
    else:
        anchor = nodes.dash(text, holder, node) + 1
    line = nodes.line_end(text, anchor)
    if start <= line:
        return f"{text[:start]}{sign}{text[nodes.line_end(text, until) :]}"
    first = nodes.line_start(text, start)
    return f"{text[:anchor]} {sign}{text[anchor:first]}{text[nodes.next_line(text, until) :]}"


def moved(text: str, sequence: yaml.Node, since: int, to: int) -> str:
    """The text with an item of a list at another place, with the comments directly above it."""
    if not isinstance(sequence, yaml.SequenceNode):
        raise Unsafe
    spans = list(nodes.slots(text, sequence))
    if is_in_lines(sequence):
        column = sequence.start_mark.column
        spans = [
            (_with_comments(text, start, column) if place else start, until)
            for place, (start, until) in enumerate(spans)
        ]
    order = list(range(len(spans)))
    order.insert(to, order.pop(since))
    parts = [text[: spans[0][0]]]
    for place, item in enumerate(order):
        start, until = spans[item]
        following = spans[place + 1][0] if place + 1 < len(spans) else len(text)
        parts += [text[start:until], text[spans[place][1] : following]]
    return "".join(parts)


def _with_comments(text: str, start: int, column: int) -> int:
    """Where the comments begin that stand directly above an item, as far in as its dash."""
    while True:
        line = nodes.line_start(text, start)
        if line == 0 or text[line:start].strip():
            return start
        above = nodes.line_start(text, line - 1 - (text[line - 2 : line] == "\r\n"))
        comment = above + column
        if text[above:comment].strip() or text[comment : comment + 1] != "#":
            return start
        start = comment
