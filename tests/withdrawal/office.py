"""A project that shows one photo wherever a photo can be shown."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from campaign.images import store
from campaign.images.store import MANIFEST
from campaign.reading import yamltext
from sites import CommandResult, build_site, tree_of

CANARY, CAPTION, DRAFT = "金丝雀在广场上跳舞给人看", "金丝雀的图注", "草稿里的金丝雀在唱歌"
FOLDER = "photos/fair/dance/"
LIST = "showcases/galleries/fair/gallery.yml"
REVIEW = (
    "review: [{role: first, by: 示例镇, at: 2026-01-05}, {role: second, by: 示例办, "
    "at: 2026-01-06}, {role: final, by: 示例办, at: 2026-01-07}]\n"
)
DANCE = f"""\
  - file: dance.jpg # 一
    alt: {CANARY}
    caption: {CAPTION}
    licence: own
    people: identifiable
    author: {{name: 示例办}}
"""
CONSENT = "    consent: {state: obtained, ref: 台2025-001, scope: [web, abroad, contest]} # 二\n"
BY_HAND = "    consent: {state: withdrawn, date: 2026-04-01}\n"
REST = f"""\
  - {{file: before.jpg, alt: 整治前的墙角堆着杂物, licence: own, people: none}}
  - {{file: after.jpg, alt: 整治后的墙角种上了花, licence: own, people: none}}
# 三
{REVIEW}"""
HEAD = "title: 邻里节\ndate: 2025-10-18\ncommunities: [alpha]\ncover: dance\nphotos:\n"
SECRET = f"""\
title: 草稿相册
date: 2025-10-18
status: draft
photos:
  - {{file: song.jpg, alt: {DRAFT}, licence: own, people: none, author: {{name: 示例办}}}}
"""
PAGE = "---\ntitle: 关于\n---\n\n# 关于\n\n[[photo id=fair/dance]]\n\n[](contest:lens)\n"


def gallery(consent: str, rest: str = REST) -> str:
    return HEAD + DANCE + consent + rest


@dataclass(frozen=True)
class Office:
    """A project with a site in place."""

    root: Path

    def run(self, *arguments: str) -> CommandResult:
        return build_site(self.root, *arguments)

    def write(self, text: str, path: str = LIST) -> None:
        (self.root / path).write_text(text, encoding="utf-8")

    def text(self, path: str = LIST) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    @property
    def dance(self) -> dict[str, Any]:
        """What the list says of the photo."""
        data = yamltext.read(LIST, self.text()).data
        return next(item for item in data["photos"] if item["file"] == "dance.jpg")

    @property
    def has_file(self) -> bool:
        return (self.root / "showcases/galleries/fair/dance.jpg").exists()

    def site(self) -> dict[str, bytes]:
        return tree_of(self.root / "site")

    def stored(self) -> set[bytes]:
        """Every file of the store but its manifests."""
        found = tree_of(self.root / store.PLACE)
        return {data for path, data in found.items() if not path.endswith((MANIFEST, "lock"))}


def copied(office: Office, folder: Path) -> Office:
    shutil.copytree(office.root, folder, symlinks=True)
    return Office(folder)


def pictures_of(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in tree.items() if path.startswith(FOLDER)}


def is_grey(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as image:
        colours = image.convert("RGB").getcolors() or []
        return image.size == (1, 1) and len(colours) == 1
