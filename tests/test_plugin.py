"""What `mkdocs build` makes of a project: pages, languages, addresses, and what it refuses."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import lay_out, run
from entregent.outputs.mkdocs import material

SITE = "https://guide.example/sub/"


class Elements(HTMLParser):
    """All start tags of a page, as (tag, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def find(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [
            attributes
            for name, attributes in self.all
            if name == tag
            and all((attributes.get(key) or "").strip() == value for key, value in wanted.items())
        ]


def page(project: Path, path: str) -> Elements:
    return Elements((project / "site" / path).read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "language", "own"),
    [
        ("rules/add-a-note.html", "fr", "rules/add-a-note.html"),
        ("en/rules/add-a-note.html", "en", "en/rules/add-a-note.html"),
        ("index.html", "fr", ""),
        ("en/index.html", "en", "en/"),
        ("about.html", "fr", "about.html"),
    ],
)
def test_language_and_addresses(small_project: Path, path: str, language: str, own: str) -> None:
    elements = page(small_project, path)
    plain = own.removeprefix("en/")
    assert elements.find("html")[0]["lang"] == language
    assert [link["href"] for link in elements.find("link", rel="canonical")] == [SITE + own]
    alternates = {link["hreflang"]: link["href"] for link in elements.find("link", rel="alternate")}
    assert alternates == {"fr": SITE + plain, "en": f"{SITE}en/{plain}", "x-default": SITE + plain}


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("rules/add-a-note.html", "../en/rules/add-a-note.html"),
        ("en/rules/add-a-note.html", "../../rules/add-a-note.html"),
        ("about.html", "./en/about.html"),
        ("only-french.html", "./en/"),
    ],
)
def test_switch_stays_on_the_page_where_it_can(small_project: Path, path: str, target: str) -> None:
    assert page(small_project, path).find("a", **{"class": "eg-language"})[0]["href"] == target


def test_edit_link_leads_to_the_line(small_project: Path) -> None:
    lines = (small_project / "rules.yaml").read_text("utf-8").split("\n")
    (link,) = page(small_project, "en/rules/reply.html").find("a", rel="edit")
    number = int((link["href"] or "").partition("#L")[2])
    assert lines[number - 1] == "  - id: reply"


def test_rules_are_out_of_the_navigation_and_lead_on_to_each_other(small_project: Path) -> None:
    elements = page(small_project, "rules/add-a-note.html")
    tabs = [link["href"] for link in elements.find("a", **{"class": "md-tabs__link"})]
    assert tabs == [
        "../index.html",
        "../decisions/index.html",
        "index.html",
        "../scenarios/index.html",
        "../checklist/index.html",
        "../messages/index.html",
        "../sources/index.html",
        "../about.html",
        "../only-french.html",
    ]
    (following,) = elements.find("a", **{"class": "md-footer__link md-footer__link--next"})
    assert following["href"] == "reply.html"


def test_no_page_is_fetched_ahead(small_project: Path) -> None:
    # Firefox fetches what rel=next names, which the policy forbids.
    for file in (small_project / "site").rglob("*.html"):
        links = Elements(file.read_text("utf-8")).find("link")
        assert not [link for link in links if link.get("rel") in ("next", "prev")], file


def test_error_page_speaks_both_languages(small_project: Path) -> None:
    elements = page(small_project, "404.html")
    assert [paragraph["lang"] for paragraph in elements.find("p") if "lang" in paragraph] == ["fr", "en"]
    links = {link["href"] for link in elements.find("a")}
    assert {"/sub/", "/sub/en/"} <= links
    assert "/sub/en/../" in {link["href"] for link in page(small_project, "en/404.html").find("a")}


def test_docs_stay_clean(small_project: Path) -> None:
    written = sorted(path.name for path in (small_project / "docs").rglob("*.*"))
    assert written == ["about.md", "about.md", "only-french.md"]
    assert [path.name for path in small_project.iterdir() if path.name.startswith(".")] == []


def test_nothing_leads_to_another_host(small_project: Path) -> None:
    for file in (small_project / "site").rglob("*.html"):
        for tag, attributes in Elements(file.read_text("utf-8")).all:
            for name in ("src", "srcset", "data", "poster") + (("href",) if tag == "link" else ()):
                address = attributes.get(name) or ""
                assert not re.match(r"(?:https?:)?//", address) or address.startswith(SITE), (
                    f"{file}: {address}"
                )


