"""A picture: its size, its parts, and the register of all pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

WIDE = (1200, 800)
TALL = (800, 1200)
COVER = (1200, 675)

Drawing = Callable[[], str]


def daylight(width: int, height: int) -> str:
    """One light for all pictures: warm from the upper left, cool at the lower right."""
    stops = '<stop offset="0" stop-color="#fff0cc" stop-opacity=".15"/><stop offset=".5" stop-color="#fff0cc" stop-opacity="0"/><stop offset=".55" stop-color="#27325a" stop-opacity="0"/><stop offset="1" stop-color="#27325a" stop-opacity=".13"/>'
    return f'<defs><linearGradient id="daylight" x1="0" y1="0" x2="1" y2="1">{stops}</linearGradient></defs><rect width="{width}" height="{height}" fill="url(#daylight)"/>'


@dataclass(frozen=True)
class Picture:
    """One picture of a gallery and the function that draws it."""

    gallery: str
    stem: str
    size: tuple[int, int]
    draw: Drawing

    def svg(self) -> str:
        """The picture as an SVG document."""
        width, height = self.size
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        return f'{head} width="{width * 2}" height="{height * 2}">{self.draw()}{daylight(width, height)}</svg>'


PICTURES: list[Picture] = []


def picture(gallery: str, stem: str, size: tuple[int, int] = WIDE) -> Callable[[Drawing], Drawing]:
    """Put a drawing on the register."""

    def keep(draw: Drawing) -> Drawing:
        PICTURES.append(Picture(gallery, stem, size, draw))
        return draw

    return keep


def cover(stem: str) -> Callable[[Drawing], Drawing]:
    """Put a community's cover on the register."""
    return picture("community-views", stem, COVER)


@dataclass(frozen=True)
class Ground:
    """Level ground seen from a height: how tall a thing looks where it stands."""

    horizon: float
    eye: float = 2.6

    def metre(self, y: float) -> float:
        """The length of a metre on the ground line y."""
        return (y - self.horizon) / self.eye

    def tall(self, y: float, metres: float = 1.68) -> float:
        """The height on the picture of something that stands on the line y."""
        return self.metre(y) * metres


@dataclass(frozen=True)
class Camera:
    """A view down a street: x to the right, y up, z away, all in metres."""

    x: float
    y: float
    focus: float
    eye: float = 1.9

    def at(self, x: float, y: float, z: float) -> tuple[float, float]:
        """Where a point of the street lies on the picture."""
        return self.x + self.focus * x / z, self.y - self.focus * (y - self.eye) / z

    def quad(self, x: float, low: float, high: float, near: float, far: float) -> list[tuple[float, float]]:
        """A rectangle on a wall that runs along the street."""
        return [self.at(x, low, near), self.at(x, high, near), self.at(x, high, far), self.at(x, low, far)]

    def floor(self, left: float, right: float, near: float, far: float, y: float = 0) -> list[tuple[float, float]]:
        """A rectangle on the ground."""
        return [self.at(left, y, near), self.at(right, y, near), self.at(right, y, far), self.at(left, y, far)]

    def front(self, left: float, right: float, low: float, high: float, z: float) -> list[tuple[float, float]]:
        """A rectangle that faces the viewer."""
        return [self.at(left, low, z), self.at(right, low, z), self.at(right, high, z), self.at(left, high, z)]

    def metre(self, z: float) -> float:
        """The length of a metre at a distance."""
        return self.focus / z
