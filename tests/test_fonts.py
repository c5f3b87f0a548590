"""PDFs of texts in any script: set where a font has it, left out with a notice where none has."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import run
from entregent.cli import main
from entregent.outputs import pdf, unset
from entregent.pages.page import Document
from rewritten import in_locales, write

THAI = find_spec("fontpkg_noto_sans_thai")
SCRIPTS = {
    "Arabic": "سلام",
    "Hebrew": "שלום",
    "Hindi": "नमस्ते",
    "Thai": "สวัสดี",
    "accents": "e\u0301 x\u0323\u0301",
}
"""Words in scripts that Typst's own fonts, ours, or a package of fontpkg have."""


def guide_with(line: str) -> dict[str, Any]:
    data = in_locales("en")
    data["checklists"][0]["lines"].append({"id": "own", "rule": "reply", "text": line})
    return data


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_that_a_font_has_is_set(tmp_path: Path, script: str) -> None:
    assert THAI, "the extra dev brings a package of fontpkg"
    write(tmp_path, guide_with(SCRIPTS[script]))
    result = run("entregent", "build", "--strict", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "site/checklist/before-writing.pdf").is_file()


@pytest.mark.parametrize("line", ["Smile 😀", "名刺を渡す"])
def test_a_pdf_that_no_font_can_set_is_left_out_with_its_links(tmp_path: Path, line: str) -> None:
    write(tmp_path, guide_with(line))
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 0
    number = (tmp_path / "rules.yaml").read_text("utf-8").split(line)[0].count("\n") + 1
    sign = line.removeprefix("Smile ")[0]
    assert f"rules.yaml:{number}:" in result.stderr
    assert (
        f"checklist/before-writing.pdf is left out in `en`: no font here has the sign `{sign}`"
        in result.stderr
    )
    assert "checklist/all.pdf is left out" in result.stderr
    folder = tmp_path / "site/checklist"
    assert [path.name for path in folder.glob("*.pdf")] == ["on-reading.pdf"]
    for page in ("before-writing", "all", "index"):
        assert ".pdf" not in (folder / f"{page}.html").read_text("utf-8")
    assert 'href="on-reading.pdf"' in (folder / "on-reading.html").read_text("utf-8")
    assert run("entregent", "build", "--strict", cwd=tmp_path).returncode == 1


def test_a_font_that_the_author_names(tmp_path: Path) -> None:
    assert THAI
    assert THAI.submodule_search_locations
    (font,) = Path(THAI.submodule_search_locations[0]).rglob("*.ttf")
    document = Document("x.pdf", tmp_path / "x.typ", {})
    document.template.write_text(
        '#set document(title: "x", date: none)\n#set text(font: "Source Sans 3")\nสวัสดี'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_packaged", lambda: ())
        with pytest.raises(pdf.UnsetError, match="ส"):
            pdf.render(document)
        assert pdf.render(document, (font,)).content.startswith(b"%PDF")


def test_fonts_that_are_not_there_are_refused(tmp_path: Path) -> None:
    write(tmp_path, in_locales("en"), ": {fonts: [nowhere.ttf]}")
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 1
    assert "nowhere.ttf' isn't an existing file or directory" in result.stderr


def test_export_says_which_sign(tmp_path: Path) -> None:
    write(tmp_path, guide_with("😀"))
    arguments = ["export", "checklist", str(tmp_path / "x.pdf"), "--rules", str(tmp_path / "rules.yaml")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "no font here has the sign `😀`" in result.output


def test_another_trouble_leaves_a_document_out_too(tmp_path: Path) -> None:
    template = tmp_path / "x.typ"
    template.write_text("#panic()")
    _, left = unset.tried([Document("x.pdf", template, {})], (), haste=True)
    assert [sign for _, sign in left] == [""]


def test_in_haste_only_familiar_signs_are_taken_on_trust(tmp_path: Path) -> None:
    template = tmp_path / "x.typ"
    template.write_text('#set document(title: "x")\n#json(bytes(sys.inputs.data)).text')
    first, second, third = (Document("x.pdf", template, {"text": text}) for text in ("abc", "cab", "abc 😀"))
    pdf.render(first)
    template.write_text("#panic()")
    made, left = unset.tried([second, third], (), haste=True)
    assert made == [second], "not tried, or it would have failed"
    assert left == [(third, "")], "tried"
