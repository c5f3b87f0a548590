"""MkDocs, the engine of the site; nothing outside this folder imports it."""

from entregent.adapters.mkdocs.building import run, site_folder
from entregent.adapters.mkdocs.plugin import EntregentPlugin

__all__ = ["EntregentPlugin", "run", "site_folder"]
