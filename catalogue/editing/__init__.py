"""Files of entries → changed files: new entries, corrections, renaming, one canonical form, import of tables.

Everything here changes a text at the places that the reader found and leaves the rest as an editor wrote it. What is
wrong is found by `reading` and `checking`; the pages and commands that lead here are in `web` and `commands`.
"""
