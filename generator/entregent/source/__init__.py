"""From the author's text to plain data, with the position of every value.

The only importer of yaml. It reads PyYAML's event stream and builds strings, lists and mappings
itself, so that a text stays the text that was typed (`no`, `12:30` and `01000` included) and nothing
in the file can call, alias or nest its way to harm. Measured on PyYAML 6.0.3: its loaders turn `no`
into False and let small files explode through aliases and merge keys.

A line that is not valid YAML is explained, mended as the author most likely meant it, and read on, so
that one run tells all faults: what we advise to write is what we went on with.
"""

from __future__ import annotations

from entregent.source.data import MAX_DEPTH, MAX_NODES, Data, Path, Place, Source
from entregent.source.repairs import parse
from entregent.source.tree import Tree, laid_out

__all__ = ["MAX_DEPTH", "MAX_NODES", "Data", "Path", "Place", "Source", "Tree", "laid_out", "parse"]
