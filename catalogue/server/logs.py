"""What a server writes down: sentences for people, or JSON lines for machines. No address of a visitor, no word that was searched."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

NO_REQUEST = "Invalid HTTP request received."
"""What uvicorn tells each time. Whoever sends nonsense shall not fill the log."""


def write_logs(as_json: bool, with_requests: bool) -> None:
    """Write to the standard error what the catalogue tells, warnings of its libraries, and each request if that is asked for."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLine() if as_json else logging.Formatter("%(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger("uvicorn.error").addFilter(lambda record: record.msg != NO_REQUEST)
    logging.getLogger("catalogue").setLevel(logging.INFO)
    logging.getLogger("catalogue.requests").setLevel(logging.INFO if with_requests else logging.WARNING)


class JsonLine(logging.Formatter):
    """A record as one line of JSON: when, how grave, who says what, and the facts of a request apart."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if isinstance(record.args, dict):
            told |= record.args
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)
