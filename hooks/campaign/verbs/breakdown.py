"""What a verb says when the machine, and nobody's text, is in the way: one message each."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from campaign.verbs import console

TRACEBACK = "CAMPAIGN_TRACEBACK"
"""Set in the environment, it shows where in the program an error came from."""
REASONS = {
    errno.ENOSPC: "磁盘满了，请清理出空间再试。The disk is full.",
    errno.EDQUOT: "磁盘配额用完了，请清理出空间再试。The disk quota is used up.",
    errno.EFBIG: "文件超过了系统允许的大小。The system allows no file of this size.",
    errno.EROFS: "磁盘是只读的，不能写。The disk is read-only.",
    errno.EACCES: "没有权限，请检查文件夹的权限，或换一个用户。Permission denied.",
    errno.EPERM: "系统不允许，请检查文件夹的权限。The system does not permit it.",
    errno.EIO: "磁盘读写出错，请检查磁盘。The disk failed.",
    errno.EMFILE: "打开的文件太多，请调高系统限制（ulimit -n）。Too many open files.",
    errno.ENFILE: "系统打开的文件太多，请稍后再试。Too many open files on this system.",
    errno.ENOMEM: "内存不够，请关掉别的程序，或加 --jobs 1 再试。Out of memory.",
    errno.ENAMETOOLONG: "文件名太长，请改短。The file's name is too long.",
    errno.ENOTDIR: "路径中间有一段不是文件夹。A part of the path is no folder.",
    errno.EISDIR: "这里是文件夹，不是文件。It is a folder.",
    errno.EBUSY: "文件正被别的程序使用。Another program uses the file.",
}
TOO_DEEP = "有文字嵌套得太深，程序读不下去，请检查最近改动的文件。A text is nested too deeply."


def told(run: Callable[[], None]) -> None:
    """Run a command; what the machine refuses ends it with words instead of a traceback."""
    try:
        run()
    except OSError as error:
        _end(error, reason(error))
    except RecursionError as error:
        _end(error, TOO_DEEP)
    except MemoryError as error:
        _end(error, REASONS[errno.ENOMEM])


def reason(error: OSError) -> str | None:
    """An error of the system in words; nothing for one that is more likely our mistake."""
    words = REASONS.get(error.errno or 0)
    name = error.filename2 or error.filename
    return f"{_shown(name)}：{words}" if words and name else words


def _shown(name: object) -> str:
    """A file as a person knows it: from here on, where it lies below."""
    text = os.fsdecode(name) if isinstance(name, str | bytes | os.PathLike) else str(name)
    path = Path(text)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else text


def _end(error: BaseException, words: str | None) -> None:
    if words is None or os.environ.get(TRACEBACK):
        raise error
    console.say(f"命令没有完成。{words}", "bold red")
    raise SystemExit(1) from None
