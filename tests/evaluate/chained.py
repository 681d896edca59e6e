"""Gold chains by hand: a text in which `[1 words]` is a mention of chain 1, nested where need be."""

import re

from ujar.evaluate.chains import ChainText
from ujar.record import Actor, Article, MadeBy, Record, Span, Statement

MARK = re.compile(r"\[(\w+) |\]")


def unmark(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text without its marks, and the extents of each chain."""
    text, at, open_marks, chains = "", 0, [], {}
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            open_marks.append((match[1], len(text)))
        else:
            name, start = open_marks.pop()
            chains.setdefault(name, []).append((start, len(text)))
    assert not open_marks
    return text + marked[at:], {name: sorted(extents) for name, extents in sorted(chains.items())}


def chained(marked: str, **known: object) -> ChainText:
    """The gold of a marked text; each chain bears the name it is marked with."""
    text, chains = unmark(marked)
    return ChainText("t", text, tuple(map(tuple, chains.values())), names=tuple(chains), **known)


def recorded(marked: str, *statements: Statement) -> Record:
    """The record of a marked text: an actor for each chain, its id the chain's name."""
    text, chains = unmark(marked)
    actors = tuple(
        Actor(id=name, name=f"name of {name}", kind="person", mentions=tuple(Span.of(text, *m) for m in extents))
        for name, extents in chains.items()
    )
    made_by = MadeBy(ujar="test", model="by hand", language_data="none")
    return Record(article=Article.of(text), actors=actors, statements=statements, made_by=made_by)
