"""The command line: which commands there are, and where their output may go."""

from __future__ import annotations

import errno
import io
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

from catalogue import commands

COMMANDS = {
    name.rstrip("_"): f"{commands.__name__}.{name}"
    for _, name, _ in iter_modules(commands.__path__)
    if name != "options"
}
"""The module of each command, which holds a function of its own name; `import` is a word of Python, so that one is `import_`."""


class Catalogue(click.Group):
    """The commands, whose output may go anywhere: onto a full disk, or to where not every letter can be written."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command; its module is loaded when it is asked for."""
        if cmd_name not in COMMANDS:
            return None
        module = COMMANDS[cmd_name]
        found: click.Command = getattr(import_module(module), module.rpartition(".")[2])
        return found

    def main(self, *args: Any, **named: Any) -> Any:
        """Run a command; end with exit status 1 and one sentence if what it prints cannot be written."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        try:
            try:
                return super().main(*args, **named)
            finally:
                sys.stdout.flush()
        except OSError as error:
            if error.filename is not None:  # of a file, not of the output
                raise
            os.dup2(
                os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
            )  # nothing is left to be written at the end
            if error.errno != errno.EPIPE:  # whoever closes a pipe knows
                click.echo(
                    f"Fehler: Die Ausgabe des Befehls lässt sich nicht schreiben: {error.strerror}.", err=True
                )
            sys.exit(1)


@click.group(cls=Catalogue, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="smart-city-katalog", prog_name="catalogue")
def main() -> None:
    """Der Smart-City-Katalog: Einträge prüfen, Ausgaben bauen, durchsuchen und anbieten."""
