"""Imports go one way, from what people use down to what an entry is; rooms and classes are told apart by name."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LAYERS = (
    ("cli",),
    ("commands", "click_in_german"),
    ("server", "watching", "freezing"),
    ("web",),
    ("api",),
    ("exports",),
    ("facts",),
    ("queries", "advice", "judgments"),
    ("edition", "editing"),
    ("checking",),
    ("reading",),
    ("model",),
)
"""Rooms of `catalogue`; one may import only from rooms of its own or a lower layer."""

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
MODULES = sorted(path for package in ("catalogue", "search") for path in (ROOT / package).rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """The full names that a module imports, those only for type checking left out."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room_of(name: str) -> str | None:
    """The room of `catalogue` that a full name lies in."""
    parts = name.split(".")
    return parts[1] if parts[0] == "catalogue" and len(parts) > 1 and parts[1] in LEVEL else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_own_layer_or_below(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    names = imports_of(path)
    if parts[0] == "search":
        foreign = {name.split(".")[0] for name in names} & {"catalogue", "flask", "sqlite3", "sqlite_utils"}
        assert foreign == set()
        return
    if parts[1] == "__init__":
        return
    assert parts[1] in LEVEL, f"{parts[1]} has no layer yet; put it into LAYERS"
    too_high = {name for name in names if (room := room_of(name)) and LEVEL[room] < LEVEL[parts[1]]}
    assert too_high == set()


@pytest.mark.parametrize("room", sorted({path.parent for path in MODULES}), ids=lambda path: path.name)
def test_no_two_modules_of_a_room_need_each_other(room):
    package = ".".join(room.relative_to(ROOT).parts)
    modules = {path.stem: path for path in room.glob("*.py") if path.stem != "__init__"}
    needs = {
        name: {
            part
            for full in imports_of(path)
            if full.startswith(f"{package}.")
            and (part := full.removeprefix(f"{package}.").split(".")[0]) in modules
        }
        for name, path in modules.items()
    }
    TopologicalSorter(needs).prepare()  # raises CycleError with the names


def test_a_class_name_stands_for_one_thing():
    homes: dict[str, list[str]] = {}
    for path in (ROOT / "catalogue").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(path.relative_to(ROOT).as_posix())
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def test_every_room_says_what_it_does_and_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    for home in (ROOT / "catalogue").glob("*/__init__.py"):
        room = home.parent.relative_to(ROOT).as_posix()
        assert ast.get_docstring(ast.parse(home.read_text("utf-8"))), room
        assert f"`{room}/`" in readme, room
