"""Things that stand in streets, squares and rooms."""

from __future__ import annotations

import random

from palette import CHALK, CREAM, GOLD, INK, LAMP, LEAF, LIT, NAVY, OCHRE, PINE, RED, SHADE, SLATE, SLATE_DEEP, STONE, STONE_LIGHT, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, WOOD_LIGHT, dark, light
from svg import circle, column, curve, ellipse, glow, group, line, path, poly, rect, stroke, text


def shadow(x: float, y: float, rx: float, ry: float, strength: float = 0.18) -> str:
    return ellipse(x, y, rx, ry, SHADE, opacity=strength)


def bench(x: float, base: float, w: float, wood: str = WOOD_LIGHT) -> str:
    """A park bench seen from the front."""
    h = w * 0.42
    legs = "".join(rect(x + w * f, base - h * 0.52, w * 0.04, h * 0.52, SLATE_DEEP) for f in (0.06, 0.9))
    back = "".join(rect(x, base - h * (0.98 - 0.17 * i), w, h * 0.12, wood, 2) for i in range(3))
    return shadow(x + w / 2, base, w * 0.55, 5) + back + legs + rect(x - 2, base - h * 0.5, w + 4, h * 0.11, light(wood, 0.15), 2) + rect(x, base - h * 0.4, w, h * 0.06, dark(wood, 0.3))


def street_lamp(x: float, base: float, h: float, lit: bool = False, flip: bool = False, colour: str = SLATE_DEEP) -> str:
    """A lamp post with a bent arm."""
    d = -1 if flip else 1
    post = line([(x, base), (x, base - h * 0.9)], colour, h * 0.022) + stroke(f"M{x},{base-h*.88}Q{x},{base-h} {x+d*h*.14},{base-h*.98}", colour, h * 0.016)
    head = path(f"M{x+d*h*.1},{base-h}L{x+d*h*.22},{base-h*.985}L{x+d*h*.21},{base-h*.96}L{x+d*h*.11},{base-h*.96}Z", colour)
    bulb = ellipse(x + d * h * 0.16, base - h * 0.958, h * 0.045, h * 0.012, LAMP if lit else CHALK)
    halo = glow(x + d * h * 0.16, base - h * 0.95, h * 0.42, LAMP, 0.55) if lit else ""
    return rect(x - h * 0.022, base - h * 0.08, h * 0.044, h * 0.08, colour) + post + head + halo + bulb


def garden_lamp(x: float, base: float, h: float, lit: bool = False) -> str:
    post = line([(x, base), (x, base - h * 0.8)], SLATE_DEEP, h * 0.035)
    head = poly([(x - h * 0.08, base - h * 0.98), (x + h * 0.08, base - h * 0.98), (x + h * 0.055, base - h * 0.8), (x - h * 0.055, base - h * 0.8)], LAMP if lit else CHALK) + poly([(x - h * 0.11, base - h * 0.98), (x, base - h * 1.06), (x + h * 0.11, base - h * 0.98)], SLATE_DEEP)
    return post + (glow(x, base - h * 0.9, h * 0.6, LAMP, 0.6) if lit else "") + head


def lantern(x: float, y: float, r: float, lit: bool = False, colour: str = RED, words: str = "") -> str:
    """A red paper lantern that hangs from (x, y)."""
    cy = y + r * 1.5
    halo = glow(x, cy, r * 3, "#ffb765", 0.5) if lit else ""
    body = ellipse(x, cy, r, r * 0.86, colour) + ellipse(x - r * 0.12, cy, r * 0.62, r * 0.85, light(colour, 0.12 if not lit else 0.3)) + ellipse(x - r * 0.18, cy, r * 0.24, r * 0.85, light(colour, 0.24 if not lit else 0.5))
    caps = rect(x - r * 0.42, cy - r * 0.98, r * 0.84, r * 0.2, GOLD, 2) + rect(x - r * 0.42, cy + r * 0.78, r * 0.84, r * 0.2, GOLD, 2)
    tassel = line([(x, cy + r), (x, cy + r * 1.7)], GOLD, r * 0.14)
    return line([(x, y), (x, cy - r)], WOOD_DEEP, 1.5) + halo + tassel + body + caps + (text(x, cy + r * 0.3, words, r * 0.85, CREAM) if words else "")


