"""`bundle`: work that travels on a memory stick, out of one machine and into another."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from campaign.verbs import ROOT, console

ASKED = "{}有 {} 处和这里两边都改了，没有收进来。请打开编辑台，在“用 U 盘送稿”里收进，一处一处选。"
app = typer.Typer(help="用 U 盘送稿：out 送出，in 收进。Work on a memory stick.")


@app.command(
    "out", help="把这台电脑上的稿子写成一个文件。Write the work of this machine to a file."
)
def send_out(
    file: Annotated[Path, typer.Argument(help="写到文件，如 送稿.bundle 。The file to write.")],
) -> None:
    raise typer.Exit(run_out(ROOT, file))


@app.command("in", help="收进别人送来的稿子；先检查，只收稿子。Take in the work in a file.")
def take_in(
    file: Annotated[Path, typer.Argument(help="U 盘上的文件。The file to take in.")],
) -> None:
    raise typer.Exit(run_in(ROOT, file))


def run_out(root: Path, file: Path) -> int:
    """Write the work of a project to a file; the exit status to end with."""
    from campaign import atomic, targets
    from campaign.desk.handing_in import bundles
    from campaign.desk.handing_in.sharing import NotDone
    from campaign.desk.versions.ledger import Ledger

    try:
        place = targets.for_a_file(root, file, bundles.is_bundle)
        with TemporaryDirectory() as folder:
            made = Path(folder) / "out"
            bundles.send_out(Ledger(root), made)
            atomic.replace(place, made.read_bytes())
    except (targets.Refused, NotDone) as refusal:
        console.say(str(refusal), "bold red")
        return 1
    console.say(f"已写到 {place} ，请拷到 U 盘。Written.", "green")
    return 0


def run_in(root: Path, file: Path) -> int:
    """Take in the work in a file; the exit status to end with."""
    from campaign.desk.handing_in import bundles, sharing
    from campaign.desk.versions.ledger import Ledger

    ledger = Ledger(root)
    try:
        tips = bundles.take(ledger, file)
    except sharing.NotDone as refusal:
        console.say(str(refusal), "bold red")
        return 1
    except OSError as error:
        console.say(f"{file} 打不开：{error.strerror}。It cannot be opened.", "bold red")
        return 1
    status = 0
    for tip in tips:
        taken = sharing.take_in(ledger, tip, {})
        fault = taken.fault
        if taken.questions:
            fault = ASKED.format(tip.words, len(taken.questions))
        if fault:
            console.say(fault, "bold red")
            status = 1
        else:
            words = f"{tip.words}已经收进来，有 {len(taken.paths)} 个文件更新了。Taken in."
            console.say("\n".join([words, *taken.told]), "green")
    return status
