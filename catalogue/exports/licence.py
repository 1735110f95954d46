"""The licence of the content, as files tell it."""

from __future__ import annotations

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Namensnennung 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