def test_the_search_is_our_own_whatever_the_settings_say(tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("plugins:\n", "plugins:\n  - search\n"), "utf-8")
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    assert [path.name for path in (tmp_path / "site/search").iterdir()] == ["index.js"]
    assert page(tmp_path, "index.html").find("form", name="search") == []


def test_hostile_guide_stays_text(tmp_path: Path) -> None:
    lay_out(tmp_path, "hostile.yaml")
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    plain = tmp_path / "plain"
    plain.mkdir()
    lay_out(plain, "minimal.yaml")
    assert run("mkdocs", "build", "--quiet", cwd=plain).returncode == 0
    for path in ("rules/first.html", "messages/letter.html", "scenarios/scene.html"):
        hostile = page(tmp_path, path)
        scripts = len(page(plain, path).find("script"))
        assert len(hostile.find("script")) == scripts
        assert not [
            attribute for _, attributes in hostile.all for attribute in attributes if attribute[:2] == "on"
        ]
        assert not [
            a for a in hostile.find("a") if re.match(r"\s*(javascript|data):", a.get("href") or "", re.I)
        ]
        assert not hostile.find("img")
    moved = page(tmp_path, "rules/was-first.html")
    assert {tag for tag, _ in moved.all} == {
        *("html", "head", "meta", "title", "link", "noscript", "body", "p", "a", "script")
    }
    assert len(moved.find("script")) == 1
    assert "{{ 7*7 }}" in (tmp_path / "site/messages/letter.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "policy"),
    [("", material.POLICY), ("policy: ''", None), ("policy: default-src *", "default-src *")],
)
def test_policy_is_the_publishers(tmp_path: Path, option: str, policy: str | None) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("edit_url:", f"{option}, edit_url:" if option else "edit_url:")
    )
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    found = page(tmp_path, "en/index.html").find("meta", **{"http-equiv": "Content-Security-Policy"})
    assert [meta["content"] for meta in found] == ([policy] if policy else [])


def test_fault_leaves_the_old_site_alone(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    before = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    rules = tmp_path / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("weight: must", "weight: musst"), "utf-8")
    result = run("mkdocs", "build", "--quiet", cwd=tmp_path)
    assert result.returncode == 1
    assert "rules.yaml:22:13: `musst` is not a weight" in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()} == before


def test_own_page_in_the_way_is_refused(tmp_path: Path) -> None:
    lay_out(tmp_path)
    page_of_theirs = tmp_path / "docs/fr/rules/index.md"
    page_of_theirs.parent.mkdir()
    page_of_theirs.write_text("# Mine\n", "utf-8")
    result = run("mkdocs", "build", "--quiet", cwd=tmp_path)
    assert result.returncode == 1
    assert "docs/fr/rules/index.md stands where Entregent makes a page" in result.stderr
    assert page_of_theirs.read_text("utf-8") == "# Mine\n"


def test_failure_in_another_locale_fails_the_build(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "docs/en/rules").mkdir()
    (tmp_path / "docs/en/rules/index.md").write_text("# Mine\n", "utf-8")
    result = run("mkdocs", "build", "--quiet", cwd=tmp_path)
    assert result.returncode == 1
    assert "the build failed for: en" in result.stderr


def test_guide_in_one_language_has_no_switch(tmp_path: Path) -> None:
    lay_out(tmp_path, "minimal.yaml")
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    assert page(tmp_path, "index.html").find("a", **{"class": "eg-language"}) == []
    assert page(tmp_path, "index.html").find("html")[0]["lang"] == "en"
    assert not (tmp_path / "site/en").exists()


def test_directory_addresses_work_too(tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("urls: false", "urls: true"), "utf-8")
    assert run("mkdocs", "build", "--quiet", "--strict", cwd=tmp_path).returncode == 0
    elements = page(tmp_path, "rules/add-a-note/index.html")
    assert "../../checklist/before-writing/#add-a-note" in {link["href"] for link in elements.find("a")}
    checklist = page(tmp_path, "checklist/before-writing/index.html")
    assert "../before-writing.pdf" in {link["href"] for link in checklist.find("a")}
    assert (tmp_path / "site/checklist/before-writing.pdf").exists()
    switch = elements.find("a", **{"class": "eg-language"})[0]
    assert switch["href"] == "../../en/rules/add-a-note/"


