"""What mkdocs.yml may say to the plugin, and what the command line says in place of it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from entregent.outputs.mkdocs import material

NAME = "entregent"
"""What mkdocs.yml calls the plugin."""


class EntregentConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say to the plugin."""

    rules = option.Type(str, default="rules.yaml")
    """The guide, beside mkdocs.yml."""
    edit_url = option.Type(str, default="")
    """Address where rules.yaml is edited, with `{line}` where the line goes."""
    policy = option.Type(str, default=material.POLICY)
    """The content security policy of every page; empty for none."""
    fonts = option.ListOfItems(option.FilesystemObject(exists=True), default=[])
    """Files or folders of fonts, for scripts that the PDFs' own fonts do not have."""


def own_plugin(config: MkDocsConfig) -> Any:
    """Entregent's plugin as the settings name it; raises Abort where they do not."""
    if NAME not in config.plugins:
        raise Abort(f"mkdocs.yml: Entregent is not among the plugins; write `plugins: [{NAME}]`")
    return config.plugins[NAME]


def rules_file(config: MkDocsConfig) -> Path:
    """The file of the guide; raises Abort where the plugin is not among the settings."""
    return Path(config.config_file_path).parent / str(own_plugin(config).config.rules)


def has_other_plugins(config: MkDocsConfig) -> bool:
    """Whether somebody else than Entregent has a say in what is built, and may need whole builds for it."""
    return bool(config.hooks or set(config.plugins) - {NAME, "search", "material/search"})


def command_line(config: MkDocsConfig) -> dict[str, Any]:
    """What the command line says in place of mkdocs.yml, which nothing else in MkDocs tells."""
    return dict(*_given(config)[1:])


def in_file(config: MkDocsConfig) -> dict[str, Any]:
    """What mkdocs.yml itself says, without what MkDocs adds."""
    return dict(*_given(config)[:1])


def _given(config: MkDocsConfig) -> list[dict[str, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return list(config.user_configs)
