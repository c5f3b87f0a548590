"""What all commands share: the language of the terminal, and one line for what the system refuses."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from inspect import cleandoc
from typing import Any

import click
from click import core, decorators, exceptions, formatting, termui, types

from entregent.diagnostics.phrases import heard, spoken

# Click looks for its sentences by gettext, in compiled files; one table for all is easier to keep.
for module in (core, decorators, exceptions, formatting, termui, types, sys.modules["click.parser"]):
    vars(module).update(_=spoken, ngettext=lambda one, many, count: spoken(one if count == 1 else many))


class Command(click.Command):
    """A command that explains itself in the language of the terminal."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.help = spoken(cleandoc(self.help or ""))
        for param in self.params:
            param.metavar = param.metavar and spoken(param.metavar)
            param.help = param.help and spoken(param.help)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, subcommand_metavar=spoken("COMMAND [ARGS]..."), **settings)


_LATER = ("decide", "draft", "export")


class Commands(Group):
    """Commands that end with the system's own words where something cannot be read or written.

    Some are imported when they are asked for, as they bring Jinja and Babel, which no other needs at once.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*self.commands, *_LATER])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _LATER:
            return super().get_command(ctx, cmd_name)
        found: click.Command = getattr(import_module(f"entregent.cli.{cmd_name}"), cmd_name)
        return found

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.strerror is None or isinstance(error, BrokenPipeError):
                raise
            with suppress(OSError):
                # What a full disk refused must not be tried again, and fail again, at the end of the program.
                sys.stdout.close()
            what = error.filename or spoken("the output")
            raise click.ClickException(heard(f"{what} cannot be read or written: {error.strerror}")) from None
        except click.ClickException as error:
            vars(error).update(message=heard(error.message))
            raise
