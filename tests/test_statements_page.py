"""docs/statements.md: its values are those of the record, and its gold is gold."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from ujar.errors import GoldError
from ujar.evaluate.gold import read_statements
from ujar.record import Form, Mode, Polarity

PAGE = (Path(__file__).parent.parent / "docs/statements.md").read_text("utf-8")
SECTIONS = dict(section.split("\n", 1) for section in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:])


@pytest.mark.parametrize(("title", "values"), [("Form", Form), ("Mode", Mode), ("Polarity", Polarity)])
def test_page_explains_every_value(title: str, values: object) -> None:
    """The first column of each table holds the values that the record allows, in their order."""
    rows = re.findall(r"^\| (\w+) \|", SECTIONS[title], flags=re.MULTILINE)
    assert rows[1:] == list(get_args(values))


def test_gold_of_the_page_is_read_as_a_line(tmp_path: Path) -> None:
    """The example, put on one line, is what the scorer reads: spans, roles and values."""
    (example,) = re.findall(r"^```json\n(.*?)^```", SECTIONS["Gold"], flags=re.MULTILINE | re.DOTALL)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(json.loads(example)) + "\n", encoding="utf-8")
    (text,) = read_statements(path)
    (statement,) = text.statements
    words = {
        role: [text.text[start:end] for start, end in filter(None, extents)]
        for role, extents in (
            ("cue", [statement.cue]),
            ("source", [statement.source, statement.source_head]),
            ("content", statement.content),
            ("addressee", statement.addressees),
        )
    }
    assert words == {
        "cue": ["ujar"],
        "source": ["Wening", "Wening"],
        "content": ['"Pompa itu sudah diuji,"'],
        "addressee": ["warga"],
    }
    assert (statement.form, statement.mode, statement.polarity) == ("direct", "speech", "asserted")


@pytest.mark.parametrize("key", ["id", "source", "cue", "content", "form", "mode", "polarity"])
def test_required_key_of_the_page_is_required(key: str, tmp_path: Path) -> None:
    """What the page calls required is refused when it is missing, and all else may be left out."""
    (example,) = re.findall(r"^```json\n(.*?)^```", SECTIONS["Gold"], flags=re.MULTILINE | re.DOTALL)
    text = json.loads(example)
    required = ("id", "source", "cue", "content", "form", "mode", "polarity")
    text["statements"] = [{name: value for name, value in text["statements"][0].items() if name in required}]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(text), encoding="utf-8")
    assert read_statements(path)
    del text["statements"][0][key]
    path.write_text(json.dumps(text), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"statements\.0\.{key}"):
        read_statements(path)
