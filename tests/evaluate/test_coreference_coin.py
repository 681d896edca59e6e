"""The reader of COIN's columns."""

from pathlib import Path

import pytest

from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText, is_held_out
from ujar.evaluate.coin import join_words, read_coin, read_paragraphs

# "Bupati Rasi Lemba ( 51 ) dan anak - anak nya pulang . " Ia lelah , " kata ayah nya ."
ROWS = [
    ("Bupati", "PROPER[7]"),
    ("Rasi", "PROPER[7]"),
    ("Lemba", "PROPER[7]"),
    ("(", "_"),
    ("51", "APPOS[7_8]|NOUN[8]"),
    (")", "_"),
    ("dan", "_"),
    ("anak", "NOUN[9]"),
    ("-", "NOUN[9]"),
    ("anak", "NOUN[9]"),
    ("nya", "IDENT[7_10]|NOUN[9]|PRONOUN[10]"),
    ("pulang", "_"),
    (".", "_"),
    ('"', "_"),
    ("Ia", "IDENT[10_11]|PRONOUN[11]"),
    ("lelah", "_"),
    (",", "_"),
    ('"', "_"),
    ("kata", "_"),
    ("ayah", "_"),
    ("nya", "_"),
    (".", "_"),
]


def write(path: Path, *rows: tuple[str, str], opening: str = "#Text=Bupati Rasi Lemba") -> Path:
    """A file of one paragraph."""
    lines = [f"6-{n}\t{n}-{n + len(word)}\t{word}\t{label}\t_\t_" for n, (word, label) in enumerate(rows, 1)]
    path.write_text("\n".join([opening, *lines]) + "\n", encoding="utf-8")
    return path


def words(text: ChainText) -> list[list[str]]:
    """The mentions of each chain as they are written."""
    return [[text.text[slice(*mention)] for mention in chain] for chain in text.chains]


def test_coin_text_is_written_as_newspapers_write(tmp_path: Path) -> None:
    """Brackets, marks, doubled words and -nya stand where they belong."""
    (text,) = read_coin(write(tmp_path / "train.tsv", *ROWS))
    assert text.text == 'Bupati Rasi Lemba (51) dan anak-anaknya pulang. "Ia lelah," kata ayahnya.'
    assert text.id == "coin-train-1"


def test_coin_chains_follow_identity(tmp_path: Path) -> None:
    """7 is 10 and 10 is 11: one chain; who is in another relation stays alone."""
    (text,) = read_coin(write(tmp_path / "train.tsv", *ROWS))
    assert words(text) == [["Bupati Rasi Lemba", "nya", "Ia"], ["51"], ["anak-anaknya"]]
    kinds = {text.text[slice(*mention)]: kind for mention, kind in text.kinds.items()}
    assert kinds == {
        "Bupati Rasi Lemba": "name",
        "51": "nominal",
        "anak-anaknya": "nominal",
        "nya": "clitic",
        "Ia": "pronoun",
    }


def test_coin_chains_follow_the_wanted_relations(tmp_path: Path) -> None:
    """Appositions join a chain when they are asked for."""
    (text,) = read_coin(write(tmp_path / "train.tsv", *ROWS), relations=frozenset({"IDENT", "APPOS"}))
    assert words(text)[0] == ["Bupati Rasi Lemba", "51", "nya", "Ia"]


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("bersiap - siap", "bersiap-siap"),
        ("se - Kalimantan", "se-Kalimantan"),
        ("tahun 90 - an", "tahun 90-an"),
        ("Palu - Donggala", "Palu-Donggala"),
        ("di pasar - dekat kantor lurah - itu", "di pasar - dekat kantor lurah - itu"),
        ("siapa , - nya", "siapa, -nya"),
    ],
)
def test_join_words_ties_hyphens_and_leaves_dashes(written: str, joined: str) -> None:
    """Prefixes, doubled words and names are tied; a dash keeps its blanks; every word is where its extent says."""
    text, extents = join_words(written.split())
    assert text == joined
    assert [text[slice(*extent)] for extent in extents] == written.split()


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        ([("Rasi", "PROPER")], 2, "no label"),
        ([("Rasi", "PROPRE[1]")], 2, "no kind"),
        ([("Rasi", "PROPER[1]"), ("ia", "IDENT[1_2]")], 3, "not there"),
        ([("Rasi", "PROPER[1]"), ("ia", "_"), ("Lemba", "PROPER[1]")], 2, "gap"),
        ([("", "_")], 2, "no row"),
    ],
)
def test_coin_reader_names_the_line_that_is_broken(
    tmp_path: Path, rows: list[tuple[str, str]], line: int, reason: str
) -> None:
    """A malformed label, a relation to nowhere, a mention with a gap and a row without a word are errors."""
    with pytest.raises(GoldError, match=reason) as caught:
        read_coin(write(tmp_path / "train.tsv", *rows))
    assert caught.value.line == line


@pytest.mark.parametrize("opening", ["", "1-1\t0-4\tRasi\t_"])
def test_coin_reader_wants_a_paragraph_first(tmp_path: Path, opening: str) -> None:
    """Rows belong to a paragraph."""
    with pytest.raises(GoldError, match="#Text="):
        read_coin(write(tmp_path / "train.tsv", *ROWS, opening=opening))


def test_held_out_texts_are_a_fifth_and_second_annotations_go_with_the_first() -> None:
    """The split is fixed by the id alone, and one article is never on both sides."""
    share = sum(is_held_out(f"coin-train-{number}") for number in range(2000)) / 2000
    assert 0.17 < share < 0.23
    assert all(is_held_out(f"indocoref-{n}") == is_held_out(f"indocoref-{n}_2") for n in range(50))


def test_coin_files_are_read_whole(shared: Path) -> None:
    """Every paragraph, mention and identity of the train file is there, and extents hold whole words."""
    path = shared / "data/coref/coin/train.tsv"
    texts = read_coin(path)
    assert (len(texts), sum(len(text.kinds) for text in texts)) == (250, 8426)
    rows = [row for paragraph in read_paragraphs(path) for row in paragraph.words]
    assert sum(len(row.mentions) > 0 for row in rows) > 10000
    for text in texts:
        assert all(text.text[slice(*mention)].strip() == text.text[slice(*mention)] != "" for mention in text.kinds)
