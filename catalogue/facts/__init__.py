"""What is known of an entry as an ordered list of labelled facts: the one source of pages, comparisons, papers and tables.

Each fact is declared once, with its label, where it is shown and how it is told. How a list of facts looks is decided by
those who show it; nothing here knows of HTML, PDF or requests.
"""
