"""What stands in docs/ beside the folders of the languages goes out once, at the root of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import run
from rewritten import in_locales, write

SHARED = {
    "CNAME": "guide.example",
    "robots.txt": "User-agent: *",
    ".well-known/security.txt": "Contact: mailto:x@guide.example",
    "images/plan.png": "not really a picture",
    "css/own.css": "p { color: red }",
    "legal.md": "# Legal\n\n[Home](fr/about.md)\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid_out(tmp_path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(laid_out(tmp_path_factory.mktemp("docs")))


def laid_out(tmp_path: Path) -> Path:
    write(tmp_path, in_locales("fr", "en", "de"))
    for path, text in SHARED.items():
        put(tmp_path, path, text.replace("fr/about.md", "https://guide.example"))
    for locale in ("fr", "en"):
        put(
            tmp_path,
            f"{locale}/about.md",
            "# About\n\n![Plan](../images/plan.png) [Legal](../legal.md) [There](../legal.md#legal)\n",
        )
    return tmp_path


def put(project: Path, path: str, text: str) -> None:
    file = project / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def built(project: Path) -> Path:
    result = run("entregent", "build", "--strict", cwd=project)
    assert result.returncode == 0, result.stderr
    return project / "site"


def test_it_is_published_once(site: Path) -> None:
    for path in SHARED:
        page = path.replace(".md", ".html")
        assert (site / page).is_file(), page
        assert not (site / "en" / page).exists(), page
        assert not (site / "de" / page).exists(), page


def test_pages_link_to_it_as_it_stands_on_the_disk(site: Path) -> None:
    for page, up in (("about.html", ""), ("en/about.html", "../")):
        text = (site / page).read_text("utf-8")
        assert f'src="{up}images/plan.png"' in text
        assert f'href="{up}legal.html"' in text


def test_style_sheets_and_scripts_of_the_settings_are_found_by_every_language(project: Path) -> None:
    put(project, "own.js", "")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [css/own.css]\nextra_javascript: [own.js, {path: own.js, defer: true}]\n")
    site = built(project)
    for page, up in (
        ("rules/reply.html", "../"),
        ("en/rules/reply.html", "../../"),
        ("en/404.html", "/sub/en/../"),
    ):
        text = (site / page).read_text("utf-8")
        assert f'href="{up}css/own.css"' in text
        assert text.count(f'src="{up}own.js"') == 2


def test_its_page_is_in_one_language_and_leads_to_the_home_pages_of_the_others(site: Path) -> None:
    text = (site / "legal.html").read_text("utf-8")
    assert re.findall(r'class="eg-language" href="([^"]*)"', text) == ["./en/", "./de/"]
    assert 'rel="canonical" href="https://guide.example/sub/legal.html"' in text


def test_a_language_without_a_folder_has_no_page_of_the_others(site: Path) -> None:
    assert sorted(path.name for path in (site / "de").iterdir() if path.is_dir()) == sorted(
        path.name for path in (site / "en").iterdir() if path.is_dir()
    )
    assert not (site / "de/about.html").exists()
    assert not (site / "fr").exists()


def test_a_default_language_without_a_folder(project: Path) -> None:
    (project / "docs/fr/about.md").unlink()
    (project / "docs/fr").rmdir()
    site = built(project)
    assert (site / "legal.html").is_file()
    assert (site / "en/about.html").is_file()
    assert not (site / "about.html").exists()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("rules/index.md", "docs/rules/index.md stands where Entregent makes a page"),
        ("fr/legal.md", "docs/fr/legal.md would be one file: rename or delete one"),
        ("en/images/plan.png", "docs/en/images/plan.png would be one file: rename or delete one"),
    ],
)
def test_two_files_for_one_address_are_refused(project: Path, path: str, said: str) -> None:
    put(project, path, "# Mine\n")
    result = run("entregent", "build", cwd=project)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_the_folder_of_another_language_is_left_out_and_named(project: Path) -> None:
    put(project, "it/about.md", "# Informazioni\n")
    result = run("entregent", "build", cwd=project)
    assert result.returncode == 0
    assert (
        result.stderr
        == "WARNING -  docs/it is left out: rules.yaml does not name this language in `locales`\n"
    )
    assert not (project / "site/it").exists()


def test_nothing_that_no_page_loads_is_published(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [name for name in names if "lunr" in name or "/workers/" in name or "palette." in name] == []
