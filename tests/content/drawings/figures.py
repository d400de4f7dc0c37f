"""People: a jointed figure, its clothes and its stance."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import heads
from palette import CHALK, HAIR, NAVY, SHADE, SKIN, VERMILION, dark
from svg import Point, circle, ellipse, group, line, path, poly, rect

Angles = tuple[float, float]
Prop = Callable[[float, float], str]


@dataclass(frozen=True)
class Look:
    """What a person is like and wears."""

    top: str
    bottom: str = NAVY
    skin: str = SKIN
    hair: str = HAIR
    style: str = "short"
    sleeve: str = "long"
    garment: str = "shirt"
    legs: str = "trousers"
    hat: str = ""
    build: str = "adult"
    shoes: str = "#3a3a40"


@dataclass(frozen=True)
class Pose:
    """Angles of limbs from straight down, in degrees; forward is positive."""

    near_arm: Angles = (-7, 6)
    far_arm: Angles = (9, 18)
    near_leg: Angles = (-3, -4)
    far_leg: Angles = (5, 2)
    lean: float = 0
    head: float = 0
    view: str = "side"
    short: float = 1.0  # thighs that point to or from the viewer look shorter


@dataclass(frozen=True)
class Build:
    """Lengths of a body that is 100 high."""

    thigh: float
    shin: float
    torso: float
    arm: float
    head: float
    width: float


BUILDS = {
    "adult": Build(23, 22.5, 31, 16.5, 8.6, 1.0),
    "elder": Build(21.5, 21.5, 31, 16.5, 9.2, 1.08),
    "child": Build(17.5, 17.5, 28, 14, 13.2, 1.12),
}


def turned(start: Point, length: float, angle: float, side: int = 1) -> Point:
    """The far end of a limb."""
    turn = math.radians(angle)
    return start[0] + side * length * math.sin(turn), start[1] + length * math.cos(turn)


def limb(points: tuple[Point, Point, Point], widths: tuple[float, float, float], fill: str) -> str:
    """Two tapered pieces with a round joint."""
    a, b, c = points
    return _piece(a, b, widths[0], widths[1], fill) + _piece(b, c, widths[1], widths[2], fill)


def _piece(a: Point, b: Point, wide: float, narrow: float, fill: str) -> str:
    run, rise = b[0] - a[0], b[1] - a[1]
    length = math.hypot(run, rise) or 1
    nx, ny = -rise / length / 2, run / length / 2
    corners = [
        (a[0] + nx * wide, a[1] + ny * wide),
        (b[0] + nx * narrow, b[1] + ny * narrow),
        (b[0] - nx * narrow, b[1] - ny * narrow),
        (a[0] - nx * wide, a[1] - ny * wide),
    ]
    return poly(corners, fill) + circle(*a, wide / 2, fill) + circle(*b, narrow / 2, fill)


class Figure:
    """One person, worked out joint by joint."""

    def __init__(self, look: Look, pose: Pose, mirrored: bool) -> None:
        self.look, self.pose, self.build = look, pose, BUILDS[look.build]
        self.shade = -1 if mirrored else 1
        self.wide = pose.view != "side"
        self._place_legs()
        self._place_upper()

    def _place_legs(self) -> None:
        b, pose, spread = self.build, self.pose, 4.4 if self.wide else 1.6
        sides = (-1, 1) if self.wide else (1, 1)
        legs = []
        for start, angles, side in ((-spread, pose.near_leg, sides[0]), (spread, pose.far_leg, sides[1])):
            hip = (start, 0.0)
            knee = turned(hip, b.thigh * pose.short, angles[0], side)
            legs.append((hip, knee, turned(knee, b.shin, angles[1], side)))
        lift = -max(leg[2][1] for leg in legs) - 3.2
        self.lift = lift
        self.near_leg, self.far_leg = (tuple((x, y + lift) for x, y in leg) for leg in legs)

    def _place_upper(self) -> None:
        b, pose = self.build, self.pose
        self.neck = turned((0, self.lift), b.torso, 180 - pose.lean)
        spread, sides = (9.2 * b.width, (-1, 1)) if self.wide else (4.6, (1, 1))
        arms = []
        for start, angles, side in ((-spread, pose.near_arm, sides[0]), (spread, pose.far_arm, sides[1])):
            across = math.radians(pose.lean)
            top = (self.neck[0] + start * math.cos(across), self.neck[1] + start * math.sin(across) + 3.4)
            elbow = turned(top, b.arm, angles[0], side)
            arms.append((top, elbow, turned(elbow, b.arm, angles[1], side)))
        self.near_arm, self.far_arm = arms

    def arm(self, joints: tuple[Point, Point, Point], fill: str) -> str:
        """An arm with its sleeve and hand."""
        w, skin = self.build.width, self.look.skin
        (ex, ey), (wx, wy) = joints[1], joints[2]
        reach = 2.6 * w / (math.hypot(wx - ex, wy - ey) or 1)
        hand = circle(wx + (wx - ex) * reach, wy + (wy - ey) * reach, 2.9 * w, skin)
        if self.look.sleeve == "short":
            bare = limb(joints, (5.4 * w, 4.6 * w, 3.8 * w), skin)
            mid = tuple((p * 0.35 + q * 0.65) for p, q in zip(joints[0], joints[1], strict=True))
            return bare + hand + _piece(joints[0], mid, 7.2 * w, 6.6 * w, fill)
        return hand + limb(joints, (7.2 * w, 6.2 * w, 5 * w), fill)

    def leg(self, joints: tuple[Point, Point, Point], fill: str) -> str:
        """A leg with its shoe."""
        w, look, ankle = self.build.width, self.look, joints[2]
        toe = 0 if self.wide else 2.4
        shoe = path(f"M{ankle[0] - 3.4 + toe * 0.2},{ankle[1] - 1}h6.4q{3 + toe},1 {3 + toe},4.2h-{11 + toe}q-1,-3 1.6,-4.2z", look.shoes)
        if look.legs == "trousers":
            return shoe + limb(joints, (9.6 * w, 7.8 * w, 6.2 * w), fill)
        bare = limb(joints, (8 * w, 6 * w, 4.4 * w), look.skin)
        knee = joints[1]
        cover = _piece(joints[0], knee, 9.8 * w, 9.2 * w, fill) if look.legs == "shorts" else ""
        return shoe + bare + cover

    def torso(self) -> str:
        """The body's clothes, drawn upright and then leaned."""
        b, look = self.build, self.look
        t, s, hem = b.torso, (10.2 if self.wide else 8.2) * b.width, {"coat": 20, "tunic": 9}.get(look.garment, 3.5)
        h = (8.6 if self.wide else 7.6) * b.width + (2.2 if hem > 10 else 0)
        d = f"M{-s + 4},{-t}L{s - 4},{-t}Q{s},{-t + 0.5} {s},{-t + 6}L{h - 0.6},{-t * 0.4}L{h},{hem}L{-h},{hem}L{-h + 0.6},{-t * 0.4}L{-s},{-t + 6}Q{-s},{-t + 0.5} {-s + 4},{-t}Z"
        side = self.shade
        dim = f"M{side * s * 0.42},{-t}L{side * (s - 4)},{-t}Q{side * s},{-t + 0.5} {side * s},{-t + 6}L{side * (h - 0.6)},{-t * 0.4}L{side * h},{hem}L{side * h * 0.3},{hem}Q{side * h * 0.62},{-t * 0.5} {side * s * 0.42},{-t}Z"
        body = path(d, look.top) + path(dim, dark(look.top, 0.13)) + self._extras(t, s, h, hem)
        return group(body, x=0, y=self.lift, rotate=self.pose.lean)

    def _extras(self, t: float, s: float, h: float, hem: float) -> str:
        look = self.look
        if look.garment == "vest":
            return self._vest(t, s, h)
        if look.garment == "apron":
            return rect(-h + 1, -t * 0.62, 2 * h - 2, t * 0.62 + 14, CHALK, 2)
        if look.garment == "coat":
            return line([(h * 0.12, -t + 2), (h * 0.12, hem - 1)], dark(look.top, 0.16), 0.8)
        return rect(-h, hem - 1.4, 2 * h, 1.6, dark(look.top, 0.2))

    def _vest(self, t: float, s: float, h: float) -> str:
        side = self.shade
        shell = path(
            f"M{-s + 2.4},{-t}L-2.6,{-t}L1,{-t + 9}L4.2,{-t}L{s - 2.4},{-t}L{s - 2.6},{-t + 9}L{h + 0.6},2L{-h - 0.6},2L{-s + 2.6},{-t + 9}Z",
            VERMILION,
        )
        dim = path(
            f"M{side * (s - 2.4)},{-t}L{side * (s - 2.6)},{-t + 9}L{side * (h + 0.6)},2L{side * h * 0.35},2L{side * s * 0.5},{-t}Z",
            "#8b1017",
        )
        return shell + dim + rect(-h - 0.2, -t * 0.36, 2 * h + 0.4, 2.6, "#f2e3b4")

    def skirt(self) -> str:
        """A skirt that falls from the waist over the knees."""
        b, y = self.build, self.lift
        knees = [self.near_leg[1], self.far_leg[1]]
        low = max(k[1] for k in knees) + 3
        left, right = min(k[0] for k in knees) - 7.5, max(k[0] for k in knees) + 7.5
        w = 7.4 * b.width
        return path(f"M{-w},{y - 4}L{w},{y - 4}L{right},{low}Q{(left + right) / 2},{low + 3} {left},{low}Z", self.look.bottom) + path(
            f"M{self.shade * w * 0.4},{y - 4}L{self.shade * w},{y - 4}L{right if self.shade > 0 else left},{low}L{(left + right) / 2 + self.shade * 3},{low + 1.4}Z",
            dark(self.look.bottom, 0.12),
        )

    def head(self) -> str:
        """The neck and the head."""
        b, pose = self.build, self.pose
        turn = pose.lean * 0.45 + pose.head
        base = (self.neck[0], self.neck[1] + (-1.4 if pose.view == "back" else 1))
        centre = turned(base, b.head + 2.9, 180 - turn)
        neck = _piece(
            (base[0], base[1] + 1.5), ((base[0] + centre[0]) / 2, (base[1] + centre[1]) / 2), 5.6, 5.2, dark(self.look.skin, 0.14)
        )
        return neck + group(heads.head(self.look, pose.view, self.shade), x=centre[0], y=centre[1], scale=b.head, rotate=turn)

    def drawn(self, near: Prop | None, far: Prop | None) -> str:
        """All parts, the far ones first."""
        look = self.look
        arm_fill, leg_fill = look.top, look.bottom
        held_far = far(*self.far_arm[2]) if far else ""
        held_near = near(*self.near_arm[2]) if near else ""
        legs = self.leg(self.far_leg, dark(leg_fill, 0.0 if self.wide else 0.16)) + self.leg(self.near_leg, leg_fill)
        below = self.skirt() if look.legs == "skirt" else ""
        far_arm = self.arm(self.far_arm, dark(arm_fill, 0.06 if self.wide else 0.18))
        body = self.torso() + self.head()
        if self.wide:
            arms = held_far + far_arm + held_near + self.arm(self.near_arm, dark(arm_fill, 0.06))
            behind, before = (arms, "") if self.pose.view == "back" else ("", arms)
            return legs + below + behind + body + before
        return far_arm + held_far + legs + below + body + held_near + self.arm(self.near_arm, dark(arm_fill, 0.05))


def person(
    x: float,
    y: float,
    tall: float,
    look: Look,
    pose: Pose,
    flip: bool = False,
    near: Prop | None = None,
    far: Prop | None = None,
    shadow: float = 0.2,
) -> str:
    """A person who stands at x on the line y and would be `tall` high upright."""
    figure = Figure(look, pose, flip)
    scale = tall / 100
    feet = (figure.near_leg[2][0] + figure.far_leg[2][0]) / 2
    dim = ellipse(x + (-feet if flip else feet) * scale + 5 * scale, y - 0.4 * scale, 20 * scale, 3.6 * scale, SHADE, opacity=shadow)
    return (dim if shadow else "") + group(figure.drawn(near, far), x=x, y=y, scale=scale, flip=flip)
