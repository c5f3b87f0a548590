"""What makes a site look like its publisher's: a mark, a colour, words at the foot of each page.

A picture may be a program, as SVG can be. It is kept as data within a picture of our own,
in which nothing of it runs or fetches anything, wherever that is shown or opened.
"""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import suppress
from typing import Annotated
from xml.etree import ElementTree

from pydantic import AfterValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from entregent.guide.by_locale import locales_of
from entregent.guide.declarations import Part
from entregent.guide.fields import Text

MAX_PICTURE = 200_000
"""The most bytes of a picture."""
COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4}).*IEND\xaeB`\x82", re.DOTALL)


def _framed(name: str, info: ValidationInfo) -> str:
    """The SVG or PNG file of this name in the folder of the guide, as data within an SVG picture."""
    folder, content, fault = locales_of(info).folder.resolve(), b"", "picture_missing"
    with suppress(OSError, ValueError, RuntimeError):
        file = (folder / name).resolve()
        if file.is_relative_to(folder) and file.is_file():
            fault = "not_a_picture" if file.stat().st_size <= MAX_PICTURE else "picture_too_large"
            content = file.read_bytes() if fault == "not_a_picture" else b""
    kind, width, height = _measured(content)
    if not width > 0 < height:
        raise PydanticCustomError(fault, "", {"name": name, "most": MAX_PICTURE // 1000})
    data = b64encode(content).decode()
    image = f'<image width="100%" height="100%" href="data:image/{kind};base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{image}</svg>'


def _measured(content: bytes) -> tuple[str, float, float]:
    """The type of a picture, its width and height; both are 0 where it is none."""
    if png := _PNG.fullmatch(content):
        return "png", int.from_bytes(png[1], "big"), int.from_bytes(png[2], "big")
    with suppress(ElementTree.ParseError, ValueError):
        text = content.decode("utf-8-sig")
        # Entities could make a short text as long as they please.
        root = ElementTree.fromstring("" if "<!ENTITY" in text else text)  # noqa: S314
        if root.tag == "{http://www.w3.org/2000/svg}svg":
            box = root.get("viewBox") or f"0 0 {root.get('width')} {root.get('height')}"
            _, _, width, height = map(float, re.findall(r"-?\d*\.?\d+", box))
            return "svg+xml", width, height
    return "", 0, 0


Picture = Annotated[str, AfterValidator(_framed)]
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
