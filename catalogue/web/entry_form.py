"""The form for entries: a new one or a correction, checked like a file, shown as a page, given as a file or to the forge.

Nothing is stored, neither here nor in a session: each answer is made of what the request brings. So a request that another
site sends in a visitor's name (CSRF) changes nothing, and no token is needed. What a form may bring is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, Flask, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from catalogue.checking.licences import OWN_LICENCES
from catalogue.checking.one_entry import check_entry
from catalogue.editing import form
from catalogue.editing.key_guide import Key, keys_of
from catalogue.editing.new_entry import LONGEST_ID, id_from, preset
from catalogue.editing.writer import entry_path, entry_text, values_of
from catalogue.edition.tables import plural, vocabulary_table
from catalogue.model.entries import DocumentedEntry, Measure, Reuse, Solution
from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries import entries
from catalogue.queries.entry_files import entry_files
from catalogue.queries.former_ids import former_id
from catalogue.queries.hits import project_names
from catalogue.reading.entry_file import EntryFile, read_entry_file
from catalogue.reading.text_file import Flaw
from catalogue.web import measures, solutions
from catalogue.web.edition_access import ask_once, database, opened
from catalogue.web.forge import NewFile, forge
from catalogue.web.languages import in_language

blueprint = Blueprint("entry_form", __name__)

KINDS: dict[str, type[DocumentedEntry]] = {model.kind: model for model in (Measure, Solution, Reuse)}
"""The kinds of entry that have a form."""

LARGEST_BYTES = 150_000
"""Of a whole form as it is sent: more than ten times the longest entry."""

MOST_FIELDS = 3_000
"""So many values of a form are read; more is refused, as it cannot be our form."""

MOST_TOLD = 50
"""So many flaws are told at once. Nobody mends more in one go, and each is looked for among all values."""

WORDS = {
    "id": "Kennung: der letzte Teil der Adresse seiner Seite im Katalog",
    "date": "(JJJJ-MM-TT, JJJJ-MM oder JJJJ)",
    "lines": "Je Zeile ein Wert",
    "empty_id": "Bleibt es leer, so entsteht sie aus dem Namen",
}
"""What helps to fill fields in, in German like what the models say of them."""


def register(app: Flask) -> None:
    """Bound what any request may send."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BYTES
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BYTES


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form holds, as values, as the text of a file, and read like one."""

    model: type[DocumentedEntry]
    values: dict[str, Any]
    path: str
    """Of the file, below the content folder."""
    text: str
    file: EntryFile
    flaws: list[Flaw]

    @property
    def is_right(self) -> bool:
        """Whether there is no error."""
        return not any(flaw.severity == "error" for flaw in self.flaws)


@dataclass(frozen=True, slots=True)
class FieldMessage:
    """A flaw at a field of the form."""

    field: str
    """The name of the field; empty if it is about the whole."""
    message: str
    is_error: bool


@blueprint.get("/mitmachen/neu")
def choose() -> str:
    """Which kind of entry is to be made."""
    return render_template("entry_form_kinds.html", kinds=[KINDS_BY_NAME[kind] for kind in KINDS])


@blueprint.route("/mitmachen/neu/<kind>", methods=["GET", "POST"])
def new(kind: str) -> ResponseReturnValue:
    """The form for a new entry: empty, or with what was typed and what the check says of it."""
    return _answer(_model(kind), "", preset(_model(kind)))


@blueprint.route("/mitmachen/aendern/<kind>/<entry_id>", methods=["GET", "POST"])
def correct(kind: str, entry_id: str) -> ResponseReturnValue:
    """The form for a correction: filled with the entry, or with what was typed."""
    model = _model(kind)
    entry = entries.read_one(database(), model, entry_id)
    if entry is None:
        abort(404)
    return _answer(model, entry_id, values_of(entry) | _folders(model, entry_id))


def _model(kind: str) -> type[DocumentedEntry]:
    if kind not in KINDS:
        abort(404)
    return KINDS[kind]


def _folders(model: type[DocumentedEntry], entry_id: str) -> dict[str, str]:
    """The ids of the entries in whose folder an entry lies."""
    if not model.placed_in:
        return {}
    columns = ", ".join(model.placed_in)
    row = (
        database().execute(f"SELECT {columns} FROM {plural(model.kind)} WHERE id = ?", (entry_id,)).fetchone()
    )
    return dict(zip(model.placed_in, row, strict=True))


def _answer(model: type[DocumentedEntry], entry_id: str, at_first: dict[str, Any]) -> ResponseReturnValue:
    """The page of the form, the file, or the page of the entry, whichever button was pressed."""
    if request.method != "POST":
        return _page(model, entry_id, at_first)
    typed = request.form.to_dict(flat=False)
    if sum(map(len, typed.values())) > MOST_FIELDS:
        abort(400)
    values = form.values_of_form(model, typed)
    if more := request.form.get("mehr", ""):
        return _page(model, entry_id, values, more=more)
    draft = _draft(model, values, entry_id)
    button = request.form.get("tun", "")
    if draft.is_right and button == "datei":
        return _file(draft)
    if draft.is_right and button == "vorschau" and (page := _preview(draft)):
        return page
    shown = (
        draft.values if entry_id else values
    )  # an id that was made of the name follows it, and the project
    return _page(model, entry_id, shown, draft)


def _draft(model: type[DocumentedEntry], values: dict[str, Any], entry_id: str) -> Draft:
    values = {**values, "id": entry_id or values.get("id") or _offered_id(model, values)}
    path = entry_path(model, values, str(values.get("project", "")))
    told = {name: value for name, value in values.items() if name not in model.placed_in}
    text = entry_text(model, told)
    file = read_entry_file(path, model, text.encode("utf-8", "replace"))
    terms = {name: dict.fromkeys(known) for name, known in _terms().items()}
    others = [one for one in ask_once(entry_files) if (one.kind, one.id) != (model.kind, entry_id)]
    flaws = check_entry(file, others, terms, date.today())
    if former_id(database(), model.kind, file.id):
        message = "Diese Kennung hatte schon ein anderer Eintrag; seine Adresse führt dorthin. Wählen Sie eine andere."
        flaws.insert(0, Flaw(*file.position(("id",)), "id-given-anew", message))
    return Draft(model, values, path.as_posix(), text, file, flaws)


def _offered_id(model: type[DocumentedEntry], values: dict[str, Any]) -> str:
    """An id made of what was typed, where none was."""
    if model is Reuse:
        words = [str(values.get("origin", "")), str(values.get("municipality") or values.get("name") or "")]
    else:
        words = [str(values.get("project", "")), str(values.get("title", ""))]
    return id_from(" ".join(word for word in words if word)[: 4 * LONGEST_ID])


def _terms() -> dict[str, dict[str, str]]:
    """The German names of all terms, by vocabulary and id."""
    named = {key.vocabulary for model in KINDS.values() for key in _all_keys(model)} - {""} | {OWN_LICENCES}
    known = opened().terms["de"]
    return {
        name: {one: term.label for one, term in known.get(vocabulary_table(name), {}).items()}
        for name in named
    }


def _all_keys(model: type[DocumentedEntry]) -> list[Key]:
    found = form.form_keys(model)
    return [*found, *(inner for key in found if key.part for inner in keys_of(key.part))]


def _page(
    model: type[DocumentedEntry],
    entry_id: str,
    values: dict[str, Any],
    draft: Draft | None = None,
    more: str = "",
) -> ResponseReturnValue:
    told = tell(draft) if draft else []
    shown = form.fields(model, values, more)
    by_field: dict[str, list[FieldMessage]] = {}
    for one in told:
        by_field.setdefault(one.field, []).append(one)
    known = forge(current_app.config["EDIT_ADDRESS"])
    return render_template(
        "entry_form.html",
        kind=in_language(KINDS_BY_NAME[model.kind].singular),
        kind_id=model.kind,
        entry_id=entry_id,
        title=values.get("title") or entry_id,
        first=[field for field in shown if form.matters_first(field.key)],
        rest=[field for field in shown if not form.matters_first(field.key)],
        told=told,
        by_field=by_field,
        is_bad=lambda name: any(one.is_error for one in by_field.get(name, ())),
        described=lambda name: _described(name, by_field),
        attributes=lambda field, asked: _attributes(field, by_field, asked),
        opened={
            field.name
            for field in shown
            if not form.matters_first(field.key)
            and (more == field.name or any(one.field.startswith(field.name) for one in told))
        },
        choices=_choices,
        draft=draft,
        more=more,
        has_preview=model is not Reuse,
        editor=_editor(draft, entry_id) if draft and draft.is_right else None,
        forge=known,
        words=WORDS,
        here=request.script_root + request.path,
    )


def _choices(field: form.Field) -> dict[str, str]:
    """What may be chosen in a field, by id; nothing where any text may be typed. What was typed stays a choice."""
    if field.key.vocabulary:
        known = _terms()[field.key.vocabulary]
    elif field.key.kinds == ("project",):
        known = dict(sorted(ask_once(project_names).items(), key=lambda one: one[1].casefold()))
    elif field.key.shape.value_type is bool:
        known = {"true": "ja", "false": "nein"}
    else:
        return {}
    return {text: known.get(text, text) for text in field.texts} | known


def _described(name: str, by_field: dict[str, list[FieldMessage]]) -> Markup:
    """What helps to fill a field in, and what is wrong with it, for those who hear the page."""
    told = f" {name}-meldung" if name in by_field else ""
    return Markup('aria-describedby="{}-hilfe{}"').format(name, told)


def _attributes(field: form.Field, by_field: dict[str, list[FieldMessage]], asked: bool) -> Markup:
    """What the input of a field says of itself. `asked`: whether its list must be filled, if it is in one."""
    found = _described(field.name, by_field)
    if any(one.is_error for one in by_field.get(field.name, ())):
        found += Markup(' aria-invalid="true"')
    if asked and field.key.required and field.name != "id":
        found += Markup(' aria-required="true"')
    return found


def tell(draft: Draft) -> list[FieldMessage]:
    """The flaws of a draft at the fields of its form, in the order of the file; the first, and how many more there are."""
    found = [
        FieldMessage(field_of(draft, flaw), message_of(draft, flaw), flaw.severity == "error")
        for flaw in draft.flaws[:MOST_TOLD]
    ]
    if more := draft.flaws[MOST_TOLD:]:
        is_error = any(flaw.severity == "error" for flaw in more)
        found.append(FieldMessage("", f"… und {len(more)} weitere.", is_error))
    return found


MISSING = re.compile(r"Schlüssel „(?P<key>\w+)“.*\((?P<meaning>.+)\)")
"""How the reader tells that a value is missing: a form has fields, not keys."""


def message_of(draft: Draft, flaw: Flaw) -> str:
    """What a flaw says to somebody who sees a form and no file."""
    if flaw.code == "unknown-project" and not draft.values.get("project"):
        return "Hier fehlt das Modellprojekt. Wählen Sie es aus."
    if flaw.code.startswith("missing-") and (missing := MISSING.search(flaw.message)):
        return f"Hier fehlt etwas: {missing['meaning']}."
    return flaw.message


def field_of(draft: Draft, flaw: Flaw) -> str:
    """The name of the field that a flaw is about; empty if it is about none."""
    if flaw.code == "unknown-project":
        return "project"
    if flaw.code == "id-without-project":
        return "id"
    location = _location(draft.file, flaw)
    if flaw.code.startswith("missing-") and (missing := MISSING.search(flaw.message)):
        inner = form.name_of(draft.model, (*location, missing["key"]))
        return inner or form.name_of(draft.model, (missing["key"],))
    wanted = form.name_of(draft.model, (flaw.code.removesuffix("-missing").replace("-", "_"),))
    return wanted or form.name_of(draft.model, location)


def _location(file: EntryFile, flaw: Flaw) -> tuple[int | str, ...]:
    """The innermost value that begins at a flaw, or before it in the same line, or else in the lines above."""
    before = [
        (position, at)
        for at, position in file.positions.items()
        if position <= (flaw.line, flaw.column) and at
    ]
    return max(before, key=lambda one: (one[0], len(one[1])))[1] if before else ()


def _file(draft: Draft) -> Response:
    name = draft.path.rpartition("/")[2]
    return Response(
        draft.text,
        mimetype="text/markdown" if name.endswith(".md") else "application/yaml",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _preview(draft: Draft) -> str | None:
    """The page of the entry as it would look; nothing if there is none to show."""
    entry = draft.file.entry
    if isinstance(entry, Measure):
        return measures.preview(entry, str(draft.values.get("project", "")))
    return solutions.preview(entry) if isinstance(entry, Solution) else None


def _editor(draft: Draft | None, entry_id: str) -> NewFile | None:
    """Where the forge takes the file; of a correction the editor of that file."""
    known = forge(current_app.config["EDIT_ADDRESS"])
    if known is None or draft is None:
        return None
    if entry_id:
        return NewFile(known.edit(draft.path), with_text=False)
    return known.new(draft.path, draft.text)