def string_of(x0: float, y0: float, x1: float, y1: float, sag: float, count: int, hang) -> str:
    """A rope with things hung along it; `hang(x, y, i)` draws one."""
    mid = ((x0 + x1) / 2, (y0 + y1) / 2 + sag * 2)
    out = [stroke(f"M{x0},{y0}Q{mid[0]},{mid[1]} {x1},{y1}", WOOD_DEEP, 1.8)]
    for i in range(count):
        t = (i + 0.5) / count
        out.append(hang((1 - t) ** 2 * x0 + 2 * t * (1 - t) * mid[0] + t * t * x1, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * mid[1] + t * t * y1, i))
    return "".join(out)


def flag(x: float, y: float, i: int, size: float = 16) -> str:
    """One triangle of a bunting."""
    return poly([(x - size * 0.6, y), (x + size * 0.6, y), (x, y + size * 1.3)], (VERMILION, GOLD, PINE, CREAM, "#5e9a94")[i % 5])


def bin_(x: float, base: float, w: float, colour: str, word: str = "", lid: float = 0) -> str:
    """A wheeled bin."""
    h = w * 1.25
    body = path(f"M{x-w*.5},{base-h}L{x+w*.5},{base-h}L{x+w*.42},{base-3}L{x-w*.42},{base-3}Z", colour) + path(f"M{x+w*.18},{base-h}L{x+w*.5},{base-h}L{x+w*.42},{base-3}L{x+w*.16},{base-3}Z", dark(colour, 0.18))
    top = rect(x - w * 0.55, base - h - w * 0.1 - lid, w * 1.1, w * 0.14, dark(colour, 0.12), 3)
    sign = text(x, base - h * 0.42, word, w * 0.24, WHITE) if word else ""
    return shadow(x + 4, base, w * 0.6, 4) + circle(x - w * 0.3, base - 2, w * 0.07, INK) + circle(x + w * 0.3, base - 2, w * 0.07, INK) + body + top + sign


def notice_board(x: float, base: float, w: float, h: float, title: str = "社区宣传栏", roof: bool = True, seed: int = 1) -> str:
    """A board on posts under a small roof."""
    rng, top = random.Random(seed), base - h
    out = [rect(x + w * f, top, w * 0.03, h, SLATE_DEEP) for f in (0.03, 0.94)]
    out.append(rect(x, top + h * 0.1, w, h * 0.6, "#7b3a32", 2) + rect(x + w * 0.02, top + h * 0.22, w * 0.96, h * 0.45, "#f4efe3") + text(x + w / 2, top + h * 0.195, title, h * 0.085, CREAM, spacing=3))
    for i in range(4):
        px = x + w * (0.045 + i * 0.235)
        tone = rng.choice(("#9fc6d6", "#cf9a4c", "#a5bf75", "#d98a8c", "#dba987"))
        out.append(rect(px, top + h * 0.26, w * 0.205, h * 0.17, tone) + "".join(rect(px, top + h * (0.47 + 0.045 * k), w * (0.2 if k < 3 else 0.12), h * 0.016, "#9b978e") for k in range(4)))
    return "".join(out) + (path(f"M{x-w*.05},{top+h*.1}L{x+w*.03},{top-h*.02}L{x+w*.97},{top-h*.02}L{x+w*1.05},{top+h*.1}Z", SLATE) if roof else "")


def banner(x: float, y: float, w: float, h: float, words: str, fill: str = VERMILION, ink: str = CREAM) -> str:
    """A cloth banner with a line of characters."""
    size = min(h * 0.56, w * 0.86 / max(1, len(words)))
    return rect(x, y, w, h, fill, 2) + rect(x, y + h * 0.84, w, h * 0.16, dark(fill, 0.16)) + text(x + w / 2, y + h / 2 + size * 0.36, words, size, ink, spacing=size * 0.12)


def plate(x: float, y: float, w: float, words: str, fill: str = CREAM, ink: str = VERMILION) -> str:
    """A tall sign plate beside a door."""
    h = w * 1.16 * len(words) + w * 0.5
    return rect(x, y, w, h, dark(fill, 0.25), 2) + rect(x + 1.5, y + 1.5, w - 3, h - 3, fill, 2) + column(x + w / 2, y + w * 1.1, words, w * 0.76, ink)


