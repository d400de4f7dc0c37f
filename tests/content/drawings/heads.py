"""Heads in units of half a head's height; they look to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from palette import INK, OCHRE, STRAW, VERMILION, dark, mix
from svg import circle, ellipse, path, rect, stroke

if TYPE_CHECKING:
    from figures import Look

CAP = "M.66,-.5C.6,-1.22 -.98,-1.4 -1,-.1C-1.02,.35 -.86,.6 -.62,.76C-.52,.5 -.52,.3 -.46,.08C-.36,-.12 -.2,-.34 .04,-.4C.3,-.44 .5,-.46 .66,-.5Z"
FRONT = "M-.86,.12C-1.12,-1.3 1.12,-1.3 .86,.12C.78,-.1 .76,-.3 .6,-.44C.2,-.26 -.3,-.36 -.56,-.46C-.72,-.3 -.78,-.1 -.86,.12Z"
BOB = "M.7,-.46C.62,-1.26 -1.04,-1.42 -1.06,-.1C-1.1,.5 -1,.86 -.86,1.02C-.6,1.1 -.36,1.06 -.24,.98C-.3,.6 -.4,.2 -.3,-.06C-.1,-.3 .4,-.4 .7,-.46Z"
BOB_FRONT = "M-.98,.92C-1.3,-1.46 1.3,-1.46 .98,.92C.86,1 .76,1 .7,.9C.74,.4 .74,0 .62,-.4C.2,-.24 -.3,-.3 -.58,-.44C-.74,0 -.74,.4 -.7,.9C-.76,1 -.86,1 -.98,.92Z"
LONG_BACK = "M-.95,-.3C-1.25,.7 -1.2,1.5 -.95,1.9C-.5,2.05 -.1,1.8 -.05,1.2L.1,-.3Z"


def head(look: Look, view: str, shade: int) -> str:
    """The head of a person, seen from the side, the front or the back."""
    if view == "back":
        return _back(look)
    if view == "front":
        return _front(look, shade)
    return _side(look, shade)


def _side(look: Look, shade: int) -> str:
    skin, hair = look.skin, look.hair
    behind = _behind(look)
    face = path(
        "M-.8,-.2C-.8,-1.1 .78,-1.1 .8,-.15C.82,.0 .92,.14 .94,.22C.92,.3 .84,.3 .82,.34C.82,.66 .62,.98 .3,1C-.3,1.04 -.76,.6 -.8,-.2Z",
        skin,
    )
    cheek = circle(0.42, 0.36, 0.17, mix(skin, VERMILION, 0.24))
    eye = stroke("M.44,.04q.12,-.1 .24,0", mix(skin, INK, 0.78), 0.075)
    mouth = stroke("M.52,.62q.14,.08 .24,-.03", mix(skin, VERMILION, 0.5), 0.06)
    ear = ellipse(-0.32, 0.2, 0.13, 0.19, dark(skin, 0.1))
    return behind + face + cheek + eye + mouth + _hair_side(look, hair) + ear + _hat(look, "side")


def _front(look: Look, shade: int) -> str:
    skin = look.skin
    face = ellipse(0, 0.04, 0.8, 0.95, skin)
    dim = path(
        "M.3,-.8C.9,-.6 .9,.6 .25,.96C.6,.4 .56,-.4 .3,-.8Z" if shade > 0 else "M-.3,-.8C-.9,-.6 -.9,.6 -.25,.96C-.6,.4 -.56,-.4 -.3,-.8Z",
        dark(skin, 0.06),
    )
    cheeks = "".join(circle(x, 0.36, 0.16, mix(skin, VERMILION, 0.24)) for x in (-0.44, 0.44))
    eyes = "".join(stroke(f"M{x - 0.11},.06q.11,-.1 .22,0", mix(skin, INK, 0.78), 0.07) for x in (-0.32, 0.32))
    mouth = stroke("M-.15,.56q.15,.12 .3,0", mix(skin, VERMILION, 0.5), 0.06)
    shape = BOB_FRONT if look.style in {"bob", "long", "curly"} else FRONT
    hair = "" if look.style == "bald" else path(shape, look.hair)
    behind = (
        "".join(ellipse(x, 0.45, 0.32, 0.62 if look.style == "bob" else 1.15, dark(look.hair, 0.2)) for x in (-0.68, 0.68))
        if look.style in {"bob", "long"}
        else ""
    )
    return behind + face + dim + cheeks + eyes + mouth + hair + _extras_front(look) + _hat(look, "front")


def _back(look: Look) -> str:
    hair = look.hair if look.style != "bald" else look.skin
    ears = "".join(ellipse(x, 0.2, 0.14, 0.2, look.skin) for x in (-0.82, 0.82))
    base = ears + ellipse(0, 0.1, 0.74, 0.9, look.skin)
    if look.style == "bald":
        return base + path("M-.82,.0C-.8,.5 -.5,.8 0,.8C.5,.8 .8,.5 .82,0C.6,.3 -.6,.3 -.82,0Z", look.hair)
    low = {"bob": 0.95, "long": 1.7}.get(look.style, 0.62)
    shape = path(f"M-.86,.1C-1.1,-1.4 1.1,-1.4 .86,.1C.92,{low * 0.7} .7,{low} 0,{low}C-.7,{low} -.92,{low * 0.7} -.86,.1Z", hair)
    return base + shape + _extras_front(look, back=True) + _hat(look, "back")


def _behind(look: Look) -> str:
    if look.style == "ponytail":
        return path("M-.7,-.5C-1.6,-.5 -1.7,.6 -1.25,1.25C-1.1,.7 -1.1,.2 -.6,.1Z", look.hair)
    if look.style == "long":
        return path(LONG_BACK, dark(look.hair, 0.15))
    if look.style == "bun":
        return circle(-0.86, -0.5, 0.42, look.hair)
    if look.style == "tails":
        return ellipse(-0.95, 0.35, 0.26, 0.6, look.hair) + circle(-0.86, -0.2, 0.14, VERMILION)
    return ""


def _hair_side(look: Look, hair: str) -> str:
    if look.style == "bald":
        return path("M-.42,-.1C-.6,-.3 -.8,-.3 -.84,-.1C-.86,.3 -.76,.6 -.6,.76C-.5,.5 -.46,.2 -.42,-.1Z", hair)
    if look.style in {"bob", "long"}:
        return path(BOB, hair)
    if look.style == "curly":
        dots = [(-0.75, 0.4, 0.3), (-0.92, 0, 0.32), (-0.82, -0.45, 0.36), (-0.45, -0.82, 0.36), (0, -0.94, 0.34), (0.4, -0.74, 0.3)]
        return path(CAP, hair) + "".join(circle(*d, hair) for d in dots)
    return path(CAP, hair)


def _extras_front(look: Look, back: bool = False) -> str:
    hair = look.hair
    if look.style == "bun":
        return circle(0, -1.02 if not back else -0.55, 0.4, hair if not back else dark(hair, 0.25))
    if look.style == "ponytail" and back:
        return path("M-.2,-.4C-.4,.4 -.3,1.3 0,1.6C.3,1.3 .4,.4 .2,-.4Z", dark(hair, 0.3)) + rect(-0.2, -0.42, 0.4, 0.16, VERMILION)
    if look.style == "tails":
        return "".join(ellipse(x, 0.5, 0.26, 0.62, hair) + circle(x * 0.96, -0.06, 0.14, VERMILION) for x in (-1, 1))
    if look.style == "curly":
        return "".join(
            circle(x, y, 0.34, hair) for x, y in ((-0.8, 0), (-0.7, -0.5), (-0.3, -0.85), (0.2, -0.9), (0.65, -0.6), (0.82, -0.05))
        )
    return ""


def _hat(look: Look, view: str) -> str:
    hats = {"cap": VERMILION, "police": "#2e4359", "helmet": "#e3ac3c", "straw": STRAW, "nurse": "#f4f1ea", "blue_cap": "#4d7287"}
    if look.hat not in hats:
        return ""
    colour = hats[look.hat]
    if look.hat == "straw":
        return (
            path("M-.6,-.5C-.5,-1.3 .5,-1.3 .6,-.5Z", colour)
            + ellipse(0.02, -0.46, 1.5, 0.26, dark(colour, 0.12))
            + ellipse(0.02, -0.52, 1.42, 0.2, colour)
            + path("M-.58,-.62Q0,-.42 .58,-.62L.55,-.76Q0,-.56 -.55,-.76Z", OCHRE)
        )
    crown = path("M-.96,-.3C-1,-1.35 .92,-1.35 .9,-.34Q0,-.5 -.96,-.3Z", colour)
    if look.hat == "nurse":
        return crown
    peak = {"side": "M.2,-.5Q1.1,-.5 1.38,-.2Q.9,-.32 .3,-.28Z", "front": "M-.72,-.46Q0,-.12 .72,-.46Q0,-.62 -.72,-.46Z", "back": "M0,0Z"}[
        view
    ]
    return crown + path(peak, dark(colour, 0.25))
