"""Taking photos into a gallery while it is in its form: each is clean before git can see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from threading import Lock

from campaign.desk import editing
from campaign.desk.meanwhile import over
from campaign.desk.saving import UNSAFE, Outcome
from campaign.desk.sheet import Pairs, Sheet
from campaign.desk.uploads import Upload
from campaign.desk.versions.photo_lists import Clash
from campaign.images import metadata
from campaign.photos import intake, published
from campaign.photos.gallery_file import Refused
from campaign.photos.intake import ACCEPTED, UNKNOWN, UNSEEN, slug
from campaign.writing import withdrawals
from campaign.writing.files import present

MOST_FILES = 60
MOST_BYTES = 40_000_000
"""How many photos come at once, and how large one may be."""
LONGEST_NAME = 60
LICENCE, AUTHOR = "take!licence", "take!author"
"""What is said of all photos that come at once."""
FILES = "files"
LICENCES = "licences"
TAKEN = "收下了“{}”。{}"
REMOVED = "去掉了：{}。"
NOTHING = "里面没有附带信息。"
MACHINE = "图片带有 AI 生成标识，已经注明。"
REFUSED = "没有收“{}”：{}"
NO_PICTURE = "不是照片。"
HEIC = "是苹果手机的 HEIC 格式。请技术员装上解码器，或在手机上存成 JPEG。"
KNOWN = "已经在相册里了。"
CLOSED = "打不开，请重新选一次。"
TOO_LARGE = f"超过 {MOST_BYTES // 1_000_000} MB。"
TOO_MANY = f"一次最多收 {MOST_FILES} 张，请分几次加。"
NO_FILES = "没有选照片。"
TO_FILL_IN = "收下的照片还要填好替代文字、人物和授权，再按保存。"
FORGOTTEN = "选好的照片还没有加进来，所以先不保存：请重新选，再点“加进相册”。"
NO_GALLERY = "请先存草稿，再加照片。"
PLAIN = {
    "XMP": "修图软件的附加信息",
    "IPTC": "图片社的附加信息",
    "EXIF": "相机记下的参数",
}
"""What people call what stands beside the pixels, where the file's own word is for experts."""
ONE_AT_A_TIME = Lock()
"""Two requests that take photos in would write the same list."""


def is_forgotten(pairs: Pairs) -> bool:
    """Whether photos were chosen and the form was sent for something else: they did not come."""
    return any(name == FILES and text for name, text in pairs)


def taken_in(sheet: Sheet, files: Sequence[Upload]) -> Outcome:
    """The form with the photos that came, and what became of each file."""
    with ONE_AT_A_TIME:
        return _taken_in(sheet.relisted(""), files)


def _taken_in(sheet: Sheet, files: Sequence[Upload]) -> Outcome:
    base, root = sheet.base, sheet.desk.resident.root
    if base.is_new or (before := present(root / base.path)) is None:
        return Outcome(sheet, faults=[NO_GALLERY])
    wanted = [file for file in files if file.name[:1] not in ("", ".") and file.name not in UNSEEN]
    if not wanted:
        return Outcome(sheet, faults=[NO_FILES])
    notices: list[str] = []
    faults: list[str] = []
    try:
        for words, is_taken in _each(sheet, wanted):
            (notices if is_taken else faults).append(words)
    except Refused:
        faults.append(UNSAFE.format(base.path))
    now = editing.of_bytes(base.kind, base.id, base.path, present(root / base.path))
    sheet.desk.changed([base.path])
    clashes: list[Clash] = []
    if before == base.raw:
        sheet = _with_new(sheet, now)
    else:
        laid = over(sheet, now)
        sheet, clashes = laid.sheet, laid.clashes
        faults += laid.faults
    if notices:
        notices.append(TO_FILL_IN)
    return Outcome(sheet, faults=faults, notices=notices, clashes=clashes)


def _each(sheet: Sheet, files: Sequence[Upload]) -> Iterator[tuple[str, bool]]:
    """Take files in, one after the other: what is said of each, and whether it was taken."""
    root, gallery = sheet.desk.resident.root, sheet.base.id
    details = _details(sheet)
    for number, file in enumerate(files):
        called = file.name[:LONGEST_NAME]
        fault = TOO_MANY if number >= MOST_FILES else TOO_LARGE if file.size > MOST_BYTES else ""
        if fault:
            yield REFUSED.format(called, fault), False
            continue
        with TemporaryDirectory() as folder:
            source = _laid_out(Path(folder), file)
            for outcome in intake.add(root, gallery, [source], lambda _, __: details):
                yield _said(called, source, outcome), outcome.id != "" and not outcome.reason
                if not outcome.reason:
                    _prepare(sheet, outcome.id)


def _details(sheet: Sheet) -> intake.Details:
    """What was said of all; the rest is a gap to be filled in for each."""
    licence = sheet.field(LICENCE)
    known = licence if licence in sheet.names.labels(LICENCES) else UNKNOWN.licence
    return replace(UNKNOWN, licence=known, author=sheet.field(AUTHOR).strip())


def _laid_out(folder: Path, file: Upload) -> Path:
    """The file for the intake, under a name that tells what its own does and leads nowhere."""
    own = PurePath(file.name)
    ending = own.suffix.lower()
    place = folder / f"{slug(own.stem) or 'photo'}{ending if ending in ACCEPTED else ''}"
    file.file.seek(0)
    place.write_bytes(file.file.read())
    return place


def _said(called: str, source: Path, outcome: intake.Outcome) -> str:
    """What became of a file, in words for who sent it."""
    if outcome.reason:
        own = {"unknown": NO_PICTURE, "heic": HEIC, intake.KNOWN: KNOWN, intake.CLOSED: CLOSED}
        words = own.get(outcome.reason) or intake.REASONS[outcome.reason][0]
        return REFUSED.format(called, words)
    found = metadata.left_behind(source.read_bytes())
    names = "、".join(PLAIN.get(name, name) for name in found)
    words = TAKEN.format(called, REMOVED.format(names) if names else NOTHING)
    return f"{words}{MACHINE if outcome.is_generated else ''}"


def _prepare(sheet: Sheet, id: str) -> None:
    """Make what the preview will want, while somebody sees that there is work."""
    site = sheet.desk.site
    path = sheet.desk.resident.root / Path(sheet.base.path).parent / f"{id.partition('/')[2]}.jpg"
    published.prepare(sheet.desk.resident.root, path, published.recipe_of(site))


def _with_new(sheet: Sheet, now: editing.Edited) -> Sheet:
    """The form over the file as it is now, with the photos that came at the end of its list."""
    listed = list(now.data.get(withdrawals.LIST) or [])
    known = len(list(sheet.base.data.get(withdrawals.LIST) or []))
    tokens = dict(sheet.tokens or {})
    more = [str(index) for index in range(known, len(listed))]
    tokens[withdrawals.LIST] = [*tokens.get(withdrawals.LIST, ()), *more]
    photos = [*(sheet.data.get(withdrawals.LIST) or []), *listed[known:]]
    return sheet.saying({**sheet.data, withdrawals.LIST: photos}, base=now, tokens=tokens)
