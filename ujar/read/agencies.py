"""The chain of agencies that a story came through, origin first: Xinhua wrote it, ANTARA passed it on."""

from __future__ import annotations

from ujar.read.byline import Credits
from ujar.read.dateline import FoundDateline
from ujar.read.patterns import Sender, compile_words

__all__ = ["agency_chain"]


def agency_chain(body: str, dateline: FoundDateline | None, credits: Credits, language: str) -> tuple[str, ...]:
    """The agencies named by byline, dateline, body ("dilansir AFP") and copyright line, each once; outlets are none.

    In "(ANTARA/AFP)" the sender stands before its source; an agency of the country itself always comes last.
    """
    patterns = compile_words(language)
    in_dateline = list(reversed(dateline.senders)) if dateline else []
    relayed = [patterns.sender(match[1]) for match in patterns.relay.finditer(body)]
    found: list[Sender | None] = [*credits.senders, *relayed, *in_dateline, *credits.owners]
    names = dict.fromkeys(sender.name for sender in found if sender is not None and sender.agency)
    home = patterns.words.home
    return (*(name for name in names if name not in home), *(name for name in names if name in home))
