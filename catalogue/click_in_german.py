"""What click itself says on the command line, in German: usage, help and errors.

Click marks its texts for gettext, which would want a compiled file and look at the language of the machine. The command line
is German everywhere, so its texts are looked up here instead.
"""

from __future__ import annotations

import click
from click import core, decorators, exceptions, formatting, parser, termui, types, utils

MODULES = (core, decorators, exceptions, formatting, parser, termui, types, utils)
"""The modules of click whose texts a user of ours can meet."""

GERMAN = {
    "(Did you mean one of: {possibilities}?)": "Meinten Sie eines von: {possibilities}?",
    "(dynamic)": "(wechselnd)",
    "Aborted!": "Abgebrochen.",
    "Argument {name!r} takes {nargs} values.": "Das Argument „{name}“ braucht {nargs} Werte.",
    "Choice({choices})": "Auswahl({choices})",
    "Choose from:\n\t{choices}": "Möglich sind:\n\t{choices}",
    "Commands": "Befehle",
    "Confirm the action without prompting.": "Frage nicht nach.",
    "Could not open file {filename!r}: {message}": "Die Datei „{filename}“ lässt sich nicht öffnen: {message}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "Warnung: Den Befehl „{name}“ gibt es bald nicht mehr.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "Warnung: „{name}“ gibt es bald nicht mehr.{extra_message}",
    "Did you mean {possibility}?": "Meinten Sie {possibility}?",
    "Do you want to continue?": "Fortfahren?",
    "Error: The two entered values do not match.": "Fehler: Die beiden Eingaben sind nicht gleich.",
    "Error: invalid input": "Fehler: Diese Eingabe ist nicht möglich.",
    "Error: {message}": "Fehler: {message}",
    "Got unexpected extra argument ({args})": "Ein Argument ist zu viel: {args}",
    "Got unexpected extra arguments ({args})": "Diese Argumente sind zu viel: {args}",
    "Invalid start character for option ({option})": "So beginnt keine Option: {option}",
    "Invalid value for {param_hint}: {message}": "Falscher Wert für {param_hint}: {message}",
    "Invalid value: {message}": "Falscher Wert: {message}",
    "Missing argument": "Es fehlt das Argument",
    "Missing command.": "Es fehlt der Befehl.",
    "Missing option": "Es fehlt die Option",
    "Missing parameter": "Es fehlt die Angabe",
    "Missing parameter: {param_name}": "Es fehlt die Angabe: {param_name}",
    "Missing {param_type}": "Es fehlt: {param_type}",
    "No such command {name!r}.": "Den Befehl „{name}“ gibt es nicht.",
    "No such option {name!r}.": "Die Option „{name}“ gibt es nicht.",
    "Option {name!r} does not take a value.": "Die Option „{name}“ steht ohne Wert.",
    "Option {name!r} requires an argument.": "Die Option „{name}“ braucht einen Wert.",
    "Option {name!r} requires {nargs} arguments.": "Die Option „{name}“ braucht {nargs} Werte.",
    "Options": "Optionen",
    "Positional arguments": "Argumente",
    "Press any key to continue...": "Weiter mit einer beliebigen Taste …",
    "Repeat for confirmation": "Zur Bestätigung noch einmal",
    "Show the version and exit.": "Zeige die Fassung.",
    "Show this message and exit.": "Zeige diese Hilfe.",
    "Takes {nargs} values but 1 was given.": "Hier gehören {nargs} Werte hin, es ist einer.",
    "Takes {nargs} values but {len} were given.": "Hier gehören {nargs} Werte hin, es sind {len}.",
    "Try '{command} {option}' for help.": "Hilfe zeigt: {command} {option}",
    "Unknown standard stream '{name}'": "Unbekannter Ausgabekanal „{name}“",
    "Usage:": "Aufruf:",
    "Value must be an iterable.": "Hier gehören mehrere Werte hin.",
    "default: {default}": "Vorgabe: {default}",
    "deprecated": "veraltet",
    "directory": "Ordner",
    "env var: {var}": "Umgebungsvariable: {var}",
    "file": "Datei",
    "path": "Pfad",
    "required": "Pflicht",
    "unknown error": "unbekannter Fehler",
    "{len_type} values are required, but {len_value} was given.": "Hier gehören {len_type} Werte hin, es ist {len_value}.",
    "{len_type} values are required, but {len_value} were given.": "Hier gehören {len_type} Werte hin, es sind {len_value}.",
    "{name} {filename!r} does not exist.": "{name} „{filename}“ gibt es nicht.",
    "{name} {filename!r} is a directory.": "{name} „{filename}“ ist ein Ordner.",
    "{name} {filename!r} is a file.": "{name} „{filename}“ ist eine Datei.",
    "{name} {filename!r} is not executable.": "{name} „{filename}“ lässt sich nicht ausführen.",
    "{name} {filename!r} is not readable.": "{name} „{filename}“ lässt sich nicht lesen.",
    "{name} {filename!r} is not writable.": "{name} „{filename}“ lässt sich nicht schreiben.",
    "{value!r} does not match the format {format}.": "„{value}“ hat nicht die Form {format}.",
    "{value!r} does not match the formats {formats}.": "„{value}“ hat keine der Formen {formats}.",
    "{value!r} is not a valid UUID.": "„{value}“ ist keine UUID.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "„{value}“ ist weder ja noch nein. Möglich sind: {states}",
    "{value!r} is not a valid {number_type}.": "„{value}“ ist keine passende Zahl.",
    "{value!r} is not one of {choices}.": "„{value}“ gibt es hier nicht. Möglich sind {choices}.",
    "{value!r} is not {choice}.": "„{value}“ gibt es hier nicht. Möglich ist {choice}.",
    "{value} is not in the range {range}.": "{value} liegt nicht im Bereich {range}.",
}
"""The German text for each English one."""

PLACEHOLDERS = {
    "integer": "ZAHL",
    "integer range": "ZAHL",
    "float": "ZAHL",
    "float range": "ZAHL",
    "path": "PFAD",
    "file": "DATEI",
    "filename": "DATEI",
    "directory": "ORDNER",
}
"""What stands for a value in usage and help, by the name of its type."""


def translated(text: str) -> str:
    """A text of click in German."""
    return GERMAN.get(text, text)


def translated_number(one: str, many: str, number: int) -> str:
    """A text of click in German, for one or for several."""
    return translated(one if number == 1 else many)


def speak_german() -> None:
    """Let click look its texts up here."""
    for module in MODULES:
        for name, ours in (("_", translated), ("ngettext", translated_number)):
            if hasattr(module, name):
                setattr(module, name, ours)


def with_german_placeholders(command: click.Command) -> click.Command:
    """The command, with German words where its usage and help name what may stand there."""
    command.options_metavar = "[OPTIONEN]"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.metavar is None and not parameter.is_flag:
            parameter.metavar = PLACEHOLDERS.get(parameter.type.name)
    return command
