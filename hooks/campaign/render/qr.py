"""QR codes (ISO/IEC 18004) as inline SVG: from a printed page back to the page itself.

Every page of a site has a code of its own, and all their texts are much alike. Among codes
of one version, error correction and mask, each module is a sum modulo 2 of bits of the text
and a constant: placing (7.7), Reed-Solomon error correction (7.5) and masking (7.8) are all
linear or add a constant. So a code is that of another text of the same length, with the
modules turned over that belong to each bit in which the two texts differ. segno makes that
other code, and says which modules belong to a bit; both are remembered.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    import segno

MASK = 3
"""The pattern laid over every code. A reader takes any of the eight; weighing them all against
each other, as encoders do, takes five times as long, and every page of the site has a code."""
BORDER = 4
"""The quiet zone around a code, in modules (6.3.8)."""
LONGEST = 106
"""What version 6 holds, in bytes: tables for larger codes take longer than the few are worth."""
HEADER = 4 + 8
"""The bits before a text: its mode and, below version 10, its length in one byte (7.4.1)."""
HOST = re.compile(r"https?://[^/]*/?")
"""What the addresses of one site share. A text that begins in small letters is coded byte by
byte, whatever follows (7.4.5)."""
STROKE = re.compile(r"[0\n]+1+")
"""Light modules, perhaps over the end of a row, and the dark ones behind them."""


def code(text: str) -> segno.QRCode:
    """The code of a text: error correction M, or better where that takes no more room."""
    import segno  # only a build makes codes

    return segno.make_qr(text, error="m", mask=MASK)


def svg(text: str, title: str) -> Markup:
    """The code as a picture; `title` says what it is to those who do not see it."""
    size, rows = modules(text)
    width = size + 2 * BORDER
    return Markup(  # the title is escaped, all else are numbers
        f'<svg viewBox="0 0 {width} {width}" class="qr"><title>{escape(title, quote=False)}</title>'
        f'<path stroke="#000" d="{_path(size, rows)}"/></svg>'
    )


def modules(text: str) -> tuple[int, int]:
    """How many modules a row has, and all rows as one number: its bits are the dark modules."""
    found = HOST.match(text)
    if found is None or not text.isascii() or len(text) > LONGEST:
        return _drawn(code(text))
    start = found[0].ljust(len(text), "n")
    version, error, size, rows = _start(start)
    for place, (is_, was) in enumerate(zip(text.encode(), start.encode(), strict=True)):
        if is_ != was:
            rows ^= _turned(version, error, place, is_ ^ was)
    return size, rows


def _drawn(made: segno.QRCode) -> tuple[int, int]:
    return len(made.matrix), int("".join(f"{dark:d}" for row in made.matrix for dark in row), 2)


def _encoder() -> Any:
    """The steps of which segno makes a code; it states no types for them."""
    from segno import encoder

    return encoder


@cache  # one for each length of an address: it depends on nothing else
def _start(text: str) -> tuple[int, str, int, int]:
    """The code from which others of its length are made: version, correction, modules."""
    made = code(text)
    return int(made.version), str(made.error), *_drawn(made)


@cache
def _turned(version: int, error: str, place: int, bits: int) -> int:
    """The modules that turn over when these bits of one byte of the text do."""
    rows = 0
    for bit in range(8):
        if bits & (0x80 >> bit):
            rows ^= _turned_by_bit(version, error, HEADER + 8 * place + bit)
    return rows


@cache
def _turned_by_bit(version: int, error: str, bit: int) -> int:
    """The modules of one bit of the data: its own, and those of its error correction."""
    encoder = _encoder()
    level = encoder.consts.ERROR_MAPPING[error]
    data = bytearray(encoder.consts.SYMBOL_CAPACITY[version][level])
    data[bit] = 1
    message = encoder.make_final_message(version, level, encoder.Buffer(data)).getbits()
    places = _places(version)
    return sum(1 << places[index] for index, is_set in enumerate(message) if is_set)


@cache
def _places(version: int) -> tuple[int, ...]:
    """Where each bit of a message is placed, counted from the last module."""
    encoder = _encoder()
    size = encoder.calc_matrix_size(version)
    patterns = encoder.make_matrix(size, size)
    encoder.add_finder_patterns(patterns, size, size)
    encoder.add_alignment_patterns(patterns, size, size)
    free = 2  # segno's mark of a module that no pattern takes
    count = sum(row.count(free) for row in patterns)
    matrix = [list(row) for row in patterns]
    encoder.add_codewords(matrix, range(free + 1, free + 1 + count), version)
    flat = [value - free - 1 for row in matrix for value in row]
    found = {index: size * size - 1 - at for at, index in enumerate(flat) if index >= 0}
    return tuple(found[index] for index in range(count))


class _Strokes(dict[str, str]):
    """SVG's words for each way from one dark stretch to the end of the next."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __missing__(self, stretch: str) -> str:
        light = stretch.rstrip("1")
        down = light.count("\n")
        across = len(light) - down - self.size * down
        words = self[stretch] = f"m{across} {down}h{len(stretch) - len(light)}"
        return words


_strokes = cache(_Strokes)


def _path(size: int, rows: int) -> str:
    """A line through the middle of each dark stretch; the first is a finder pattern's edge."""
    bits = f"{rows:0{size * size}b}"
    lines = "\n".join(bits[start : start + size] for start in range(0, len(bits), size))
    strokes = map(_strokes(size).__getitem__, STROKE.findall(lines))
    return f"M{BORDER} {BORDER}.5h7{''.join(strokes)}"
