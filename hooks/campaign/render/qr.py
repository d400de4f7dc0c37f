"""QR codes (ISO/IEC 18004) as small pictures: from a printed page back to the page itself.

Every page of a site has a code of its own, and all their texts are much alike. Among codes
of one version, error correction and mask, each module is a sum modulo 2 of bits of the text
and a constant: placing (7.7), Reed-Solomon error correction (7.5) and masking (7.8) are all
linear or add a constant. So a code is that of another text of the same length, with the
modules turned over that belong to each bit in which the two texts differ. segno makes that
other code, and says which modules belong to a bit; both are remembered.
"""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
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
FIELD = 0b1_0001_1101
"""The polynomial of the field of error correction (7.5.2): codewords are numbers modulo it."""
HOST = re.compile(r"https?://[^/]*/?")
"""What the addresses of one site share. A text that begins in small letters is coded byte by
byte, whatever follows (7.4.5)."""


def code(text: str) -> segno.QRCode:
    """The code of a text: error correction M, or better where that takes no more room."""
    import segno  # only a build makes codes

    return segno.make_qr(text, error="m", mask=MASK)


def picture(text: str, title: str) -> Markup:
    """The code as a picture; `title` says what it is to those who do not see it."""
    count, rows = modules(text)
    width = count + 2 * BORDER
    source = f"data:image/png;base64,{b64encode(_png(width, _lines(count, rows))).decode()}"
    image = Markup('<img class="qr" width="{0}" height="{0}" alt="{1}" src="{2}">')
    return image.format(width, title, source)


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
    word, place = divmod(bit, 8)
    places, rows = _places(version), 0
    for number, factor in _message(version, error, word):
        value = _times(factor, 0x80 >> place)
        for at in range(8):
            if value & (0x80 >> at):
                rows |= 1 << places[8 * number + at]
    return rows


@cache
def _message(version: int, error: str, word: int) -> list[tuple[int, int]]:
    """The codewords, by number, that are not zero where one of the data is 1 and all others 0.

    Error correction is linear over codewords, too: of one that is more, each is as many times so.
    """
    encoder = _encoder()
    level = encoder.consts.ERROR_MAPPING[error]
    data = bytearray(encoder.consts.SYMBOL_CAPACITY[version][level])
    data[8 * word + 7] = 1
    bits = encoder.make_final_message(version, level, encoder.Buffer(data)).getbits()
    words = (bits[at : at + 8] for at in range(0, len(bits) - 7, 8))
    values = (int("".join(map(str, bits)), 2) for bits in words)
    return [(number, value) for number, value in enumerate(values) if value]


def _times(value: int, power: int) -> int:
    """A codeword times a power of two, in the field of error correction (7.5.2)."""
    while power > 1:
        value, power = value << 1, power >> 1
        if value >> 8:
            value ^= FIELD
    return value


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


def _lines(size: int, rows: int) -> Iterator[int]:
    """Each row with the quiet zone around it, as a number whose bits are its light modules."""
    width = size + 2 * BORDER
    light = (1 << width) - 1
    for row in (size - 1 - n for n in range(-BORDER, size + BORDER)):
        dark = (rows >> (size * row)) & ((1 << size) - 1) if 0 <= row < size else 0
        yield light ^ (dark << BORDER)


def _png(width: int, lines: Iterable[int]) -> bytes:
    """A square of light and dark dots (ISO/IEC 15948), a bit each.

    Its data are stored as they are: modules are as good as random, and the bytes of a page
    must not hang on the version of a compressor.
    """
    space = -width % 8
    size = (width + space) // 8
    data = b"".join(b"\0" + (line << space).to_bytes(size, "big") for line in lines)
    head = struct.pack(">IIBBBBB", width, width, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(data, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))
