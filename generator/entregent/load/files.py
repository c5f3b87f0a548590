"""The files of a guide: rules.yaml, its parts in the folder rules/, and the guide that it builds on.

They are read into one `Source`, whose text is that of all files, one after the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from entregent.diagnostics import Diagnostic, Report, Span, Words, words
from entregent.diagnostics.phrases import spoken
from entregent.guide.base import BUILDING, Building
from entregent.load.overlay import Overlay
from entregent.load.partial import faulty_in
from entregent.load.pruning import id_of
from entregent.load.validate import KEYS, faults
from entregent.source import MAX_NODES, Source, Tree, laid_out, parse
from entregent.source.decoding import MAX_BYTES, decode

SHIPPED = Path(__file__).parents[1] / "base/rules.yaml"
"""The guide that comes with Entregent; in a checkout this leads to the one at its top."""
MAX_BASES = 5
"""The most files above a guide that builds on others, one on the other."""
_IN_MAIN = ("from", "only", "except")
"""The keys that stand in rules.yaml only, not in its parts."""


class Gathered(NamedTuple):
    """A guide as it stands in all its files."""

    texts: Mapping[Path, str]
    """The files and what they hold, in the order of the source's text."""
    source: Source
    overlay: Overlay | None = None
    """How it was put together with the guide that it builds on."""


def gather(
    path: Path,
    known: Mapping[Path, str] | None = None,
    above: Sequence[Set[Path]] = (),
    raw: bytes | None = None,
) -> Gathered:
    """Read a guide with all its files; what is wrong with them stands in the source's `diagnostics`.

    `known` holds files that were read before, and are not read again. `above` are the files of each guide
    that builds on this one. `raw` stands for the bytes of the file at `path`.
    """
    texts: dict[Path, str] = {}
    files = {path: raw, **dict.fromkeys(_parts(path, known))}
    own = _joined([_alone(file, texts, known, given) for file, given in files.items()], texts)
    overlay = None
    if not isinstance(own.data, dict):
        return Gathered(texts, own)
    _check_building(own)
    if name := str(own.data.get("from", "")):
        base = _base(path, name, texts, known, (*above, {file.resolve() for file in texts}))
        if isinstance(base, Words):
            own.diagnostics.append(Diagnostic(own.locate(("from",)), base))
            own.data = ""
            return Gathered(texts, own)
        own, overlay = _put_on(own, base)
    _put_in_order(Tree(own.data, own.place))
    return Gathered(texts, own, overlay)


def _put_on(own: Source, base: Source) -> tuple[Source, Overlay]:
    """A guide and the one that it builds on as one."""
    length, origin, text = len(own.text), own.locate(("from",)), laid_out([own, base])
    overlay = Overlay(own, base)
    found = [*own.diagnostics, *overlay.merge()]
    place = (*own.place[:2], base.place[2])
    return Source(text, base.data, place, found, own=length, origin=origin), overlay


