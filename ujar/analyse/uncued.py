"""Statements whose cue is no word: a headline's colon, and the dash before a signature.

"Kemlu RI: Tak ada pasukan asing di Natuna" - the colon is the cue. `"Kami siap." - Rano Lubis` has none at all.
"""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Sentence, Stretch
from ujar.analyse.phrases import LONGEST, is_speaker, name_in
from ujar.analyse.statements import SENTENCE_ENDS, find_form, has_letter, quoted_tokens
from ujar.languages.schema import CueWords

__all__ = ["add_uncued_statements"]

DASHES = frozenset({"-", "–", "—", "--"})
FEWEST_WORDS = 2  # of the content: "Rano: Siap" may be a caption


def add_uncued_statements(draft: Draft, words: CueWords) -> None:
    """Add a statement for every colon headline and every signed quotation that the model left alone."""
    alone = lone_sentences(draft)
    quoted = quoted_tokens(draft)
    claimed = {token for s in draft.statements if s.source for piece in s.content for token in range(*piece)}
    for sentence in draft.sentences:
        if sentence.headline or sentence.paragraph in alone:
            found = colon_statement(draft, sentence, words)
            if found is not None and not claimed.intersection(range(*found.content[0])):
                found.form = find_form(draft, found.content, quoted)
                draft.statements.append(found)
    for quotation in (q.tokens for q in draft.quotations if q.depth == 0):
        signature = None if claimed.intersection(range(*quotation)) else signature_after(draft, quotation, words)
        if signature is not None:
            found = FoundStatement([quotation], source=signature, source_head=name_in(draft, signature), form="direct")
            found.rule = "quotation.signature"
            found.headline = draft.sentence_at(quotation.first).headline
            draft.statements.append(found)


def lone_sentences(draft: Draft) -> set[int]:
    """The paragraphs that are one sentence."""
    seen: set[int] = set()
    several: set[int] = set()
    for sentence in draft.sentences:
        (several if sentence.paragraph in seen else seen).add(sentence.paragraph)
    return seen - several


def colon_statement(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """The statement of a sentence like "Menlu: Perundingan dibuka lagi".

    Before the colon stands nothing but a noun phrase with a name in it. Of "Soal Tarif, Menlu: ..." the part behind the
    comma counts; "Kronologi: ..." and "Pukul 10: ..." name nobody.
    """
    first, last = sentence.tokens
    colon = next((place for place in range(first, last) if draft.tokens[place].text == ":"), last)
    comma = max((place for place in range(first, colon) if draft.tokens[place].text == ","), default=first - 1)
    content = Stretch(colon + 1, last)
    while content.last > content.first and draft.tokens[content.last - 1].text in SENTENCE_ENDS:
        content = Stretch(content.first, content.last - 1)
    size = sum(has_letter(draft.tokens[place].text) for place in range(*content))
    for source in (Stretch(first, colon), Stretch(comma + 1, colon)):
        if size >= FEWEST_WORDS and is_speaker(draft, source, words):
            return FoundStatement(
                content=[content],
                cue=Stretch(colon, colon + 1),
                source=source,
                source_head=name_in(draft, source),
                headline=sentence.headline,
                rule="cue.colon",
            )
    return None


def signature_after(draft: Draft, quotation: Stretch, words: CueWords) -> Stretch | None:
    """The name behind a dash, to the end of the paragraph: `"Kami siap." - Rano Lubis`."""
    place = quotation.last
    if place + 1 >= len(draft.tokens) or draft.tokens[place].text not in DASHES:
        return None
    paragraph = draft.sentence_at(quotation.first).paragraph
    last = place + 1
    end = min(len(draft.tokens), place + LONGEST + 3)  # a longer phrase is no name
    while last < end and draft.sentence_at(last).paragraph == paragraph:
        last += 1
    while last > place + 1 and draft.tokens[last - 1].text in SENTENCE_ENDS:
        last -= 1
    signature = Stretch(place + 1, last)
    return signature if is_speaker(draft, signature, words) else None
