"""A document of Word as a draft: what it says is shown, confirmed, put right and written."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import typer

from campaign import atomic
from campaign.checks.tidying import tidied
from campaign.importing import changes
from campaign.importing.word import naming
from campaign.importing.word.model import Block, Document, Paragraph, Table
from campaign.importing.word.outline import levels
from campaign.importing.word.recognising import UNKNOWN_ISSUER, Found, fitting, recognised
from campaign.kinds import BY_NAME
from campaign.reading import cache, records
from campaign.site import Site
from campaign.verbs import console, word_draft
from campaign.verbs import new as scaffold
from campaign.verbs.check import checked
from campaign.verbs.import_pictures import Pictures
from campaign.verbs.new import Refused

KINDS: Mapping[str, str] = {name: BY_NAME[name].model.label for name in word_draft.KINDS}
LONGEST_SHOWN = 40


def run(root: Path, document: Document, name: str, kind: str, id: str, agreed: bool) -> Path:
    """Take a document in, whose file has a name; the draft's path relative to `root`.

    `kind` and `id` are empty where they are to be asked. Who has `agreed` is asked nothing: slips
    of characters are put right, and only what is sure is taken of what the layout says. Raises
    Refused; nothing is written then.
    """
    if not any(isinstance(block, Table) or block.words for block in document.blocks):
        raise Refused(f"{name} 里没有文字，没有导入。There is no text in it.")
    site, _ = records.load(root, cache=cache.Cache(root / cache.FOLDER))
    is_asked = sys.stdin.isatty() and not agreed
    said = recognised(document.blocks, _orgs(site))
    if said.is_secret:
        raise Refused(f"{name} 标有密级，不能上网，没有导入。It is marked as a secret.")
    kind = _kind(kind, said.kind, is_asked)
    if id:
        scaffold.free_path(root, kind, id)  # before anybody answers a question in vain
    offered = fitting(kind, said.found)
    taken = dict(_taken(kind, offered, is_asked))
    id = id or _id(root, kind, naming.proposed(kind, taken, Path(name).stem), is_asked)
    target = scaffold.free_path(root, kind, id)
    left_out = said.closing.union(*(item.lines for item in taken.values()))
    blocks = [block for n, block in enumerate(document.blocks) if n not in left_out]
    pictures = Pictures(document.pictures)
    ask = _asking({item.field for item in offered}) if is_asked else None
    text = word_draft.draft(kind, id, site, ask, taken, document, blocks, pictures)
    text = _put_right(target.as_posix(), text, agreed, is_asked)
    title = taken["title"].value if "title" in taken else Path(name).stem
    atomic.replace_text(root / target, pictures.taken_in(root, site, title, text))
    _report(document, blocks, left_out, pictures)
    console.say(f"已写成草稿 {target} 。Written.", "green")
    _what_remains(root, [target.as_posix(), *pictures.files])
    return target


def _orgs(site: Site | None) -> Mapping[str, str]:
    """The ids of bodies by each of their names."""
    orgs = site.kind("org").items() if site else ()
    return {name: id for id, org in orgs for name in (org.name, org.short) if name}


def _kind(given: str, found: str, is_asked: bool) -> str:
    """What it becomes, as somebody says. Raises Refused where nobody does."""
    words = "、".join(f"{name} {label}" for name, label in KINDS.items())
    if given:
        if given not in KINDS:
            raise Refused(f"--as {given}：{words} 之一。One of these.")
        return given
    while is_asked:
        answer = str(typer.prompt(f"这是什么（{words}）", default=found)).strip()
        if answer in KINDS:
            return answer
    likely = f"看起来是{KINDS[found]}。" if found else ""
    raise Refused(f"请用 --as 写明是什么：{words}。{likely}Say what it is with --as.")


def _taken(kind: str, found: Sequence[Found], is_asked: bool) -> Iterator[tuple[str, Found]]:
    """What is taken of what was found: confirmed by a person, or sure where nobody is asked."""
    fields = {field.alias or name: field for name, field in word_draft.fields(kind).items()}
    order = [*fields, UNKNOWN_ISSUER]
    known = (item for item in found if item.field in order)
    for item in sorted(known, key=lambda item: order.index(item.field)):
        if item.field == UNKNOWN_ISSUER and "issuer" in fields:
            console.say(f"发文机关写的是“{item.value}”，单位名录里没有，请自己填。", "yellow")
        if item.field not in fields:
            continue
        if is_asked:
            answer = scaffold.ask(item.field, fields[item.field], item.value, item.where)
            if answer:
                yield item.field, item._replace(value=answer)
        else:
            title = fields[item.field].title
            words = "已采用" if item.sure else "没有把握，没有填，请自己核对"
            console.say(
                f"{title}：{item.value}（{item.where}）{words}。", "" if item.sure else "yellow"
            )
            if item.sure:
                yield item.field, item


def _asking(offered: Collection[str]) -> scaffold.Ask:
    """Asks for what was not found; what was, somebody has been asked for already."""
    return lambda key, field: "" if key in offered else scaffold.ask(key, field)


def _id(root: Path, kind: str, proposal: str, is_asked: bool) -> str:
    """The id that is proposed, or what a person makes of it, until nothing has it."""
    while is_asked:
        words = "编号，也是文件名（小写字母、数字、连字符）"
        answer = str(typer.prompt(words, default=proposal)).strip()
        try:
            scaffold.free_path(root, kind, answer)
        except Refused as refused:
            console.say(str(refused), "yellow")
        else:
            return answer
    return proposal


def _put_right(name: str, text: str, agreed: bool, is_asked: bool) -> str:
    """The text with slips of characters put right, where somebody agrees to what is shown."""
    new = tidied(name, text)
    if new == text:
        return text
    console.say("可以整理的地方（只改标点、空格、数字的写法，不改词句）：Slips of characters:")
    for words in changes.told(text, new):
        console.say(words)
    if agreed or (is_asked and typer.confirm("照此整理吗？Put them right?", default=False)):
        return new
    console.say(f"没有整理；以后可以运行 build_site.py tidy {name} 。Left as they are.", "yellow")
    return text


def _report(
    document: Document, blocks: Sequence[Block], left_out: frozenset[int], pictures: Pictures
) -> None:
    """What was found, what was left out, and what has to be looked at."""
    headings = sum(map(bool, levels(blocks)))
    tables = sum(isinstance(block, Table) for block in blocks)
    console.say(
        f"收入标题 {headings} 个、表格 {tables} 个、脚注 {len(document.notes)} 条、"
        f"图片 {pictures.count} 张。Headings, tables, notes and pictures."
    )
    for number in sorted(left_out):
        block = document.blocks[number]
        if isinstance(block, Paragraph):
            words = block.words[:LONGEST_SHOWN]
            console.say(f"没有收进正文，因为已填在信息栏或属于版记：{words}", "dim")
            for note in filter(None, (run.note for run in block.runs)):
                told = " ".join(item.words for item in document.notes.get(note, ()))
                console.say(f"那一行的脚注没有收：{told}（Its note was left out.）", "yellow")
    for words in (*document.remarks, *pictures.remarks):
        console.say(words, "yellow")


def _what_remains(root: Path, paths: Sequence[str]) -> None:
    """What the site's own rules say of what was written."""
    site, problems = checked(root)
    console.report([item for item in problems if item.path in paths], site, notes=True)
