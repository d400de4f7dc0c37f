"""The verbs for photos: `photos add`, `mend`, `withdraw` and `heic`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from campaign import clock
from campaign.verbs import ROOT, console

if TYPE_CHECKING:  # pictures are not for every command
    from campaign.images.master import Box, Master
    from campaign.photos.intake import Details, Outcome

HEIC_LOCK = "requirements-heic.txt"
app = typer.Typer(help="加照片、清理照片、撤回照片。Add, clean and withdraw photos.")

PEOPLE = "[none|crowd|identifiable|minor]"
Blur = Annotated[
    list[str] | None,
    typer.Option(
        help="涂掉的区域：左,上,宽,高，都是百分数，如 40,10,20,25；可以写几次。"
        "Rectangle to make unrecognisable, in per cent."
    ),
]


def _known_people(word: str) -> str:
    """Who is in a picture, as the model knows it."""
    from campaign.kinds.gallery.record import People

    if word and word not in list(People):
        raise typer.BadParameter(f"{word}：{'、'.join(People)}")
    return word


def _boxes(texts: list[str] | None) -> list[Box]:
    return [_box(text) for text in texts or []]


def _box(text: str) -> Box:
    from campaign.images.master import Box

    try:
        left, top, width, height = (float(part) / 100 for part in text.split(","))
    except ValueError:
        left = top = width = height = -1.0
    inside = 0 <= left <= 1 and 0 <= top <= 1 and 0 < width <= 1 and 0 < height <= 1
    if not inside:
        raise typer.BadParameter(f"{text}：写成 左,上,宽,高，如 40,10,20,25。left,top,width,height")
    return Box(left, top, width, height)


@app.command(help="把手机照片清理后加入相册；不写文件就收相册文件夹里还没列入的。Add photos.")
def add(
    gallery: Annotated[str, typer.Argument(help="相册编号。The gallery's id.")],
    files: Annotated[
        list[Path] | None, typer.Argument(help="照片或文件夹。Photos or folders.")
    ] = None,
    alt: Annotated[str, typer.Option(help="替代文字，只加一张时用。What can be seen.")] = "",
    people: Annotated[
        str,
        typer.Option(parser=_known_people, metavar=PEOPLE, help="照片里有谁。Who can be seen."),
    ] = "",
    licence: Annotated[str, typer.Option(help="授权词表里的编号。Licence.")] = "",
    author: Annotated[str, typer.Option(help="作者姓名或单位。Author.")] = "",
    blur: Blur = None,
) -> None:
    from campaign.photos import intake
    from campaign.photos.gallery_file import Refused

    given = intake.Details(alt, people, licence, author)
    boxes = _boxes(blur)

    for other in intake.passed_over(files or []):
        console.say(f"{other} 不是照片，没有加。Not a photo; passed over.", "yellow")

    def work() -> Iterable[Outcome]:
        chosen = list(intake.pictures_in(files)) if files else intake.unlisted(ROOT, gallery)
        if len(chosen) > 1 and (boxes or alt):
            raise Refused("--alt 和 --blur 一次只能用于一张照片。Give --alt and --blur one photo.")
        if not chosen:
            raise Refused("没有要加的照片。There is no photo to add.")
        return intake.add(ROOT, gallery, chosen, _describing(given), boxes)

    _report(work)
    if not (alt and people and licence):
        words = "请打开 gallery.yml 补全 alt、people、licence，再运行 check。"
        console.say(f"{words}Fill in what is empty there, then run check.", "yellow")


def _describing(given: Details) -> Callable[[Path, Master], Details]:
    """Ask at a terminal for what was not given; elsewhere leave it empty."""
    if not sys.stdin.isatty():
        return lambda source, made: given

    from campaign.photos.intake import Details

    def ask(source: Path, made: Master) -> Details:
        console.say(f"{source.name}（{made.width} × {made.height}）")
        return Details(
            given.alt or typer.prompt("替代文字：画面里有什么（6 到 80 字）", default=""),
            given.people or typer.prompt("人物 none/crowd/identifiable/minor", default=""),
            given.licence or typer.prompt("授权编号", default=""),
            given.author or typer.prompt("作者", default=""),
        )

    return ask


@app.command(help="清理相册里带着位置等信息的图片，文件名不变。Clean pictures in place.")
def mend(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="图片；不写就清理所有查出问题的。Pictures; all faulty ones by default."
        ),
    ] = None,
    blur: Blur = None,
) -> None:
    from campaign.photos import mending
    from campaign.site import GALLERIES

    chosen = [path.resolve() for path in files] if files else _faulty()
    strangers = [path for path in chosen if not path.is_relative_to(ROOT / GALLERIES)]
    if strangers:
        raise typer.BadParameter(f"{strangers[0]} 不在 {GALLERIES} 里。It is in no gallery.")
    boxes = _boxes(blur)
    if boxes and len(files or []) != 1:
        raise typer.BadParameter("--blur 一次只能用于一张照片。Give --blur one photo.")
    _report(lambda: (mending.mend(ROOT, path, boxes) for path in chosen))


def _faulty() -> list[Path]:
    from campaign.formats import PHOTOS
    from campaign.images.screening import fault
    from campaign.photos import intake
    from campaign.site import GALLERIES

    pictures = (p for p in intake.pictures_in([ROOT / GALLERIES]) if p.suffix.lower() in PHOTOS)
    return [path for path in pictures if fault(path.name, path.read_bytes())]


def _report(work: Callable[[], Iterable[Outcome]]) -> None:
    """Tell what became of each file; exit 1 when one was refused."""
    from campaign.photos.gallery_file import Refused

    refused = 0
    try:
        for outcome in work():
            refused += not outcome.id
            console.say(f"{outcome.source.name}：{outcome.words}", "" if outcome.id else "bold red")
    except Refused as error:
        console.say(str(error), "bold red")
        raise typer.Exit(1) from None
    if refused:
        raise typer.Exit(1)


@app.command(help="撤回一张照片：标记、删文件、从现有网站抹去。Withdraw a photo everywhere.")
def withdraw(
    photo: Annotated[str, typer.Argument(help="相册/照片名。gallery/photo")],
    site_dir: Annotated[Path, typer.Option(help="现有网站。The site in place.")] = ROOT / "site",
) -> None:
    from campaign.photos import withdrawal
    from campaign.photos.gallery_file import Refused

    try:
        withdrawal.withdraw(ROOT, photo, clock.today())
    except KeyError:
        console.say(f"没有照片“{photo}”。There is no such photo.", "bold red")
        raise typer.Exit(1) from None
    except Refused as error:
        console.say(str(error), "bold red")
        _erase(site_dir, photo)
        raise typer.Exit(1) from None
    is_erased = _erase(site_dir, photo)
    console.say(
        f"已撤回 {photo}：条目已标记，文件已删除。提交后重新发布；"
        "历史里的旧文件按《照片与个人信息》清除。\n"
        "Withdrawn. Commit and publish; purge the history as the guide says.",
        "green",
    )
    if not is_erased:
        raise typer.Exit(1)


def _erase(site_dir: Path, photo: str) -> bool:
    """Take a photo out of the site in place; False where something else is in its place."""
    from campaign import targets
    from campaign.photos import withdrawal

    try:
        if withdrawal.erase(site_dir, [photo]):
            console.say("已从现有网站抹去。Erased from the site in place.", "green")
    except targets.Refused as error:
        console.say(str(error), "bold red")
        return False
    return True


@app.command(help="安装 HEIC 照片的解码器（pillow-heif）。Install the decoder for HEIC.")
def heic() -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"]
    command += ["--only-binary", ":all:", "-r", str(ROOT / HEIC_LOCK)]
    raise typer.Exit(subprocess.run(command).returncode)
