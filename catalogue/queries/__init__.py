"""All SQL that pages and exports run, a module a subject. It only reads; rows come as `sqlite3.Row` with named columns.

Labels of terms come in the language of the interface; content stays German. What a fact is called and how it is written
is not decided here.
"""
