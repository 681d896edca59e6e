"""Cues and role scores to statements.

`find_statements` decodes what the model read; `add_floating_quotations` then accounts for the quotations
that no cue claimed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ujar.analyse.draft import Draft, FoundStatement, Passage, Stretch
from ujar.analyse.reading import CueReading, Labels
from ujar.analyse.roles import (
    View,
    best_run,
    content_runs,
    drop_edge_marks,
    drop_outer_marks,
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
NEVER = -1e6


def find_statements(draft: Draft, labels: Labels, words: CueWords) -> None:
    """Fill `draft.statements` from the readings of its passages, in the order of the text."""
    quoted = quoted_tokens(draft)
    for passage, reading, view in zip(draft.passages, draft.readings, view_passages(draft), strict=True):
        headline = draft.sentences[passage.sentences.first].headline
        for cue in reading.cues:
            found = decode_statement(cue, view, labels, words)
            if found is not None:
                moved = move(found, passage.tokens.first)
                take_name_behind(draft, moved)
                draft.statements.append(
                    replace(moved, headline=headline, form=find_form(draft, moved.content, quoted), score=cue.weight)
                )
    draft.statements.sort(key=lambda statement: (text_place(statement), statement.cue or Stretch(0, 0)))


def take_name_behind(draft: Draft, statement: FoundStatement) -> None:
    """Let the source take the name behind its title, if the tree hangs it there: "Menteri Laut | Sekar Ayu".

    The head goes over to the name: it was a word of the title. A source that has a person's name keeps to it.
    """
    source = statement.source
    if source is None or any(e.kind == PERSON and e.tokens.overlaps(source) for e in draft.entities):
        return
    last = source.last
    while last < len(draft.tokens) and is_name_of(draft, source, last):
        last += 1
    if last > source.last:
        statement.source = Stretch(source.first, last)
        statement.source_head = Stretch(source.last, last)


def is_name_of(draft: Draft, source: Stretch, place: int) -> bool:
    """Whether the word at `place` is a proper name that the tree ties flatly to a word of the source."""
    token = draft.tokens[place]
    flat = token.relation.split(":")[0] == "flat"
    return flat and token.tag == "PROPN" and source.first <= token.head < source.last


def view_passages(draft: Draft) -> Iterator[View]:
    """Each passage with everything counted from its first token."""
    quotations = Within([quotation.tokens for quotation in draft.quotations if quotation.depth == 0])
    persons = Within([entity.tokens for entity in draft.entities if entity.kind == PERSON])
    for passage in draft.passages:
        first, last = passage.tokens
        tokens = draft.tokens[first:last]
        yield View(
            [token.text for token in tokens],
            [token.space for token in tokens],
            [shift(stretch, -first) for stretch in quotations.of(passage.tokens)],
            [shift(stretch, -first) for stretch in persons.of(passage.tokens)],
        )


class Within:
    """Finds, among stretches that stand in the order of the text, those inside another."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = sorted(stretches)

    def of(self, outer: Stretch) -> list[Stretch]:
        """The stretches that lie wholly inside `outer`."""
        first = bisect_left(self.stretches, Stretch(outer.first, 0))
        last = bisect_left(self.stretches, Stretch(outer.last, 0))
        return [stretch for stretch in self.stretches[first:last] if outer.holds(stretch)]


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
    source = find_phrase(roles[:, whole] + roles[:, head], view)
    head_words = None
    if source is not None:
        if words.first_person.issuperset(word.lower() for word in view.words[source.first : source.last]):
            return None
        found = source_head(source, roles, head, whole, view.persons)
        head_words = whole_names(found, source, view, words.joiners)
    addressee = find_phrase(roles[:, column("addressee")], view)
    return FoundStatement(
        content=content,
        cue=place,
        source=source,
        source_head=head_words,
        addressees=[addressee] if addressee else [],
        mode=cue.mode,  # type: ignore[arg-type]  # the model's modes are those of the record, held by a test
    )


def find_phrase(probabilities: npt.NDArray[np.float32], view: View) -> Stretch | None:
    """The likeliest phrase, without marks at its edges; None if no word is likely enough.

    It never runs over the end of a sentence: "..., kata Rano. Dewi mengatakan" has two sources.
    """
    scores = log_odds(probabilities)
    scores[[place for place, word in enumerate(view.words) if word in SENTENCE_ENDS]] = NEVER
    run = best_run(scores)
    return None if run is None else drop_outer_marks(run, view.words)


