"""When and where a statement was made, where its sentence tells it outside of what is said."""

from __future__ import annotations

from collections.abc import Iterable

from ujar.analyse.draft import Draft, Stretch

__all__ = ["find_settings"]

POINTS = frozenset({"DATE", "TIME"})


def find_settings(draft: Draft) -> None:
    """Give each statement the time and the place nearest to its cue, in its sentence but in nobody's content.

    "..., kata Menlu Rano Lubis di Palu, Selasa (4/6)": not the date that the minister speaks of, nor the words of the
    title: "Duta Besar di Palu".
    """
    taken = [piece for found in draft.statements for piece in found.content]
    for found in draft.statements:
        cue = found.cue or found.source
        if cue is None or found.headline:
            continue
        outside = [*taken, *([found.source] if found.source else [])]
        times = [time.tokens if time.type in POINTS and not vague(time.value) else None for time in draft.times]
        found.time = nearest(draft, cue, times, outside)
        found.place = nearest(draft, cue, [place.tokens for place in draft.places], outside)


def vague(value: str) -> bool:
    """Whether a time is none to speak at: "saat ini"."""
    return value.endswith("_REF")


def nearest(draft: Draft, cue: Stretch, stretches: Iterable[Stretch | None], taken: list[Stretch]) -> int | None:
    """The number of the nearest stretch in the sentence of the cue that none of `taken` holds."""
    sentence = draft.sentence_at(cue.first).tokens
    found = [
        (abs(stretch.first - cue.first), number)
        for number, stretch in enumerate(stretches)
        if stretch is not None and sentence.holds(stretch) and not any(piece.overlaps(stretch) for piece in taken)
    ]
    return min(found)[1] if found else None