def table(x: float, base: float, w: float, h: float, cloth: str = VERMILION, depth: float = 16) -> str:
    """A table with a cloth, seen a little from above."""
    top = base - h
    legs = "".join(rect(x + w * f - 4, top + h * 0.3, 8, h * 0.7, WOOD_DEEP) for f in (0.08, 0.92))
    return legs + poly([(x, top), (x + depth, top - depth), (x + w - depth, top - depth), (x + w, top)], light(cloth, 0.1)) + rect(x, top, w, h * 0.42, cloth) + rect(x, top + h * 0.36, w, h * 0.06, dark(cloth, 0.2)) + rect(x, top, w, 3, light(cloth, 0.25))


def stool(x: float, base: float, h: float, colour: str = RED) -> str:
    w = h * 0.85
    return shadow(x, base, w * 0.6, 3) + path(f"M{x-w*.42},{base-h}L{x+w*.42},{base-h}L{x+w*.5},{base}L{x+w*.38},{base}L{x+w*.3},{base-h*.7}L{x-w*.3},{base-h*.7}L{x-w*.38},{base}L{x-w*.5},{base}Z", colour) + rect(x - w * 0.46, base - h * 1.05, w * 0.92, h * 0.16, light(colour, 0.15), 2)


def chair(x: float, base: float, h: float, colour: str = WOOD, flip: bool = False) -> str:
    """A plain chair from the side; `h` is the height of the seat."""
    parts = line([(-h * 0.42, -h * 2.0), (-h * 0.36, 0)], colour, h * 0.11) + line([(h * 0.42, -h), (h * 0.46, 0)], colour, h * 0.1) + rect(-h * 0.48, -h * 1.06, h * 1.0, h * 0.14, light(colour, 0.15), 2) + rect(-h * 0.47, -h * 2.05, h * 0.14, h * 0.5, light(colour, 0.1), 2)
    return group(parts, x=x, y=base, flip=flip)


def dish(x: float, y: float, w: float, food: str, steam: bool = False) -> str:
    out = ellipse(x, y + w * 0.06, w * 0.5, w * 0.16, "#d5d7d3") + ellipse(x, y, w * 0.5, w * 0.16, "#f7f6f1") + ellipse(x, y - w * 0.05, w * 0.36, w * 0.13, food) + ellipse(x - w * 0.08, y - w * 0.09, w * 0.18, w * 0.06, light(food, 0.25))
    if steam:
        out += "".join(stroke(f"M{x+d},{y-w*.25}q-5,-8 0,-15t0,-15", WHITE, 2.2, opacity=0.6) for d in (-7, 5))
    return out


def bicycle(x: float, base: float, h: float, colour: str = PINE, flip: bool = False) -> str:
    """A bicycle seen from the side."""
    r, w = h * 0.34, h * 0.62
    wheels = "".join(circle(cx, -r, r, "none", stroke=INK, stroke_width=h * 0.035) + circle(cx, -r, r * 0.12, SLATE) for cx in (-w, w))
    frame = line([(-w, -r), (-w * 0.3, -h * 0.72), (w * 0.62, -h * 0.78), (w * 0.02, -r * 0.9), (-w, -r)], colour, h * 0.045) + line([(-w * 0.3, -h * 0.72), (w * 0.02, -r * 0.9)], colour, h * 0.045) + line([(w, -r), (w * 0.58, -h * 0.98), (w * 0.36, -h * 1.0)], SLATE_DEEP, h * 0.04)
    seat = rect(-w * 0.52, -h * 0.82, w * 0.42, h * 0.06, WOOD_DEEP, 3) + rect(w * 0.62, -h * 0.86, w * 0.42, h * 0.2, WOOD_LIGHT, 3)
    return shadow(x, base, w * 1.3, 4) + group(wheels, frame, seat, x=x, y=base, flip=flip)


