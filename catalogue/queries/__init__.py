"""All SQL that pages and exports run, a module a subject. It only reads, and gives records: frozen
dataclasses whose fields are the columns, so that mypy notices where a renamed column is used.

Labels of terms come in the language of the interface; content stays German. What a fact is called and how it is written
is not decided here.
"""
