"""What an entry is: the models of all kinds of entry, what their values may be, and what follows from these alone.

The JSON Schema, the shapes of fields and the rule for curated solutions are here. Files, other entries, tables and pages
are not.
"""
