"""Special trees, shrubs, crops and small plants."""

from __future__ import annotations

import random

from nature import DEEP, GREEN, Leaves, crown, trunk
from palette import GOLD, GRASS, LEAF, LEAF_DEEP, LEAF_LIGHT, MOSS, PINE, ROSE, STONE, STRAW, TERRACOTTA, VERMILION, WHITE, WOOD, WOOD_DEEP, dark, light
from svg import blob, circle, ellipse, line, path, poly, rect, stroke

FLOWERS = (VERMILION, ROSE, GOLD, "#f3e9dd", "#b98bb0")


def pine(x: float, base: float, h: float, seed: int = 1, leaves: Leaves = DEEP) -> str:
    """A pine with flat layered boughs."""
    rng = random.Random(seed)
    lean = rng.uniform(-0.05, 0.05)
    out = [trunk(x, base, h * 0.9, h * 0.05, "#7d5238", lean)]
    for i, (f, size, side) in enumerate(((0.42, 0.24, 1), (0.52, 0.27, -1), (0.64, 0.26, 0.7), (0.75, 0.22, -0.6), (0.86, 0.18, 0.3), (0.95, 0.12, 0))):
        px, py = x + lean * h * f + side * h * 0.11, base - h * f
        out.append(line([(x + lean * h * f, py + h * 0.03), (px, py)], "#6b4630", h * 0.014))
        out.append(blob(px, py, h * size, h * 0.065, leaves[0], rng, 11, 0.12))
        out.append(blob(px - h * 0.03, py - h * 0.022, h * size * 0.72, h * 0.036, leaves[1], rng, 9, 0.14))
        if i % 2:
            out.append(blob(px - h * 0.06, py - h * 0.034, h * size * 0.38, h * 0.018, leaves[2], rng, 7, 0.1))
    return "".join(out)


def fir(x: float, base: float, h: float, fill: str = PINE, snow: str | None = None) -> str:
    """A pointed conifer, small and far."""
    out = [rect(x - h * 0.02, base - h * 0.12, h * 0.04, h * 0.12, WOOD_DEEP)]
    for i in range(4):
        y, w = base - h * (0.1 + i * 0.2), h * (0.24 - i * 0.05)
        out.append(poly([(x - w, y), (x, y - h * 0.34), (x + w, y)], fill if i % 2 else dark(fill, 0.1)))
        out.append(poly([(x, y - h * 0.34), (x + w, y), (x + w * 0.2, y)], dark(fill, 0.2)))
        if snow:
            out.append(poly([(x - w * 0.7, y - h * 0.08), (x, y - h * 0.34), (x + w * 0.2, y - h * 0.2), (x - w * 0.1, y - h * 0.12)], snow))
    return "".join(out)


