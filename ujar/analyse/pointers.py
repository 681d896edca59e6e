"""Backward attribution: statements that say nothing new, but name the source of what was said before.

"Pernyataan tersebut disampaikan Rano Lubis seusai rapat." The model rarely sees one, so the rule here adds what it
missed.
"""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Sentence, Stretch
from ujar.analyse.phrases import NAME_TAGS, name_in
from ujar.languages.schema import CueWords

__all__ = ["add_backward_attributions", "link_pointers"]

RULE = "cue.pointing"  # behind the language: "id.cue.pointing"
# What may follow a pointer behind its verb; a noun or an adjective would make it part of a longer content.
BEHIND_POINTER = frozenset({"ADP", "PUNCT", "SCONJ", "CCONJ", "VERB", "ADV"})
NAME_RELATIONS = frozenset(
    {"nmod", "flat", "compound", "amod", "det", "nummod", "conj", "cc", "appos", "fixed", "case"}
)


def add_backward_attributions(draft: Draft, words: CueWords) -> None:
    """Add a statement for every sentence that only points back, if the model found none at its cue."""
    taken = {statement.cue.first: statement for statement in draft.statements if statement.cue}
    for sentence in draft.sentences:
        found = next(filter(None, (shape(draft, sentence, words) for shape in SHAPES)), None)
        if found is None or found.cue is None:
            continue
        same = taken.get(found.cue.first)
        if same is None:
            draft.statements.append(found)
        elif lacks_clitic(draft, same, words) or all(any(p.holds(q) for p in found.content) for q in same.content):
            same.content, same.rule = found.content, found.rule


