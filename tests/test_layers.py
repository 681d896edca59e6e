"""What may import what: the imports of every module, read from the source, against the table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "ujar"

# A part may import the parts named here, and whatever those may import. `record` and `errors` are for everyone.
TABLE: dict[str, tuple[str, ...]] = {
    "errors": (),
    "record": ("errors",),
    "ontology": (),
    "examples": (),
    "models": (),
    "languages": ("ontology",),
    "read": ("languages",),
    "analyse": ("languages",),
    "render": ("analyse",),
    "store": ("ontology",),
    "adapters": ("analyse",),
    "batch": ("read", "analyse", "store"),
    "serve": ("store", "render"),
    "evaluate": ("read", "analyse"),
    "commands": ("adapters", "batch", "serve", "evaluate", "render", "examples", "models", "__init__"),
    "__main__": ("commands",),
    "__init__": ("read", "analyse", "store"),
}
FOR_EVERYONE = {"record", "errors"}
APART = ("read", "analyse", "store")


def allowed(part: str) -> set[str]:
    """The parts that `part` may import, itself among them."""
    found = {part} if part in ("errors", "ontology") else {part, *FOR_EVERYONE}
    for other in TABLE[part]:
        found |= allowed(other)
    return found


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(path for path in ROOT.rglob("*.py"))


def part_of(module: Path) -> str:
    """The part a module belongs to: its folder below ujar/, or its own name at the top."""
    first, *rest = module.relative_to(ROOT).with_suffix("").parts
    return first if rest or first in TABLE else f"{first} (a module that the table does not name)"


def imported_parts(module: Path) -> Iterator[tuple[int, str]]:
    """The parts of ujar that a module imports, wherever in it the import stands, with the line."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"), str(module))):
        for name in imported_names(node):
            top, _, rest = name.partition(".")
            if top == "ujar":
                yield getattr(node, "lineno", 0), rest.partition(".")[0] or "__init__"


def imported_names(node: ast.AST) -> Iterator[str]:
    """The modules that a node imports by name. `from ujar import read` is the module ujar.read."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        if node.module == "ujar":
            yield from (f"ujar.{alias.name}" if is_part(alias.name) else "ujar" for alias in node.names)
        elif node.module:
            yield node.module


def is_part(name: str) -> bool:
    """Whether ujar holds a package or module of that name."""
    return (ROOT / name).is_dir() or (ROOT / f"{name}.py").exists()


@pytest.mark.parametrize("module", modules(), ids=lambda module: str(module.relative_to(ROOT)))
def test_module_imports_only_what_its_part_may(module: Path) -> None:
    """Every import of ours in a module is one that the table allows its part."""
    part = part_of(module)
    assert part in TABLE
    strangers = [f"line {line}: {name}" for line, name in imported_parts(module) if name not in allowed(part)]
    assert not strangers, f"ujar.{part} may import {sorted(allowed(part))}"


def test_read_analyse_and_store_stand_apart() -> None:
    """The table itself keeps them from each other: they meet in the record only."""
    for part in APART:
        assert not allowed(part) & set(APART) - {part}


def test_record_imports_nothing_of_ours_but_the_errors() -> None:
    """Whoever reads the record first needs no other file."""
    assert {name for _, name in imported_parts(ROOT / "record.py")} == {"errors"}
