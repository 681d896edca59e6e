"""The public surface: what `import ujar` promises, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import ujar

SURFACE = [
    "Actor",
    "Addressee",
    "Analyser",
    "Appearance",
    "Article",
    "Byline",
    "Cue",
    "Dateline",
    "Event",
    "FactsError",
    "GoldError",
    "LanguageDataError",
    "MadeBy",
    "ModelError",
    "Place",
    "Published",
    "Record",
    "RecordError",
    "Region",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Time",
    "UjarError",
    "UnreadableArticle",
    "__version__",
    "find_files",
    "load_analyser",
    "read_article",
    "read_articles",
    "read_with_appearance",
]
HEAVY = {"numpy", "onnxruntime", "pydantic", "rich", "scipy", "tokenizers", "typer", "ftfy"}


def test_surface_is_pinned() -> None:
    """A name is added or taken away on purpose, never by the way."""
    assert ujar.__all__ == SURFACE
    assert dir(ujar) == SURFACE


@pytest.mark.parametrize("name", SURFACE)
def test_surface_name_is_there(name: str) -> None:
    """Every promised name can be used, and is the same thing each time."""
    assert getattr(ujar, name) is getattr(ujar, name) or name == "__version__"


@pytest.mark.parametrize("home", ["record", "errors"])
def test_surface_holds_every_name_of_its_home(home: str) -> None:
    """The record classes and the errors are all on the surface."""
    module = __import__(f"ujar.{home}", fromlist=["__all__"])
    assert set(module.__all__) <= set(SURFACE)


def test_surface_refuses_other_names() -> None:
    """A misspelt name is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="read_artcles"):
        ujar.read_artcles  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "allowed"),
    [("import ujar", set()), ("import ujar.errors", set()), ("import ujar.commands", {"typer", "pydantic"})],
)
def test_import_is_light(statement: str, allowed: set[str]) -> None:
    """Nothing heavy is imported before it is needed. (Typer brings pydantic along.)"""
    code = f"import sys; {statement}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not (HEAVY - allowed) & set(loaded)