def tricycle(x: float, base: float, h: float, load: str = "", flip: bool = False) -> str:
    """A cargo tricycle with a box behind."""
    r = h * 0.3
    box = rect(-h * 1.3, -h * 0.72, h * 1.1, h * 0.34, "#4f7d86", 3) + rect(-h * 1.3, -h * 0.5, h * 1.1, h * 0.12, "#3f6670")
    wheels = "".join(circle(cx, -r, r, INK) + circle(cx, -r, r * 0.6, STONE_LIGHT) + circle(cx, -r, r * 0.16, INK) for cx in (-h * 0.78, h * 0.72))
    frame = line([(-h * 0.25, -h * 0.45), (h * 0.35, -h * 0.5), (h * 0.72, -r)], SLATE_DEEP, h * 0.06) + line([(h * 0.72, -r), (h * 0.5, -h * 0.98), (h * 0.3, -h * 1.0)], SLATE_DEEP, h * 0.05) + rect(-h * 0.16, -h * 0.7, h * 0.34, h * 0.09, INK, 4) + line([(0, -h * 0.64), (h * 0.05, -h * 0.46)], SLATE_DEEP, h * 0.05)
    return shadow(x, base, h * 1.3, 5) + group(load, box, wheels, frame, x=x, y=base, flip=flip)


def tent(x: float, base: float, w: float, h: float, words: str, colour: str = VERMILION, lit: bool = False) -> str:
    """A booth with a pitched cloth roof; the counter is up to the scene."""
    posts = "".join(rect(x + w * f - 3, base - h * 0.8, 6, h * 0.8, "#d9d6cd") for f in (0.03, 0.97))
    roof = poly([(x - 10, base - h * 0.72), (x + w * 0.16, base - h), (x + w * 0.84, base - h), (x + w + 10, base - h * 0.72)], colour) + poly([(x + w * 0.58, base - h), (x + w * 0.84, base - h), (x + w + 10, base - h * 0.72), (x + w * 0.62, base - h * 0.72)], dark(colour, 0.14))
    count = max(6, int(w / 34))
    scallops = "".join(path(f"M{x-10+(w+20)*i/count},{base-h*.72}h{(w+20)/count}q0,{h*.09} {-(w+20)/count/2},{h*.09}t{-(w+20)/count/2},{-h*.09}z", dark(colour, 0.2) if i % 2 else colour) for i in range(count))
    label = text(x + w / 2, base - h * 0.79, words, min(h * 0.12, w * 0.6 / max(1, len(words))), CREAM, spacing=4) if words else ""
    return posts + (rect(x + 4, base - h * 0.72, w - 8, h * 0.6, LIT, opacity=0.25) if lit else "") + roof + scallops + label


def fence(x: float, base: float, w: float, h: float, colour: str = SLATE, gap: float = 14) -> str:
    bars = "".join(rect(x + i * gap, base - h, 3, h, colour) for i in range(int(w / gap) + 1))
    return rect(x, base - h * 0.9, w, 3.4, colour) + rect(x, base - h * 0.22, w, 3.4, colour) + bars


def railing(x: float, base: float, w: float, h: float, stone: str = "#cfc9bc", gap: float = 70) -> str:
    """A stone balustrade."""
    panels = rect(x, base - h * 0.8, w, h * 0.14, light(stone, 0.2)) + rect(x, base - h * 0.2, w, h * 0.2, stone)
    infill = "".join(rect(x + i * gap / 4, base - h * 0.68, gap * 0.07, h * 0.5, dark(stone, 0.08)) for i in range(int(w / gap * 4) + 1))
    posts = "".join(rect(x + i * gap - 6, base - h, 12, h, stone, 2) + rect(x + i * gap + 1, base - h, 5, h, dark(stone, 0.12), 2) + rect(x + i * gap - 8, base - h - 3, 16, 6, light(stone, 0.2), 2) for i in range(int(w / gap) + 1))
    return infill + panels + posts


