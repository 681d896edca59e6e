"""Where the forms of `times.toml` stand in a story, the longest first where two begin with the same word."""

from __future__ import annotations

import re
from typing import NamedTuple

from ujar.analyse.draft import Draft, Stretch
from ujar.languages.time_forms import BREAK
from ujar.languages.times import Form, TimeWords

__all__ = ["FormFound", "find_forms"]

OPENING = frozenset("\"'“‘([-–—:")


class FormFound(NamedTuple):
    """A form in the text. `words` are its words in small letters, `slots` those in each slot, behind it as well."""

    rule: str
    form: Form
    tokens: Stretch
    words: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]

    def word(self, slot: str) -> str | None:
        """The first word in `slot`."""
        return next(iter(self.slots.get(slot, ())), None)


def find_forms(draft: Draft, words: TimeWords) -> list[FormFound]:
    """Every form in the sentences of the draft, in the order of the text; no two share a token."""
    coded, places = _encode(draft, words)
    found = [
        (match.span("tokens"), order, match)
        for order, (_, _, expression) in enumerate(words.expressions)
        for match in expression.finditer(coded)
    ]
    found.sort(key=lambda each: (each[0][0], -each[0][1], each[1]))
    kept: list[FormFound] = []
    end = 0
    for (first, last), order, match in found:
        if first >= end and last > first:
            rule, form, _ = words.expressions[order]
            tokens = Stretch(places[first], places[last - 1] + 1)
            spoken = tuple(token.text.lower() for token in draft.tokens[tokens.first : tokens.last])
            kept.append(FormFound(rule, form, tokens, spoken, _slots(match, draft, places)))
            end = last
    return [each for each in kept if each.form.reads != "nothing"]


def _encode(draft: Draft, words: TimeWords) -> tuple[str, list[int]]:
    """The story, a character for a token and a break behind each sentence, with the token of each character."""
    known: dict[tuple[str, bool], str] = {}
    coded: list[str] = []
    places: list[int] = []
    for sentence in draft.sentences:
        opens = True
        for place in range(*sentence.tokens):
            key = draft.tokens[place].text, opens
            if key not in known:
                known[key] = words.codes.code(words.classes(key[0], opens=opens))
            coded.append(known[key])
            places.append(place)
            opens = sentence.headline or key[0] in OPENING
        coded.append(BREAK)
        places.append(-1)
    return "".join(coded), places


def _slots(match: re.Match[str], draft: Draft, places: list[int]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    groups = sorted((match.span(group), group) for group in match.re.groupindex if match[group] and group != "tokens")
    for (first, last), group in groups:
        slot = group.rpartition("_")[0]
        # Figures and words of one amount stay one piece: "dua puluh lima".
        piece = " ".join(draft.tokens[places[at]].text.lower() for at in range(first, last))
        found[slot] = (*found.get(slot, ()), piece)
    return found
