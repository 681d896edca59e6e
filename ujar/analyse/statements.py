"""Cues and role scores to statements.

`find_statements` decodes what the model read; `add_floating_quotations` then accounts for the quotations
that no cue claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ujar.analyse.draft import Draft, FoundStatement, Passage, Stretch
from ujar.analyse.model import CueReading, Labels, Reading
from ujar.analyse.roles import (
    View,
    best_run,
    content_runs,
    drop_edge_marks,
    log_odds,
    snap_to_quotations,
    source_head,
    whole_names,
)
from ujar.languages.schema import CueWords
from ujar.record import Form

__all__ = ["add_floating_quotations", "find_form", "find_statements"]

WHOLLY = 0.95  # share of the words inside marks that makes a passage a quotation, or a content direct
SHORTEST_QUOTATION = 4  # words; a shorter uncued one is a title or a scare quote: Program "Sapa Warga".
SHORTEST_SENTENCE = 2
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "..."})
PERSON = "PER"


def find_statements(draft: Draft, readings: Sequence[Reading], labels: Labels, words: CueWords) -> None:
    """Fill `draft.statements` from the readings of its passages, in the order of the text."""
    quoted = quoted_tokens(draft)
    for passage, reading in zip(draft.passages, readings, strict=True):
        view = view_passage(draft, passage)
        headline = draft.sentences[passage.sentences.first].headline
        for cue in reading.cues:
            found = decode_statement(cue, view, labels, words)
            if found is not None:
                moved = move(found, passage.tokens.first)
                draft.statements.append(
                    replace(moved, headline=headline, form=find_form(draft, moved.content, quoted), score=cue.weight)
                )
    draft.statements.sort(key=lambda statement: (text_place(statement), statement.cue or Stretch(0, 0)))


def view_passage(draft: Draft, passage: Passage) -> View:
    """The passage with everything counted from its first token."""
    first, last = passage.tokens
    return View(
        [token.text for token in draft.tokens[first:last]],
        [token.space for token in draft.tokens[first:last]],
        [
            shift(quotation.tokens, -first)
            for quotation in draft.quotations
            if quotation.depth == 0 and passage.tokens.holds(quotation.tokens)
        ],
        [
            shift(entity.tokens, -first)
            for entity in draft.entities
            if entity.kind == PERSON and passage.tokens.holds(entity.tokens)
        ],
    )


def decode_statement(cue: CueReading, view: View, labels: Labels, words: CueWords) -> FoundStatement | None:
    """One cue's statement in the indices of its passage; None if it has no content or a first person for its source."""
    place = Stretch(cue.first, cue.last)
    roles = cue.roles.copy()
    roles[cue.first : cue.last] = 0.0
    column = labels.roles.index
    head, whole = column("head"), column("source")
    content = find_content(roles[:, column("content")], place, view)
    if not content:
        return None
    source = best_run(log_odds(roles[:, whole] + roles[:, head]))
    if source is not None and all(
        word.lower() in words.first_person for word in view.words[source.first : source.last]
    ):
        return None
    if source is not None and view.words[source.last - 1] == ",":
        source = Stretch(source.first, source.last - 1)
    head_words = None
    if source is not None:
        found = source_head(source, roles, head, whole, view.persons)
        head_words = whole_names(found, source, view, words.joiners)
    addressee = best_run(log_odds(roles[:, column("addressee")]))
    return FoundStatement(
        content=content,
        cue=place,
        source=source,
        source_head=head_words,
        addressees=[addressee] if addressee else [],
        mode=cue.mode,  # type: ignore[arg-type]  # the model's modes are those of the record, held by a test
    )


def find_content(probabilities: npt.NDArray[np.float32], cue: Stretch, view: View) -> list[Stretch]:
    """The pieces of the content, each with at least one word, in the order of the text."""
    pieces = []
    for run in content_runs(log_odds(probabilities)):
        piece = snap_to_quotations(drop_edge_marks(run, view.words), view.quotations, cue)
        if any(has_letter(word) for word in view.words[piece.first : piece.last]) and piece not in pieces:
            pieces.append(piece)
    return pieces


def find_form(draft: Draft, content: Sequence[Stretch], quoted: set[int]) -> Form:
    """Direct if (nearly) all words of the content are among the `quoted` tokens, indirect if none is, else mixed."""
    total = inside = 0
    for piece in content:
        for place in range(*piece):
            if has_letter(draft.tokens[place].text):
                total += 1
                inside += place in quoted
    if not inside:
        return "indirect"
    return "direct" if inside >= WHOLLY * total else "mixed"


def quoted_tokens(draft: Draft) -> set[int]:
    """Indices of the tokens inside quotations of the outermost depth."""
    return {place for quotation in draft.quotations if quotation.depth == 0 for place in range(*quotation.tokens)}


