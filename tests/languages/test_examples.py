"""The example texts of each construction, read with the shipped model.

An example that fails today says so in `fails` and is expected to. Once it is mended, its test fails with
"[XPASS(strict)] construction: what was wrong", and its `fails` has to be taken out of examples.toml. All of them:

    pytest tests/languages/test_examples.py | grep XPASS
"""

from __future__ import annotations

import pytest

from tests.languages.examples import Example, Examples, expected_statements, found_statements
from ujar.analyse import Analyser
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words
from ujar.read.wire import describe
from ujar.record import Article

LANGUAGE = "id"
EXAMPLES = load_words(LANGUAGE, Examples).example
FEWEST = 90
FEWEST_RIGHT = 60
FEWEST_EMPTY = 20


def parameters() -> list[object]:
    """Each example under its construction; those with `fails` are expected to fail, and must."""
    return [
        pytest.param(
            example,
            id=example.construction,
            marks=[expected_failure(example)] if example.fails else [],
        )
        for example in EXAMPLES
    ]


def expected_failure(example: Example) -> pytest.MarkDecorator:
    """The mark that lets an example fail, with its construction, so that pytest names it when it does not."""
    return pytest.mark.xfail(reason=f"{example.construction}: {example.fails}", raises=AssertionError, strict=True)


def read(example: Example) -> Article:
    """A text of several lines is read like a story, with headline and dateline; one line is a sentence or two."""
    if "\n" in example.text:
        return describe(example.text, LANGUAGE)
    return Article.of(example.text, language=LANGUAGE)


@pytest.mark.parametrize("example", parameters())
def test_example_yields_its_statements(example: Example, analyser: Analyser) -> None:
    """The statements found are those of the example: nothing is missing, and nothing is found besides."""
    words = load_words(LANGUAGE, ScoringWords)
    assert found_statements(analyser.analyse(read(example)), words) == expected_statements(example, words)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.construction)
def test_example_fits_its_text(example: Example) -> None:
    """Every span occurs in the text, the head in its source, and other statements are named by numbers that exist."""
    for number, said in enumerate(example.statements, start=1):
        for span in said.spans():
            assert span in example.text
        assert (said.head or "") in (said.source or "")
        others = {said.parent, said.continues, *said.refers_to} - {None}
        assert others <= set(range(1, len(example.statements) + 1)) - {number}


def test_examples_are_enough_and_most_are_right() -> None:
    """There are many constructions, each once, some of them without a statement, and most are read as they should."""
    constructions = [example.construction for example in EXAMPLES]
    assert len(set(constructions)) == len(constructions) >= FEWEST
    assert sum(not example.statements for example in EXAMPLES) >= FEWEST_EMPTY
    assert sum(example.fails is None for example in EXAMPLES) >= FEWEST_RIGHT
