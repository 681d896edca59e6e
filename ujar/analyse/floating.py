"""Floating quotations: what stands in marks without a cue of its own, and belongs to whoever spoke before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from ujar.analyse.draft import Draft, FoundStatement, Passage, Stretch
from ujar.analyse.statements import SENTENCE_ENDS, WHOLLY, Within, find_form, has_letter, quoted_tokens, text_place

__all__ = ["add_floating_quotations"]

SHORTEST_QUOTATION = 4  # words; a shorter uncued one is a title or a scare quote: Program "Sapa Warga".
SHORTEST_SENTENCE = 2  # words, if it ends like a sentence: "Ya, besok."


def add_floating_quotations(draft: Draft) -> None:
    """Account for quoted passages that no statement claims; needs the parents, and leaves new pieces to be nested.

    `"Kami siap," kata Rano. "Besok kami berangkat."` - the second quotation is a further piece of Rano's statement.
    So is a paragraph that opens with a mark again where the one before closed none.
    Any other quotation with a paragraph to itself is a statement of its own that continues the last one.
    """
    reorder(draft)
    quoted = quoted_tokens(draft)
    holders = content_holders(draft)
    speakers = Speakers(draft)
    left_open = {
        paragraph_of(draft, quotation.tokens): quotation.tokens for quotation in draft.quotations if quotation.goes_on
    }
    for passage, quotation in zip(draft.passages, sole_quotations(draft), strict=True):
        if quotation is None or is_claimed(draft, quotation, holders):
            continue
        before = speakers.before(passage)
        reopened = left_open.get(paragraph_of(draft, quotation) - 1)
        place = None if reopened is None else claimant(draft, reopened, holders)
        if place is None and before is not None and same_paragraph(draft, passage, before):
            place = speakers.place(before)
        if place is None:
            place = len(draft.statements)
            found = FoundStatement(content=[], form="direct", rule="quotation.floating")
            found.continues = None if before is None else speakers.place(before)
            draft.statements.append(found)
            speakers.add(found, place)
        draft.statements[place].content.append(quotation)
        draft.statements[place].form = find_form(draft, draft.statements[place].content, quoted)
        for token in range(*quotation):
            holders.setdefault(token, []).append(place)
    join_reopened(draft, left_open, holders)
    reorder(draft)


def join_reopened(draft: Draft, left_open: dict[int, Stretch], holders: dict[int, list[int]]) -> None:
    """Give floating paragraphs that were left open to the cue behind the last one: `"Satu.⏎⏎"Dua," kata Rano.`"""
    next_quotation = {}
    for quotation in reversed([q.tokens for q in draft.quotations if not q.depth]):
        next_quotation[paragraph_of(draft, quotation)] = quotation
    gone: set[int] = set()
    for paragraph in sorted(left_open, reverse=True):
        mine = claimant(draft, left_open[paragraph], holders)
        following = next_quotation.get(paragraph + 1)
        theirs = None if following is None else claimant(draft, following, holders)
        if mine is None or theirs is None or mine == theirs or draft.statements[mine].source is not None:
            continue
        draft.statements[theirs].content[:0] = draft.statements[mine].content
        for token in (token for piece in draft.statements[mine].content for token in range(*piece)):
            holders[token] = [theirs]
        gone.add(mine)
    drop(draft, gone)


def drop(draft: Draft, gone: set[int]) -> None:
    """Take statements out; links to them end, the others follow."""
    new = {old: place for place, old in enumerate(old for old in range(len(draft.statements)) if old not in gone)}
    draft.statements = [
        replace(
            statement,
            parent=None if statement.parent is None else new.get(statement.parent),
            continues=None if statement.continues is None else new.get(statement.continues),
            refers_to=[new[old] for old in statement.refers_to if old in new],
        )
        for old, statement in enumerate(draft.statements)
        if old not in gone
    ]


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


def claimant(draft: Draft, quotation: Stretch, holders: dict[int, list[int]]) -> int | None:
    """The number of the outermost statement whose content the quotation is, if any claims it."""
    places = [place for place in holders.get(quotation.first, ()) if draft.statements[place].parent is None]
    return places[0] if places else None


def paragraph_of(draft: Draft, stretch: Stretch) -> int:
    """The paragraph in which the stretch begins."""
    return draft.sentence_at(stretch.first).paragraph


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
    return draft.sentence_at(text_place(statement)).paragraph == paragraph_of(draft, passage.tokens)


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
