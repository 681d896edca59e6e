"""The dateline that opens a wire story, in the shapes that agencies and outlets give it.

Moskow, 22/2 (ANTARA/AFP) -     place, date, senders in brackets
JAKARTA, KOMPAS.com -           place and sender, in either order
Jakarta -                       a place alone, from the list
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ujar.read.dates import WrittenDate, first_date, is_date
from ujar.read.lines import Line
from ujar.read.patterns import Sender, WirePatterns, compile_words, fold, is_name
from ujar.record import Dateline, Span

__all__ = ["FoundDateline", "find_dateline"]

_WINDOW = 140  # characters of a line that are looked at; the longest dateline seen has 60
_DASH = r"(?:\s?-{2,3}\s?|\s?[–—]\s?|\s-\s?)"
_BRACKETED = re.compile(
    rf"\s?(?P<left>[^()]{{2,60}}?)\s?\((?P<senders>[^()]{{2,60}})\)(?P<dash>{_DASH}|\s?:\s|\s?$|\s)"
)
_PLAIN = re.compile(rf"\s?(?P<left>[^()–—]{{2,80}}?)(?P<dash>{_DASH}|:\s)")


class FoundDateline(NamedTuple):
    """A dateline with what it says beyond its record: its senders as they stand there, and its date read."""

    dateline: Dateline
    senders: tuple[Sender, ...]
    date: WrittenDate | None


def find_dateline(text: str, line: Line, language: str) -> FoundDateline | None:
    """The dateline at the start of `line`, up to where the story's first word begins; None when there is none."""
    patterns = compile_words(language)
    head = line.text[:_WINDOW]
    bracketed = _BRACKETED.match(head)
    if bracketed is not None:
        found = _read_bracketed(bracketed, patterns, language)
        if found is not None:
            return _make(text, line, bracketed.end(), found, language)
    plain = _PLAIN.match(head)
    if plain is not None:
        found = _read_plain(plain, patterns, language)
        if found is not None:
            return _make(text, line, plain.end(), found, language)
    return None


class _Parts(NamedTuple):
    place: str | None
    date: str | None
    outlet: str | None
    senders: tuple[Sender, ...]


def _make(text: str, line: Line, length: int, parts: _Parts, language: str) -> FoundDateline:
    end = line.start + length
    while end < line.end and text[end] == " ":
        end += 1
    span = Span.of(text, line.start, end)
    dateline = Dateline(span=span, place=parts.place, date=parts.date, outlet=parts.outlet)
    return FoundDateline(dateline, parts.senders, first_date(parts.date, language) if parts.date else None)


def _read_bracketed(match: re.Match[str], patterns: WirePatterns, language: str) -> _Parts | None:
    place, date = _split_date(match["left"], language)
    written = [part.strip() for part in re.split(r"[/,;]|\s-\s", match["senders"])]
    senders = tuple(sender for sender in map(patterns.sender, written) if sender is not None)
    if not is_name(place, 5, patterns.words.particles):
        return None
    dashed = re.fullmatch(_DASH, match["dash"]) is not None
    if senders and (dashed or _opens_text(match)):
        return _Parts(place, date, senders[0].name, senders)
    # "Organisasi Kesehatan Dunia (WHO) - badan PBB - ..." is no dateline: an unlisted sender needs a listed place.
    if (dashed or match.end() == len(match.string)) and fold(place) in patterns.places:
        return _Parts(place, date, match["senders"].strip(), ())
    return None


def _opens_text(match: re.Match[str]) -> bool:
    """Without a dash: the line ends here, or a sentence begins ("Kantor Xinhua (Xinhua) di Wina" goes on)."""
    rest = match.string[match.end() :].lstrip()
    return match["dash"].strip() == ":" or not rest or rest[0].isupper() or rest[0] in "\"“'‘"


def _read_plain(match: re.Match[str], patterns: WirePatterns, language: str) -> _Parts | None:
    left = match["left"].strip(" ,.")
    colon = match["dash"].strip() == ":"
    place, date = _split_sender(left, patterns, language)
    if place.sender is not None:
        # "KOMPAS.com: ..." may be a headline; "Metrotvnews.com, Jakarta: ..." is none.
        if colon and place.name is None:
            return None
        return _Parts(place.name, date, place.sender.name, (place.sender,))
    city, date = _split_date(left, language)
    certain = match["dash"].strip().startswith("--") and is_name(city, 3) and len(city) > 3
    if not colon and (fold(city) in patterns.places or certain) and _begins_sentence(match):
        return _Parts(city, date, None, ())
    return None


def _begins_sentence(match: re.Match[str]) -> bool:
    rest = match.string[match.end() :].lstrip()
    return len(rest) > 30 and (rest[0].isupper() or rest[0] in "\"“'‘")


class _Placed(NamedTuple):
    name: str | None
    sender: Sender | None


def _split_sender(left: str, patterns: WirePatterns, language: str) -> tuple[_Placed, str | None]:
    """Take "JAKARTA, KOMPAS.com" or "TEMPO.CO, Jakarta" apart; no sender when a part is none of the three."""
    name: list[str] = []
    dates: list[str] = []
    sender: Sender | None = None
    for part in (part.strip() for part in left.split(",")):
        known = patterns.sender(part)
        if known is not None and sender is None:
            sender = known
        elif is_date(part, language) or (dates and part.isdigit()):
            dates.append(part)
        elif is_name(part, 4, patterns.words.particles):
            name.append(part)
        else:
            return _Placed(None, None), None
    if len(name) > 2:
        return _Placed(None, None), None
    return _Placed(", ".join(name) or None, sender), ", ".join(dates) or None


def _split_date(left: str, language: str) -> tuple[str, str | None]:
    """ "BEIJING, March 12, 2024" is the place BEIJING and a date; "Washington, D.C." is all place."""
    parts = [part.strip() for part in left.strip(" ,").split(",")]
    for cut in range(1, len(parts)):
        date = ", ".join(parts[cut:])
        if is_date(date, language):
            return ", ".join(parts[:cut]), date
    return ", ".join(parts), None
