"""Social cards: the picture that a chat shows for a link, drawn from a title and a photo.

1200 × 630 pixels, as Open Graph consumers expect. Without the font (`images/lettering.py`)
there are no cards, and a link shows the photo itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from filelock import FileLock
from PIL import Image, ImageDraw, ImageFont, ImageOps

from campaign.images import lettering, linebreaks, store
from campaign.images.store import Store
from campaign.render.outputs import Output
from campaign.workers import HERE, Workers

SIZE = (1200, 630)
DESIGN = "card 5"
"""Raise the number when the drawing below changes: stored cards are then drawn again."""
VERMILION, INK, PAPER = "#a8141b", "#1f2328", "#fbf8f3"
MARGIN, HEAD, FOOT, LABEL_FOOT, RULE = 64, 34, 92, 78, 8
"""In pixels: beside the text, above and below the title, below the label, the red rule."""
LEADING = 1.3
TITLE_SIZES = (72, 60, 52)
"""In pixels: a title that needs more than three lines is set smaller."""
TITLE_LINES = 3
LABEL_SIZE = 30
GAP = 40
"""In pixels: between the two ends of the line below the title, at least."""
QUALITIES = (82, 74, 66, 58, 50, 40, 30)
MAX_BYTES = 150_000
"""What a card weighs at most; one of leaves or a crowd gets a lower quality."""


@dataclass(frozen=True)
class Card:
    """What one card says and shows."""

    path: str
    """Where it is published, relative to the site's root."""
    title: str
    label: str
    """One line below the title: whose site it is."""
    photo: Path | None = None
    """The largest WebP of the photo behind the title."""
    photo_key: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    """What a crop must keep, in shares of width and height."""
    about: str = ""
    """Beside the label: which kind of thing it is, and of which day."""
    pieces: tuple[str, ...] = ()
    """The title's pieces between which a line may break; without them it may anywhere."""

    @property
    def key(self) -> str:
        title = "\0".join(self.pieces) or self.title
        return store.key(
            DESIGN,
            lettering.FONT_HASH,
            title,
            self.label,
            self.about,
            self.photo_key,
            str(self.focus),
        )


def outputs(root: Path, cards: Sequence[Card], workers: Workers = HERE) -> Iterator[Output]:
    """The cards, drawn where the store has none. The font must be there."""
    shelf = Store(root / store.PLACE)
    shelf.root.mkdir(parents=True, exist_ok=True)
    wanted = {card.key: card for card in cards}
    with FileLock(shelf.root / "lock"):
        jobs = [_Job(root, shelf.root, card) for key, card in wanted.items() if not shelf.get(key)]
        workers.each(_draw, jobs)
    for card in cards:
        entry = shelf.get(card.key)
        if entry:
            yield Output(card.path, entry.path("card.jpg"))


@dataclass(frozen=True)
class _Job:
    root: Path
    shelf: Path
    card: Card


def _draw(job: _Job) -> None:
    image = drawn(job.card, job.root / lettering.FONT)
    for quality in QUALITIES:
        data = _encoded(image, quality)
        if len(data) <= MAX_BYTES:
            break
    Store(job.shelf).put(job.card.key, {"card.jpg": data}, {})


def _encoded(image: Image.Image, quality: int) -> bytes:
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=quality, optimize=True)
    return encoded.getvalue()


@cache
def _canvas() -> Image.Image:
    """What a process paints all its cards on: fresh memory takes longer than the paint."""
    return Image.new("RGB", SIZE)


def drawn(card: Card, font: Path) -> Image.Image:
    """The card as pixels: the photo above, the title on paper below it.

    They are there until the next card is painted.
    """
    lines, face = _set(card.pieces or linebreaks.units(card.title), font, SIZE[0] - 2 * MARGIN)
    leading = round(face.size * LEADING)
    title_top = SIZE[1] - FOOT - leading * len(lines)
    image, (right, bottom), red = _canvas(), SIZE, title_top - HEAD + RULE + 1
    image.paste(VERMILION, (0, 0, right, red))
    image.paste(PAPER, (0, red, right, bottom))
    if card.photo:
        image.paste(_photo(card.photo, (right, title_top - HEAD), card.focus))
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        lettering.write(pen, (MARGIN, title_top + number * leading), line, face, INK)
    _set_foot(pen, card, lettering.face(font, LABEL_SIZE))
    return image


def _set_foot(pen: ImageDraw.ImageDraw, card: Card, face: ImageFont.FreeTypeFont) -> None:
    """Whose site it is at the left, what the page is at the right."""
    measure = partial(lettering.width, face)
    top, end = SIZE[1] - LABEL_FOOT, SIZE[0] - MARGIN
    start = end - measure(card.about)
    room = int(start - GAP - MARGIN) if card.about else end - MARGIN
    is_short = measure(card.label) <= room
    label = card.label if is_short else linebreaks.shortened(card.label, room, measure)
    lettering.write(pen, (MARGIN, top), label, face, VERMILION)
    lettering.write(pen, (start, top), card.about, face, INK)


def _set(pieces: Sequence[str], font: Path, width: int) -> tuple[list[str], ImageFont.FreeTypeFont]:
    """The title's lines and the face, the largest in which it fits."""
    for size in TITLE_SIZES:
        face = lettering.face(font, size)
        measure = cache(partial(lettering.width, face))  # the same lines are tried again and again
        lines = linebreaks.balanced(pieces, width, measure)
        if len(lines) <= TITLE_LINES:
            return lines, face
    last = linebreaks.shortened(lines[TITLE_LINES - 1], width, measure)
    return [*lines[: TITLE_LINES - 1], last], face


def _photo(path: Path, size: tuple[int, int], focus: tuple[float, float]) -> Image.Image:
    """The photo in a size, cropped around its focus."""
    with Image.open(path, formats=("WEBP",)) as opened:
        image = opened.convert("RGB")
    return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=focus)
