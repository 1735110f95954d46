"""Advice worked out from plain values: how alike two places are, the self-check, the reuse check.

Pure functions: no database, no page, no text for readers.
"""
