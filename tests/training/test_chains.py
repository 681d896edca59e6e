"""Stories whose mentions are marked in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.chains import CHAINS, read_marked
from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText


def read(folder: Path, written: str) -> list[ChainText]:
    """The stories of a file of those characters."""
    path = folder / "chains.txt"
    path.write_text(written, encoding="utf-8")
    return list(read_marked(path))


def words(text: ChainText) -> list[list[str]]:
    """The mentions of each chain as they are written."""
    return [[text.text[start:end] for start, end in chain] for chain in text.chains]


def test_marks_are_taken_out_of_the_text(tmp_path: Path) -> None:
    """The text is plain; the extents are those of its characters."""
    (text,) = read(tmp_path, "=== satu\n[[1|Rano Lubis]] tiba. [[1|Dia]] lelah.\n")
    assert (text.id, text.text) == ("satu", "Rano Lubis tiba. Dia lelah.")
    assert words(text) == [["Rano Lubis", "Dia"]]


def test_mention_may_hold_another(tmp_path: Path) -> None:
    """A state in a title is a mention of its own, and a clitic may end the phrase around it."""
    (text,) = read(tmp_path, "=== satu\n[[1|Menlu [[2|Peru]] Rosa]] memuji [[3|staf[[1|nya]]]].\n")
    assert sorted(map(sorted, words(text))) == [["Menlu Peru Rosa", "nya"], ["Peru"], ["stafnya"]]


def test_stories_come_in_their_order(tmp_path: Path) -> None:
    """Each begins at its own line; chains of one number in two stories have nothing in common."""
    found = read(tmp_path, "=== satu\n[[1|Rano]] tiba.\n\n=== dua\n[[1|Sari]] tiba.\n")
    assert [(text.id, words(text)) for text in found] == [("satu", [["Rano"]]), ("dua", [["Sari"]])]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("[[1|Rano]] tiba.", "holds no story"),
        ("", "holds no story"),
        ("=== satu\n[[1|Rano [[2|Sari]] tiba.", "'Rano Sari tiba.' is not closed"),
        ("=== satu\nRano]] tiba.", "closes nothing near 'Rano'"),
    ],
)
def test_marks_that_do_not_pair_are_refused(tmp_path: Path, written: str, reason: str) -> None:
    """The error names the file and the words."""
    with pytest.raises(GoldError, match=reason) as caught:
        read(tmp_path, written)
    assert caught.value.path.endswith("chains.txt")


def test_file_that_is_not_there_is_a_gold_error(tmp_path: Path) -> None:
    """Ours, as of any gold file."""
    with pytest.raises(GoldError):
        list(read_marked(tmp_path / "none.txt"))


@pytest.mark.parametrize("path", sorted(CHAINS.glob("*.txt")), ids=lambda path: path.name)
def test_our_stories_can_be_read(path: Path) -> None:
    """Every story has a name of its own, chains, and no mark or blank at the edge of a mention."""
    found = list(read_marked(path))
    assert len({text.id for text in found}) == len(found)
    for text in found:
        assert text.chains, text.id
        assert "[[" not in text.text
        assert "]]" not in text.text
        for chain in words(text):
            assert all(mention == mention.strip() and mention for mention in chain), f"{text.id}: {chain}"


def test_our_stories_have_names_of_their_own() -> None:
    """Across files too: a story's id decides whether it is held out."""
    names = [text.id for path in sorted(CHAINS.glob("*.txt")) for text in read_marked(path)]
    assert len(set(names)) == len(names) > 0
