"""What the layout of a document says of it: title, day, occasion, number, who issued it.

Each finding names the lines in which it stands. It is `sure` where the document writes the very
value in the place that is made for it; all else a person has to confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeGuard

from campaign.importing.word import dates
from campaign.importing.word.model import Block, Paragraph
from campaign.importing.word.outline import HEI, Usual, form_of, usual

LARGEST_HEAD = 14
"""Paragraphs in which the head of a document ends."""
LONGEST_TITLE = 70
NUMBER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,14})\s*(?P<open>[〔\[（(【［])\s*(?P<year>(?:19|20)\d\d)\s*[〕\])）】］]"
    r"\s*第?\s*(?P<number>\d{1,4})\s*号"
)
"""The number of a document, 和办〔2026〕3号; other brackets are slips."""
SIGNED_BY = re.compile(r"\s*签\s*发\s*人\s*[:：].*")
MASTHEAD = re.compile(r"([\u4e00-\u9fff、]{3,40})文件")
OCCASION = re.compile(r"(?:.*—\s*)?在(.{3,60})上的(?:讲话|致辞|发言|总结讲话|表态发言|动员讲话)")
SPEECH = re.compile(r"讲话|致辞|致词|发言")
ROLE = re.compile(
    r"(?:书记|市长|县长|区长|镇长|乡长|主任|主席|局长|厅长|处长|科长|部长|会长|校长|院长|所长|站长"
    r"|总指挥|指挥长|副指挥|组长|秘书长|理事长|队长|代表|负责同志|专员|调研员)$"
)
RECORDED = re.compile(r"[（(]?\s*根据(?:会议|现场)?录音整理.{0,12}")
"""A speech whose text is not the speaker's own."""
SOURCE = re.compile(r"(?:来源|供稿|供稿单位)\s*[:：]\s*(\S.{1,40})")
COPIES = re.compile(
    r"(?:抄送|抄报|主送|印发单位)\s*[:：].*|.{0,40}\d日\s*印发\s*。?|共印.{1,6}份。?"
)
OPEN = re.compile(r"[（(]此件.{2,16}[)）]")
"""（此件公开发布）, between the signature and for whom it was printed; it stays."""
SECRET = re.compile(r"(?:绝密|机密|秘密)\s*(?:★.*)?")
SALUTATION = re.compile(r".{1,40}[:：]$")
UNKNOWN_ISSUER = "issuer_name"
"""A body that the site has no record of: what it is called, for a person to look up."""
INSTEAD = {
    "speech": {"made": "delivered"},
    "policy": {"delivered": "made"},
    "experience": {"source": "author_unit"},
}
"""By kind, what a finding may mean that it has no field for."""
CENTRE, RIGHT = frozenset({"center", "distribute"}), frozenset({"right", "end"})


class Found(NamedTuple):
    """A value for a field, and where it stands."""

    field: str
    value: str
    sure: bool
    where: str
    """In words, for who has to confirm it."""
    lines: frozenset[int]
    """The blocks that say it: they are no text of the entry when the value is taken."""


@dataclass(frozen=True)
class Recognised:
    """What the layout of a document says."""

    kind: str
    """What sort of entry it is; nothing where that is not plain."""
    found: tuple[Found, ...]
    closing: frozenset[int]
    """Blocks that say for whom the paper was printed."""
    is_secret: bool


class Line(NamedTuple):
    """A paragraph with words, and its place among the blocks."""

    place: int
    paragraph: Paragraph

    @property
    def words(self) -> str:
        return self.paragraph.words


def recognised(blocks: Sequence[Block], orgs: Mapping[str, str]) -> Recognised:
    """What the layout says; `orgs` has the ids of bodies by each of their names."""
    lines = [Line(n, b) for n, b in enumerate(blocks) if _is_line(b)]
    body = usual(blocks)
    head = lines[: _end_of_head(lines, body)]
    tail = _tail(lines[len(head) :])
    closing = frozenset(line.place for line in tail if COPIES.fullmatch(line.words))
    found = [*_head(head, body), *_tail_found(tail)]
    found += _issuer(head, tail, orgs)
    titles = [item.value for item in found if item.field == "title"]
    is_secret = any(SECRET.fullmatch(line.words) for line in lines[:LARGEST_HEAD])
    return Recognised(_kind(found, titles), tuple(found), closing, is_secret)


