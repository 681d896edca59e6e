"""Gold by hand: statements whose parts are given as words of the text."""

from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText


def place(text: str, words: str | None) -> Extent | None:
    """Where `words` stand in the text for the first time; None of None."""
    return None if words is None else (text.index(words), text.index(words) + len(words))


def places(text: str, *pieces: str) -> tuple[Extent, ...]:
    """Where each of the pieces stands in the text."""
    return tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


def said(
    text: str,
    *content: str,
    cue: str | None = None,
    source: str | None = None,
    head: str | None = None,
    to: tuple[str, ...] = (),
    id: str = "s1",
    form: str = "indirect",
    mode: str = "speech",
    polarity: str = "asserted",
    parent: str | None = None,
    continues: str | None = None,
    unit: str = "body",
) -> JudgedStatement:
    """A statement in `text`."""
    return JudgedStatement(
        id=id,
        content=places(text, *content),
        cue=place(text, cue),
        source=place(text, source),
        source_head=place(text, head or source),
        addressees=places(text, *to),
        form=form,
        mode=mode,
        polarity=polarity,
        parent=parent,
        continues=continues,
        unit=unit,
    )


def judge(text: str, *statements: JudgedStatement, id: str = "t1") -> list[JudgedText]:
    """One text with its statements, as the scorer takes it."""
    return [JudgedText(id, text, statements)]
