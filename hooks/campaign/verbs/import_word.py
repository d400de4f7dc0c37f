"""A document of Word as a draft: what it says is shown, confirmed, put right and written."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import typer

from campaign.importing import changes, private
from campaign.importing.private import Private
from campaign.importing.word.draft import fields
from campaign.importing.word.model import Document
from campaign.importing.word.recognising import Found
from campaign.importing.word.taking import KINDS, Draft, Taking
from campaign.privacy.personal import masked
from campaign.reading import cache, records
from campaign.verbs import console
from campaign.verbs.check import checked
from campaign.verbs.new import ask
from campaign.writing import drafting
from campaign.writing.drafting import Refused


def run(root: Path, document: Document, name: str, kind: str, id: str, agreed: bool) -> Path:
    """Take a document in, whose file has a name; the draft's path relative to `root`.

    `kind` and `id` are empty where they are to be asked. Who has `agreed` is asked nothing: slips
    of characters are put right, and only what is sure is taken of what the layout says. Raises
    Refused; nothing is written then.
    """
    site, _ = records.load(root, cache=cache.Cache(root / cache.FOLDER))
    taking = Taking(site, name, document)
    is_asked = sys.stdin.isatty() and not agreed
    kind = _kind(kind, taking.said.kind, is_asked)
    if id:
        drafting.free_path(root, kind, id)  # before anybody answers a question in vain
    offered = taking.offered(kind)
    if issuer := taking.unknown_issuer(kind):
        console.say(f"发文机关写的是“{issuer}”，单位名录里没有，请自己填。", "yellow")
    taken = dict(_taken(kind, offered, is_asked))
    id = id or _id(root, kind, taking.proposed(kind, taken), is_asked)
    asking = _asking({item.field for item in offered}) if is_asked else None
    made = taking.draft(root, kind, id, taken, asking)
    text = _settled(made, name, _put_right(made, agreed, is_asked), is_asked)
    files = taking.written(root, made, text)
    _report(taking, made)
    console.say(f"已写成草稿 {made.target} 。Written.", "green")
    _what_remains(root, files)
    return made.target


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


def _taken(kind: str, offered: Sequence[Found], is_asked: bool) -> Iterator[tuple[str, Found]]:
    """What is taken of what was found: confirmed by a person, or sure where nobody is asked."""
    known = {field.alias or name: field for name, field in fields(kind).items()}
    for item in offered:
        if is_asked:
            answer = ask(item.field, known[item.field], item.value, item.where)
            if answer:
                yield item.field, item._replace(value=answer)
            continue
        words = "已采用" if item.sure else "没有把握，没有填，请自己核对"
        told = f"{known[item.field].title}：{item.value}（{item.where}）{words}。"
        console.say(told, "" if item.sure else "yellow")
        if item.sure:
            yield item.field, item


def _asking(offered: Collection[str]) -> drafting.Ask:
    """Asks for what was not found; what was, somebody has been asked for already."""
    return lambda key, field: "" if key in offered else ask(key, field)


def _id(root: Path, kind: str, proposal: str, is_asked: bool) -> str:
    """The id that is proposed, or what a person makes of it, until nothing has it."""
    while is_asked:
        words = "编号，也是文件名（小写字母、数字、连字符）"
        answer = str(typer.prompt(words, default=proposal)).strip()
        try:
            drafting.free_path(root, kind, answer)
        except Refused as refused:
            console.say(str(refused), "yellow")
        else:
            return answer
    return proposal


def _put_right(made: Draft, agreed: bool, is_asked: bool) -> str:
    """The text with slips of characters put right, where somebody agrees to what is shown."""
    text, new = made.text, made.tidied
    if new == text:
        return text
    console.say("可以整理的地方（只改标点、空格、数字的写法，不改词句）：Slips of characters:")
    for words in changes.told(text, new):
        console.say(words)
    if agreed or (is_asked and typer.confirm("照此整理吗？Put them right?", default=False)):
        return new
    later = f"没有整理；以后可以运行 build_site.py tidy {made.target} 。Left as they are."
    console.say(later, "yellow")
    return text


def _settled(made: Draft, name: str, text: str, is_asked: bool) -> str:
    """The text with no number of a person but those that somebody allows. Raises Refused."""
    if masked(made.target.name) != made.target.name:
        raise Refused(
            f"编号里有个人号码（{masked(made.target.name)}），请换一个。Choose another id."
        )
    numbers = private.found(text)
    if numbers and not is_asked:
        raise Refused(
            f"{name} 里有个人号码，没有导入：{private.listed(numbers)}。请在原稿里删去，或遮住"
            "中间几位，再导入；在终端里不加 --yes 运行，可以逐个回答。Hide or remove them first."
        )
    try:
        return made.settled(text, dict(filter(None, map(_allowed, numbers))))
    except private.Unsettled as left:
        raise Refused(f"{left} 遮不住，请先在原稿里改好。Hide these numbers first.") from None


def _allowed(number: Private) -> tuple[str, str] | None:
    """Why a number may be public, as somebody says; nothing where it is to be hidden."""
    console.say(f"个人号码：{number.words} A number of a person.", "yellow")
    while True:
        words = "直接回车就遮住；可以公开的，写明是谁的号码、谁同意公开"
        answer = str(typer.prompt(words, default="", show_default=False)).strip()
        if not answer:
            return None
        if private.is_reason(answer):
            return number.key, answer
        console.say("理由太短，请写明白。Say more.", "yellow")


def _report(taking: Taking, made: Draft) -> None:
    first, *more = taking.report(made)
    console.say(first.words)
    for told in more:
        console.say(told.words, "yellow" if told.needs_a_look else "dim")


def _what_remains(root: Path, paths: Sequence[str]) -> None:
    """What the site's own rules say of what was written."""
    site, problems = checked(root)
    console.report([item for item in problems if item.path in paths], site, notes=True)
