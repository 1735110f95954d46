"""Transfers: who took over what from whom, as a table and as a network, beside the programme's own figures."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from catalogue.model.kinds import KINDS_BY_NAME
from catalogue.queries import programme, transfers
from catalogue.queries.connection import Row
from catalogue.web import network
from catalogue.web.edition_access import database, vocabulary_terms
from catalogue.web.form_input import form_text
from catalogue.web.programme import REPORT

blueprint = Blueprint("transfers", __name__)

STATED = ("transfers", "development-communities", "oriented", "reached-2024-q1", "reached-2024-q3")
"""Figures of the programme on transfer and reach."""

FILTERS = {"art": ("kind", "reuse_kinds"), "stand": ("status", "reuse_statuses")}
"""What the table is filtered by: the column and the vocabulary of each."""

LONGEST_NAME = 44
"""Characters of a name in the picture; the table has the whole name."""


@blueprint.get("/transfers")
def show() -> str:
    """Show the transfers that the address asks for."""
    db = database()
    everything = transfers.transfers(db)
    asked = {
        name: form_text(name) for name, (_, v) in FILTERS.items() if form_text(name) in vocabulary_terms(v)
    }
    shown = [row for row in everything if all(row[FILTERS[n][0]] == value for n, value in asked.items())]
    stated = programme.figures(db, REPORT)
    return render_template(
        "transfers.html",
        all_count=len(everything),
        in_use=sum(row["status"] == "im-einsatz" for row in everything),
        transfers=shown,
        asked=asked,
        filters={name: vocabulary_terms(vocabulary).values() for name, (_, vocabulary) in FILTERS.items()},
        network=network.network(map(link, shown)),
        size=network,
        view="transfers",
        folders={name: kind.folder for name, kind in KINDS_BY_NAME.items()},
        stated=[stated[name] for name in STATED if name in stated],
        report=programme.report(db, REPORT),
        remarks=[remark for remark in programme.remarks(db, REPORT) if remark.question == 2],
    )


def link(transfer: Row) -> network.Link:
    """A transfer as a line of the picture."""
    origin = request.script_root + KINDS_BY_NAME[transfer["from_kind"]].folder + transfer["from_id"]
    target = transfer["to_municipality"]
    return (
        short(transfer["from_title"]),
        origin,
        short(transfer["to_name"]),
        f"{request.script_root}/kommunen/{target}" if target else "",
        "used" if transfer["status"] == "im-einsatz" else "other",
    )


def short(name: str) -> str:
    """A name that fits into the picture."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 2].rstrip() + " …"
