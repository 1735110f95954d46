"""Files in a ZIP archive that is the same whenever it is made."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP archive can tell of."""


def zip_file(files: Mapping[str, bytes]) -> bytes:
    """Files by their names as an archive."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, NO_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return written.getvalue()
