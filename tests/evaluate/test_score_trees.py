"""The CoNLL-U reader, and the scores of words, sentences and trees."""

from dataclasses import replace

import pytest

from ujar.errors import GoldError, RecordError
from ujar.evaluate.trees import read_trees, score_trees, score_words

# "Ini satu-satunya sawahnya." and "Luas.", with an empty node, a multiword token and a word that is not written so.
ROWS = """# sent_id = sawah-1
# text = Ini satu-satunya sawahnya.
1|Ini|PRON|4|nsubj|_
2-3|satu-satunya|_|_|_|_
2|satu|NUM|4|nummod|_
3|nya|PRON|2|case:poss|_
4-5|sawahnya|_|_|_|SpaceAfter=No
4|sawah|NOUN|0|root|_
5|nya|PRON|4|nmod:poss|_
5.1|ada|VERB|_|_|_
6|.|PUNCT|4|punct|_

# sent_id = sawah-2
1|Luas|ADJ|0|root|SpaceAfter=No
2|.|PUNCT|1|punct|_
"""


def conllu(rows: str) -> str:
    """The short rows (number, form, UPOS, head, relation, misc) in ten columns."""
    lines = []
    for line in rows.split("\n"):
        if "|" in line:
            number, form, tag, head, relation, misc = line.split("|")
            line = "\t".join([number, form, "_", tag, "_", "_", head, relation, "_", misc])
        lines.append(line)
    return "\n".join(lines)


@pytest.fixture
def trees(tmp_path):
    """The two sentences."""
    path = tmp_path / "sawah.conllu"
    path.write_text(conllu(ROWS), encoding="utf-8")
    return read_trees(path)


def test_read_trees_places_every_word(trees):
    """Words of a multiword token share it out: a word that is not written so takes what the others leave."""
    first, second = trees
    assert [first.text[start:end] for start, end in first.offsets] == ["Ini", "satu-satu", "nya", "sawah", "nya", "."]
    assert first.words == ("Ini", "satu", "nya", "sawah", "nya", ".")
    assert first.spaces == (True, True, False, True, False, False)
    assert (first.id, first.heads, first.tags[0]) == ("sawah-1", (4, 4, 2, 0, 4, 4), "PRON")
    assert (second.text, second.offsets) == ("Luas.", ((0, 4), (4, 5))), "without # text it is put together"


def test_read_trees_reads_windows_line_ends(tmp_path, trees):
    """Carriage returns change nothing."""
    path = tmp_path / "windows.conllu"
    path.write_bytes(conllu(ROWS).replace("\n", "\r\n").encode())
    assert read_trees(path) == trees


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("4|sawah|NOUN|0|root|_", "4 sawah NOUN", 8, "columns"),
        ("4|sawah|NOUN|0|root|_", "4|sawah|NOUN|9|root|_", 8, "no head"),
        ("4|sawah|NOUN|0|root|_", "x|sawah|NOUN|0|root|_", 8, "no word number"),
        ("4-5|sawahnya|", "4-5|ladangnya|", 7, "does not stand"),
        ("1|Ini|", "2|Ini|", 1, "numbered from 1"),
    ],
)
def test_read_trees_names_the_line_that_does_not_fit(tmp_path, old, new, line, reason):
    """A malformed line is an error with its number."""
    path = tmp_path / "broken.conllu"
    path.write_text(conllu(ROWS.replace(old, new)))
    with pytest.raises(GoldError, match=reason) as caught:
        read_trees(path)
    assert caught.value.line == line


def test_score_trees_counts_each_layer(trees):
    """Of eight words one has another tag, one another head, one another label, one another subtype."""
    first, second = trees
    tags = ["VERB", *first.tags[1:]]
    relations = ["obj", "nummod", "case", "root", "nmod:poss", "punct"]
    scores = score_trees(trees, [(tags, [4, 3, 2, 0, 4, 4], relations), (second.tags, second.heads, second.relations)])
    assert scores.as_dict() == {"upos": 87.5, "uas": 87.5, "las": 62.5, "las_universal": 75.0}


def test_score_trees_needs_every_word(trees):
    """A sentence with too few tags is an error, not a lower score."""
    first, second = trees
    with pytest.raises(ValueError, match="shorter"):
        score_trees(
            trees, [(first.tags[1:], first.heads, first.relations), (second.tags, second.heads, second.relations)]
        )


def test_score_words_passes_over_white_space(trees):
    """Line ends and double blanks in the text that was cut do not move a word."""
    text = "Ini  satu-satunya\nsawahnya. Luas."
    words = [(0, 3), (5, 17), (18, 23), (23, 26), (26, 27), (28, 32), (32, 33)]
    scores = score_words(trees, text, words, [(0, 33)])
    assert (scores.words.precision, scores.words.recall) == (pytest.approx(600 / 7), 75)
    assert scores.sentences.f1 == 0
    assert score_words(trees, text, words, [(0, 27), (28, 33)]).sentences.f1 == 100


def test_score_words_refuses_another_text(trees):
    """Words of another text can't be compared."""
    with pytest.raises(RecordError):
        score_words([replace(trees[1], text="Lebar.")], "Luas.", [], [])