def _is_line(block: Block) -> TypeGuard[Paragraph]:
    """Whether a block is a line of words; one with a picture is kept as it is."""
    return isinstance(block, Paragraph) and bool(block.words) and not block.pictures


def fitting(kind: str, found: Sequence[Found]) -> list[Found]:
    """What was found as it fits a kind, once for a field; what has its own place goes first."""
    other = INSTEAD.get(kind, {})
    chosen: dict[str, Found] = {}
    for item in sorted(found, key=lambda item: item.field in other):
        field = other.get(item.field, item.field)
        sure = item.sure and field == item.field
        chosen.setdefault(field, item._replace(field=field, sure=sure))
    return list(chosen.values())


def _kind(found: Sequence[Found], titles: Sequence[str]) -> str:
    if any(item.field == "doc_no" for item in found):
        return "policy"
    return "speech" if any(SPEECH.search(title) for title in titles) else ""


def _end_of_head(lines: Sequence[Line], body: Usual) -> int:
    """How many lines stand before the text begins."""
    end = 0
    for number, line in enumerate(lines[:LARGEST_HEAD]):
        if form_of(line.paragraph.text) is not None or SALUTATION.fullmatch(line.words):
            break
        if _is_set_apart(line, body) or _names_something(line):
            end = number + 1
        elif end or number:
            break
        elif len(line.words) <= LONGEST_TITLE and line.words[-1] not in "。！？；：，":
            end = 1  # a text without any layout begins with its title
    return end


def _is_set_apart(line: Line, body: Usual) -> bool:
    """Whether a line is set as a title or as what belongs to one."""
    block = line.paragraph
    is_titled = block.style in ("title", "subtitle", "标题", "副标题")
    return is_titled or block.align in CENTRE or _is_large(block, body)


def _is_large(block: Paragraph, body: Usual) -> bool:
    sizes = [run.look.size for run in block.runs if run.text.strip()]
    return bool(body.size and sizes) and min(sizes) >= body.size + 2


def _names_something(line: Line) -> bool:
    return bool(
        _number(line)
        or MASTHEAD.fullmatch("".join(line.words.split()))
        or dates.alone(line.words)
        or SOURCE.fullmatch(line.words)
        or SECRET.fullmatch(line.words)
    )


def _number(line: Line) -> re.Match[str] | None:
    """The number of a document, where a line is one."""
    return NUMBER.fullmatch(SIGNED_BY.sub("", line.words).strip("（）() "))


def _head(lines: Sequence[Line], body: Usual) -> Iterator[Found]:
    """What stands above the text."""
    rest: list[Line] = []
    for line in lines:
        if number := _number(line):
            value = f"{number['who']}〔{number['year']}〕{int(number['number'])}号"
            is_exact = value == line.words
            yield Found("doc_no", value, is_exact, "标题上方", frozenset({line.place}))
        elif day := dates.alone(line.words):
            yield Found("delivered", str(day), True, "标题下方", frozenset({line.place}))
        elif RECORDED.fullmatch(line.words):
            yield Found("doc_status", "根据录音整理", True, "标题下方", frozenset({line.place}))
        elif source := SOURCE.fullmatch(line.words):
            yield Found("source", source[1], True, "标题下方", frozenset({line.place}))
        elif not MASTHEAD.fullmatch("".join(line.words.split())):
            rest.append(line)
    title = _title_lines(rest, body)
    if title:
        yield from _title(title, body)
    under = [line for line in rest if title and line.place > title[-1].place]
    for line in under:
        yield from _role(line)
        if day := dates.first(line.words):
            yield Found("delivered", str(day), False, f"标题下方的“{line.words}”", frozenset())


