"""Colours in which text can be read on the pages: the nearest to one that an author has chosen.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#contrast-minimum).
"""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """What an accent has to be read on."""

    paper: str
    """The background of the pages, as in `base.css`."""
    ink: str
    """What is mixed into an accent that comes too close to it."""
    least: float
    """The least contrast; in the dark more than the 4.5 that text needs, as bright colours dazzle there."""


PALETTES = {"default": Palette("#fbf8f2", "#000000", 4.5), "slate": Palette("#181917", "#ffffff", 7)}
TINT = 8
"""How many hundredths of the accent are in the background of what it marks."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def readable(accent: str, palette: Palette) -> str:
    """The accent itself if text in it can be read on the page and on its own tint; else the nearest shade."""
    shades = (mixed(palette.ink, accent, share) for share in range(101))
    tinted = ((shade, mixed(shade, palette.paper, TINT)) for shade in shades)
    return next(shade for shade, tint in tinted if contrast(shade, tint) >= palette.least)


def sheet(accent: str) -> str:
    """The rules of a style sheet for an accent, for screens only: what is printed stays black."""
    rules = (
        f'[data-md-color-scheme="{name}"]{{--eg-accent:{readable(accent, palette)};'
        f"--eg-tint:color-mix(in srgb,var(--eg-accent) {TINT}%,var(--eg-paper))}}"
        for name, palette in PALETTES.items()
    )
    return f"@media screen{{{''.join(rules)}}}"


def mixed(colour: str, other: str, share: int) -> str:
    """A colour of which so many hundredths are the first, and the rest is the other."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round((one * share + two * (100 - share)) / 100):02x}" for one, two in pairs)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
