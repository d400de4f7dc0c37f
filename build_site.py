#!/usr/bin/env python3
"""Build the showcase site. 构建展示网站。

    python3 build_site.py            build into site/     构建到 site/
    python3 build_site.py --help     all verbs            全部命令

Needs nothing but Python 3.11 or newer: on the first run it makes a virtual environment
in `.venv` from the hashed lock `requirements.txt`, and runs itself again in it. Where npm
is installed, the font for social cards and the search's index builder come from
`package-lock.json`; the tests take their tools for whole pages from there, too.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
TEST_LOCK = ROOT / "requirements-test.txt"
NODE_LOCK = ROOT / "package-lock.json"
NODE_MODULES = ROOT / "node_modules"
DEPLOYMENTS = ROOT / "showcases/deploy"
STAMP = "lock.sha256"
OLDEST = (3, 11)
NO_VENV = """\
无法创建虚拟环境。Debian/Ubuntu 请先执行 sudo apt install python3-venv，再试一次。
Cannot create a virtual environment; on Debian/Ubuntu install python3-venv."""
NO_ENVIRONMENT = """\
无法创建虚拟环境，原因见上面的英文。检查 .venv 能不能写；仍然不行就删掉 .venv 再试一次。
Cannot create a virtual environment: see above; delete .venv and try again."""
NEEDED = (
    "mkdocs",
    "material",
    "pydantic",
    "nh3",
    "typer",
    "rich",
    "PIL",
    "pypinyin",
    "opencc",
    "filelock",
    "icalendar",
    "selectolax",
    "segno",
    "starlette",
    "uvicorn",
    "watchfiles",
    "xlsxwriter",
    "python_multipart",
)


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def stop(words: str) -> None:
    say(words)
    raise SystemExit(1)


def suitable() -> bool:
    """Whether the packages are here already."""
    return all(importlib.util.find_spec(name) for name in NEEDED)


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(lock: Path) -> str:
    """What an environment is made from: the lock and this Python."""
    version = repr(sys.version_info[:3]).encode()
    return hashlib.sha256(version + lock.read_bytes()).hexdigest()


def has_lost_its_python() -> bool:
    """Whether `.venv` is an environment of a Python that an upgrade has taken away.

    Only such a one is emptied; what a link leads to is another project's.
    """
    is_environment = (VENV / "pyvenv.cfg").is_file() and not VENV.is_symlink()
    return is_environment and not venv_python().exists()


def make_environment(testing: bool) -> None:
    """Make or renew `.venv` from the lock; nothing happens when it is up to date.

    The test lock holds everything that the runtime lock holds, so it does for both.
    """
    stamp = VENV / STAMP
    made_from = stamp.read_text() if stamp.exists() and venv_python().exists() else ""
    if made_from in [fingerprint(TEST_LOCK), "" if testing else fingerprint(LOCK)] and made_from:
        return
    say("正在准备运行环境（约一分钟）…… Preparing the environment in .venv …")
    if VENV.is_symlink() and not VENV.exists():
        VENV.unlink()
    clear = ["--clear"] if has_lost_its_python() else []
    if subprocess.run([sys.executable, "-m", "venv", *clear, str(VENV)]).returncode:
        stop(NO_VENV if importlib.util.find_spec("ensurepip") is None else NO_ENVIRONMENT)
    lock = TEST_LOCK if testing else LOCK
    install = [str(venv_python()), "-m", "pip", "install", "--quiet", "--require-hashes"]
    install += ["--only-binary", ":all:", "--disable-pip-version-check", "-r", str(lock)]
    if subprocess.run(install).returncode:
        stop(
            "依赖包安装失败：请检查网络后重试；内网请先配置 pip 镜像。\n"
            "The packages could not be installed: check the network, or configure pip's index."
        )
    stamp.write_text(fingerprint(lock))


def has_admin() -> bool:
    """Whether a deployment may have the pages at `admin/`: this runs before YAML can be read."""
    return any(
        re.search(r"^admin\s*:", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        for path in DEPLOYMENTS.glob("*.yml")
    )


def get_packages(testing: bool) -> None:
    """Install what `package-lock.json` names, once; the site builds without it, too.

    A build takes one package, and those of the pages at `admin/` where a profile has them; the
    tests take their tools as well: what they need does for all.
    """
    npm, stamp = shutil.which("npm"), NODE_MODULES / STAMP
    lock = hashlib.sha256(NODE_LOCK.read_bytes()).hexdigest() if NODE_LOCK.exists() else ""
    admin = testing or has_admin()
    enough = [f"{lock} test", *([] if testing else [f"{lock} admin", *([] if admin else [lock])])]
    if not npm or not lock or (stamp.exists() and stamp.read_text() in enough):
        return
    if NODE_MODULES.is_symlink():  # npm would empty the folder of another project
        say("node_modules 是链接，不在这里安装。node_modules is a link, nothing is installed.")
        return
    say("正在安装 npm 的包…… Installing packages of npm …")
    omitted = [*([] if testing else ["--omit=dev"]), *([] if admin else ["--omit=optional"])]
    install = [npm, "ci", "--loglevel=error", *omitted]
    if subprocess.run(install, cwd=ROOT, stdout=subprocess.DEVNULL).returncode:
        say("没有装上：分享图用照片代替。Not installed: shared links show photos.")
    else:
        stamp.write_text(enough[-1])


def bootstrap(arguments: list[str]) -> None:
    """Go on in an environment that has the packages; returns when this one has them."""
    testing = arguments[:1] == ["test"] and "--help" not in arguments
    if testing or arguments[:1] in ([], ["build"], ["serve"]) or arguments[0].startswith("-"):
        get_packages(testing)
    if not testing and suitable():
        return
    if Path(sys.prefix).resolve() != VENV.resolve():
        make_environment(testing)
        run_again([str(venv_python()), str(ROOT / "build_site.py"), *arguments])


def run_again(command: list[str]) -> NoReturn:
    """Go on as this command. Where the system has no such thing, wait for it."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        raise SystemExit(subprocess.run(command).returncode)
    os.execv(command[0], command)


def finish_upgrade() -> None:
    """Go on with an upgrade that was killed: until then the engine is of two versions."""
    from campaign import staging

    if staging.is_unfinished(ROOT):
        say("上次升级没有做完，现在接着做。Finishing the upgrade that was interrupted.")
        staging.finish(ROOT)
        run_again([sys.executable, str(ROOT / "build_site.py"), *sys.argv[1:]])


def main() -> None:
    if sys.version_info < OLDEST:
        stop("需要 Python 3.11 或更新版本。Python 3.11 or newer is needed.")
    sys.path.insert(0, str(ROOT / "hooks"))
    finish_upgrade()
    arguments = [word for word in sys.argv[1:] if word != "--no-bootstrap"]
    if len(arguments) == len(sys.argv) - 1:
        bootstrap(arguments)
    elif not suitable():
        stop(
            "缺少依赖包：请去掉 --no-bootstrap，或先执行 pip install -r requirements.txt。\n"
            "Packages are missing: leave out --no-bootstrap, or pip install -r requirements.txt."
        )
    sys.argv[1:] = arguments
    from campaign.cli import main as run

    run()


if __name__ == "__main__":
    main()
