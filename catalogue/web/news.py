"""What is new in the catalogue: entries that were added or changed, newest first."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, render_template

from catalogue.model.kinds import KINDS
from catalogue.queries import news
from catalogue.web.edition_access import ask_once, database
from catalogue.web.form_input import form_choice, form_number
from catalogue.web.languages import in_language
from catalogue.web.page_parts import number

blueprint = Blueprint("news", __name__)

PER_PAGE = 50


@blueprint.get("/neues")
def show() -> str:
    """Show the news that the address asks for, by day and kind of entry."""
    db = database()
    labels = {kind.name: in_language(kind.plural) for kind in KINDS if kind.folder}
    counts = ask_once(news.counts)
    kind = form_choice("art", labels) or None
    total = counts.get(kind, 0) if kind else sum(counts.values())
    pages = max(1, -(-total // PER_PAGE))
    page = min(int(form_number("seite", r"0*[1-9][0-9]{0,4}") or 1), pages)
    rows = news.latest(db, kind, PER_PAGE, (page - 1) * PER_PAGE)
    return render_template(
        "news.html",
        days=[
            (
                day,
                [(labels[one], list(same)) for one, same in groupby(group, key=lambda row: row.kind)],
            )
            for day, group in groupby(rows, key=lambda row: row.date)
        ],
        on_day={
            day: ", ".join(f"{labels[one.kind]}: {number(one.entries)}" for one in group)
            for day, group in groupby(news.days(db, kind), key=lambda one: one.date)
        },
        has_history=any(row.change in ("added", "changed") for row in rows),
        kind=kind,
        kinds={name: (label, counts[name]) for name, label in labels.items() if name in counts},
        total=total,
        page=page,
        pages=pages,
    )