def _title_lines(lines: Sequence[Line], body: Usual) -> list[Line]:
    """The lines of the title: one after the other, as large as the largest."""
    titled = [line for line in lines if line.paragraph.style in ("title", "标题")]
    if titled:
        return titled
    sizes = {line.place: _size(line.paragraph) for line in lines}
    largest = max(sizes.values(), default=0)
    chosen = [line for line in lines if sizes[line.place] == largest]
    if largest <= body.size:  # nothing is larger than the text
        chosen = [line for line in lines if _is_hei(line.paragraph)] or list(lines[:1])
    return [line for n, line in enumerate(chosen) if line.place - chosen[0].place <= n + 1]


def _size(block: Paragraph) -> float:
    return min((run.look.size for run in block.runs if run.text.strip()), default=0)


def _is_hei(block: Paragraph) -> bool:
    looks = [run.look for run in block.runs if run.text.strip()]
    return all(look.bold or HEI.search(look.font) for look in looks)


def _title(lines: Sequence[Line], body: Usual) -> Iterator[Found]:
    words = "".join(joined_title(line.words) for line in lines)
    places = frozenset(line.place for line in lines)
    is_sure = all(_is_set_apart(line, body) for line in lines)
    yield Found("title", words, is_sure, "开头居中的标题" if is_sure else "第一行", places)
    if occasion := OCCASION.fullmatch(words):
        yield Found("occasion", occasion[1], True, "标题里的“在……上的讲话”", frozenset())


def joined_title(words: str) -> str:
    """A line of a title without the blanks that set it wide: 通　知."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", words)


def _role(line: Line) -> Iterator[Found]:
    """Who spoke, below the title: an office, and perhaps a name behind it."""
    words = line.words.strip("（）() ")
    role, _, name = words.rpartition(" ")
    if ROLE.search(words) and " " not in words:
        yield Found("speaker_role", words, True, "标题下方", frozenset({line.place}))
    elif role and ROLE.search(role):
        yield Found("speaker_role", role, False, "标题下方，姓名之前", frozenset({line.place}))
        yield Found("speaker", name, False, "标题下方，职务之后", frozenset({line.place}))


def _tail(lines: Sequence[Line]) -> list[Line]:
    """What stands below the text: who signed it and when, for whom it was printed."""
    found: list[Line] = []
    for line in reversed(lines):
        is_signature = line.paragraph.align in RIGHT or dates.alone(line.words)
        follows_day = found and dates.alone(found[-1].words) and len(line.words) <= 40
        is_closing = COPIES.fullmatch(line.words) or OPEN.fullmatch(line.words)
        is_sentence = line.words[-1] in "。！？；："
        if not is_closing and (is_sentence or not (is_signature or follows_day)):
            break
        found.append(line)
    return found[::-1]


def _tail_found(lines: Sequence[Line]) -> Iterator[Found]:
    for line in lines:
        if COPIES.fullmatch(line.words):
            if (day := dates.first(line.words)) and "印发" in line.words:
                yield Found("issued", str(day), True, "版记里的印发日期", frozenset())
        elif day := dates.alone(line.words):
            yield Found("made", str(day), True, "落款", frozenset({line.place}))


def _issuer(head: Sequence[Line], tail: Sequence[Line], orgs: Mapping[str, str]) -> Iterator[Found]:
    """The body that issued it: at the top of the paper, or above the day at its end."""
    named: list[tuple[str, str, Line]] = []
    for line in head:
        if masthead := MASTHEAD.fullmatch("".join(line.words.split())):
            named.append((masthead[1], "版头", line))
    closing = (COPIES, OPEN)
    signed = (x for x in tail if not any(form.fullmatch(x.words) for form in closing))
    named += [("".join(x.words.split()), "落款", x) for x in signed if not dates.alone(x.words)]
    names = {name for name, _, _ in named}
    places = frozenset(line.place for _, _, line in named)
    for name, where, _ in named[:1]:
        if id := orgs.get(name):
            yield Found("issuer", id, len(names) == 1, f"{where}：{name}", places)
        else:
            yield Found(UNKNOWN_ISSUER, name, False, where, frozenset())