def find_content(probabilities: npt.NDArray[np.float32], cue: Stretch, view: View) -> list[Stretch]:
    """The pieces of the content, each with at least one word, in the order of the text; none overlaps another."""
    pieces: list[Stretch] = []
    for run in content_runs(log_odds(probabilities)):
        piece = snap_to_quotations(drop_edge_marks(run, view.words), view.quotations, cue)
        if not any(has_letter(word) for word in view.words[piece.first : piece.last]):
            continue
        # One run may snap to a whole quotation in which the next one lies.
        if pieces and piece.first < pieces[-1].last:
            pieces[-1] = Stretch(min(pieces[-1].first, piece.first), max(pieces[-1].last, piece.last))
        else:
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
    reorder(draft)
    quoted = quoted_tokens(draft)
    holders = content_holders(draft)
    speakers = Speakers(draft)
    for passage, quotation in zip(draft.passages, sole_quotations(draft), strict=True):
        if quotation is None or is_claimed(draft, quotation, holders):
            continue
        before = speakers.before(passage)
        if before is not None and same_paragraph(draft, passage, before):
            before.content.append(quotation)
            before.form = find_form(draft, before.content, quoted)
            continue
        found = FoundStatement(content=[quotation], form="direct", rule="quotation.floating")
        found.continues = None if before is None else speakers.place(before)
        draft.statements.append(found)
        speakers.add(found, len(draft.statements) - 1)
    reorder(draft)


def content_holders(draft: Draft) -> dict[int, list[int]]:
    """For each token, the statements whose content it belongs to."""
    holders: dict[int, list[int]] = {}
    for place, statement in enumerate(draft.statements):
        for piece in statement.content:
            for token in range(*piece):
                holders.setdefault(token, []).append(place)
    return holders


def is_claimed(draft: Draft, quotation: Stretch, holders: dict[int, list[int]]) -> bool:
    """Whether the quotation is content of a statement from outside.

    In "Orang bilang kami kalah, tetapi kami menang." the statement of *bilang* lies inside and claims nothing.
    """
    inside = {place for token in range(*quotation) for place in holders.get(token, ())}
    cues = (draft.statements[place].cue for place in inside)
    return any(cue is None or not quotation.holds(cue) for cue in cues)


class Speakers:
    """Who spoke last, as the text goes on: statements of saying, and whatever stands in the very sentence before."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._places: dict[int, int] = {}
        self._waiting = deque(enumerate(draft.statements))
        self._saying: FoundStatement | None = None
        self._last: FoundStatement | None = None

    def before(self, passage: Passage) -> FoundStatement | None:
        """The statement whose speaker goes on in the passage: the last before it, in no other, that has a source.

        One of saying, unless it stands in the very sentence before: `Rano menganalisis bahwa ... "Seperti skenario."`
        Passages are to be asked for in their order.
        """
        while self._waiting and text_place(self._waiting[0][1]) < passage.tokens.first:
            place, statement = self._waiting.popleft()
            if statement.parent is None and statement.source is not None:
                self.add(statement, place)
        if not passage.sentences.first or self._last is None:
            return self._saying
        previous = self._draft.sentences[passage.sentences.first - 1].tokens.first
        return self._last if text_place(self._last) >= previous else self._saying

    def add(self, statement: FoundStatement, place: int) -> None:
        """Note that `statement`, number `place`, was the last."""
        self._last = statement
        self._places[id(statement)] = place
        if statement.mode == "speech":
            self._saying = statement

    def place(self, statement: FoundStatement) -> int:
        """The number of a statement that was noted."""
        return self._places[id(statement)]


def sole_quotations(draft: Draft) -> Iterator[Stretch | None]:
    """For each passage the quotation that is (nearly) all of it, if one is."""
    quotations = Within([quotation.tokens for quotation in draft.quotations if quotation.depth == 0])
    for passage in draft.passages:
        words = sum(has_letter(draft.tokens[place].text) for place in range(*passage.tokens))
        found = (q for q in quotations.of(passage.tokens) if is_sole(draft, q, words))
        yield next(found, None)


def is_sole(draft: Draft, quotation: Stretch, words: int) -> bool:
    """Whether the quotation holds (nearly) all `words` of its passage, and enough of them to be a statement."""
    inside = sum(has_letter(draft.tokens[place].text) for place in range(*quotation))
    return inside >= shortest(draft, quotation) and inside >= WHOLLY * words


def shortest(draft: Draft, quotation: Stretch) -> int:
    """How many words make a quotation a statement: few if it ends like a sentence ("Kami siap."), else more."""
    closing = draft.tokens[quotation.last - 2 : quotation.last]
    return SHORTEST_SENTENCE if any(token.text in SENTENCE_ENDS for token in closing) else SHORTEST_QUOTATION


def same_paragraph(draft: Draft, passage: Passage, statement: FoundStatement) -> bool:
    """Whether the statement stands in the paragraph of the passage."""
    begins = bisect_right(draft.sentences, text_place(statement), key=lambda sentence: sentence.tokens.first) - 1
    return draft.sentences[begins].paragraph == draft.sentences[passage.sentences.first].paragraph


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
