"""What is wrong with the content: where, how badly, and what to do. Texts are German, for editors."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error or warning at a position in a file; line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        word = "" if self.severity == "error" else "Warnung: "
        return f"{self.path}:{self.line}:{self.column}: {word}{self.message} [{self.code}]"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the errors."""
    return [problem for problem in problems if problem.severity == "error"]


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem: `path:line:column: message [code]`."""
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of all facts of each problem."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line
    (https://docs.github.com/actions/reference/workflow-commands-for-github-actions)."""
    return "\n".join(
        f"::{p.severity} file={_property(p.path)},line={p.line},col={p.column},title={p.code}::{_data(p.message)}"
        for p in problems
    )


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A code quality report of GitLab (https://docs.gitlab.com/ci/testing/code_quality/)."""
    return json.dumps(
        [
            {
                "description": p.message,
                "check_name": p.code,
                "fingerprint": sha256(f"{p.path}\n{p.line}\n{p.code}\n{p.message}".encode()).hexdigest(),
                "severity": "major" if p.severity == "error" else "minor",
                "location": {"path": p.path, "positions": {"begin": {"line": p.line, "column": p.column}}},
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}
