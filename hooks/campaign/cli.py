"""The command: a verb is a function of the same name. Bare call means `build`.

Each verb imports what it needs: a check starts without the builder, a help without the content.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from campaign.problems import Lang
from campaign.verbs import ROOT, console, contest, edit, forks, importing, photos, reports
from campaign.verbs.breakdown import told as tell_breakdowns
from campaign.verbs.reports import Format

if TYPE_CHECKING:
    from campaign.reading.history import NoHistory

SITE = ROOT / "site"
REPORT = Path("report.html")
VERB = next(iter(sys.argv[1:]), "")
SELDOM = 20_000
"""New objects between two looks for garbage: nearly all that a command makes stays in use."""
app = typer.Typer(
    help="构建和维护文明社区展示网站。Build and keep a civilised-community showcase site.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(photos.app, name="photos")
app.add_typer(contest.app, name="contest")
app.add_typer(forks.app)
app.add_typer(importing.app)
app.add_typer(edit.app)

Profile = Annotated[
    str | None,
    typer.Option(
        help="部署配置的编号（showcases/deploy/ 下的文件名）。Deployment profile.",
        show_default=False,
    ),
]
Today = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="把这一天当作今天，如 2026-04-20。Take this day as today."),
]
Language = Annotated[str, typer.Option(help="问题用哪种语言说：zh 或 en。Language of messages.")]


def main() -> None:
    """Run the command line."""
    if VERB == "check":
        gc.disable()  # the process ends before there is any garbage worth looking for
    gc.set_threshold(SELDOM)
    if not VERB or (VERB.startswith("-") and VERB != "--help"):
        sys.argv.insert(1, "build")
    console.be_printable()
    tell_breakdowns(app)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(
            f"{text}：写成 2026-04-20 这样。Write it like 2026-04-20."
        ) from None


def _lang(text: str) -> Lang:
    if text not in ("zh", "en"):
        raise typer.BadParameter("zh / en")
    return "en" if text == "en" else "zh"


@app.command(
    help="构建网站；有错误就不动现有网站。Build the site; errors leave the old one in place."
)
def build(
    site_dir: Annotated[Path, typer.Option(help="网站放在哪个文件夹。Where the site goes.")] = SITE,
    profile: Profile = None,
    today: Today = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="有提醒也停止。Stop on warnings, too.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, help="处理照片用几个进程。Processes for pictures.", show_default=False),
    ] = None,
    published: Annotated[
        Path | None,
        typer.Option(
            help="上次发布的 publication.json，与那个版本比较。Compare with the last publication.",
            show_default=False,
        ),
    ] = None,
) -> None:
    import campaign

    options = campaign.Options(site_dir, profile, _day(today), strict, jobs, published)
    raise typer.Exit(campaign.make_site(ROOT, options))


@app.command(help="只检查内容，不构建。Check the content without building.")
def check(
    format: Annotated[
        Format, typer.Option(help="输出格式。How problems are printed.")
    ] = Format.TEXT,
    lang: Language = "zh",
    base: Annotated[
        str | None,
        typer.Option(
            help="与离开这个 git 版本时比较，如 origin/main；不写则与已提交的比较。Compare with it."
        ),
    ] = None,
    profile: Profile = None,
    today: Today = None,
    output: Annotated[
        Path | None, typer.Option(help="写到文件（html 默认 report.html）。Write to this file.")
    ] = None,
) -> None:
    from campaign.reading.history import NoHistory
    from campaign.verbs.check import checked

    language = _lang(lang)
    try:
        site, problems = checked(ROOT, profile, _day(today), base)
    except NoHistory as error:
        console.say(_not_compared(base, error), "bold red")
        raise typer.Exit(2) from None
    text = reports.PRINTERS[format](problems, site, language)
    target = output or (REPORT if format is Format.HTML else None)
    if target is None:
        console.write(text, is_for_programs=format is not Format.TEXT)
    else:
        _write(target, text, lambda old: reports.is_report(old, format))
        console.say(f"{reports.summary(problems, site, language)} → {target}")
    raise typer.Exit(int(bool(reports.stopping(problems, site))))


@app.command(help="体检报告：更新、三审、问题、复查、指标和大小。Report on the site's state.")
def report(
    profile: Profile = None,
    today: Today = None,
    output: Annotated[Path, typer.Option(help="写到文件。Write to this file.")] = REPORT,
) -> None:
    from campaign.build.content import Content
    from campaign.verbs import report as inspection
    from campaign.verify import sizes

    found = Content.open(ROOT, profile, _day(today))
    if found.site is None:
        console.report(found.problems, None)
        raise typer.Exit(1)
    rows = sizes.measured(SITE) if SITE.is_dir() else []
    text = inspection.page(found.site, found.problems, rows)
    _write(output, text, lambda old: reports.is_report(old, Format.HTML))
    console.say(f"报告已写到 {output} ，用浏览器打开。Written.", "green")


def _write(path: Path, text: str, is_own: Callable[[bytes], bool]) -> None:
    """Write a report where it was asked for; never in place of anything else."""
    from campaign import targets

    try:
        targets.write(ROOT, path, text.encode(), is_own)
    except targets.Refused as error:
        console.say(str(error), "bold red")
        raise typer.Exit(1) from None


def _not_compared(base: str | None, error: NoHistory) -> str:
    """Why nothing could be compared with a base that somebody named."""
    found = error.problem
    return (
        f"无法与 {base} 比较：{found.message()} → {found.remedy()}\n"
        f"Cannot compare with {base}: {found.message('en')} {found.remedy('en')}"
    )


@app.command(help="实时预览：保存后浏览器自动刷新。Live preview.")
def serve(
    profile: Profile = None,
    today: Today = None,
    port: Annotated[int, typer.Option(help="端口；被占用就用下一个。Port to begin with.")] = 8000,
) -> None:
    from campaign.verbs import serve as preview

    raise typer.Exit(preview.run(ROOT, profile, _day(today), port))


@app.command(
    "zip",
    help="写出离线版：解压到 U 盘，双击 index.html 就能看。The offline edition as a zip.",
)
def offline_edition(profile: Profile = None, today: Today = None) -> None:
    import campaign
    from campaign import targets
    from campaign.html import offline
    from campaign.reading import cache, records

    with TemporaryDirectory() as folder:
        tree = Path(folder) / "site"
        if status := campaign.make_site(ROOT, campaign.Options(tree, profile, _day(today))):
            raise typer.Exit(status)
        site, _ = records.load(ROOT, profile, _day(today), cache=cache.Cache(ROOT / cache.FOLDER))
        assert site is not None  # it has just been built
        target = ROOT / "dist" / f"{offline.name(site.settings.short_name)}.zip"
        try:
            count = offline.pack(tree, targets.for_a_file(ROOT, target, offline.is_edition))
        except offline.LeadsNowhere as error:
            console.say(f"离线版没有写出，链接打不开：{error}。A link leads nowhere.", "bold red")
            raise typer.Exit(1) from None
        except targets.Refused as error:
            console.say(str(error), "bold red")
            raise typer.Exit(1) from None
    words = f"离线版写到 dist/{target.name} ，{count} 个文件，解压后双击 index.html 。Written."
    console.say(words, "green")


@app.command(help="整理粘贴来的文稿：先看改动，同意了才写。Put pasted texts right; shown first.")
def tidy(
    files: Annotated[list[Path], typer.Argument(help="要整理的文件。The files.")],
    yes: Annotated[bool, typer.Option("--yes", help="不再询问。Do not ask.")] = False,
) -> None:
    from campaign.verbs import tidy as tidying

    raise typer.Exit(tidying.run(ROOT, files, yes))


def _kinds() -> str:
    """The words that `new` takes: read when it is asked for, for that reads all kinds."""
    from campaign.writing import drafting

    return f"[{'|'.join(drafting.CHOICES)}]"


@app.command(help="新建一条带说明的草稿。Write a commented draft of a record or an entry.")
def new(
    kind: Annotated[
        str,
        typer.Argument(metavar=_kinds() if VERB == "new" else "KIND", help="类别。What to write."),
    ],
    id: Annotated[str, typer.Argument(help="编号，也是文件名。Its id, which is the file's name.")],
) -> None:
    from campaign.reading import cache, records
    from campaign.verbs.new import ask
    from campaign.writing import drafting

    if kind not in drafting.CHOICES:
        raise typer.BadParameter(f"{kind}：{'、'.join(drafting.CHOICES)}")
    site, _ = records.load(ROOT, cache=cache.Cache(ROOT / cache.FOLDER))
    asking = ask if sys.stdin.isatty() else None
    try:
        path = drafting.new(ROOT, site, kind, id, asking)
    except drafting.Refused as error:
        console.say(str(error), "bold red")
        raise typer.Exit(1) from None
    console.say(f"草稿写在 {path} ，按文件里的说明填写，完成后把 status 改为 published。", "green")


@app.command(help="重写 JSON Schema 和 VS Code 的设置。Write the JSON Schemas and VS Code's files.")
def schema() -> None:
    from campaign.build import publish
    from campaign.kinds.schema import schemas
    from campaign.verbs import vscode

    for output in (*schemas(), *vscode.outputs()):
        publish.renew(ROOT, output)
    console.say("showcases/schema/ 和 .vscode/ 已更新。Written.", "green")


@app.command(
    "test",
    help="安装测试环境并运行全部测试。Install what the tests need and run all of them.",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def run_tests(
    context: typer.Context,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="同时量覆盖率。Measure coverage, too.")
    ] = False,
) -> None:
    from campaign.verbs import testing

    in_ci = os.environ.get("CI") == "true"
    raise typer.Exit(testing.run(ROOT, context.args, in_ci, coverage))
