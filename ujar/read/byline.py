"""Who is named above or below a story: label lines ("Pewarta: X"), copyright lines, and the mark behind the last word.

Pewarta: Xinhua
Editor: Tika Ayu Prameswari
Copyright © ANTARA 2023
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ujar.read.patterns import Sender, WirePatterns, compile_words, fold, is_name
from ujar.record import Byline

__all__ = ["Credits", "read_closing_mark", "read_label_line", "read_mark_line", "tail_start"]

_LONGEST = 250  # characters of a label line; "Penulis" may open a paragraph too
_MARK = re.compile(r"(?<=[.!?\"”’'])\s{0,3}\((?P<inside>[^()\n]{2,60})\)\s*$")
_MARK_LINE = re.compile(r"\((?P<inside>[^()\n]{2,60})\)")
_INITIALS = re.compile(r"(?:[A-Z]{2,4}|[a-z]{2,4})(?:\s?[/,-]\s?(?:[A-Z]{2,4}|[a-z]{2,4}|\d{1,2}))*")


@dataclass(slots=True)
class Credits:
    """What the lines around the story say: people by label, agencies and outlets they name, copyright lines."""

    reporters: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    senders: list[Sender] = field(default_factory=list)
    owners: list[Sender] = field(default_factory=list)
    copyright: list[str] = field(default_factory=list)

    def byline(self) -> Byline:
        """The people, each once, in the order they stand."""
        people = (self.reporters, self.editors, self.translators)
        reporters, editors, translators = (tuple(dict.fromkeys(names)) for names in people)
        return Byline(reporters=reporters, editors=editors, translators=translators)

    def add(self, kind: str, names: list[str], patterns: WirePatterns) -> None:
        """File `names` under the label's `kind`; an agency among the reporters is a sender too."""
        if kind != "sources":
            getattr(self, kind).extend(names)
        if kind in ("sources", "reporters"):
            self.senders += [sender for sender in map(patterns.sender, names) if sender is not None]

    def merge(self, other: Credits) -> None:
        """Take over what `other` says, after what is known."""
        for name in ("reporters", "editors", "translators", "senders", "owners", "copyright"):
            getattr(self, name).extend(getattr(other, name))


def read_label_line(line: str, language: str) -> Credits | None:
    """What a line of labels, a copyright line or a closer says; None when `line` is none of these."""
    patterns = compile_words(language)
    if len(line) > _LONGEST:
        return None
    credits = Credits()
    rights = patterns.copyright.search(line)
    if rights is not None:
        _read_copyright(line[rights.start() :].strip(), credits, patterns)
        line = line[: rights.start()]
    line = line.strip(" ()[]*|-")
    if not line:
        return credits if rights is not None else None
    closer = patterns.closer.search(line)
    if closer is not None:
        credits.add("reporters", _split_names(line[: closer.start()], patterns), patterns)
        return credits
    return credits if _read_labels(line, credits, patterns) else None


def _read_labels(line: str, credits: Credits, patterns: WirePatterns) -> bool:
    labels = list(patterns.label.finditer(line))
    if not labels or labels[0].start() > 0:
        return False
    # "Penulis: Ana | Editor: Budi", and where the line ends were lost "Pewarta: Ana Editor: Budi".
    colons = labels[0][0].rstrip().endswith((":", "："))
    labels = [label for label in labels if not colons or label[0].rstrip().endswith((":", "："))]
    ends = [*(label.start() for label in labels[1:]), len(line)]
    for label, end in zip(labels, ends, strict=True):
        names = _split_names(line[label.end() : end], patterns)
        # Without a colon only names may follow: "Penulis Buku itu tinggal di Wina" is a sentence.
        if not colons and not (names and all(is_name(name) or patterns.sender(name) for name in names)):
            return False
        credits.add(patterns.label_kinds[fold(label[1])], names, patterns)
    return True


def _split_names(written: str, patterns: WirePatterns) -> list[str]:
    if patterns.sender(written) is not None:
        return [written.strip()]
    written = patterns.name_end.split(written, maxsplit=1)[0]
    names = (name.strip(" .|;,-()*") for name in patterns.joiner.split(written))
    return [name for name in names if name]


def _read_copyright(line: str, credits: Credits, patterns: WirePatterns) -> None:
    credits.copyright.append(line)
    names = re.sub(r"(?:19|20)\d\d|©|\(c\)", " ", patterns.copyright.sub(" ", line))
    owner = patterns.sender(names.strip(" .,:-|()"))
    if owner is not None:
        credits.owners.append(owner)


def read_closing_mark(text: str, start: int, end: int, language: str) -> tuple[int, Credits]:
    """Where the body `start`-`end` ends without the mark in brackets behind its last sentence, and what that says.

    "(Reuters/Ant)" names senders, "(Sari Utami)" a reporter, "(EVY)" and "(fas/tor)" are initials and name nobody.
    """
    window = max(start, end - 100)
    mark = _MARK.search(text[window:end])
    said = _read_mark(mark["inside"], language) if mark is not None and window + mark.start() > start else None
    if mark is None or said is None:
        return end, Credits()
    return window + mark.start(), said


def read_mark_line(line: str, language: str) -> Credits | None:
    """What a mark in brackets says that has the line for itself; None when `line` is none."""
    mark = _MARK_LINE.fullmatch(line.strip())
    return _read_mark(mark["inside"], language) if mark is not None else None


def _read_mark(inside: str, language: str) -> Credits | None:
    patterns, credits = compile_words(language), Credits()
    inside = inside.strip()
    senders = [patterns.sender(part) for part in re.split(r"\s?[/,-]\s?", inside)]
    known = [sender for sender in senders if sender is not None]
    if known:
        credits.senders += known
    elif is_name(inside, 4) and len(inside.split()) > 1:
        credits.reporters.append(inside)
    elif not _INITIALS.fullmatch(inside):
        return None
    return credits


def tail_start(text: str, start: int, end: int, language: str) -> int | None:
    """Where a label with a colon follows a sentence's end in the last characters of `start`-`end`; None when nowhere.

    For stories whose line ends were lost: "... kata Rudi. Pewarta: Tika Ayu Editor: Budi Santika".
    """
    patterns = compile_words(language)
    window = max(start, end - _LONGEST)
    for label in patterns.label.finditer(text, window, end):
        before = text[window : label.start()].rstrip()
        if label[0].rstrip().endswith((":", "：")) and before and before[-1] in '.!?"”)':
            return label.start()
    return None
