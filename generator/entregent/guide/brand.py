"""What makes a site look like its publisher's: a mark, a colour, words at the foot of each page.

A picture may be a program, as SVG can be. It is kept as data within a picture of our own,
in which nothing of it runs or fetches anything, wherever that is shown or opened.
"""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any
from xml.etree import ElementTree

from pydantic import BeforeValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from entregent.guide.by_locale import locales_of
from entregent.guide.declarations import Part
from entregent.guide.fields import Text

MAX_PICTURE = 200_000
"""The most bytes of a picture."""
COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4}).*IEND\xaeB`\x82", re.DOTALL)
_NUMBER = re.compile(r"-?\d*\.?\d+")


def _framed(name: Any, info: ValidationInfo) -> str:
    """The SVG or PNG file of this name in the folder of the guide, as data within an SVG picture."""
    content = _read(locales_of(info).folder.resolve(), name)
    kind, width, height = _measured(content or b"")
    fault = "" if width > 0 < height else "not_a_picture"
    if content is None or len(content) > MAX_PICTURE:
        fault = "picture_missing" if content is None else "picture_too_large"
    if fault:
        raise PydanticCustomError(fault, "", {"name": name, "most": MAX_PICTURE // 1000})
    data, size = b64encode(content or b"").decode(), f'width="{width:g}" height="{height:g}"'
    image = f'<image {size} href="data:image/{kind};base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{image}</svg>'


def _read(folder: Path, name: Any) -> bytes | None:
    """What a file below a folder holds, as far as it may be needed; None if there is none."""
    with suppress(OSError, ValueError, RuntimeError):
        file = (folder / str(name)).resolve()
        if file.is_relative_to(folder) and file.is_file():
            with file.open("rb") as opened:
                return opened.read(MAX_PICTURE + 1)
    return None


def _measured(content: bytes) -> tuple[str, float, float]:
    """The type of a picture, its width and height; both are 0 where it is none."""
    if png := _PNG.fullmatch(content):
        return "png", int.from_bytes(png[1], "big"), int.from_bytes(png[2], "big")
    with suppress(ElementTree.ParseError, ValueError):
        text = content.decode("utf-8-sig")
        # Entities could make a short text as long as they please.
        root = ElementTree.fromstring(text) if "<!ENTITY" not in text else None  # noqa: S314
        if root is not None and root.tag == "{http://www.w3.org/2000/svg}svg":
            box = root.get("viewBox") or f"0 0 {root.get('width')} {root.get('height')}"
            _, _, width, height = map(float, _NUMBER.findall(box))
            return "svg+xml", width, height
    return "", 0, 0


Picture = Annotated[str, BeforeValidator(_framed), WithJsonSchema({"type": "string"})]
"""A file beside rules.yaml, as an SVG picture that can be shown, opened and printed without harm."""
Colour = Annotated[str, StringConstraints(pattern=COLOUR_PATTERN, to_lower=True)]


class Brand(Part):
    """How the publisher of a guide is known on its pages; what is empty is as Entregent has it."""

    mark: Picture = ""
    favicon: Picture = ""
    accent: Colour = ""
    footer: Text | None = None

    @property
    def icon(self) -> str:
        """The picture in the browser's tab."""
        return self.favicon or self.mark


PLAIN = Brand()
"""Entregent's own look."""