def lacks_clitic(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """Whether what follows an object clitic was taken for the content: "Ia mengatakannya | saat meninjau tambak"."""
    cue = statement.cue
    if cue is None or cue.last >= len(draft.tokens) or draft.tokens[cue.last].text.lower() not in words.object_clitics:
        return False
    return statement.form == "indirect" and all(piece.first > cue.last for piece in statement.content)


def passive(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """ "Hal itu juga telah disampaikan (oleh) Rano"."""
    lower = lower_words(draft, sentence)
    start = skip(lower, 0, words.pointing_fillers)
    end = skip(lower, start, words.pointers)
    cue = skip(lower, end, words.pointing_fillers)
    if end == start or cue >= len(lower) or lower[cue] not in words.pointing_cues:
        return None
    # "Keterangan yang disampaikan polisi itu tidak benar" is no pointer.
    if lower[end - 1] not in words.pointer_ends and not words.adverbial_pointers.issuperset(lower[start:end]):
        return None
    source = agent_after(draft, sentence, sentence.tokens.first + cue + 1, words)
    return None if source is None else pointing(draft, sentence, Stretch(start, end), cue, source, words)


def noun(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """ "Demikian komentar Marni kepada tamunya"."""
    lower = lower_words(draft, sentence)
    cue = skip(lower, 0, words.adverbial_pointers)
    if not cue or cue >= len(lower) or lower[cue] not in words.pointing_nouns:
        return None
    behind = skip(lower, cue + 1, words.attributes)
    source = agent_after(draft, sentence, sentence.tokens.first + behind, words)
    return None if source is None else pointing(draft, sentence, Stretch(0, cue), cue, source, words)


def object_first(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """ "Hal itu ia sampaikan saat berpidato"."""
    lower = lower_words(draft, sentence)
    start = skip(lower, 0, words.pointing_fillers)
    end = skip(lower, start, words.pointers)
    cue = next((place for place, word in enumerate(lower) if word in words.bare_pointing_cues), -1)
    if end == start or cue <= end:
        return None
    source = subject_before(draft, sentence, end, cue, words)
    return None if source is None else pointing(draft, sentence, Stretch(start, end), cue, source, words)


def active(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """ "Anwar menyampaikan hal itu kepada wartawan"; not "Anwar menyampaikan hal itu penting"."""
    lower = lower_words(draft, sentence)
    cue = next((place for place, word in enumerate(lower) if word in words.active_pointing_cues), len(lower))
    clitic = cue + 1 < len(lower) and lower[cue + 1] in words.object_clitics
    end = cue + 2 if clitic else skip(lower, cue + 1, words.pointers)
    if end <= cue + 1 or (not clitic and lower[end - 1] not in words.pointer_ends):
        return None
    following = sentence.tokens.first + end
    if not clitic and following < sentence.tokens.last and draft.tokens[following].tag not in BEHIND_POINTER:
        return None
    source = subject_before(draft, sentence, 0, cue, words)
    return None if source is None else pointing(draft, sentence, Stretch(cue + 1, end), cue, source, words)


def pointing(
    draft: Draft, sentence: Sentence, pointer: Stretch, cue: int, source: Stretch, words: CueWords
) -> FoundStatement:
    """The statement of a sentence that points back; `pointer` and `cue` are counted from its first word.

    "Demikian disampaikan ...": an adverb, which is no content. "Hal itu disampaikan ...": its subject is.
    """
    first = sentence.tokens.first
    moved = Stretch(first + pointer.first, first + pointer.last)
    adverb = words.adverbial_pointers.issuperset(lower_words(draft, sentence)[pointer.first : pointer.last])
    return FoundStatement(
        content=[] if adverb else [moved],
        cue=Stretch(first + cue, first + cue + 1),
        source=source,
        source_head=name_in(draft, source),
        addressees=addressees_after(draft, sentence, first + cue, words),
        headline=sentence.headline,
        rule=f"{draft.article.language}.{RULE}",
    )


def addressees_after(draft: Draft, sentence: Sentence, cue: int, words: CueWords) -> list[Stretch]:
    """Whoever is named behind "kepada", after the cue."""
    for place in range(cue + 1, sentence.tokens.last - 1):
        if draft.tokens[place].text.lower() in words.addressing:
            found = agent_after(draft, sentence, place + 1, words)
            return [found] if found else []
    return []


def subject_before(draft: Draft, sentence: Sentence, start: int, cue: int, words: CueWords) -> Stretch | None:
    """The noun phrase that ends before the cue; both places are counted from the sentence's first word.

    "Sebelumnya, Rano juga telah menyampaikan hal itu": behind the comma, without the fillers.
    """
    lower = lower_words(draft, sentence)
    last = cue
    while last > start and lower[last - 1] in words.pointing_fillers:
        last -= 1
    first = max((place + 1 for place in range(start, last) if lower[place] == ","), default=start)
    phrase = Stretch(sentence.tokens.first + first, sentence.tokens.first + last)
    fits = all(draft.tokens[place].tag in NAME_TAGS for place in range(*phrase))
    mine = words.first_person.issuperset(lower[first:last])
    return phrase if fits and not mine and phrase.last > phrase.first else None


def lower_words(draft: Draft, sentence: Sentence) -> list[str]:
    """The words of a sentence in small letters."""
    return [draft.tokens[place].text.lower() for place in range(*sentence.tokens)]


SHAPES = (passive, noun, object_first, active)


def skip(words: list[str], place: int, passed: frozenset[str]) -> int:
    """The first place at or after `place` whose word is none of `passed`."""
    while place < len(words) and words[place] in passed:
        place += 1
    return place


def agent_after(draft: Draft, sentence: Sentence, place: int, words: CueWords) -> Stretch | None:
    """The noun phrase that begins at `place` or after its preposition: the words that hang together by the tree.

    "disampaikan Wang Yi, yang adalah Direktur ..." ends before the comma; "disampaikan Kepala Balai, Budi Santika,
    seusai rapat" keeps the name behind it, which the tree ties to the title.
    """
    last = sentence.tokens.last
    if place < last and draft.tokens[place].text.lower() in words.agents:
        place += 1
    if place >= last or draft.tokens[place].tag not in NAME_TAGS:
        return None
    if draft.tokens[place].text.lower() in words.time_words | words.first_person:
        return None
    end = place + 1
    for following in range(place + 1, last):
        token = draft.tokens[following]
        if token.text == "," or token.tag == "ADP":
            continue
        if token.tag not in NAME_TAGS or not hangs_together(draft, Stretch(place, end), following):
            break
        end = following + 1
    return Stretch(place, end)


def hangs_together(draft: Draft, phrase: Stretch, place: int) -> bool:
    """Whether the tree ties the word at `place` to the phrase: "Balai Arkeologi", but also "kedua menteri"."""
    token = draft.tokens[place]
    below = phrase.first <= token.head < phrase.last and token.relation.split(":")[0] in NAME_RELATIONS
    return below or any(draft.tokens[earlier].head == place for earlier in range(*phrase))


def link_pointers(draft: Draft, words: CueWords) -> None:
    """A statement whose content only points back refers to the statement before it.

    "Pernyataan tersebut disampaikan Rano ..." says nothing new; it names the source of what was said before.
    Of "Demikian disampaikan Rano" no content is left.
    """
    for place, statement in enumerate(draft.statements):
        points = statement.rule.endswith(RULE) or only_points(draft, statement, words)
        if not points:
            continue
        if place and statement.parent is None:
            before = place - 1
            while (outer := draft.statements[before].parent) is not None:
                before = outer
            statement.refers_to = [before] if before != place else []
        if words.adverbial_pointers.issuperset(words_of(draft, statement)):
            statement.content = []


def only_points(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """Whether every word of the content is a pointing word."""
    found = words_of(draft, statement)
    return bool(found) and words.pointers.issuperset(found)


def words_of(draft: Draft, statement: FoundStatement) -> list[str]:
    """The words of the content in small letters."""
    return [draft.tokens[place].text.lower() for piece in statement.content for place in range(*piece)]
