"""MkDocs, the engine of the site; nothing outside this folder imports it."""

from entregent.outputs.mkdocs.building import build_site, site_folder
from entregent.outputs.mkdocs.plugin import EntregentPlugin
from entregent.outputs.mkdocs.serving import serve

__all__ = ["EntregentPlugin", "build_site", "serve", "site_folder"]
