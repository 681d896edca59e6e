"""PolNeAR's rows as gold."""

from pathlib import Path

import pytest

from ujar.errors import GoldError
from ujar.evaluate.gold import read_statements
from ujar.evaluate.polnear import read_polnear

# Word, offsets, and the labels of two attributions, the second inside the first.
WORDS = [
    (1, "Rasti", "0,5", "B-SOURCE-AT-1 _"),
    (1, "said", "6,10", "B-CUE-AT-1 _"),
    (1, "that", "11,15", "B-CONTENT-AT-1 _"),
    (1, "Lodi", "16,20", "I-CONTENT-AT-1 B-SOURCE-NE-2"),
    (1, "wants", "21,26", "I-CONTENT-AT-1 B-CUE-NE-2"),
    (1, "rain", "27,31", "I-CONTENT-AT-1 B-CONTENT-NE-2"),
    (1, ".", "31,32", "_ _"),
    (2, "“", "34,35", "B-CONTENT-AT-1 _"),
    (2, "Soon", "35,39", "I-CONTENT-AT-1 _"),
    (2, "”", "39,40", "I-CONTENT-AT-1 _"),
    (2, "-LRB-", "41,42", "_ _"),
]


def row(sentence: int, word: str, offsets: str, labels: str, document: str = "a.xml") -> str:
    """A line of the file."""
    return "\t".join([document, str(sentence), "1", "1", offsets, word, word.lower(), "NN", "dep", "0", labels])


def write(folder: Path, *lines: str) -> Path:
    """A file of the lines."""
    path = folder / "a.xml.conll.features.foreval"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_read_polnear_rebuilds_text_and_statements(tmp_path):
    """Words stand as wide apart as their offsets; pieces go on over the I; what is inside another has a parent."""
    (text,) = read_polnear(write(tmp_path, *(row(*word) for word in WORDS)))
    assert (text.id, text.text) == ("a.xml", "Rasti said that Lodi wants rain.\n\n“Soon” -LRB-")
    outer, inner = text.statements
    assert [text.text[slice(*piece)] for piece in outer.content] == ["that Lodi wants rain", "“Soon”"]
    assert [text.text[slice(*part)] for part in (outer.source, outer.cue, inner.source)] == ["Rasti", "said", "Lodi"]
    assert (outer.form, outer.parent, inner.form, inner.parent) == ("mixed", None, "indirect", "AT-1")


def test_read_polnear_splits_documents_and_takes_labels_in_columns(tmp_path):
    """A tab between the labels does as well; "0" stands for no attribution at all."""
    lines = [row(*WORDS[0]).replace(" _", "\t_"), "", row(1, "Rain", "0,4", "0", document="b.xml")]
    first, second = read_statements(write(tmp_path, *lines))
    assert [statement.id for statement in first.statements] == ["AT-1"]
    assert (second.id, second.text, second.statements) == ("b.xml", "Rain", ())
    assert read_statements(tmp_path) == [first, second], "a folder of such files will do"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("a.xml\t1\t2", "3 columns"),
        (row(1, "said", "6-10", "_"), "no pair of offsets"),
        (row(1, "said", "10,6", "_"), "no pair of offsets"),
        (row(1, "said", "2,6", "_"), "begin before"),
        (row(1, "said", "6,10", "B-TOPIC-AT-1"), "no label"),
    ],
)
def test_read_polnear_names_the_line_that_is_wrong(tmp_path, line, reason):
    """Missing columns, offsets or labels that are none: a GoldError with file and line."""
    path = write(tmp_path, row(*WORDS[0]), line)
    with pytest.raises(GoldError, match=reason) as caught:
        read_polnear(path)
    assert (caught.value.path, caught.value.line) == (str(path), 2)
