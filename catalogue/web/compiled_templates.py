"""Keeping templates compiled from one edition to the next: a process compiles each once, however often editions change."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory; a bucket knows whether its source is still the same."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name and file, as they are: Jinja hashes them as UTF-8, which a path in the C locale need not be."""
        return f"{name}|{filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is kept of a template."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was just compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()
"""Those of this process."""
