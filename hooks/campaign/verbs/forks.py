"""The verbs of a fork's life: `start`, `upgrade` and `migrate`."""

from __future__ import annotations

from typing import Annotated

import typer

from campaign.verbs import ROOT

app = typer.Typer()
Yes = Annotated[bool, typer.Option("--yes", help="不再询问。Do not ask.")]


@app.command(help="清空示例，建立本市自己的网站。Empty the sample and begin your own site.")
def start(
    city: Annotated[str | None, typer.Option(help="城市名称，如 某某市。The city's name.")] = None,
    url: Annotated[
        str | None, typer.Option(help="网站发布的网址。The address to publish at.")
    ] = None,
    sponsor: Annotated[str | None, typer.Option(help="主办单位。The office.")] = None,
    contact: Annotated[
        str | None, typer.Option(help="单位座机或邮箱。How readers reach the office.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="创建启动日期，如 2026-03-05。When the campaign began.")
    ] = None,
    yes: Yes = False,
) -> None:
    from campaign.verbs import start as starter

    given = {"city": city, "url": url, "sponsor": sponsor, "contact": contact, "since": since}
    raise typer.Exit(starter.run(ROOT, given, yes))


@app.command(
    help="换上新版程序：先看计划，同意了才换，内容不动。Take a newer engine; content stays."
)
def upgrade(
    source: Annotated[
        str,
        typer.Argument(help="发行版的压缩包、文件夹，或 git 地址。An archive, folder or address."),
    ],
    ref: Annotated[
        str | None, typer.Option(help="git 的分支或标签，如 v1.0.0。A branch or tag of git.")
    ] = None,
    yes: Yes = False,
) -> None:
    from campaign.verbs import upgrade as upgrading

    raise typer.Exit(upgrading.run(ROOT, source, ref, yes))


@app.command(
    help="升级后把内容改成新格式：先看改动，同意了才写。Give older content the form of today."
)
def migrate(yes: Yes = False) -> None:
    from campaign.verbs import migrate as migrating

    raise typer.Exit(migrating.run(ROOT, yes))
