"""Colour profiles as telephones and programs embed them."""

from __future__ import annotations

import struct

from PIL import ImageCms

P3_COLORANTS = (
    (0.51512, 0.24120, -0.00105),
    (0.29198, 0.69225, 0.04189),
    (0.15710, 0.06657, 0.78407),
)
"""Display P3's red, green and blue in XYZ, adapted to D50."""
D50 = (0.9642, 1.0, 0.8249)


def profile(name: str) -> bytes | None:
    makers = {"srgb": srgb_profile, "p3": p3_profile}
    return makers[name]() if name in makers else None


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def p3_profile() -> bytes:
    """Display P3 as telephones embed it: three colorants and sRGB's curve (ICC.1:2022)."""

    def fixed(*values: float) -> bytes:
        return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))

    def words(text: str) -> bytes:
        data = text.encode("utf-16-be")
        return b"mluc" + struct.pack(">IIIHHII", 0, 1, 12, 0x656E, 0x5553, len(data), 28) + data

    curve = fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {"desc": words("Display P3"), "cprt": words("none")}
    tags["wtpt"] = b"XYZ " + bytes(4) + fixed(*D50)
    for name, colorant in zip("rgb", P3_COLORANTS, strict=True):
        tags[f"{name}XYZ"] = b"XYZ " + bytes(4) + fixed(*colorant)
        tags[f"{name}TRC"] = b"para" + struct.pack(">IHH", 0, 3, 0) + curve
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags.items():
        table += struct.pack(">4sII", name.encode(), start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(">III", start + len(body), 0, 0x04000000) + b"mntrRGB XYZ "
    head += struct.pack(">6H4s", 2025, 1, 1, 0, 0, 0, b"acsp") + bytes(28) + fixed(*D50)
    return head + bytes(128 - len(head)) + table + body
