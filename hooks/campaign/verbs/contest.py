"""The verb for photo contests: `contest sheet`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from campaign.problems import errors
from campaign.verbs import ROOT, console

if TYPE_CHECKING:
    from campaign.kinds.contest import jury

app = typer.Typer(help="摄影大赛的评审。Judging photo contests.", no_args_is_help=True)


@app.command(help="写出可打印的盲评表和编号对照表。Write a blind jury sheet to print, and its key.")
def sheet(
    id: Annotated[str, typer.Argument(help="摄影大赛的编号。The contest's id.")],
    profile: Annotated[
        str | None, typer.Option(help="部署配置的编号。Deployment profile.", show_default=False)
    ] = None,
) -> None:
    from campaign.kinds.contest import Contest, jury
    from campaign.verbs.check import checked

    site, problems = checked(ROOT, profile)
    found = site.of(Contest).get(id) if site else None
    faults = errors(p for p in problems if p.path == f"showcases/contests/{id}.yml")
    if faults:
        console.report(faults, site)
    if faults or site is None or found is None:
        words = f"没有可评的摄影大赛“{id}”。There is no contest '{id}' that can be judged."
        console.say(words, "bold red")
        raise typer.Exit(1)
    _written(jury.sheet(site, found))


def _written(sheet: jury.Sheet) -> None:
    """Write both files and say where they are."""
    from campaign.build import publish

    publish.renew(ROOT, sheet.html)
    publish.renew(ROOT, sheet.key)
    for photo in sheet.left_out:
        console.say(f"照片 {photo} 打不开，不在评审表里。Not on the sheet: {photo}.", "yellow")
    html, key = sheet.html.path, sheet.key.path
    words = f"{sheet.count} 幅作品写到 {html} ，可以打印给评委。Print it for the jury."
    console.say(words, "green")
    console.say(f"作者对照表 {key} 只给工作人员，评完再看。Keep the key apart.", "yellow")
