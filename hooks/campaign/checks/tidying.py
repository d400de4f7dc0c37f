"""What a program can put right in a text by itself, for `build_site.py tidy`.

Only characters are put right, and marks of headings: no word is changed. Code, addresses and
blocks are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from campaign.checks import lookalikes, paragraphs
from campaign.checks.wording import FULL_WIDTH, HALF_WIDTH
from campaign.reading import characters, frontmatter, markup, slips, yamltext

Change = Callable[[re.Match[str]], str]

MARK = "，。；：！？、（）《》“”"
PROTECTED = re.compile(
    r"`+[^`]*`+|\]\([^)\n]*\)|<[^<>\n]*>|\[\[[^\]\n]*\]\]|https?://[^\s\u3000-\uffef]+|\{:?[^{}\n]*\}"
    r"|^\s*\[[^\]\n]+\]:.*$|^\s*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})\s+)+"
)
"""Stretches of a line that are no words: addresses, code, marks of lists and headings."""
INVISIBLE = re.compile(f"{characters.FORBIDDEN.pattern}|\u00ad")
STRANGE_SPACE = re.compile(f"[{slips.SPACES}]")
SPACE_AT_MARK = re.compile(rf"(?<=[{MARK}]) +(?=[^\s|])|(?<=[^\s|]) +(?=[{MARK}])")
"""A blank beside a Chinese mark; those around the lines of a table stay."""
DOUBLED_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
HALF_WIDTH_END = re.compile(r"(?<=[\u3400-\u9fff”》）])[,;:!?.](?=\s*$)")
"""A half-width mark behind which a line ends."""
BESIDE_BOLD = re.compile(
    rf"(?<={lookalikes.HAN}\*\*)[,;:!?](?=(?:\*\*)?(?:{lookalikes.HAN}|[“‘《（]))"
    rf"|(?<={lookalikes.HAN})[,;:!?](?=\*\*{lookalikes.HAN})"
    rf"|(?<={lookalikes.HAN}\*\*)[,;:!?.](?=\s*$)"
)
"""A half-width mark between Chinese characters of which some are bold."""
LABEL = re.compile(rf"(?<={lookalikes.HAN})[:;](?=[0-9A-Za-z])")
"""A half-width mark behind a Chinese word, in front of a number or a foreign word."""
BRACKETED = re.compile(rf"\(([^()\n]*{lookalikes.HAN}[^()\n]*)\)")
QUOTED = re.compile(r'"([^"\n]*)"')
TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])")
MAIN_HEADING = re.compile(r"^# +")


def tidied(path: str, text: str) -> str:
    """The text of a file as it can be put right; the same text when there is nothing to do."""
    if path.endswith(".md"):
        return _entry(path, text)
    return _record(path, text)


def _entry(path: str, text: str) -> str:
    matter = frontmatter.split(path, text, required=False)
    head = text[: len(text) - len(matter.body)]
    title = str((matter.data or {}).get("title") or "")
    body = _body(matter.body, title if "published" in (matter.data or {}) else "")
    return (_record(path, head) if head else "") + body


def _body(body: str, title: str) -> str:
    """Markdown; with a title that is the main heading of its page, there is no other."""
    lines = [_prose(line) if is_prose else line for _, line, is_prose in markup.prose_lines(body)]
    return "\n".join(_with_headings(lines, title))


def _with_headings(lines: list[str], title: str) -> Iterator[str]:
    texts = "\n".join(lines)
    for number, line, is_prose in markup.prose_lines(texts):
        if not is_prose:
            yield line
        elif title and MAIN_HEADING.match(line):
            yield "" if MAIN_HEADING.sub("", line).strip() == title else f"#{line}"
        else:
            level = paragraphs.level_of(lines, number) if title else 0
            yield f"{'#' * level} {line.strip()}" if level else line


def _record(path: str, text: str) -> str:
    """YAML; left alone where what was put right would read worse."""
    fenced = text.startswith(f"{frontmatter.FENCE}\n")
    mended = yamltext.as_meant(path, text) if not fenced else _fenced(path, text)
    new = "\n".join(_value(line) for line in mended.split("\n"))
    return new if _faults(path, new) <= _faults(path, text) else text


def _fenced(path: str, text: str) -> str:
    first, *inner = text.split("\n")
    end = next((n for n, line in enumerate(inner) if line.rstrip() == frontmatter.FENCE), 0)
    mended = yamltext.as_meant(path, "\n".join(inner[:end]))
    return "\n".join([first, mended, *inner[end:]])


def _faults(path: str, text: str) -> int:
    inner = text.removeprefix(f"{frontmatter.FENCE}\n").split(f"\n{frontmatter.FENCE}")[0]
    return len(yamltext.read(path, inner).problems)


def _value(line: str) -> str:
    """A line of YAML: marks between Chinese characters only where they are no marks of YAML."""
    line = _characters(line).rstrip()
    is_plain = not {"{", "[", "#"} & set(line)
    return HALF_WIDTH.sub(lambda found: found[0].translate(FULL_WIDTH), line) if is_plain else line


def _prose(line: str) -> str:
    """A line of Markdown."""
    ends = "  " if line.endswith("  ") and line.strip() else ""
    line = _characters(line)
    line = _changed(STRANGE_SPACE, lambda _: " ", line)
    line = _changed(BRACKETED, lambda found: f"（{found[1]}）", line)
    line = _changed(HALF_WIDTH, lambda found: found[0].translate(FULL_WIDTH), line)
    line = _changed(BESIDE_BOLD, lambda found: found[0].translate(FULL_WIDTH), line)
    line = _changed(LABEL, lambda found: found[0].translate(FULL_WIDTH), line)
    line = _changed(HALF_WIDTH_END, lambda found: found[0].translate(FULL_WIDTH), line)
    if not line.startswith("|"):
        line = _changed(DOUBLED_SPACE, lambda _: " ", line)
    line = _changed(SPACE_AT_MARK, lambda _: "", line)
    if line.count('"') % 2 == 0 and re.search(lookalikes.HAN, line):
        line = _changed(QUOTED, lambda found: f"“{found[1]}”", line)
    line = TIGHT_HEADING.sub(r"\1 ", line)
    return line.rstrip() + ends


def _characters(line: str) -> str:
    """Invisible characters gone, look-alikes and full-width digits as they are meant."""
    line = INVISIBLE.sub("", line)
    line = re.sub(f"^[{slips.SPACES}]+", "", line)
    line = _changed(lookalikes.LOOKALIKE, lambda found: lookalikes.meant(found[0]), line)
    return _changed(lookalikes.WIDE, lambda found: _ascii(found[0]), line)


def _ascii(wide: str) -> str:
    return "".join(chr(ord(character) - 0xFEE0) for character in wide)


def _changed(pattern: re.Pattern[str], change: Change, line: str) -> str:
    """The line with every match changed, but for what is no words."""
    kept = [found.span() for found in PROTECTED.finditer(line)]

    def replaced(found: re.Match[str]) -> str:
        touches = any(start < found.end() and found.start() < end for start, end in kept)
        return found[0] if touches else change(found)

    return pattern.sub(replaced, line)
