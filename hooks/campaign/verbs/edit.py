"""`edit`: the office's desk in a browser, on this machine alone; `bundle` carries its work."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer

from campaign.verbs import ROOT, bundle, console

SOON = 1.0
"""Seconds after which the browser is opened: the server answers by then."""
app = typer.Typer()
app.add_typer(bundle.app, name="bundle")


@app.command(help="编辑台：在浏览器里填表单改内容。Edit the content in a browser.")
def edit(
    profile: Annotated[
        str | None, typer.Option(help="部署配置的编号。Deployment profile.", show_default=False)
    ] = None,
    port: Annotated[int, typer.Option(help="端口；被占用就用下一个。Port to begin with.")] = 8010,
    opens: Annotated[
        bool, typer.Option("--open/--no-open", help="自动打开浏览器。Open the browser.")
    ] = True,
) -> None:
    raise typer.Exit(run(ROOT, profile, port, opens))


def run(root: Path, profile: str | None, port: int, opens: bool) -> int:
    """Serve the desk below `root` until somebody stops it; the exit status to end with."""
    import uvicorn

    from campaign.desk.app import Web
    from campaign.desk.desk import PREFIX, Desk
    from campaign.serve.app import Preview
    from campaign.serve.resident import Resident
    from campaign.verbs.serve import HOST, TRIED, listen, restart

    listening = listen(port)
    if listening is None:
        last = port + TRIED - 1
        console.say(f"端口 {port} 到 {last} 都被占用了。Ports {port} to {last} are in use.", "red")
        return 1
    base = f"http://{HOST}:{listening.getsockname()[1]}/"
    address = base.removesuffix("/") + PREFIX
    resident = Resident(root, base, profile)
    preview = Preview(resident, restart, Web(Desk(resident)).routes())
    console.say(f"编辑台 {address} ，用完按 Ctrl+C 结束。Press Ctrl+C to stop.", "green")
    if opens:
        opening = Timer(SOON, webbrowser.open, (address,))
        opening.daemon = True
        opening.start()
    config = uvicorn.Config(preview.app(), log_level="warning", timeout_graceful_shutdown=1)
    uvicorn.Server(config).run(sockets=[listening])
    return 0
