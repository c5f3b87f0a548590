"""What rules.yaml may say of another guide that it builds on."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, create_model

from entregent.guide import Guide
from entregent.guide.declarations import Part, keys_of
from entregent.guide.fields import Id

COLLECTIONS: dict[str, type[Part]] = {
    key.key: part for key in keys_of(Guide) for part in key.parts if "id" in part.model_fields
}
"""The lists of a guide whose entries have ids, with the kind of their entries."""


class Change(Part):
    """An entry of the other guide, with the keys that read otherwise here."""

    model_config = ConfigDict(extra="allow")

    id: Id


def _by_collection(name: str, entry: Any) -> Any:
    fields: Any = dict.fromkeys(COLLECTIONS, (tuple[entry, ...], ()))
    return create_model(name, __base__=Part, **fields)


Chosen = _by_collection("Chosen", Id)
"""Ids of entries, by collection."""
Changes = _by_collection("Changes", Change)
"""Changed entries, by collection."""


class Building(Part):
    """The keys of rules.yaml that say what it takes from another guide, and are no part of its own."""

    from_: str | None = Field(default=None, alias="from", min_length=1)
    """The guide built upon: `entregent`, or a file in the same folder."""
    only: Chosen | None = None  # type: ignore[valid-type]
    """Of these collections, only these entries are taken."""
    except_: Chosen | None = Field(default=None, alias="except")  # type: ignore[valid-type]
    """Of these collections, these entries are not taken."""
    changes: Changes | None = None  # type: ignore[valid-type]


BUILDING = tuple(key.key for key in keys_of(Building))
"""The names of these keys."""
