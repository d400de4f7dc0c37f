"""Work handed in, fetched and published between machines: never by force, never by halves.

Whatever fails is told in words, and nothing has changed then, neither here nor there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from campaign.desk.versions import commits, joins
from campaign.desk.versions.branches import WORK
from campaign.desk.versions.commits import InTheWay
from campaign.desk.versions.git import LATE, Done, Failed, Git
from campaign.desk.versions.ledger import Ledger, message
from campaign.desk.versions.merging import Question
from campaign.desk.versions.strangers import strange
from campaign.site import GALLERIES
from campaign.writing import files
from campaign.writing.files import Rewrite

MOVED = "网上已经有别人新交的稿子，所以没有送出去。请先回首页按“取回”，再送一次。"
BARRED = "网上不让这台电脑写进去，所以没有送出去。请技术员看看账号和权限。"
UNREACHED = "连不上存稿子的地方，所以没有送出去。请检查网络或 U 盘，再按一次；一直不行请找技术员。"
TELL = "请把这句话告诉技术员：{}"
OTHERWISE = f"没有送出去。{TELL}"
UNFETCHED = "没有取回来，这台电脑上什么也没有变。"
NO_ANSWER = "连不上存稿子的地方，请检查网络或 U 盘，再按一次；一直不行请找技术员。"
BEHIND = "网上发布的内容有新的变化，还没有取回来。请先回首页按“取回”，看过以后再发布。"
HERE_TOO = "已经送出去了，可是这台电脑上的文件刚刚被别的程序改过。请回首页按“取回”。"
BY_HAND = "这些文件在编辑台以外改过，还没有记下来，所以没有收进来：{}。请技术员先提交，再收一次。"
UNSAVED_HERE = "这些相册文件改过还没有保存，所以没有收进来：{}。请先打开相册按“保存”，再收一次。"
UNRELATED = "这份稿子不是这个网站的，没有收进来。"
STRANGE = "{}改动了网站程序或别的不该改的文件，没有收进来：{}。请技术员看一看。"
LOST = "这些文件两边都改了，没有表单能合在一起，所以{}的改动都没有收进来：{}。请技术员处理。"
REJECTED = ("non-fast-forward", "fetch first", "stale info", "cannot lock ref")
FORBIDDEN = ("protected", "hook declined", "denied", "permission", "403", "authentication")
AWAY = (
    *("could not resolve", "unable to access", "timed out", "does not appear to be a git"),
    *("could not read from remote", "connection", "no such remote", "repository not found"),
)
ABSENT = b"find remote ref"
"""What git says of a branch that is not there yet."""
TAKEN = "refs/campaign/taken/"
"""Where work is remembered that came on a stick: the other side has it."""
SHOWN = 5
"""How many files are named."""


class NotDone(Exception):
    """Nothing was changed; the text says why and what to do."""


@dataclass(frozen=True)
class Tip:
    """Another state of the content, and whose it is in words."""

    commit: str
    words: str
    is_published: bool = False


@dataclass
class Taken:
    """What became of one state that was to be brought in."""

    tip: Tip
    paths: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What whoever took it in has to know."""
    fault: str = ""


# Fetching


def fetch(ledger: Ledger) -> None:
    """Learn what others have handed in and what is published. Raises NotDone."""
    remote = ledger.branches.remote
    if not remote:
        return
    wanted = [ledger.branches.published_name, f"{WORK}*"]
    done = _fetched(ledger, remote, wanted)
    if ABSENT in done.stderr:
        done = _fetched(ledger, remote, wanted[1:])
    if done.returncode:
        words = NO_ANSWER if _is_away(done) else TELL.format(_first_line(done))
        raise NotDone(f"{UNFETCHED}{words}")


def _fetched(ledger: Ledger, remote: str, names: Iterable[str]) -> Done:
    places = (f"+refs/heads/{name}:refs/remotes/{remote}/{name}" for name in names)
    return ledger.git.run("fetch", "--quiet", "--no-tags", remote, *places)


def coming(ledger: Ledger) -> Iterator[Tip]:
    """The states that are known and not here yet: the published one first."""
    published = ledger.branches.published
    if published and not ledger.git.is_behind(published, "HEAD"):
        yield Tip(published, "网上发布的内容", True)
    for name in _handed_in(ledger):
        tip = ledger.git.tip(name)
        if tip and not ledger.git.is_behind(tip, "HEAD"):
            yield work(ledger.git, tip)


def work(git: Git, commit: str) -> Tip:
    """The work of whoever made a commit."""
    return Tip(commit, f"{git.says_if('log', '-1', '--format=%an', commit)}交的稿")


def _handed_in(ledger: Ledger) -> list[str]:
    """The work of others that is known here: fetched, or brought on a stick."""
    remote = ledger.branches.remote
    places = [TAKEN, *([f"refs/remotes/{remote}/{WORK}"] if remote else [])]
    return ledger.git.says_if("for-each-ref", "--format=%(refname)", *places).splitlines()


