"""brat standoff as gold."""

from pathlib import Path

import pytest

from ujar.errors import GoldError
from ujar.evaluate.brat import read_brat
from ujar.evaluate.gold import read_statements

TEXT = '"Dermaga penuh," kata Rasti Lumena kepada nelayan, "sejak Mei." Lodi meminta warga menunggu.\n'


def span(name: str, kind: str, *pieces: str) -> str:
    """A T line about the pieces."""
    places = [(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces]
    return f"{name}\t{kind} {';'.join(f'{start} {end}' for start, end in places)}\t{' '.join(pieces)}"


SPANS = [
    span("T1", "Content", '"Dermaga penuh,"', '"sejak Mei."'),
    span("T2", "CUE", "kata"),
    span("T3", "source", "Rasti Lumena"),
    span("T4", "Addressee", "nelayan"),
    span("T5", "Cue-directive", "meminta"),
    span("T6", "Source", "Lodi"),
    span("T7", "Content", "menunggu"),
    span("T8", "Place", "Dermaga"),
]
RELATIONS = [
    "R1\tSays Arg1:T2 Arg2:T1\t",
    "R2\tSays Arg1:T3 Arg2:T2",
    "R3\tTo Arg1:T2 Arg2:T4",
    "R4\tSays Arg1:T5 Arg2:T7",
    "R5\tBy Arg1:T5 Arg2:T6",
    "R6\tAt Arg1:T8 Arg2:T3",
]
EVENTS = [
    "E1\tCUE:T2 Content:T1 Source:T3 Addressee:T4",
    "E2\tCue-directive:T5 Content2:T7 By:T6",
    "E3\tPlace:T8 Of:T3",
]


def write(folder: Path, *lines: str) -> Path:
    """An .ann file beside the text."""
    folder.mkdir(exist_ok=True)
    (folder / "kapal.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "kapal.ann"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("ties", [RELATIONS, EVENTS], ids=["relations", "events"])
def test_read_brat_ties_spans_by_relations_or_events(tmp_path, ties):
    """Either way: pieces, source, addressee; the form from the marks, the mode from the cue's type."""
    text = read_brat(write(tmp_path, *SPANS, *ties, "#1\tAnnotatorNotes T1\tlihat lagi", "*\tEquiv T3 T6"))
    direct, directive = text.statements
    assert (text.id, text.text) == ("kapal", TEXT)
    assert [TEXT[slice(*piece)] for piece in direct.content] == ['"Dermaga penuh,"', '"sejak Mei."']
    assert [TEXT[slice(*part)] for part in (direct.cue, direct.source, *direct.addressees)] == [
        "kata",
        "Rasti Lumena",
        "nelayan",
    ]
    assert (direct.form, direct.mode, directive.form, directive.mode) == ("direct", "speech", "indirect", "directive")
    assert TEXT[slice(*directive.source)] == "Lodi"


def test_read_brat_keeps_a_content_that_nothing_ties(tmp_path):
    """It is a quotation without a cue."""
    (statement,) = read_brat(write(tmp_path, SPANS[0])).statements
    assert (statement.id, statement.cue, statement.source) == ("T1", None, None)


def test_read_brat_nests_a_statement_in_the_content_around_it(tmp_path):
    """The parent is the statement whose content holds cue and content."""
    outer = [span("T9", "Content", "Lodi meminta warga menunggu"), "E9\tCue:T2 Content:T9"]
    statements = read_brat(write(tmp_path, *SPANS, outer[0], EVENTS[1], outer[1])).statements
    assert {statement.id: statement.parent for statement in statements} == {"E2": "E9", "E9": None, "T1": None}


def test_read_brat_reads_polnear_as_it_is_given_out(tmp_path):
    """Its events have triggers of their own type; texts lie in ../text, annotators sign in the file's name."""
    (tmp_path / "text").mkdir()
    (tmp_path / "text/kapal_5.txt").write_text(TEXT, encoding="utf-8")
    event = [span("T9", "Attribution", "kata"), "E1\tAttribution:T9 Content:T1 Cue:T2 Source:T3"]
    for name in ("kapal_5_ab12", "kapal_5_cd34"):
        path = write(tmp_path / "attributions", *SPANS[:3], *event)
        path.rename(path.with_name(f"{name}.ann"))
    (tmp_path / "attributions/kapal.txt").unlink()
    texts = read_statements(tmp_path)
    assert [text.id for text in texts] == ["kapal_5_ab12", "kapal_5_cd34"]
    assert TEXT[slice(*texts[0].statements[0].cue)] == "kata"


def test_read_statements_takes_either_file_of_the_two_or_their_folder(tmp_path):
    """The .txt with an .ann beside it, the .ann, and the folder give the same."""
    path = write(tmp_path, *SPANS, *EVENTS)
    assert read_statements(path) == read_statements(path.with_suffix(".txt")) == read_statements(tmp_path)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T9 Content 0 4 Derm", "no line of brat's"),
        ("T9\tContent zero 4\tDerm", "no type with the places"),
        ("T9\tContent 4 1\tDerm", "not inside the text"),
        ("T9\tContent 0 9000\tDerm", "not inside the text"),
        ("T9\tContent 1 8\tKapal", "is 'Dermaga' in the text, not 'Kapal'"),
        ("T9\tContent 1 8", "not ''"),
        ("T1\tContent 1 8\tDermaga", "there twice"),
        ("R1\tSays Arg1:T2 Arg2:T77", "Arg2:T77 names no span"),
        ("R1\tSays Arg1:T2", "two ends"),
        ("E1\tCue:T2 Content:E2", "Content:E2 names no span"),
    ],
)
def test_read_brat_names_the_line_that_is_wrong(tmp_path, line, reason):
    """A malformed line, or one about what isn't there, is a GoldError with file and line."""
    path = write(tmp_path, *SPANS, line)
    with pytest.raises(GoldError, match=reason) as caught:
        read_brat(path)
    assert (caught.value.path, caught.value.line) == (str(path), len(SPANS) + 1)


def test_read_brat_misses_its_text(tmp_path):
    """Without the text there is nothing to score."""
    path = write(tmp_path, *SPANS)
    path.with_suffix(".txt").unlink()
    with pytest.raises(GoldError, match=r"kapal\.txt"):
        read_brat(path)
