"""Invented stories and their records, built by hand."""

from __future__ import annotations

from ujar.record import (
    Actor,
    Addressee,
    Article,
    Cue,
    Dateline,
    MadeBy,
    Record,
    Region,
    Source,
    Span,
    Statement,
)

MADE_BY = MadeBy(ujar="0", model="none", language_data="none")
TEXT = """Pelabuhan Dibuka

Sorong - "Dermaga itu siap," kata Wali Kota Rano Lubis kepada wartawan. "Kapal boleh sandar."

Baca juga: Dermaga lama ditutup

"Airnya cukup dalam."

Ia mengatakan bahwa nakhoda Tika Sowai melaporkan ombak tinggi.
"""


def span(text: str, words: str, after: str = "") -> Span:
    """The first `words` at or behind the first `after`."""
    start = text.index(words, text.index(after))
    return Span.of(text, start, start + len(words))


def statement(text: str, name: str, *, after: str = "", **parts: object) -> Statement:
    """A statement from words: `source`, `head`, `cue`, `to`, and `content` (a list); the rest as they are."""
    source, head, cue, to, content = (parts.pop(key, None) for key in ("source", "head", "cue", "to", "content"))
    fields: dict[str, object] = {"form": "indirect", "mode": "speech", "rule": "model", **parts, "id": name}
    if source:
        whole = span(text, str(source), after)
        inner = span(whole.text, str(head or source))
        head_span = Span.of(text, whole.start + inner.start, whole.start + inner.end)
        fields["source"] = Source(span=whole, head=head_span, actor=fields.pop("actor", None))  # type: ignore[arg-type]
    if cue:
        fields["cue"] = Cue(span=span(text, str(cue), after))
    if to:
        fields["addressees"] = (Addressee(span=span(text, str(to), after)),)
    if isinstance(content, list):
        fields["content"] = tuple(span(text, piece, after) for piece in content)
    return Statement.model_validate(fields)


def record_of(text: str, *statements: Statement, actors: tuple[Actor, ...] = (), **known: object) -> Record:
    """The record of an article of `text`; `known` are the article's other fields."""
    return Record(article=Article.of(text, **known), actors=actors, statements=statements, made_by=MADE_BY)


def harbour() -> Record:
    """The story above: a statement in two pieces, one that carries it on, one inside another, one that points back."""
    statements = (
        statement(
            TEXT,
            "s1",
            source="Wali Kota Rano Lubis",
            head="Rano Lubis",
            actor="a1",
            cue="kata",
            to="wartawan",
            content=['"Dermaga itu siap,"', '"Kapal boleh sandar."'],
            form="direct",
        ),
        statement(
            TEXT,
            "s2",
            content=['"Airnya cukup dalam."'],
            form="direct",
            continues="s1",
            repaired=("closing mark",),
        ),
        statement(
            TEXT,
            "s3",
            source="Ia",
            cue="mengatakan",
            content=["bahwa nakhoda Tika Sowai melaporkan ombak tinggi"],
            polarity="denied",
            refers_to=("s1",),
        ),
        statement(
            TEXT,
            "s4",
            source="nakhoda Tika Sowai",
            head="Tika Sowai",
            cue="melaporkan",
            content=["ombak tinggi"],
            parent="s3",
        ),
    )
    clutter, body = span(TEXT, "Baca juga: Dermaga lama ditutup"), TEXT.index("Sorong")
    return record_of(
        TEXT,
        *statements,
        actors=(Actor(id="a1", name="Rano Lubis", kind="person"),),
        title="Pelabuhan Dibuka",
        headline=span(TEXT, "Pelabuhan Dibuka"),
        dateline=Dateline(span=span(TEXT, "Sorong - "), place="Sorong"),
        agencies=("Xinhua", "ANTARA"),
        body=Region(start=body, end=len(TEXT)),
        clutter=(Region(start=clutter.start, end=clutter.end),),
    )
