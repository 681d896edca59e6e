"""Cues and role scores to statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ujar.analyse.draft import PERSON, Draft, FoundStatement, Stretch
from ujar.analyse.known_cues import cue_form
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

__all__ = ["Within", "ends_sentence", "find_form", "find_statements", "has_letter", "quoted_tokens", "text_place"]

WHOLLY = 0.95  # share of the words inside marks that makes a content direct
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "..."})
NEVER = -1e6
SHORTEST_LAST = 2  # letters; a full stop behind fewer or as many belongs to an abbreviation
SURE = 0.5  # weight of a cue that is not in the word list
SURE_OF_KNOWN = 0.3
SURE_OF_CERTAIN = 0.07
WIDEST = 3  # words that an idiom or a doubled word has more than the model saw: "mewanti | -wanti"


def find_statements(draft: Draft, labels: Labels, words: CueWords) -> None:
    """Fill `draft.statements` from the readings of its passages, in the order of the text."""
    quoted = quoted_tokens(draft)
    for passage, reading, view in zip(draft.passages, draft.readings, view_passages(draft), strict=True):
        headline = draft.sentences[passage.sentences.first].headline
        for cue in reading.cues:
            if not is_believed(draft, cue, passage.tokens.first, words):
                continue
            found = decode_statement(cue, view, labels, words)
            if found is not None:
                moved = move(found, passage.tokens.first)
                if found.source is not None and not any(name.overlaps(found.source) for name in view.persons):
                    take_name_behind(draft, moved)
                draft.statements.append(
                    replace(moved, headline=headline, form=find_form(draft, moved.content, quoted), score=cue.weight)
                )
    draft.statements.sort(key=lambda statement: (text_place(statement), statement.cue or Stretch(0, 0)))


def is_believed(draft: Draft, cue: CueReading, first: int, words: CueWords) -> bool:
    """Whether the model is sure enough of a cue; of the known ones it need be less sure, of the certain ones hardly."""
    last = first + cue.last
    wider = (Stretch(first + cue.first, end) for end in range(last, min(last + WIDEST, len(draft.tokens) + 1)))
    forms = {cue_form(draft, stretch) for stretch in wider}
    if not forms.isdisjoint(words.certain):
        return cue.weight > SURE_OF_CERTAIN
    return cue.weight > (SURE if forms.isdisjoint(words.known) else SURE_OF_KNOWN)


def take_name_behind(draft: Draft, statement: FoundStatement) -> None:
    """Let the source take the name behind its title, if the tree hangs it there: "Menteri Laut | Sekar Ayu".

    The head goes over to the name: it was a word of the title. For sources that have no person's name yet.
    """
    source = statement.source
    if source is None:
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
    content = find_content(roles[:, column("content")], place, view) or clitic_behind(view, cue.last, words)
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
    # "ujarnya" has its source in the clitic, "memintanya" its addressee: neither is a content.
    parts = [part for part in (source, addressee) if part is not None]
    content = [piece for piece in content if not any(part.overlaps(piece) for part in parts)]
    if not content:
        return None
    return FoundStatement(
        content=content,
        cue=place,
        source=source,
        source_head=head_words,
        addressees=[addressee] if addressee else [],
        mode=cue.mode,  # type: ignore[arg-type]  # the model's modes are those of the record, held by a test
    )


def clitic_behind(view: View, place: int, words: CueWords) -> list[Stretch]:
    """The object clitic of a cue that has no other content: "Rano menolak|nya"."""
    clitic = place < len(view.words) and not view.spaces[place] and view.words[place].lower() in words.object_clitics
    return [Stretch(place, place + 1)] if clitic else []


def find_phrase(probabilities: npt.NDArray[np.float32], view: View) -> Stretch | None:
    """The likeliest phrase, without marks at its edges; None if no word is likely enough.

    It never runs over the end of a sentence: "..., kata Rano. Dewi mengatakan" has two sources.
    """
    scores = log_odds(probabilities)
    scores[[place for place in range(len(view.words)) if ends_sentence(view.words, place)]] = NEVER
    run = best_run(scores)
    return None if run is None else drop_outer_marks(run, view.words)


def ends_sentence(words: Sequence[str], place: int) -> bool:
    """Whether a sentence ends at the word: not in "J. Pardede", nor in "UU No. 19"."""
    if words[place] not in SENTENCE_ENDS:
        return False
    if words[place] != "." or place + 1 == len(words) or not place:
        return True
    return len(words[place - 1]) > SHORTEST_LAST and not words[place + 1][0].isdigit()


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
