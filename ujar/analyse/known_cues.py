"""The known cues: they give a statement's cue its lemma, and the statement its mode."""

from __future__ import annotations

import re

from ujar.analyse.draft import Draft, Stretch
from ujar.languages.schema import CueWords

__all__ = ["cue_form", "name_cues"]

_HYPHEN = re.compile(r"\s*-\s*")


def cue_form(draft: Draft, cue: Stretch) -> str:
    """The cue as it is listed: "disebut - sebut" and "disebut-sebut" are one."""
    text = draft.article.text[draft.tokens[cue.first].start : draft.tokens[cue.last - 1].end]
    return _HYPHEN.sub("-", " ".join(text.lower().split()))


def name_cues(draft: Draft, words: CueWords) -> None:
    """Set lemma and mode of each statement whose cue is known.

    The model takes "Prabowo berujar pernyataan itu bukan omong kosong" for an attitude; *berujar* is always speech.
    """
    for statement in draft.statements:
        found = words.known.get(cue_form(draft, statement.cue)) if statement.cue else None
        if found is not None:
            statement.lemma = found.lemma
            statement.mode = found.mode or statement.mode