def _alone(
    file: Path, texts: dict[Path, str], known: Mapping[Path, str] | None, raw: bytes | Words | None
) -> Source:
    """One file by itself; it is added to `texts`, with which it must keep to the limits."""
    left = MAX_BYTES - sum(map(len, texts.values()))
    main = next(iter(texts), file)
    if file != main and not file.resolve().is_relative_to(main.parent.resolve()):
        raw = words("part_outside")
    elif known:
        raw = known[file].encode("utf-8", "surrogatepass")
    elif raw is None:
        raw = read(file, left)
    if isinstance(raw, bytes) and len(raw) > left < MAX_BYTES:
        raw = words("files_too_large", most=MAX_BYTES // 1_000_000)
    text, found = decode(raw) if isinstance(raw, bytes) else ("", [Diagnostic(Span(), raw)])
    texts[file] = text
    source = parse(text, KEYS) if text else Source()
    # What cannot be read at all has lines all the same.
    return replace(source, text=source.text or text, diagnostics=[*found, *source.diagnostics])


def _parts(path: Path, known: Mapping[Path, str] | None) -> list[Path]:
    """The further files of a guide, by name; hidden ones are what editors keep for themselves."""
    folder = path.with_suffix("")
    files = known or (folder.glob("*.yaml") if folder.is_dir() else ())
    return sorted(file for file in files if file.parent == folder and not file.name.startswith("."))


def _joined(sources: Sequence[Source], texts: Mapping[Path, str]) -> Source:
    """One source for a guide's own files: lists go on from file to file, all else stands in one of them."""
    # A new one, as a source reckons once where the lines of its text begin.
    whole = replace(sources[0], text=laid_out(sources))
    tree = Tree(whole.data, whole.place)
    for source in sources[1:] if isinstance(whole.data, dict) else ():
        whole.diagnostics += source.diagnostics
        whole.nodes += source.nodes
        part = Tree(source.data, source.place)
        for key in source.data if isinstance(source.data, dict) else ():
            if key in _IN_MAIN:
                said = words("only_in_main", key=key)
            elif tree.join(key, part):
                continue
            else:
                file, first = Report(texts, ()).place(whole.locate_key((key,)))
                said = words("set_twice", key=key, name=file.name, line=first.line)
            whole.diagnostics.append(Diagnostic(whole.span(part.place[2][key][0]), said))
    if isinstance(whole.data, dict) and whole.nodes > MAX_NODES:
        whole.diagnostics.append(Diagnostic(Span(), words("too_many_nodes", most=MAX_NODES)))
        whole.data = ""
    return whole


def _check_building(own: Source) -> None:
    """Look at the keys that say what is taken from another guide; faulty ones are told and dropped."""
    tree = Tree(own.data, own.place)
    building = {key: tree.data[key] for key in BUILDING if key in tree.data}
    try:
        Building.model_validate(building)
    except ValidationError as error:
        own.diagnostics += faults(own, error, "en")
        for key in {str(place[0]) for place in faulty_in(error)}:
            tree.drop(key)
    for key in building if "from" not in building else ():
        said = words("needs_base", key=key)
        own.diagnostics.append(Diagnostic(own.locate_key((key,)), said))
        tree.drop(key)


def _base(
    path: Path,
    name: str,
    texts: dict[Path, str],
    known: Mapping[Path, str] | None,
    above: Sequence[Set[Path]],
) -> Source | Words:
    """The guide that another builds on, or why it cannot be had; its files are added to `texts`."""
    file, folder = Path(), path.parent.resolve()
    # A name may hold what no path can, or lead round in a circle of links.
    with suppress(OSError, ValueError, RuntimeError):
        file = (folder / name).resolve()
    if name == "entregent":
        file = SHIPPED
    elif not file.is_relative_to(folder):
        return words("base_outside", name=name)
    elif len(above) > MAX_BASES or any(file in files for files in above):
        return words("base_circle", name=name, most=MAX_BASES)
    base = gather(file, known, above)
    texts |= base.texts
    faults = base.source.diagnostics
    if faults and not base.source.text:
        return faults[0].words._replace(advice=words("name_base"))
    return words("faulty_base", name=name, count=len(faults)) if faults else base.source


def _put_in_order(guide: Tree) -> None:
    """Put the chapters that `order` names first, in its order."""
    order, sections = guide.data.get("order"), guide.data.get("sections")
    if isinstance(order, list) and isinstance(sections, list):
        chapters = guide.at("sections")
        ids = [id_of(chapter) for _, chapter in chapters.below()]
        rank = [order.index(name) if name in order else len(order) for name in ids]
        chapters.keep(sorted(range(len(ids)), key=rank.__getitem__))


def read(path: Path, max_bytes: int = MAX_BYTES) -> bytes | Words:
    """The bytes of an ordinary file, one more than `max_bytes` if it is larger, or why there are none."""
    try:
        if path.is_dir():
            return words("file_is_folder")
        if path.exists() and not path.is_file():
            return words("file_not_regular")
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        return words("file_missing")
    except (OSError, ValueError) as error:
        return words("file_unreadable", reason=spoken(getattr(error, "strerror", None) or str(error)))
