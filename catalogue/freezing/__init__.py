"""An edition becomes a frozen copy: a folder of files that open from any web space and from disk, for the archive and for outages.

Every page is asked of the web frontend as a visitor would, its links are made relative, and what needs the running site
says so. Nothing here knows what a page shows.
"""

from catalogue.freezing.copying import Copied, freeze
from catalogue.freezing.folder import NotACopy

__all__ = ["Copied", "NotACopy", "freeze"]
