"""The example sentences of when and where something was said, read with the shipped model.

An example that fails today says so in `fails` and is expected to. Every difference of every example at once:

    pytest tests/languages/test_setting_examples.py --tb=line
"""

from __future__ import annotations

import pytest

from tests.languages.setting_examples import (
    ExpectedPlace,
    ExpectedSetting,
    SettingExample,
    SettingExamples,
    differences,
)
from ujar.analyse import Analyser
from ujar.languages.schema import load_words
from ujar.record import Cue, MadeBy, Place, Record, Span, Statement, Time

LANGUAGE = "id"
EXAMPLES = load_words(LANGUAGE, SettingExamples).example
FEWEST = 90
FEWEST_WITHOUT = 30


def parameters() -> list[object]:
    """Each example under its text; those with `fails` are expected to fail, and must."""
    return [
        pytest.param(
            example,
            id=example.text,
            marks=[pytest.mark.xfail(reason=example.fails, raises=AssertionError, strict=True)]
            if example.fails
            else [],
        )
        for example in EXAMPLES
    ]


@pytest.mark.parametrize("example", parameters())
def test_setting_example_is_read_as_it_says(example: SettingExample, analyser: Analyser) -> None:
    """Each statement has the time and the place of the example, and the text has its places and no others."""
    found = differences(example, analyser.analyse(example.article(LANGUAGE)))
    assert not found, " | ".join([example.text, *found])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_setting_example_fits_its_text(example: SettingExample) -> None:
    """What it quotes stands in the text, and a place where something was said is one of its places."""
    for said in example.statements:
        assert all(quoted in example.text for quoted in (said.cue, said.time, said.place))
        assert said.time or said.value is None
    at = 0
    for place in example.places or ():
        at = example.text.index(place.text, at) + len(place.text)
    if example.places is not None:
        assert {said.place for said in example.statements} <= {"", *(place.text for place in example.places)}


def test_setting_examples_are_enough() -> None:
    """There are many texts, each once, and a third has a statement of which nothing is told."""
    silent = [one for one in EXAMPLES if any(not said.time and not said.place for said in one.statements)]
    assert len({example.text for example in EXAMPLES}) == len(EXAMPLES) >= FEWEST
    assert len(silent) >= FEWEST_WITHOUT
    assert sum(example.fails is None for example in EXAMPLES) >= 0.9 * len(EXAMPLES)


def test_setting_differences_see_what_is_wrong() -> None:
    """Another time, another day, no place, a wrong country: each is told in a line."""
    text = "Hujan, kata Rano di Palu, Selasa, bukan Rabu."
    example = SettingExample(
        text=text,
        published="2024-06-05",
        statements=(ExpectedSetting(cue="kata", time="Selasa", place="Palu", value="2024-06-04"),),
        places=(ExpectedPlace(text="Palu", country="IDN"),),
    )
    times = tuple(
        Time(id=word, span=span(text, word), type="DATE", value=f"2024-06-0{day}", granularity="day")
        for word, day in (("Selasa", 4), ("Rabu", 5))
    )
    place = Place(id="p1", name="Palu", span=span(text, "Palu"), country="IDN")
    said = Statement(
        id="s1",
        cue=Cue(span=span(text, "kata")),
        content=(span(text, "Hujan"),),
        form="indirect",
        mode="speech",
        time="Selasa",
        place="p1",
        rule="by hand",
    )
    made_by = MadeBy(ujar="test", model="by hand", language_data="none")
    article = example.article(LANGUAGE)
    record = Record(article=article, times=times, places=(place,), statements=(said,), made_by=made_by)
    assert not differences(example, record)
    for changed in (
        {"statements": (said.model_copy(update={"place": None}),)},
        {"statements": ()},
        {"times": (times[0].model_copy(update={"value": "2024-06-11"}), times[1])},
        {"places": (place.model_copy(update={"country": "PER"}),)},
    ):
        assert len(differences(example, record.model_copy(update=changed))) == 1
    assert (
        len(differences(example, record.model_copy(update={"statements": (said.model_copy(update={"time": "Rabu"}),)})))
        == 2
    )


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    return Span.of(text, text.index(words), text.index(words) + len(words))
