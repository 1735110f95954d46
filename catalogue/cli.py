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
from catalogue.click_in_german import speak_german, with_german_placeholders
from catalogue.reading.system_reasons import reason

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
        return with_german_placeholders(getattr(import_module(module), module.rpartition(".")[2]))

    def main(self, *args: Any, **named: Any) -> Any:
        """Run a command; end with exit status 1 and one sentence if what it prints cannot be written."""
        open_closed_streams()
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
                    f"Fehler: Die Ausgabe des Befehls lässt sich nicht schreiben: {reason(error)}.", err=True
                )
            sys.exit(1)


def open_closed_streams() -> None:
    """Let what is printed to a stream that is closed (`>&-`) go nowhere; else it would go into the next file that is opened."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8")


speak_german()  # before the first option is declared, as click looks some texts up there


@click.group(
    cls=Catalogue,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[OPTIONEN]",
    subcommand_metavar="BEFEHL [ANGABEN]...",
)
@click.version_option(package_name="smart-city-katalog", prog_name="catalogue")
def main() -> None:
    """Der Smart-City-Katalog: Einträge prüfen, Ausgaben bauen, durchsuchen und anbieten."""
