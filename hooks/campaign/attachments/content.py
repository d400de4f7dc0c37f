"""What was read of a file of an office."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.images import metadata
from campaign.images.metadata import PLACE

AUTHOR, COMPANY, COMMENTS, CHANGES = "作者", "单位", "批注", "修订痕迹"
PROGRAM, INSIDE, PHOTO_PLACE = "宏或脚本", "嵌入的文件", "照片的拍摄位置"
JPEG = re.compile(rb"\xff\xd8\xff")
EXIF_LENGTH = 1 << 17
"""A JPEG tells where it was taken in its first 64 KB; what stands before that may be as long."""


@dataclass(frozen=True)
class Content:
    """What a file tells beside its content, and its text line by line."""

    told: tuple[str, ...]
    lines: tuple[str, ...]


class Unreadable(Exception):
    """The file is damaged, or only somebody with a password can read it."""


def tells_a_place(data: bytes) -> bool:
    """Whether a JPEG that stands anywhere in the bytes tells where it was taken."""
    starts = (found.start() for found in JPEG.finditer(data))
    return any(
        PLACE in metadata.carried(data[start : start + EXIF_LENGTH], "JPEG") for start in starts
    )
