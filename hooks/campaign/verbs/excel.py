"""Tables for offices: `template` writes an empty one, `export` what is there; `import` reads them.

A workbook is taken in whole or not at all: its rows lean on one another, an honour on its
community, so one error keeps all of them out until it is mended.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from campaign.verbs import ROOT, console

if TYPE_CHECKING:  # Excel is not for every command
    from campaign.importing.excel.columns import Form
    from campaign.importing.excel.plan import Plan
    from campaign.importing.excel.tables import Complaint
    from campaign.problems import Problem
    from campaign.site import Site

BEGUN = "新增的里有 {} 条是草稿，三审以后才发布。Drafts, until reviewed."
app = typer.Typer()
MARK = "标注"
Kinds = Annotated[
    list[str],
    typer.Argument(
        metavar="KIND...", help="类别，如 community honour；可以写几个。What the tables are of."
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", help="写到文件。Write to this file.", show_default=False)
]


@app.command(help="写一份空的 Excel 填报表。An Excel form of kinds of record, to be filled in.")
def template(kinds: Kinds, out: Out = None) -> None:
    _write(kinds, out, is_form=True)


@app.command(help="把已有的记录写成 Excel。All records of some kinds as an Excel workbook.")
def export(kinds: Kinds, out: Out = None) -> None:
    _write(kinds, out, is_form=False)


def _write(names: list[str], out: Path | None, is_form: bool) -> None:
    from campaign import targets
    from campaign.importing.excel.making import FORM, made

    kinds = _kinds(names)
    site, _ = _site(ROOT)
    book = made(ROOT, site, kinds, is_form)
    target = out or Path(book.name)
    try:
        targets.write(ROOT, target, book.data, lambda old: False)
    except targets.Refused as error:
        console.say(str(error), "bold red")
        raise typer.Exit(1) from None
    for ids in book.lost.values():
        words = f"读不出来，不在表里：{'、'.join(ids)}，请先运行 check。Not readable."
        console.say(words, "yellow")
    what = FORM if is_form else f"{book.count} 条记录"
    console.say(f"{what}已写到 {target} ，填好以后用 import 导入。Written.", "green")


def _kinds(names: Iterable[str]) -> list[Any]:
    from campaign.kinds import BY_NAME

    for name in names:
        if name not in BY_NAME:
            raise typer.BadParameter(f"{name}：{'、'.join(BY_NAME)}")
    return [BY_NAME[name] for name in dict.fromkeys(names)]


def _site(root: Path) -> tuple[Site, list[Problem]]:
    from campaign.reading import cache, records

    site, problems = records.load(root, cache=cache.Cache(root / cache.FOLDER))
    if site is None:
        console.report(problems, None)
        raise typer.Exit(1)
    return site, problems


def run(root: Path, path: Path, kind: str, agreed: bool) -> int:
    """Take a workbook in; the exit status to end with.

    `kind` is empty where the sheets say what they hold; who has `agreed` is asked nothing.
    Raises `untrusted.Refused` for a file that is not safe to open, and OSError.
    """
    from campaign.importing.excel import grid
    from campaign.importing.excel.columns import form
    from campaign.importing.excel.plan import planned
    from campaign.importing.excel.telling import told
    from campaign.kinds import BY_NAME
    from campaign.writing import files

    book = grid.read(path)
    site, problems = _site(root)
    forms: list[Form] = [form(kind) for kind in _kinds([kind] if kind else BY_NAME)]
    plan = planned(root, site, problems, book, forms)
    for line in told(plan):
        console.say(line)
    if plan.begun:
        console.say(BEGUN.format(len(plan.begun)))
    _complain(plan, site)
    if plan.complaints:
        target = _copy(path, plan.complaints)
        console.say(f"有问题的格子在 {target} 里涂了颜色、写了批注。Marked there.", "yellow")
    if plan.is_stopped(site.profile.stopping):
        console.say("没有导入：先改正上面的错误，一起导入。Nothing was written.", "bold red")
        return 1
    if not plan.rewrites:
        console.say("没有要改的。Nothing to do.", "green")
        return 0
    if not agreed and not typer.confirm("照此写入吗？Write this?", default=False):
        console.say("没有改动。Nothing was written.")
        return 0
    try:
        files.write(plan.rewrites)
    except files.Conflict as conflict:
        words = f"{conflict.path} 刚刚被别人改过，没有导入，请再运行一次。It was changed meanwhile."
        console.say(words, "bold red")
        return 1
    console.say(f"已写入 {len(plan.rewrites)} 个文件。Written.", "green")
    return 0


def _complain(plan: Plan, site: Site) -> None:
    from campaign.importing.excel.tables import REMINDER
    from campaign.importing.excel.telling import alike, places

    for same in alike(plan.complaints):
        grade = "" if same[0].is_error else f"{REMINDER}："
        line = f"{grade}{places(same, '!')} {same[0].what}"
        console.say(line, "bold red" if same[0].is_error else "yellow")
    if plan.elsewhere:
        console.say("导入以后，别处会有这些问题。Elsewhere there would be:", "yellow")
        console.report(plan.elsewhere, site)


def _copy(path: Path, complaints: list[Complaint]) -> Path:
    """Write the marked copy beside the workbook, in the place of nothing that is there."""
    from campaign.importing.excel.marked import marked

    data = marked(path, complaints)
    number = 1
    while True:
        target = path.with_name(f"{path.stem}-{MARK}{number if number > 1 else ''}{path.suffix}")
        try:
            with target.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        else:
            return target
