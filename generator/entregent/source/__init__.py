"""From the author's text to plain data, with the position of every value.

The only importer of yaml. It reads PyYAML's event stream and builds strings, lists and mappings
itself, so that a text stays the text that was typed (`no`, `12:30` and `01000` included) and nothing
in the file can call, alias or nest its way to harm. Measured on PyYAML 6.0.3: its loaders turn `no`
into False and let small files explode through aliases and merge keys.

A line that is not valid YAML is explained, mended as the author most likely meant it, and read on, so
that one run tells all faults: what we advise to write is what we went on with.
"""

from __future__ import annotations

from collections.abc import Collection

import yaml

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Span, words
from entregent.source.builder import built
from entregent.source.data import MAX_DEPTH, MAX_NODES, Data, Path, Source
from entregent.source.repairs import in_one_document, repaired

__all__ = ["MAX_DEPTH", "MAX_NODES", "Data", "Path", "Source", "parse"]


def parse(text: str, keys: Collection[str] = ()) -> Source:
    """Data and positions of a YAML text; what is wrong with it stands in `diagnostics`.

    `keys` are those that such a file may have: they tell a key from a text where a colon is lost.
    """
    text, diagnostics = in_one_document(text)
    if len(diagnostics) == MAX_DIAGNOSTICS:
        return Source(diagnostics=diagnostics)
    try:
        source = built(text, diagnostics)
    except yaml.MarkedYAMLError:
        mended, broken = repaired(text, keys)
        diagnostics += broken
        source = Source(diagnostics=diagnostics) if mended is None else built(mended, diagnostics)
    if not isinstance(source.data, dict) and not source.diagnostics:
        source.diagnostics.append(Diagnostic(source.values.get((), Span()), words("not_entries")))
    return source