def willow(x: float, base: float, h: float, seed: int = 1, leaves: Leaves = ("#5f8f58", "#86ae62", "#b4ca80")) -> str:
    """A willow with hanging strands."""
    rng = random.Random(seed)
    out = [trunk(x, base, h * 0.72, h * 0.06, WOOD_DEEP, 0.06), *crown(x + h * 0.03, base - h * 0.8, h * 0.3, h * 0.15, leaves[0], 0.6, 9, 0.5, rng)]
    for i in range(84):
        t = rng.uniform(-1, 1)
        sx, sy = x + h * 0.03 + t * h * 0.32, base - h * (0.88 - 0.2 * t * t) + rng.uniform(0, 0.1) * h
        drop, sway = h * rng.uniform(0.24, 0.56) * (0.7 + 0.3 * abs(t)), h * (0.05 * t + rng.uniform(-0.02, 0.04))
        out.append(stroke(f"M{sx:.1f},{sy:.1f}Q{sx+sway*.2:.1f},{sy+drop*.5:.1f} {sx+sway:.1f},{sy+drop:.1f}", leaves[min(2, i // 28)], h * rng.uniform(0.008, 0.016)))
    return "".join(out)


def bamboo(x: float, base: float, h: float, seed: int = 1, count: int = 5, stem: str = "#7fa35f") -> str:
    """A clump of bamboo."""
    rng, out = random.Random(seed), []
    for i in range(count):
        px, top, lean = x + (i - count / 2) * h * 0.05 + rng.uniform(-4, 4), h * rng.uniform(0.75, 1), rng.uniform(-0.08, 0.1) * h
        tone = dark(stem, rng.uniform(0, 0.3))
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base-top*.6:.1f} {px+lean:.1f},{base-top:.1f}", tone, h * 0.016))
        out += [line([(px - h * 0.01, base - top * f), (px + h * 0.01, base - top * f)], dark(stem, 0.45), 1.4) for f in (0.15, 0.3, 0.45)]
        for _ in range(16):
            f = rng.uniform(0.42, 1.02)
            lx, ly = px + lean * f * f, base - top * f
            ex, ey = lx + rng.choice((-1, 1)) * h * rng.uniform(0.06, 0.13), ly + h * rng.uniform(0.0, 0.07)
            mx, my = (lx + ex) / 2, (ly + ey) / 2
            out.append(path(f"M{lx:.1f},{ly:.1f}Q{mx:.1f},{my-h*.028:.1f} {ex:.1f},{ey:.1f}Q{mx:.1f},{my+h*.008:.1f} {lx:.1f},{ly:.1f}Z", rng.choice((LEAF_DEEP, LEAF, LEAF_LIGHT))))
    return "".join(out)


def bush(x: float, base: float, w: float, h: float, leaves: Leaves = GREEN, seed: int = 1, flowers: str | None = None) -> str:
    """A low round shrub that sits on the ground."""
    rng = random.Random(seed)
    body = path(f"M{x-w/2},{base}C{x-w*.58},{base-h*.9} {x-w*.2},{base-h*1.1} {x},{base-h*.96}C{x+w*.25},{base-h*1.12} {x+w*.6},{base-h*.8} {x+w/2},{base}Z", leaves[0])
    spots = [blob(x + w * rng.uniform(-0.3, 0.15), base - h * rng.uniform(0.4, 0.8), w * 0.15, h * 0.17, leaves[rng.choice((1, 1, 2))], rng, 7) for _ in range(6)]
    dots = [circle(x + w * rng.uniform(-0.4, 0.4), base - h * rng.uniform(0.15, 0.85), max(1.6, w * 0.022), flowers) for _ in range(14)] if flowers else []
    return body + "".join(spots + dots)


def hedge(x: float, base: float, w: float, h: float, leaves: Leaves = GREEN, seed: int = 1) -> str:
    """A clipped hedge."""
    rng = random.Random(seed)
    spots = "".join(ellipse(x + rng.uniform(4, max(5, w - 4)), base - h * rng.uniform(0.3, 0.9), 5, 3, leaves[2], opacity=0.7) for _ in range(int(w / 12)))
    return rect(x, base - h, w, h, leaves[0], min(8, h / 3)) + rect(x, base - h, w, h * 0.42, leaves[1], min(8, h / 4)) + spots


def flowerbed(x: float, base: float, w: float, h: float, seed: int = 1, colours: tuple[str, ...] = FLOWERS) -> str:
    """A strip of low flowers."""
    rng = random.Random(seed)
    out = [path(f"M{x},{base}Q{x},{base-h*.7} {x+w*.06},{base-h*.6}L{x+w*.94},{base-h*.6}Q{x+w},{base-h*.7} {x+w},{base}Z", LEAF_DEEP)]
    for _ in range(int(w / 7)):
        px, py = x + rng.uniform(3, max(4, w - 3)), base - h * rng.uniform(0.25, 1)
        out.append(circle(px, py, h * rng.uniform(0.1, 0.16), rng.choice(colours)))
        out.append(ellipse(px + rng.uniform(-8, 8), py + h * 0.3, h * 0.14, h * 0.07, rng.choice((LEAF, LEAF_LIGHT))))
    return "".join(out)


def grass(x: float, base: float, w: float, h: float, seed: int = 1, colours: tuple[str, ...] = (LEAF, MOSS, GRASS), every: float = 5) -> str:
    """Blades of grass or reeds."""
    rng, out = random.Random(seed), []
    for _ in range(int(w / every)):
        px, top, lean = x + rng.uniform(0, w), h * rng.uniform(0.5, 1), rng.uniform(-0.3, 0.3) * h
        out.append(path(f"M{px-h*.05:.1f},{base}Q{px:.1f},{base-top*.6:.1f} {px+lean:.1f},{base-top:.1f}Q{px+h*.06:.1f},{base-top*.5:.1f} {px+h*.05:.1f},{base}Z", rng.choice(colours)))
    return "".join(out)


def reeds(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """Reeds with pale plumes."""
    rng = random.Random(seed)
    out = [grass(x, base, w, h * 0.8, seed, (MOSS, LEAF, "#b3a96c"), 7)]
    for _ in range(int(w / 22)):
        px, top, lean = x + rng.uniform(0, w), h * rng.uniform(0.8, 1.1), rng.uniform(0.05, 0.22) * h
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base-top*.6:.1f} {px+lean:.1f},{base-top:.1f}", "#a79c66", 1.8))
        out.append(stroke(f"M{px+lean*.7:.1f},{base-top*.86:.1f}L{px+lean*1.25:.1f},{base-top*1.06:.1f}", "#e5d8b4", h * 0.07))
    return "".join(out)


def lotus(x: float, y: float, w: float, seed: int = 1, bloom: bool = True) -> str:
    """A lotus leaf on the water with a flower."""
    leaf = ellipse(x, y, w / 2, w * 0.15, LEAF_DEEP) + ellipse(x - w * 0.05, y - w * 0.02, w * 0.42, w * 0.11, LEAF)
    if not bloom:
        return leaf
    fx, fy = x + w * 0.2, y - w * 0.36
    petals = "".join(path(f"M{fx:.1f},{fy+w*.1:.1f}Q{fx+d*w*.16-w*.05:.1f},{fy-w*.02:.1f} {fx+d*w*.12:.1f},{fy-w*.16+abs(d)*w*.07:.1f}Q{fx+d*w*.1+w*.05:.1f},{fy:.1f} {fx:.1f},{fy+w*.1:.1f}Z", c) for d, c in ((-1.2, "#e7a7ab"), (1.2, "#e7a7ab"), (-0.5, "#f1c6c6"), (0.5, "#f1c6c6"), (0, "#fae3df")))
    return leaf + line([(fx, y), (fx, fy + w * 0.08)], LEAF_DEEP, 2.4) + petals


def pot(x: float, base: float, w: float, seed: int = 1, colour: str = TERRACOTTA, flowers: str | None = None, tall: float = 1.0) -> str:
    """A potted plant."""
    h = w * 0.8
    leaves = bush(x, base - h * 0.86, w * 1.3, w * 0.95 * tall, GREEN, seed, flowers)
    body = path(f"M{x-w*.5},{base-h}L{x+w*.5},{base-h}L{x+w*.36},{base}L{x-w*.36},{base}Z", colour) + path(f"M{x+w*.1},{base-h}L{x+w*.5},{base-h}L{x+w*.36},{base}L{x+w*.1},{base}Z", dark(colour, 0.18))
    return leaves + body + rect(x - w * 0.56, base - h * 1.06, w * 1.12, h * 0.2, light(colour, 0.12), 1.5)


def tea_rows(w: float, top: float, low: float, rows: int = 9, seed: int = 3) -> str:
    """Terraces of tea hedges that follow a slope."""
    out = []
    for i in range(rows):
        t = (i / rows) ** 1.35
        y, thick = top + (low - top) * t, 8 + 44 * t
        bow = 60 * (1 - t) + 20
        ridge = f"M-20,{y+bow*.3:.0f}C{w*.25:.0f},{y-bow:.0f} {w*.6:.0f},{y+bow*.5:.0f} {w+20},{y-bow*.6:.0f}"
        out.append(stroke(ridge, dark("#55834f", 0.25), thick * 1.25) + stroke(ridge, "#5f8f54", thick))
        out.append(f'<g transform="translate(0 {-thick*.26:.1f})">' + stroke(ridge, "#86b067", thick * 0.42) + "</g>")
    return "".join(out)


def snow_cap(x: float, y: float, w: float, thick: float = 6) -> str:
    return path(f"M{x},{y}Q{x},{y-thick} {x+thick},{y-thick}L{x+w-thick},{y-thick}Q{x+w},{y-thick} {x+w},{y}Q{x+w*.8},{y+thick*.5} {x+w*.6},{y}Q{x+w*.4},{y+thick*.5} {x+w*.2},{y}Q{x+w*.1},{y+thick*.3} {x},{y}Z", WHITE)


def stones(x: float, base: float, w: float, h: float, colour: str = STONE, seed: int = 1, count: int = 5) -> str:
    """A few rocks."""
    rng, out = random.Random(seed), []
    for i in range(count):
        px, pw, ph = x + w * (i + rng.uniform(0.1, 0.9)) / count, w / count * rng.uniform(0.7, 1.2), h * rng.uniform(0.5, 1)
        out.append(poly([(px - pw / 2, base), (px - pw * 0.36, base - ph * 0.7), (px - pw * 0.05, base - ph), (px + pw * 0.34, base - ph * 0.62), (px + pw / 2, base)], colour))
        out.append(poly([(px - pw * 0.05, base - ph), (px + pw * 0.34, base - ph * 0.62), (px + pw / 2, base), (px + pw * 0.05, base)], dark(colour, 0.16)))
    return "".join(out)


def wheat(x: float, base: float, w: float, h: float, seed: int = 1) -> str:
    """Ripe ears of rice in the foreground."""
    rng, out = random.Random(seed), [grass(x, base, w, h * 0.8, seed, ("#b99b46", "#cdb057", MOSS), 4)]
    for _ in range(int(w / 11)):
        px, top = x + rng.uniform(0, w), h * rng.uniform(0.75, 1.05)
        out.append(stroke(f"M{px:.1f},{base}Q{px:.1f},{base-top:.1f} {px+h*.22:.1f},{base-top*.92:.1f}", "#c7a54e", 1.6))
        out += [ellipse(px + h * (0.08 + 0.05 * k), base - top * (0.94 - 0.012 * k * k), 3.4, 2, STRAW) for k in range(4)]
    return "".join(out)

