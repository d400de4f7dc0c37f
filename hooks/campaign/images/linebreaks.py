"""Breaking Chinese titles into lines, by the rules of the W3C's Requirements for Chinese Text.

No line begins with a closing mark or ends with an opening one, a number or a Latin word
stays whole, and the lines are as even as they can be, so that no last line is one
character long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

OPENING = "（《〈【「『“‘〔［｛([{"
CLOSING = "）》〉】」』”’〕］｝)]}，。、；：！？·…—～%％℃°,.;:!?"
LETTER = "A-Za-z0-9À-ɏ"
WORD = rf"[{LETTER}](?:[.,:/+&_'’—～-]*[{LETTER}])*[/+#-]*"
UNIT = re.compile(
    rf"(?:[{re.escape(OPENING)}]\s*)*(?:{WORD}|.)(?:\s*[{re.escape(CLOSING)}])*", re.DOTALL
)
"""What is never broken: a character or a word with the marks that belong to it."""

Measure = Callable[[str], float]
"""The width of a text."""


def units(text: str) -> list[str]:
    """The text in pieces between which a line may break."""
    return UNIT.findall(" ".join(text.split()))


def filled(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Lines, each as full as it can be, of pieces that are never broken."""
    lines = [""]
    for unit in pieces:
        if lines[-1] and measure(lines[-1] + unit.rstrip()) > width:
            lines.append("")
        lines[-1] += unit if lines[-1] else unit.lstrip()
    return [line.rstrip() for line in lines]


def balanced(pieces: Sequence[str], width: float, measure: Measure) -> list[str]:
    """As many lines as `filled` needs, of the smallest width that will do."""
    best = filled(pieces, width, measure)
    low, high = 0.0, width
    while high - low > 1:
        middle = (low + high) / 2
        lines = filled(pieces, middle, measure)
        if len(lines) == len(best) and all(measure(line) <= middle for line in lines):
            best, high = lines, middle
        else:
            low = middle
    return best


def shortened(line: str, width: float, measure: Measure) -> str:
    """The line with its end given up for an ellipsis that still fits; no word is cut."""
    kept = units(line)
    while kept:
        kept.pop()
        text = "".join(kept).rstrip(OPENING + CLOSING + " ") + "…"
        if measure(text) <= width:
            return text
    return "…"
