"""The reader of column files with names, the guessed blanks, and the scores."""

import pytest

from ujar.errors import GoldError
from ujar.evaluate.entities import entity_spans, guess_spaces, read_entities, score_entities


def spell(words: str) -> str:
    """The words put together with the guessed blanks."""
    cut = words.split()
    return "".join(" " * space + word for space, word in zip(guess_spaces(cut), cut, strict=True)).lstrip()


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ('Ia berkata , " Sawah kering . "', 'Ia berkata, "Sawah kering."'),
        ('" Ya , " kata Lasmi ( 30 ) .', '"Ya," kata Lasmi (30).'),
        ("Lagu ' Hujan Pagi ' diputar", "Lagu 'Hujan Pagi' diputar"),
        ("Hari Jum ' at", "Hari Jum ' at"),
        ("“ Ya , ” ujar nya", "“Ya,” ujarnya"),
        ("apa -kah dia pun pergi ?", "apa-kah dia pun pergi?"),
    ],
)
def test_guess_spaces_writes_words_as_a_newspaper_would(words, written):
    """Closing marks and clitics cling to the word before, opening ones to the next; straight marks take turns."""
    assert spell(words) == written


def test_read_entities_reads_blanks_tabs_and_windows_line_ends(tmp_path):
    """First column the word, last the label, however many stand between."""
    path = tmp_path / "names.txt"
    path.write_bytes(b"Lasmi PROPN B-PER\r\npergi VERB O\r\n\r\nPalu\tB-LOC\r\n")
    assert read_entities(path) == [(["Lasmi", "pergi"], ["B-PER", "O"]), (["Palu"], ["B-LOC"])]


@pytest.mark.parametrize("line", ["Lasmi", "Lasmi PER"])
def test_read_entities_names_the_line_that_does_not_fit(tmp_path, line):
    """A word without a label, or with one that is no BIO, is an error with its number."""
    path = tmp_path / "names.txt"
    path.write_text(f"Palu B-LOC\n{line}\n")
    with pytest.raises(GoldError) as caught:
        read_entities(path)
    assert caught.value.line == 2


def test_entity_spans_begin_and_end_where_the_labels_say():
    """B opens, another kind or B closes, and an I without its B opens too."""
    assert entity_spans(["B-PER", "I-PER", "B-PER", "I-LOC", "O", "I-ORG"]) == {
        (0, 2, "PER"),
        (2, 3, "PER"),
        (3, 4, "LOC"),
        (5, 6, "ORG"),
    }


def test_score_entities_needs_span_and_kind():
    """A name cut short and a name of another kind are both wrong; each kind has its own figure."""
    gold = [["B-PER", "I-PER", "O", "B-LOC"], ["B-LOC"]]
    scores = score_entities(gold, [["B-PER", "O", "O", "B-ORG"], ["B-LOC"]])
    assert (scores.precision, scores.recall) == (pytest.approx(100 / 3), pytest.approx(100 / 3))
    assert scores.by_kind == {"LOC": pytest.approx(200 / 3), "PER": 0}


def test_score_entities_needs_every_sentence():
    """A sentence without an answer is an error, not a lower score."""
    with pytest.raises(ValueError, match="shorter"):
        score_entities([["O"], ["O"]], [["O"]])
