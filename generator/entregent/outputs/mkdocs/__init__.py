"""MkDocs, the engine of the site; nothing outside this folder imports it."""

from entregent.outputs.mkdocs.building import build_site, site_folder
from entregent.outputs.mkdocs.plugin import EntregentPlugin

__all__ = ["EntregentPlugin", "build_site", "site_folder"]