def add_floating_quotations(draft: Draft) -> None:
    """Account for quoted passages that no statement claims; needs the parents, and leaves new pieces to be nested.

    `"Kami siap," kata Rano. "Besok kami berangkat."` - the second quotation is a further piece of Rano's statement.
    A quotation with a paragraph to itself is a statement of its own that continues the last one.
    """
    quoted = quoted_tokens(draft)
    for passage in draft.passages:
        quotation = sole_quotation(draft, passage)
        if quotation is None or any(claims(statement, quotation) for statement in draft.statements):
            continue
        before = statement_before(draft, passage)
        if before is not None and same_paragraph(draft, passage, draft.statements[before]):
            spoken = draft.statements[before]
            spoken.content.append(quotation)
            spoken.form = find_form(draft, spoken.content, quoted)
        else:
            draft.statements.append(
                FoundStatement(content=[quotation], form="direct", continues=before, rule="id.quotation.floating")
            )
    reorder(draft)


def claims(statement: FoundStatement, quotation: Stretch) -> bool:
    """Whether the quotation is content of the statement from outside.

    In "Orang bilang kami kalah, tetapi kami menang." the statement of *bilang* lies inside and claims nothing.
    """
    inside = statement.cue is not None and quotation.holds(statement.cue)
    return not inside and any(piece.overlaps(quotation) for piece in statement.content)


def sole_quotation(draft: Draft, passage: Passage) -> Stretch | None:
    """The quotation that is (nearly) all of the passage, if one is."""
    for quotation in draft.quotations:
        if quotation.depth == 0 and passage.tokens.holds(quotation.tokens):
            words = [place for place in range(*passage.tokens) if has_letter(draft.tokens[place].text)]
            inside = [place for place in words if quotation.tokens.first <= place < quotation.tokens.last]
            if len(inside) >= shortest(draft, quotation.tokens) and len(inside) >= WHOLLY * len(words):
                return quotation.tokens
    return None


def shortest(draft: Draft, quotation: Stretch) -> int:
    """How many words make a quotation a statement: few if it ends like a sentence ("Kami siap."), else more."""
    closing = draft.tokens[quotation.last - 2 : quotation.last]
    return SHORTEST_SENTENCE if any(token.text in SENTENCE_ENDS for token in closing) else SHORTEST_QUOTATION


def statement_before(draft: Draft, passage: Passage) -> int | None:
    """The statement whose speaker goes on in the passage: the last before it that lies in no other and has a source.

    One of saying, unless it stands in the very sentence before: `Rano menganalisis bahwa ... "Seperti skenario."`
    """
    best: int | None = None
    previous = draft.sentences[passage.sentences.first - 1].tokens.first if passage.sentences.first else 0
    for place, statement in enumerate(draft.statements):
        begins = text_place(statement)
        speaks = statement.mode == "speech" or begins >= previous
        known = statement.source is not None or statement.continues is not None
        if statement.parent is None and speaks and known and begins < passage.tokens.first:
            best = place
    return best


def same_paragraph(draft: Draft, passage: Passage, statement: FoundStatement) -> bool:
    """Whether the statement stands in the paragraph of the passage."""
    place = text_place(statement)
    paragraph = draft.sentences[passage.sentences.first].paragraph
    return any(s.paragraph == paragraph and s.tokens.first <= place < s.tokens.last for s in draft.sentences)


def reorder(draft: Draft) -> None:
    """Put the statements into the order of the text; `parent`, `continues` and `refers_to` follow."""
    order = sorted(range(len(draft.statements)), key=lambda i: (text_place(draft.statements[i]), i))
    new = {old: place for place, old in enumerate(order)}
    draft.statements = [
        replace(
            statement,
            parent=None if statement.parent is None else new[statement.parent],
            continues=None if statement.continues is None else new[statement.continues],
            refers_to=[new[old] for old in statement.refers_to],
        )
        for statement in (draft.statements[old] for old in order)
    ]


def text_place(statement: FoundStatement) -> int:
    """The first token of the statement, whatever part it belongs to."""
    parts = [*statement.content, *statement.addressees]
    parts += [part for part in (statement.cue, statement.source) if part is not None]
    return min(part.first for part in parts)


def move(statement: FoundStatement, by: int) -> FoundStatement:
    """The statement with every index moved."""
    return replace(
        statement,
        content=[shift(piece, by) for piece in statement.content],
        cue=statement.cue and shift(statement.cue, by),
        source=statement.source and shift(statement.source, by),
        source_head=statement.source_head and shift(statement.source_head, by),
        addressees=[shift(addressee, by) for addressee in statement.addressees],
    )


def shift(stretch: Stretch, by: int) -> Stretch:
    """The stretch moved."""
    return Stretch(stretch.first + by, stretch.last + by)


def has_letter(word: str) -> bool:
    """Whether the token is a word or a number, not a mark."""
    return any(character.isalnum() for character in word)
