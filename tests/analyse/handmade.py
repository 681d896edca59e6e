"""Drafts and readings built by hand, so that a stage is tested without a model."""

from __future__ import annotations

import numpy as np

from ujar.analyse.draft import Draft, Passage, Sentence, Stretch, Token
from ujar.analyse.model import CueReading, Labels, Reading
from ujar.analyse.quotations import find_quotations
from ujar.record import Article

LABELS = Labels(
    tags=("NOUN", "VERB"),
    relations=("nsubj", "root"),
    names=("O", "B-PER", "I-PER"),
    cues=("none", "speech", "directive", "attitude", "thought", "inside"),
    roles=("none", "source", "head", "content", "addressee"),
    distances=(0, 1, 2),
)
ROLE_OF_LETTER = {".": "none", "S": "source", "H": "head", "K": "content", "A": "addressee"}


def make_draft(*sentences: str) -> Draft:
    """A draft of sentences such as "ujar VERB root 0 | nya PRON nsubj 1": word, tag, relation, head (0 = root).

    A word may stand alone ("ujar"), and "+nya" joins the word before it. One paragraph; each sentence is a passage.
    """
    text = ""
    tokens: list[Token] = []
    draft = Draft(Article.of(""))
    for sentence in sentences:
        first = len(tokens)
        for written in sentence.split("|"):
            word, *parse = written.split()
            joined = word.startswith("+") and len(word) > 1
            word = word.removeprefix("+") if joined else word
            text += "" if joined or not text else " "
            token = Token(len(text), len(text) + len(word), word, not joined)
            if parse:
                token.tag, token.relation = parse[0], parse[1]
                token.head = first + int(parse[2]) - 1 if parse[2] != "0" else -1
            text += word
            tokens.append(token)
        draft.sentences.append(Sentence(Stretch(first, len(tokens)), 0))
        place = len(draft.sentences) - 1
        draft.passages.append(Passage(Stretch(first, len(tokens)), Stretch(place, place + 1)))
    draft.article = Article.of(text)
    draft.tokens = tokens
    find_quotations(draft)
    return draft


def make_reading(draft: Draft, passage: int, *cues: tuple[int, str], mode: str = "speech", size: int = 1) -> Reading:
    """A reading with cues given as (word of the passage, its role letters), e.g. (1, "S.KKK"); see `ROLE_OF_LETTER`."""
    stretch = draft.passages[passage].tokens
    length = stretch.last - stretch.first
    found = []
    for word, letters in cues:
        assert len(letters) == length, f"{len(letters)} letters for {length} words"
        roles = np.full((length, len(LABELS.roles)), 0.01, np.float32)
        for place, letter in enumerate(letters):
            roles[place, LABELS.roles.index(ROLE_OF_LETTER[letter])] = 0.96
        found.append(CueReading(word, word + size, mode, 0.9, roles))
    return Reading(["X"] * length, [-1] * length, ["dep"] * length, ["O"] * length, found)


def words_at(draft: Draft, stretch: Stretch | None) -> str | None:
    """The text of a stretch."""
    if stretch is None:
        return None
    return draft.article.text[draft.tokens[stretch.first].start : draft.tokens[stretch.last - 1].end]
