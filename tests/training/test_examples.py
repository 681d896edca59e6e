"""Annotated statements to labels. The readers of examples need no torch."""

from __future__ import annotations

from training.examples import Example, add_statements
from training.labels import CUE_TAGS, ROLES
from ujar.evaluate.judged import Extent, JudgedStatement


def labelled(text: str, *statements: JudgedStatement) -> Example:
    """An example over the words of `text`, which stand between blanks, with the statements added."""
    words = text.split()
    offsets = offsets_of(text)
    example = Example("x", words, [True] * len(words), [False] * len(words))
    add_statements(example, offsets, statements)
    return example


def offsets_of(text: str) -> list[Extent]:
    """Where each word begins and ends."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append((start, at))
    return found


def statement(text: str, **parts: str | tuple[str, ...]) -> JudgedStatement:
    """A statement whose parts are words of `text`, each where it first stands."""

    def extent(words: str | None) -> Extent | None:
        return None if words is None else (text.index(words), text.index(words) + len(words))

    known = {name: parts.get(name) for name in ("cue", "source", "source_head")}
    return JudgedStatement(
        id="s1",
        content=tuple(extent(piece) for piece in parts.get("content", ())),
        addressees=tuple(extent(words) for words in parts.get("addressees", ())),
        **{name: extent(words) for name, words in known.items()},
        form="indirect",
        mode=str(parts.get("mode", "speech")),
        polarity="asserted",
    )


def names_of(example: Example, cue: int = 0) -> list[str]:
    """The roles that the example's cue gives the words."""
    return [ROLES[role] for role in example.cues[cue].roles]


def test_head_wins_over_the_source_and_the_source_over_content():
    """Where spans cross, the label of a word is head, else source, else addressee, else content."""
    text = "Bidan Tuti Raya meminta warga minum air"
    crossing = statement(
        text,
        source="Bidan Tuti Raya",
        source_head="Tuti Raya",
        cue="meminta",
        content=("Bidan Tuti Raya meminta warga minum air",),
        addressees=("Raya meminta warga",),
        mode="directive",
    )
    example = labelled(text, crossing)
    assert names_of(example) == ["source", "head", "head", "addressee", "addressee", "content", "content"]
    assert example.cue_tags == [0, 0, 0, CUE_TAGS.index("directive"), 0, 0, 0]
    assert example.cues[0].heads


def test_comma_at_the_end_of_a_piece_is_no_content():
    """`Ya , kata Rano` has the comma outside; one between two words of the content stays."""
    text = "Ya , hujan , kata Rano"
    example = labelled(text, statement(text, content=("Ya , hujan ,",), cue="kata", source="Rano", source_head="Rano"))
    assert names_of(example) == ["content", "content", "content", "none", "none", "head"]


def test_cue_of_several_words_has_its_mode_first():
    """ "menyambut baik" is one cue: its mode, then the inside of it."""
    text = "Rano menyambut baik pasar itu"
    example = labelled(text, statement(text, cue="menyambut baik", content=("pasar itu",), mode="attitude"))
    assert example.cue_tags == [0, CUE_TAGS.index("attitude"), CUE_TAGS.index("inside"), 0, 0]
    assert [cue.word for cue in example.cues] == [1]


def test_statement_without_a_cue_labels_nothing():
    """A floating quotation is left to the rules; the words are known to be no cue."""
    text = "Pasar itu ramai"
    example = labelled(text, statement(text, content=(text,)))
    assert (example.cue_tags, example.cues) == ([0, 0, 0], [])


def test_two_statements_keep_their_own_roles():
    """An inner statement sees the same words otherwise than the outer one."""
    text = "Rano berkata Tuti mengaku lapar"
    outer = statement(text, source="Rano", source_head="Rano", cue="berkata", content=("Tuti mengaku lapar",))
    inner = statement(text, source="Tuti", source_head="Tuti", cue="mengaku", content=("lapar",))
    example = labelled(text, outer, inner)
    assert names_of(example, 0) == ["head", "none", "content", "content", "content"]
    assert names_of(example, 1) == ["none", "none", "head", "none", "content"]
    assert [cue.word for cue in example.cues] == [1, 3]
