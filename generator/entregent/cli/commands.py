"""What all commands share: a file or folder that the system refuses is told in one line."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import click


class Commands(click.Group):
    """Commands that end with the system's own words where something cannot be read or written.

    `export` is imported when it is asked for, as it brings Jinja and Babel, which no other needs at once.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*self.commands, "export"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name != "export":
            return super().get_command(ctx, cmd_name)
        from entregent.cli.export import export

        return export

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
            what = error.filename or "the output"
            raise click.ClickException(f"{what} cannot be read or written: {error.strerror}") from None
