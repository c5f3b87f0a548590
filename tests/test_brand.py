"""A publisher's own mark, colour and foot of the page: files from anybody, and what everybody can read."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest

from conftest import GUIDES, run
from entregent import site
from entregent.diagnostics import GuideError
from entregent.guide import Guide
from entregent.guide.brand import MAX_PICTURE
from entregent.guide.colours import PALETTES, contrast, mixed, readable, sheet
from entregent.load import load
from entregent.outputs import pdf
from rewritten import in_locales, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}><script>alert(1)</script></svg>'


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def guide_with(folder: Path, content: bytes, brand: str = "mark: pictures/logo") -> Guide:
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "pictures/logo").write_bytes(content)
    text = (GUIDES / "minimal.yaml").read_text("utf-8") + f"brand: {{{brand}}}\n"
    (folder / "rules.yaml").write_text(text, "utf-8")
    return load(folder / "rules.yaml").guides["en"]


@pytest.mark.parametrize(
    ("content", "box", "kind"),
    [
        (png(30, 20), "0 0 30 20", "image/png"),
        (SVG.format('viewBox="-4 0 12.5 3"').encode(), "0 0 12.5 3", "image/svg+xml"),
        (SVG.format('width="40px" height="10"').encode("utf-8-sig"), "0 0 40 10", "image/svg+xml"),
    ],
)
def test_a_picture_is_data_within_one_of_ours(tmp_path: Path, content: bytes, box: str, kind: str) -> None:
    guide = guide_with(tmp_path, content)
    (mark,) = [asset.content for asset in site.assets("en", guide.brand) if asset.path == site.MARK]
    (icon,) = [asset.content for asset in site.assets("en", guide.brand) if asset.path.endswith("icon.svg")]
    assert icon == mark
    root = ElementTree.fromstring(mark)  # noqa: S314  (made here)
    (image,) = root
    assert root.get("viewBox") == box
    assert not len(image)
    head, _, data = str(image.get("href")).partition(",")
    assert head == f"data:{kind};base64"
    assert b64decode(data) == content
    for document in site.documents(guide):
        assert pdf.render(document).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF",
        png(3, 3)[:-4],
        SVG.format("").encode(),
        SVG.format('viewBox="0 0 0 0"').encode(),
        SVG.format('viewBox="0 0 9 9"').encode()[:-3],
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format('viewBox="0 0 9 9"').encode(),
        SVG.format('viewBox="0 0 9 9"').encode("utf-16"),
    ],
)
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(GuideError, match="is not a picture that can be shown"):
        guide_with(tmp_path, content)


def test_a_picture_may_be_neither_large_nor_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="is larger than 200 kB"):
        guide_with(tmp_path, b"x" * (MAX_PICTURE + 1))
    (tmp_path / "guide").mkdir()
    (tmp_path / "logo.png").write_bytes(png(3, 3))
    (tmp_path / "guide/link").symlink_to(tmp_path / "logo.png")
    for name in ("../logo.png", str(tmp_path / "logo.png"), "link", "pictures"):
        with pytest.raises(GuideError, match="there is no file"):
            guide_with(tmp_path / "guide", b"", f"mark: {name}")


@pytest.mark.parametrize(
    "accent", ["#ffcc00", "#ffffff", "#000000", "#1f5a55", "#2fa84f", "#ff0000", "#123456"]
)
def test_every_shade_can_be_read(accent: str) -> None:
    for palette in PALETTES.values():
        shade = readable(accent, palette)
        assert contrast(shade, palette.paper) >= palette.least
        assert contrast(shade, mixed(shade, palette.paper, 8)) >= palette.least
        assert readable(shade, palette) == shade
        assert shade in sheet(accent)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_papers_are_those_of_the_style_sheet() -> None:
    (css,) = [asset.content.decode() for asset in site.assets("en") if asset.path.endswith("/entregent.css")]
    found = dict(re.findall(r'scheme="(\w+)"\]\{[^}]*--eg-paper: (#\w+)', css))
    assert found == {name: palette.paper for name, palette in PALETTES.items()}


def test_a_site_of_ones_own(tmp_path: Path) -> None:
    data = in_locales("fr", "en")
    footer = "[règle](rule:add-a-note), [qui](page:who), *<b>*"
    data["brand"] |= {"mark": "logo.png", "footer": {"fr": footer, "en": footer}}
    write(tmp_path, data)
    (tmp_path / "logo.png").write_bytes(png(9, 9))
    (tmp_path / "docs/who.md").write_text("# Who", "utf-8")
    result = run("entregent", "build", "--strict", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    words = '">règle</a>, <a href="{}who.html">qui</a>, <em>&lt;b&gt;</em>'
    for page, up, shared in (
        ("rules/index.html", "../", "../"),
        ("index.html", "./", "./"),
        ("404.html", "/sub/", "/sub/"),
        ("en/rules/index.html", "../", "../../"),
    ):
        html = (tmp_path / "site" / page).read_text("utf-8")
        assert f'<a href="{up}rules/add-a-note.html{words.format(shared)}' in html, page
        assert "assets/entregent/mark.svg" in html
    assert "--eg-accent:#7a1f5d" in (tmp_path / "site/assets/entregent/entregent.css").read_text("utf-8")
