"""Contacts of entries in records that hold the columns of one."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.model.entries import Contact


@dataclass(frozen=True, slots=True)
class WithContact:
    """An entry with the columns of its contact."""

    contact_name: str | None
    contact_url: str | None
    contact_email: str | None

    @property
    def contact(self) -> Contact | None:
        """The contact of the entry, if it has one; its sources are left out."""
        if self.contact_name is None:
            return None
        return Contact.model_construct(name=self.contact_name, url=self.contact_url, email=self.contact_email)