@pytest.mark.slow
@pytest.mark.parametrize("directories", ["true", "false"])
def test_parts_that_pages_share_are_as_if_each_had_rendered_its_own(tmp_path: Path, directories: str) -> None:
    sites = []
    for name, settings in (("shared", ""), ("own", ", custom_dir: templates")):
        folder = tmp_path / name
        folder.mkdir()
        lay_out(folder)
        (folder / "templates").mkdir()
        mkdocs_yml = folder / "mkdocs.yml"
        text = mkdocs_yml.read_text("utf-8").replace("name: material", f"name: material{settings}")
        mkdocs_yml.write_text(text.replace("urls: false", f"urls: {directories}"), "utf-8")
        result = run("mkdocs", "build", "--quiet", cwd=folder)
        assert result.returncode == 0, result.stderr
        site = folder / "site"
        sites.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*.html")})
    shared, own = sites
    assert shared == own


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("rules/answer.html", "reply.html", "Répondez"),
        ("rules/answer-everybody.html", "reply.html", "Répondez"),
        ("scenarios/card.html", "bare-card.html", "La carte muette"),
        ("messages/invitation.html", "invite.html", "Inviter"),
        ("checklist/before-sending.html", "before-writing.html", "Avant d’écrire"),
        ("en/rules/answer.html", "reply.html", "Reply"),
    ],
)
def test_a_former_address_leads_on_without_scripts(
    small_project: Path, old: str, new: str, title: str
) -> None:
    html = (small_project / "site" / old).read_text("utf-8")
    elements = Elements(html)
    assert [meta["content"] for meta in elements.find("meta", **{"http-equiv": "refresh"})] == [
        f"0; url={new}"
    ]
    assert [link["href"] for link in elements.find("a")] == [new]
    assert f">{title}</a>" in html
    assert elements.find("meta", name="robots")[0]["content"] == "noindex"
    own = old.rpartition("/")[0]
    assert [link["href"] for link in elements.find("link", rel="canonical")] == [f"{SITE}{own}/{new}"]
    assert elements.find("html")[0]["lang"] == ("en" if old.startswith("en/") else "fr")
    assert (small_project / "site" / old).parent.joinpath(elements.find("script")[0]["src"] or "").is_file()


def test_former_addresses_are_nowhere_named(small_project: Path) -> None:
    site = small_project / "site"
    for file in (*site.rglob("*.xml"), *site.rglob("*.html")):
        links = re.findall(r"(?:href=\"|<loc>)([^\"<]+)", file.read_text("utf-8"))
        named = [
            link for link in links if re.search(r"(answer|answer-everybody|card|invitation)\.html", link)
        ]
        assert [link for link in named if "bare-card" not in link] == [], file


def test_former_addresses_that_are_folders(tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("urls: false", "urls: true")
    settings.write_text(text.replace("site_url: https://guide.example/sub/", "site_url: ''"), "utf-8")
    assert run("mkdocs", "build", "--quiet", "--strict", cwd=tmp_path).returncode == 0
    elements = page(tmp_path, "en/rules/answer/index.html")
    assert [link["href"] for link in elements.find("a")] == ["../reply/"]
    assert [link["href"] for link in elements.find("link", rel="canonical")] == ["../reply/"]
    assert elements.find("script")[0]["src"] == "../../assets/entregent/moved.js"
    assert (tmp_path / "site/en/assets/entregent/moved.js").is_file()


@pytest.mark.parametrize("name", ["answer.md", "answer.html"])
def test_own_page_at_a_former_address_is_refused(tmp_path: Path, name: str) -> None:
    lay_out(tmp_path)
    (tmp_path / "docs/fr/rules").mkdir()
    (tmp_path / "docs/fr/rules" / name).write_text("# Mine\n", "utf-8")
    result = run("mkdocs", "build", "--quiet", cwd=tmp_path)
    assert result.returncode == 1
    assert f"docs/fr/rules/{name} stands where Entregent makes a page" in result.stderr
