"""The signature of an edition's manifest, made and checked with minisign, if an operator wants one.

The manifest tells the checksum of every file, so who signs it signs the edition. A key is a file or, to check with, the
line of base64 that minisign prints as the public key.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from catalogue.edition.damage import Damage, DamageKind
from catalogue.edition.reader import MANIFEST, SIGNATURE, Edition

MINISIGN = "minisign"


class CannotSign(Exception):
    """Minisign is missing or refuses the key; the message is what it said."""


class MinisignMissing(CannotSign):
    """Minisign is not installed."""


def signature_of(edition: Edition, key: Path) -> bytes:
    """The signature of an edition with a secret key; minisign asks on the terminal for its password.

    Raises CannotSign.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / SIGNATURE
        files = ("-s", str(key), "-m", str(edition.folder / MANIFEST), "-x", str(made))
        done = _minisign("-S", *files, "-t", f"Smart-City-Katalog, Ausgabe {edition.id}")
        if done.returncode or not made.exists():
            raise CannotSign(_said(done))
        return made.read_bytes()


def damage_of_signature(edition: Edition, key: str) -> Damage | None:
    """What is wrong with the signature of an edition, held against a public key. Raises MinisignMissing."""
    signature = edition.folder / SIGNATURE
    if not signature.exists():
        return Damage(DamageKind.UNSIGNED, SIGNATURE)
    of_key = ("-p", key) if Path(key).is_file() else ("-P", key)
    done = _minisign("-V", "-q", *of_key, "-m", str(edition.folder / MANIFEST), "-x", str(signature))
    return Damage(DamageKind.SIGNATURE, SIGNATURE, _said(done)) if done.returncode else None


def _minisign(*arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            [MINISIGN, *arguments], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, check=False
        )
    except FileNotFoundError:
        raise MinisignMissing(f"{MINISIGN} fehlt") from None


def _said(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join(done.stderr.split()) or f"{MINISIGN} endet mit {done.returncode}"
