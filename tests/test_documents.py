"""Checklists and decisions on paper and in files: what is set, how it is tagged, the same every time."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from conftest import GUIDES, lay_out, run
from entregent import site
from entregent.cli import main
from entregent.load import load
from entregent.outputs import pdf
from entregent.outputs.exports import cells
from entregent.pages.page import Document, Publication

SHIPPED = Path(__file__).parents[1] / "rules.yaml"
PUBLISHED = Publication("https://guide.example/")
CASES = sorted((Path(__file__).parent / "documents").glob("*.*"))


def documents(
    rules: Path, locale: str, publication: Publication = PUBLISHED, kind: str = "checklist"
) -> list[Document]:
    found = site.documents(load(rules).guides[locale], publication)
    return [document for document in found if document.path.startswith(f"{kind}/")]


def read(document: Document) -> PdfReader:
    asset = pdf.render(document)
    return PdfReader(io.BytesIO(asset.content))


def words(reader: PdfReader) -> str:
    return normalize("NFKC", " ".join(page.extract_text() for page in reader.pages))


def tags(reader: PdfReader) -> Iterator[str]:
    """The names of the structure tree, depth first."""

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, ArrayObject):
            for kid in node:
                yield from walk(kid.get_object())
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield str(node["/S"])
            if "/K" in node:
                yield from walk(node["/K"].get_object())

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object())


def links(reader: PdfReader) -> set[str]:
    annotations = (note.get_object() for page in reader.pages for note in page.get("/Annots", []))
    return {str(note["/A"]["/URI"]) for note in annotations if "/URI" in note.get("/A", {})}


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_checklist_of_the_guide_is_one_page_and_the_booklet_one_each(locale: str) -> None:
    found = documents(SHIPPED, locale)
    lists = load(SHIPPED).guides[locale].checklists
    assert [document.path for document in found] == [
        *(f"checklist/{entry.id}.pdf" for entry in lists),
        "checklist/all.pdf",
    ]
    for document in found[:-1]:
        assert len(read(document).pages) == 1, document.path
    assert len(read(found[-1]).pages) == 1 + len(lists)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_checklist_is_tagged_and_says_its_language(locale: str) -> None:
    document = documents(SHIPPED, locale)[0]
    reader = read(document)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == locale
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data().decode()
    names = list(tags(reader))
    assert names.count("/H1") == 1
    assert names.count("/L") == 1
    assert names.count("/LI") == names.count("/Link") == len(document.data["lists"][0]["lines"])  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == document.data["title"]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_decision_is_one_tagged_page(locale: str) -> None:
    guide = load(SHIPPED).guides[locale]
    for document, decision in zip(documents(SHIPPED, locale, kind="decisions"), guide.decisions, strict=True):
        reader = read(document)
        assert len(reader.pages) == 1, document.path
        assert round(reader.pages[0].mediabox.height) == 842
        assert (
            "<pdfuaid:part>1</pdfuaid:part>"
            in reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
        )
        names = list(tags(reader))
        assert names.count("/H1") == 1
        said = [question.ask for question in decision.questions]
        said += [answer.says for question in decision.questions for answer in question.answers]
        said += [result.do for result in decision.results]
        assert names.count("/P") >= len(said)
        shown = re.sub(r"\W", "", words(reader))
        assert [one for one in said if re.sub(r"\W", "", one) not in shown] == []


def test_french_is_set_as_french() -> None:
    document = documents(GUIDES / "small.yaml", "fr")[0]
    assert document.data["lists"][0]["lines"][1]["text"] == [  # type: ignore[index]
        ("Je l’ai ", False, False, False, "", ""),
        ("relu", True, False, False, "", ""),
        ("\u00a0: bien\u202f!", False, False, False, "", ""),
    ]
    text = words(read(document))
    assert "Avant d’écrire" in text
    assert "Texte du 5 novembre 2026" in text


def test_links_lead_to_the_published_rules() -> None:
    first = documents(GUIDES / "small.yaml", "fr")[0]
    assert links(read(first)) == {"https://guide.example/rules/add-a-note.html"}


@pytest.mark.parametrize(
    ("publication", "url"),
    [
        (Publication(), "../rules/add-a-note.html"),
        (Publication(directory_urls=True), "../rules/add-a-note/"),
        (Publication("https://g.example/", directory_urls=True), "https://g.example/rules/add-a-note/"),
        (Publication(standalone=True), ""),
    ],
)
def test_links_follow_how_the_guide_is_published(publication: Publication, url: str) -> None:
    document = documents(GUIDES / "small.yaml", "en", publication)[0]
    assert document.data["lists"][0]["lines"][0]["url"] == url  # type: ignore[index]
    assert links(read(document)) == ({url} if url else set())


def test_text_in_a_document_is_text() -> None:
    document = documents(GUIDES / "hostile.yaml", "en")[0]
    reader = read(document)
    text = words(reader)
    for typed in ("</title>#eval(“1”)", "#import “x”", "=cmd|", "#lorem(9) $x$", "javascript:alert(1)"):
        assert typed in text
    assert links(reader) == {"https://guide.example/rules/first.html", "https://example.org/?a=%22b"}


def test_text_in_a_drawing_is_text() -> None:
    (document,) = documents(GUIDES / "hostile.yaml", "en", kind="decisions")
    text = words(read(document))
    for typed in ("</h2><img src=x onerror=alert(1)>", '#eval("1")', "{{ 7*7 }}", "</a><script>"):
        assert typed.replace('"1"', "“1”") in text
    assert links(read(document)) == set()


def test_a_guide_without_checklists_has_a_booklet_of_its_sections() -> None:
    (booklet,) = documents(GUIDES / "bare.yaml", "en")
    assert "I did this." in words(read(booklet))


def test_the_longest_checklist_still_fits_its_page(tmp_path: Path) -> None:
    text = (GUIDES / "minimal.yaml").read_text("utf-8")
    line = "A line of the length that people write when they are asked to be brief, and then some more words."
    own = "".join(f"      - {{id: own-{n}, rule: first, text: '{line}'}}\n" for n in range(15))
    lists = f"checklists:\n  - id: long\n    title: Long\n    summary: All.\n    lines:\n{own}scenarios:\n"
    rules = tmp_path / "rules.yaml"
    rules.write_text(text.replace("scenarios:\n  - id", f"{lists}  - id"), "utf-8")
    assert len(read(documents(rules, "en")[0]).pages) == 1


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    results = []
    for name, zone in (("one", "Asia/Tokyo"), ("two", "America/Montreal")):
        folder = tmp_path / name
        folder.mkdir()
        lay_out(folder)
        built = run(
            "mkdocs", "build", "--quiet", cwd=folder, TZ=zone, PYTHONHASHSEED=str(len(name) + len(zone))
        )
        assert built.returncode == 0, built.stderr
        results.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.pdf")})
    assert len(results[0]) == 8
    assert results[0] == results[1]


def test_without_the_extra_there_is_no_pdf_and_no_link_to_one(tmp_path: Path) -> None:
    lay_out(tmp_path)
    hidden = tmp_path / "hide"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as util\nfound = util.find_spec\n"
        "util.find_spec = lambda name, *rest: None if name == 'typst' else found(name, *rest)\n",
        "utf-8",
    )
    result = run("mkdocs", "build", "--quiet", "--strict", cwd=tmp_path, PYTHONPATH=str(hidden))
    assert result.returncode == 0, result.stderr
    assert list((tmp_path / "site").rglob("*.pdf")) == []
    pages = (tmp_path / "site").rglob("*.html")
    assert [page.name for page in pages if re.search(r"\.pdf\b", page.read_text("utf-8"))] == []


def invoke(*arguments: str, rules: Path = GUIDES / "small.yaml") -> Result:
    return CliRunner().invoke(main, ["export", "checklist", *arguments, "--rules", str(rules)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_exported_text(case: Path, tmp_path: Path, golden: Callable[[Path, bytes], None]) -> None:
    guide, name, locale = case.stem.split(".")
    output = tmp_path / f"deeper/list{case.suffix}"
    options = ["--list", name, "--locale", locale, "--address", "https://guide.example"]
    result = invoke(str(output), *options, rules=GUIDES / f"{guide}.yaml")
    assert result.exit_code == 0, result.output
    golden(case, output.read_bytes())


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    output = tmp_path / "list.csv"
    invoke(str(output), "--list", "ticks", rules=GUIDES / "hostile.yaml")
    rows = list(csv.reader(io.StringIO(output.read_text("utf-8-sig"))))
    assert rows[2][1].startswith("'=cmd|’ /C calc’!A0")
    assert [cell for row in rows for cell in row if re.match(r"\s*[=+\-@]|\t", cell)] == []


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\r", "＝1", "\u00a0=1"])
def test_escape_formula(cell: str) -> None:
    assert cells.escape_formula(cell) == f"'{cell}"
    assert cells.escape_formula(f"x{cell}") == f"x{cell}"


def test_exported_pdf_is_that_of_the_site(tmp_path: Path) -> None:
    output = tmp_path / "list.pdf"
    result = invoke(str(output), "--list", "before-writing", "--address", "https://guide.example/")
    assert result.exit_code == 0, result.output
    wanted = pdf.render(documents(GUIDES / "small.yaml", "fr")[0])
    assert output.read_bytes() == wanted.content


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["list.doc"], 2, "should end in one of .pdf, .md, .csv"),
        (["list.md", "--list", "nope"], 2, "before-writing, on-reading, all"),
        (["list.md", "--locale", "de"], 2, "written in fr, en"),
    ],
)
def test_export_says_what_it_cannot_do(arguments: list[str], code: int, words: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == code
    assert words in result.output


def test_export_of_a_pdf_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    result = invoke(str(tmp_path / "list.pdf"))
    assert result.exit_code == 1
    assert 'pip install "entregent[pdf]"' in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="there a path of this form can be written")
def test_export_to_a_place_that_cannot_be_written() -> None:
    result = invoke("/dev/null/list.md")
    assert result.exit_code == 1
    assert "cannot be read or written" in result.output
    assert "Traceback" not in result.output
