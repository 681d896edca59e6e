"""The reader of IndoCoref's braces."""

from pathlib import Path

import pytest

from ujar.errors import GoldError
from ujar.evaluate.chains import ChainText
from ujar.evaluate.indocoref import read_indocoref

NOTES = "\n\n#COLOR:M1=hsl(0, 100%, 80%)\n\n#TOKENIZATION-TYPE:3\n"
NAME, PRONOUN, OWNER = "named-entity person", "kata ganti orang tunggal", "kata ganti orang kepemilikan"
MANY = "kata ganti orang jamak"


def read(folder: Path, written: str, name: str = "42-Rasi_20190512-061740.txt") -> ChainText:
    """The article of a file with these words."""
    path = folder / name
    path.write_text(written + NOTES, encoding="utf-8")
    return read_indocoref(path)


def words(text: ChainText) -> list[list[str]]:
    """The mentions of each chain as they are written."""
    return [[text.text[slice(*mention)] for mention in chain] for chain in text.chains]


def test_indocoref_marks_around_the_same_words_are_a_link(tmp_path: Path) -> None:
    """The new number and the one it goes back to may stand in either order; blanks belong to no mention."""
    text = read(
        tmp_path,
        f'{{M1:jenis="{NAME}" Rasi}} dan ayah{{M2:jenis="" {{M1:jenis="{OWNER}" nya}}}} pulang. '
        f'{{M3:jenis="{PRONOUN}" {{M2:jenis="" Ia }}}}lelah.',
    )
    assert text.text == "Rasi dan ayahnya pulang. Ia lelah."
    assert words(text) == [["Rasi", "nya", "Ia"]]
    assert [text.kinds[mention] for mention in text.chains[0]] == ["name", "clitic", "pronoun"]


def test_indocoref_mention_inside_another_is_its_own(tmp_path: Path) -> None:
    """Braces around more words are no link: "ayahnya" is not "-nya"."""
    text = read(
        tmp_path,
        f'{{M1:jenis="{NAME}" Rasi}} dan {{M3:jenis="noun phrase person" ayah{{M2:jenis="" '
        f'{{M1:jenis="{OWNER}" nya}}}}}}',
    )
    assert words(text) == [["Rasi", "nya"], ["ayahnya"]]


def test_indocoref_group_is_none_of_its_members(tmp_path: Path) -> None:
    """ "mereka" of 1 and 2 joins neither, and not the two with each other, but the next of the same group."""
    one, two = f'{{M1:jenis="{NAME}" Rasi}}', f'{{M2:jenis="{NAME}" Lemba}}'
    they = [
        f'{{M{n}:jenis="" {{M1:jenis="{MANY}" {{M2:jenis="{MANY}" {word}}}}}}}'
        for n, word in ((3, "Mereka"), (4, "mereka"))
    ]
    text = read(tmp_path, f"{one} dan {two} pulang. {they[0]} lelah, kata {they[1]}.")
    assert words(text) == [["Rasi"], ["Lemba"], ["Mereka", "mereka"]]


@pytest.mark.parametrize(
    ("name", "text_id"),
    [
        ("42-Rasi_20190512-061740.txt", "indocoref-42"),
        ("42-Rasi (2 kota)_2_20190519-135531.txt", "indocoref-42_2"),
        ("42-Rasi.txt", "indocoref-42"),
    ],
)
def test_indocoref_id_is_the_number_of_the_article(tmp_path: Path, name: str, text_id: str) -> None:
    """A second annotation of an article has an id of its own that begins as the first's."""
    assert read(tmp_path, f'{{M1:jenis="{NAME}" Rasi}}', name).id == text_id


@pytest.mark.parametrize(
    ("written", "line", "reason"),
    [
        ("Rasi\npulang}", 2, "closes nothing"),
        (f'Ibu\n\n{{M1:jenis="{NAME}" Rasi', 3, "not closed"),
        ("{M1 Rasi}", 1, "opens no mark"),
        ('{M1:jenis="orang" Rasi}', 1, "no kind"),
        ("Rasi pulang", 0, "no mark"),
    ],
)
def test_indocoref_reader_names_the_line_that_is_broken(tmp_path: Path, written: str, line: int, reason: str) -> None:
    """Braces without partners, unknown marks and kinds, and a file without marks are errors."""
    with pytest.raises(GoldError, match=reason) as caught:
        read(tmp_path, written)
    assert caught.value.line == line


def test_indocoref_articles_are_read_whole(shared: Path) -> None:
    """All articles are read, no brace is left in a text, and no mention stands in two chains."""
    texts = [read_indocoref(path) for path in sorted((shared / "data/coref/indocoref/data/annotated").iterdir())]
    assert len({text.id for text in texts}) == len(texts) == 201
    for text in texts:
        assert not set("{}") & set(text.text)
        assert sum(map(len, text.chains)) == len(text.kinds)
