"""A draft as CoNLL-U."""

from __future__ import annotations

import io

from ujar.analyse.draft import Draft, Entity, FoundStatement, Sentence, Stretch, Token
from ujar.record import Article
from ujar.render import render_conllu

TEXT = '"Sudah," ujarnya di Palu. Ana\ndiam.'


def draft() -> Draft:
    """Two sentences: one with a clitic, one over a line break; the heads are those of UD."""
    words = [
        ('"', "PUNCT", 1, "punct"),
        ("Sudah", "ADV", 4, "ccomp"),
        (",", "PUNCT", 1, "punct"),
        ('"', "PUNCT", 1, "punct"),
        ("ujar", "VERB", -1, "root"),
        ("nya", "PRON", 4, "nsubj"),
        ("di", "ADP", 7, "case"),
        ("Palu", "PROPN", 4, "obl"),
        (".", "PUNCT", 4, "punct"),
        ("Ana", "PROPN", 10, "nsubj"),
        ("diam", "ADJ", -1, "root"),
        (".", "PUNCT", 10, "punct"),
    ]
    tokens: list[Token] = []
    at = 0
    for word, tag, head, relation in words:
        start = TEXT.index(word, at)
        space = start == 0 or TEXT[start - 1].isspace()
        at = start + len(word)
        tokens.append(Token(start, at, word, space, tag, head, relation))
    return Draft(
        article=Article.of(TEXT),
        tokens=tokens,
        sentences=[Sentence(Stretch(0, 9), 0), Sentence(Stretch(9, 12), 0), Sentence(Stretch(12, 12), 1)],
        entities=[Entity(Stretch(7, 8), "LOC"), Entity(Stretch(9, 10), "PER")],
        statements=[FoundStatement([Stretch(0, 4)], cue=Stretch(4, 5), source=Stretch(5, 6))],
    )


def rendered(given: Draft) -> list[str]:
    stream = io.StringIO()
    render_conllu(given, stream.write)
    return stream.getvalue().split("\n")


def test_document_names_its_parts() -> None:
    """The document, its paragraphs and its sentences are named, each sentence with its text on one line."""
    comments = [line for line in rendered(draft()) if line.startswith("#")]
    name = Article.of(TEXT).id
    assert comments == [
        f"# newdoc id = {name}",
        "# newpar",
        f"# sent_id = {name[:12]}-1",
        '# text = "Sudah," ujarnya di Palu.',
        f"# sent_id = {name[:12]}-2",
        "# text = Ana diam.",
    ]


def test_clitic_stands_below_a_range() -> None:
    """ "ujarnya" is a range line over "ujar" and "nya"."""
    lines = rendered(draft())
    place = lines.index("5-6\tujarnya" + "\t_" * 8)
    assert lines[place + 1] == "5\tujar\t_\tVERB\t_\t_\t0\troot\t_\tCue=s1"
    assert lines[place + 2] == "6\tnya\t_\tPRON\t_\t_\t5\tnsubj\t_\tSource=s1"


def test_misc_names_entities_and_spaces() -> None:
    """Names are `Entity=B-...`; a word that touches the next has `SpaceAfter=No`."""
    lines = rendered(draft())
    assert "8\tPalu\t_\tPROPN\t_\t_\t5\tobl\t_\tEntity=B-LOC|SpaceAfter=No" in lines
    assert '1\t"\t_\tPUNCT\t_\t_\t2\tpunct\t_\tContent=s1|SpaceAfter=No' in lines


def test_long_word_that_touches_is_no_clitic() -> None:
    """Only a short ending makes a range: words that merely touch have `SpaceAfter=No`."""
    tokens = [Token(0, 4, "laut", True), Token(4, 10, "tenang", False)]
    lines = rendered(Draft(Article.of("lauttenang"), tokens, [Sentence(Stretch(0, 2), 0)]))
    assert [line.split("\t")[0] for line in lines if line[:1].isdigit()] == ["1", "2"]


def test_sentence_has_one_root() -> None:
    """Heads outside the sentence and second roots hang on the first root, as CoNLL-U wants it."""
    given = draft()
    given.tokens[1].head, given.tokens[1].relation = 10, "root"
    rows = [line.split("\t") for line in rendered(given) if line[:1].isdigit() and "-" not in line.split("\t")[0]]
    assert [row[7] for row in rows].count("root") == 2
    assert rows[1][6:8] == ["0", "root"]
    assert rows[4][6:8] == ["2", "parataxis"]


def test_every_line_has_ten_columns() -> None:
    """A tab or a line break in a word does not break the table."""
    tokens = [Token(0, 3, "a\tb", True), Token(4, 7, "c\nd", True)]
    lines = rendered(Draft(Article.of("a\tb c\nd"), tokens, [Sentence(Stretch(0, 2), 0)]))
    assert [len(line.split("\t")) for line in lines if line[:1].isdigit()] == [10, 10]