def boat(x: float, y: float, w: float, hull: str = WOOD, cabin: bool = True) -> str:
    """A small wooden boat on the water."""
    body = path(f"M{x-w*.5},{y-w*.09}Q{x-w*.36},{y+w*.07} {x-w*.2},{y+w*.07}L{x+w*.26},{y+w*.07}Q{x+w*.42},{y+w*.06} {x+w*.54},{y-w*.12}Q{x},{y-w*.0} {x-w*.5},{y-w*.09}Z", hull) + path(f"M{x-w*.46},{y-w*.02}Q{x},{y+w*.06} {x+w*.48},{y-w*.05}L{x+w*.45},{y-w*.01}Q{x},{y+w*.09} {x-w*.43},{y+w*.02}Z", dark(hull, 0.3))
    roof = path(f"M{x-w*.2},{y-w*.03}Q{x-w*.2},{y-w*.22} {x},{y-w*.22}Q{x+w*.2},{y-w*.22} {x+w*.2},{y-w*.03}Z", "#a88a57") + path(f"M{x+w*.05},{y-w*.22}Q{x+w*.2},{y-w*.22} {x+w*.2},{y-w*.03}L{x+w*.1},{y-w*.03}Q{x+w*.12},{y-w*.18} {x+w*.05},{y-w*.22}Z", "#86693f") if cabin else ""
    return ellipse(x, y + w * 0.08, w * 0.5, w * 0.025, SHADE, opacity=0.22) + roof + body


def rubbish(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """A heap of bags, boxes and boards."""
    rng, out = random.Random(seed), [ellipse(x + w / 2, base, w * 0.56, h * 0.08, SHADE, opacity=0.25)]
    bags = ("#4b4f55", "#7d8388", "#a98f6a", "#5d7884", "#8d6a53", "#b7b2a6")
    for row, (count, lift) in enumerate(((6, 0), (4, 0.28), (2, 0.55))):
        for i in range(count):
            px, py = x + w * (0.5 + (i - (count - 1) / 2) * 0.17 + rng.uniform(-0.03, 0.03)), base - h * lift
            bw, bh, tone = w * rng.uniform(0.12, 0.17), h * rng.uniform(0.34, 0.46), rng.choice(bags)
            if rng.random() < 0.3:
                out.append(group(rect(-bw * 0.6, -bh * 0.9, bw * 1.2, bh * 0.9, "#b98f5f") + rect(-bw * 0.6, -bh * 0.55, bw * 1.2, bh * 0.12, "#d8bd91") + rect(bw * 0.25, -bh * 0.9, bw * 0.35, bh * 0.9, "#9b7447"), x=px, y=py, rotate=rng.uniform(-7, 7)))
            else:
                out.append(path(f"M{px-bw*.7},{py}Q{px-bw*.85},{py-bh*.7} {px-bw*.1},{py-bh}L{px-bw*.16},{py-bh*1.14}L{px+bw*.14},{py-bh*1.12}L{px+bw*.08},{py-bh}Q{px+bw*.85},{py-bh*.65} {px+bw*.7},{py}Z", tone) + path(f"M{px+bw*.08},{py-bh}Q{px+bw*.85},{py-bh*.65} {px+bw*.7},{py}L{px+bw*.3},{py}Q{px+bw*.5},{py-bh*.5} {px+bw*.08},{py-bh}Z", dark(tone, 0.22)))
    return "".join(out)


def bookshelf(x: float, base: float, w: float, h: float, shelves: int = 4, seed: int = 1, wood: str = WOOD_LIGHT) -> str:
    """Shelves full of books."""
    rng, out, step = random.Random(seed), [rect(x, base - h, w, h, dark(wood, 0.1)), rect(x + 5, base - h + 5, w - 10, h - 8, dark(wood, 0.42))], h / shelves
    for s in range(shelves):
        y, px = base - s * step - 6, x + 8
        while px < x + w - 16:
            bw, bh = rng.uniform(6, 12), step * rng.uniform(0.6, 0.8)
            if rng.random() < 0.9:
                tone = rng.choice((VERMILION, PINE, OCHRE, "#5e9a94", NAVY, CREAM, "#c98563", "#d98a8c", SLATE))
                out.append(rect(px, y - bh, bw, bh, tone) + rect(px, y - bh * 0.8, bw, bh * 0.07, light(tone, 0.35)))
            px += bw + 0.8
        out.append(rect(x, y, w, 6, wood))
    return "".join(out)


def arc(points: list[tuple[float, float]], colour: str, width: float) -> str:
    return stroke(curve(points), colour, width)

