"""Work that travels on a memory stick: one file, which git calls a bundle.

What comes in is looked at in a repository beside this one, which knows everything that is
here; of a file that is refused, nothing stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign.desk.handing_in.sharing import TAKEN, TELL, NotDone, Tip, refuse_strange, work
from campaign.desk.versions.branches import OWN, WORK
from campaign.desk.versions.git import Failed, Git
from campaign.desk.versions.ledger import Ledger

MOST = 300 * 2**20
"""Bytes that a file from a stick may have."""
SECONDS = 120
"""How long unpacking may take: what takes longer was made to."""
BEGINNING = re.compile(rb"# v[23] git bundle\n")
REF = re.compile(rf"refs/heads/({OWN.pattern})")
NOTHING_NEW = "没有要送的：这台电脑上没有对方还没有的改动。"
NO_COMMIT = "这个文件夹还没有修改记录，送不了。请技术员先提交一次。"
TOO_LARGE = f"这个文件超过 {MOST // 2**20} MB，没有收进来。请技术员直接拷贝整个文件夹。"
NO_BUNDLE = "这不是编辑台送出的稿子，或者文件坏了，没有收进来。请对方重新送出一次。"
LACKING = "这份稿子是接着这里没有的内容写的，没有收进来。请先把那一份收进来，或请技术员处理。"
NO_WORK = "这个文件里没有稿子，没有收进来。请对方在编辑台里按“送出”，再拷过来。"


def is_bundle(path: Path) -> bool:
    """Whether a file is work that somebody sent out, by how it begins."""
    with path.open("rb") as file:
        return bool(BEGINNING.match(file.read(32)))


def name_of(ledger: Ledger, day: date) -> str:
    """What a file with the work of this machine is called."""
    person = ledger.person()
    unit = re.sub(r'[\\/:*?"<>|\s]+', "", person.unit if person else "")
    return f"送稿-{unit}-{day}.bundle"


@contextmanager
def _aside(git: Git) -> Iterator[Git]:
    """A repository without anything of its own that knows all that is here."""
    objects = git.root / git.says("rev-parse", "--git-path", "objects")
    form = git.says("rev-parse", "--show-object-format")
    with TemporaryDirectory() as folder:
        made = Git(Path(folder))
        made.gives("init", "--quiet", "--bare", f"--object-format={form}")
        alternates = Path(folder) / "objects/info/alternates"
        alternates.parent.mkdir(exist_ok=True)
        alternates.write_text(f"{objects.resolve().as_posix()}\n", encoding="utf-8")
        made.gives("update-ref", "refs/heads/here", git.says("rev-parse", "HEAD"))
        yield made


def send_out(ledger: Ledger, target: Path) -> None:
    """Write the work that is here into a file. Raises NotDone."""
    git, branches = ledger.git, ledger.branches
    head = git.tip("HEAD")
    if not head:
        raise NotDone(NO_COMMIT)
    known = git.says_if("for-each-ref", "--format=%(objectname)", TAKEN).splitlines()
    if branches.remote and branches.published:
        known.append(branches.published)
    without = [f"^{commit}" for commit in dict.fromkeys(known)]
    try:
        if git.says("rev-list", "--count", head, *without) == "0":
            raise NotDone(NOTHING_NEW)
        with _aside(git) as aside:
            name = f"refs/heads/{branches.handed_in_to}"
            aside.gives("update-ref", name, head)
            aside.gives("bundle", "create", "--quiet", str(target.resolve()), name, *without)
    except Failed as error:
        raise NotDone(TELL.format(error)) from error


def take(ledger: Ledger, file: Path) -> list[Tip]:
    """The work in a file, once nothing speaks against it. Raises NotDone; nothing stays then."""
    if file.stat().st_size > MOST:
        raise NotDone(TOO_LARGE)
    if not is_bundle(file):
        raise NotDone(NO_BUNDLE)
    with ledger.alone():
        try:
            with _aside(ledger.git) as aside:
                tips = _unpacked(aside, str(file.resolve()))
                git = ledger.git.beside(
                    GIT_ALTERNATE_OBJECT_DIRECTORIES=str(aside.root / "objects")
                )
                for tip in tips.values():
                    refuse_strange(ledger, git, tip)
                for name in tips:
                    place = f"+refs/heads/{WORK}{name}:{TAKEN}{name}"
                    ledger.git.gives("fetch", "--quiet", "--no-tags", str(aside.root), place)
        except Failed as error:
            raise NotDone(f"{NO_BUNDLE}{TELL.format(error)}") from error
    return list(tips.values())


def _unpacked(aside: Git, file: str) -> dict[str, Tip]:
    """The branches of work in a file, by their names. Raises NotDone and Failed."""
    verified = aside.run("bundle", "verify", file, seconds=SECONDS)
    if verified.returncode:
        raise NotDone(LACKING if b"prerequisite" in verified.stderr else NO_BUNDLE)
    heads = (line.split(" ", 1) for line in aside.says("bundle", "list-heads", file).splitlines())
    found = [match[1] for head in heads if (match := REF.fullmatch(head[-1]))]
    if not found:
        raise NotDone(NO_WORK)
    wanted = [f"refs/heads/{name}:refs/heads/{name}" for name in found]
    careful = ("-c", "fetch.fsckObjects=true", "-c", "core.bigFileThreshold=16m")
    done = aside.run(*careful, "fetch", "--quiet", "--no-tags", file, *wanted, seconds=SECONDS)
    if done.returncode:
        raise NotDone(NO_BUNDLE)
    names = (name.removeprefix(WORK) for name in found)
    return {name: work(aside, aside.tip(f"refs/heads/{WORK}{name}")) for name in names}
