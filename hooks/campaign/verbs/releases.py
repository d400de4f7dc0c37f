"""Where an upgrade comes from: an archive, a folder, or the address of a git repository.

A release is read by the list of its own engine, and by nothing else that lies beside it:
each name is looked at before it is asked for, and each file has to have the hash that the
list says. So a path that leads elsewhere, a link, or half a download is found before any
file of the project is touched.
"""

from __future__ import annotations

import re
import subprocess
import tarfile
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign import staging
from campaign.verbs import engine

ADDRESS = re.compile(r"[a-z+]+://.+|[\w.-]+@[\w.-]+:.+")
"""What git reads as the address of a repository elsewhere."""
LARGEST = 50_000_000
"""Bytes that a file of an engine may have; one has less than a tenth."""
WHOLE = 500_000_000
"""Bytes that a release may have, unpacked."""
BROKEN = (
    OSError,
    EOFError,
    KeyError,
    ValueError,  # texts in no form that was agreed on
    RuntimeError,  # a zip with a password
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
Read = Callable[[str], bytes | None]
"""Reads a file of the release by its name; none where it has no such file."""


class Unusable(Exception):
    """Nothing can be taken from there. The text says why, in both languages."""


@dataclass(frozen=True)
class Release:
    """An engine as it was delivered."""

    version: str
    files: Mapping[str, bytes]
    """Its files, without the list of them."""
    listing: bytes
    """The list of them."""


def open_release(source: str, ref: str | None = None) -> Release:
    """The release that an archive, a folder or an address holds. Raises Unusable."""
    try:
        with _reading(source, ref) as read:
            return _release(source, read)
    except BROKEN as error:
        raise Unusable(f"{source} 读不出来：{error}。It cannot be read.") from None


@contextmanager
def _reading(source: str, ref: str | None) -> Iterator[Read]:
    path = Path(source)
    if ADDRESS.fullmatch(source) or (ref and path.is_dir()):
        with TemporaryDirectory() as folder:
            yield _folder(_cloned(source, ref, Path(folder) / "release"))
    elif path.is_dir():
        yield _folder(path)
    elif not path.is_file():
        raise Unusable(
            f"找不到 {source}：请写压缩包、文件夹或 git 地址。\n"
            "Not found: name an archive, a folder or the address of a git repository."
        )
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield _zipped(archive)
    else:
        with tarfile.open(path) as archive:
            yield _packed(archive)


def _cloned(address: str, ref: str | None, folder: Path) -> Path:
    """Fetch the latest state of a repository, or that of a branch or tag."""
    wanted = [f"--branch={ref}"] if ref else []
    command = ["git", "clone", "--quiet", "--depth=1", *wanted, "--", address, str(folder)]
    try:
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    except FileNotFoundError:
        raise Unusable("没有安装 git，请改用压缩包。Git is not installed.") from None
    if done.returncode:
        raise Unusable(f"git 取不到 {address}：{done.stderr.strip()}")
    return folder


def _folder(folder: Path) -> Read:
    def read(name: str) -> bytes | None:
        path = folder / name
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()

    return read


def _zipped(archive: zipfile.ZipFile) -> Read:
    entries = {entry.filename: entry for entry in archive.infolist()}
    top = _top(entries)

    def read(name: str) -> bytes | None:
        entry = entries.get(top + name)
        if entry is None or entry.file_size > LARGEST:
            return None
        with archive.open(entry) as file:
            return file.read(LARGEST)

    return read


def _packed(archive: tarfile.TarFile) -> Read:
    entries, size = {}, 0
    for entry in archive:
        size += entry.size
        _refuse_large(size)
        if entry.isreg():
            entries[entry.name] = entry
    top = _top(entries)

    def read(name: str) -> bytes | None:
        entry = entries.get(top + name)
        file = archive.extractfile(entry) if entry and entry.size <= LARGEST else None
        return file.read() if file else None

    return read


def _refuse_large(size: int) -> None:
    if size > WHOLE:
        raise Unusable("内容太大，不是本程序的发行版。It is too large to be this program.")


def _top(names: Mapping[str, object]) -> str:
    """The folder of an archive in which everything lies; nothing when there is none."""
    found = [name for name in names if name == engine.LIST or name.endswith(f"/{engine.LIST}")]
    return min(found, key=len, default="").removesuffix(engine.LIST)


def _release(source: str, read: Read) -> Release:
    listed = read(engine.LIST)
    if listed is None:
        raise Unusable(
            f"{source} 里没有 {engine.LIST}，不是本程序的发行版。It is no release of this program."
        )
    files: dict[str, bytes] = {}
    for name, expected in engine.listed(listed.decode()).items():
        data = read(name)
        if data is None or staging.digest(data) != expected:
            raise Unusable(
                f"{source} 不完整：{name} 缺失，或者与清单不符。请重新下载，没有改动任何文件。\n"
                "A file is missing or is not what the list says: get it anew."
            )
        files[name] = data
        _refuse_large(sum(map(len, files.values())))
    return Release(_version(files), files, listed)


def _version(files: Mapping[str, bytes]) -> str:
    project = tomllib.loads(files["pyproject.toml"].decode())["project"]
    return str(project["version"])