def take_in(ledger: Ledger, tip: Tip, picks: Mapping[str, str]) -> Taken:
    """Bring another state into the one that is here; where that cannot be, nothing changes."""
    with ledger.alone():
        ledger.branches.begin()
        taken = Taken(tip)
        try:
            if not tip.is_published:
                refuse_strange(ledger, ledger.git, tip)
            made = joins.join(ledger.git, tip.commit, picks, message(f"收进{tip.words}"))
            if made.lost:
                taken.fault = LOST.format(tip.words, named(made.lost))
            elif made.is_asking:
                taken.questions = made.questions
            else:
                taken.paths = commits.step(ledger.git, made.commit)
                taken.told = made.told
        except NotDone as refusal:
            taken.fault = str(refusal)
        except joins.Unrelated:
            taken.fault = UNRELATED
        except InTheWay as error:
            is_of_galleries = all(GALLERIES in path for path in error.paths)
            words = UNSAVED_HERE if is_of_galleries else BY_HAND
            taken.fault = words.format(named(error.paths))
        except Failed as error:
            taken.fault = UNFETCHED + TELL.format(error)
        return taken


def refuse_strange(ledger: Ledger, git: Git, tip: Tip) -> None:
    """Refuse what changes more than content. Raises NotDone and Failed."""
    if found := strange(git, ledger.branches.published, tip.commit):
        raise NotDone(STRANGE.format(tip.words, named(found)))


def named(paths: Iterable[str]) -> str:
    """The files, as far as a sentence holds them."""
    found = list(paths)
    more = f" 等 {len(found)} 个" if len(found) > SHOWN else ""
    return "、".join(found[:SHOWN]) + more


# Handing in


@dataclass(frozen=True)
class Parcel:
    """A change of one file that is to be handed in, with the text of its commit.

    Files `beside` it go into the same commit, as they are or as they will be; they are not
    touched here.
    """

    rewrite: Rewrite
    path: str
    text: str
    beside: Mapping[str, bytes | None]

    @property
    def files(self) -> Mapping[str, bytes | None]:
        return {self.path: self.rewrite.after, **self.beside}


def hand_in(ledger: Ledger, parcels: Sequence[Parcel], publishes: bool) -> None:
    """Write changes of different files down, a commit each, and hand them in at once.

    With the last review, publish. Raises NotDone, and nothing has changed then.
    """
    with ledger.alone():
        ledger.branches.begin()
        head = new = ledger.git.tip("HEAD")
        try:
            for parcel in parcels:
                new = commits.with_files(ledger.git, new, parcel.files, parcel.text)
            new = _merged(ledger, new, parcels[-1].text) if publishes else new
            _sent(ledger, new, publishes)
        except Failed as error:
            raise NotDone(OTHERWISE.format(error)) from error
        try:
            files.write([parcel.rewrite for parcel in parcels])
            ledger.git.gives("update-ref", "HEAD", new, head)
        except (files.Conflict, OSError, Failed) as error:
            raise NotDone(HERE_TOO) from error
        ledger.git.run("reset", "-q", "--", *(path for item in parcels for path in item.files))


def send(ledger: Ledger, publishes: bool) -> None:
    """Hand in, or publish, what is written down already. Raises NotDone."""
    with ledger.alone():
        ledger.branches.begin()
        head = ledger.git.tip("HEAD")
        if publishes and head == ledger.branches.published:
            return
        try:
            new = _merged(ledger, head, message("发布")) if publishes else head
            _sent(ledger, new, publishes)
            ledger.git.gives("update-ref", "HEAD", new, head)
        except Failed as error:
            raise NotDone(OTHERWISE.format(error)) from error


def _merged(ledger: Ledger, commit: str, text: str) -> str:
    """The next state of the published branch: the work joined to it. Raises NotDone."""
    fetch(ledger)
    published = ledger.branches.published
    if not published:
        return commit
    if not ledger.git.is_behind(published, "HEAD"):
        raise NotDone(BEHIND)
    tree = ledger.git.says("rev-parse", f"{commit}^{{tree}}")
    subject, _, rest = text.partition("\n")
    return commits.written(ledger.git, tree, [published, commit], f"发布：{subject}\n{rest}")


def _sent(ledger: Ledger, commit: str, publishes: bool) -> None:
    """Let the branch that is meant say so, here or where work is handed in. Raises NotDone."""
    branches = ledger.branches
    name = branches.published_name if publishes else branches.handed_in_to
    if not branches.remote:
        if publishes:
            ledger.git.gives("update-ref", f"refs/heads/{name}", commit)
        return
    push(ledger, commit, name)
    if publishes:
        branches.follow(commit)


def push(ledger: Ledger, commit: str, name: str) -> None:
    """Hand a commit in under a branch's name. Raises NotDone."""
    remote = ledger.branches.remote
    done = ledger.git.run("push", "--quiet", remote, f"{commit}:refs/heads/{name}")
    if done.returncode:
        raise NotDone(_why(done))
    ledger.git.run("update-ref", f"refs/remotes/{remote}/{name}", commit)


def _why(done: Done) -> str:
    """Why nothing was handed in, in words."""
    said = done.stderr.decode("utf-8", "replace").lower()
    if any(word in said for word in REJECTED):
        return MOVED
    if any(word in said for word in FORBIDDEN):
        return BARRED
    return UNREACHED if _is_away(done) else OTHERWISE.format(_first_line(done))


def _is_away(done: Done) -> bool:
    said = done.stderr.decode("utf-8", "replace").lower()
    return done.returncode == LATE or any(word in said for word in AWAY)


def _first_line(done: Done) -> str:
    return next(iter(done.stderr.decode("utf-8", "replace").strip().splitlines()), "git")
