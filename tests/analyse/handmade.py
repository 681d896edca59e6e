"""Readings built by hand, so that decoding is tested without a model."""

from __future__ import annotations

import numpy as np

from ujar.analyse.draft import Draft, Stretch
from ujar.analyse.reading import CueReading, Labels, Reading

LABELS = Labels(
    tags=("NOUN", "VERB"),
    relations=("nsubj", "root"),
    names=("O", "B-PER", "I-PER"),
    news_names=("O", "B-PER", "I-PER"),
    cues=("none", "speech", "directive", "attitude", "thought", "inside"),
    roles=("none", "source", "head", "content", "addressee"),
    distances=(0, 1, 2),
)
ROLE_OF_LETTER = {".": "none", "S": "source", "H": "head", "K": "content", "A": "addressee"}


def make_reading(
    draft: Draft, passage: int, *cues: tuple[int, str], mode: str = "speech", size: int = 1, weight: float = 0.9
) -> Reading:
    """A reading with cues given as (word of the passage, its role letters), e.g. (1, "S.KKK"); see `ROLE_OF_LETTER`."""
    stretch = draft.passages[passage].tokens
    length = stretch.last - stretch.first
    found = []
    for word, letters in cues:
        assert len(letters) == length, f"{len(letters)} letters for {length} words"
        roles = np.full((length, len(LABELS.roles)), 0.01, np.float32)
        for place, letter in enumerate(letters):
            roles[place, LABELS.roles.index(ROLE_OF_LETTER[letter])] = 0.96
        found.append(CueReading(word, word + size, mode, weight, roles))
    return Reading(["X"] * length, [-1] * length, ["dep"] * length, ["O"] * length, ["O"] * length, found)


def words_at(draft: Draft, stretch: Stretch | None) -> str | None:
    """The text of a stretch."""
    if stretch is None:
        return None
    return draft.article.text[draft.tokens[stretch.first].start : draft.tokens[stretch.last - 1].end]
