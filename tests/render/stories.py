"""Invented stories and their records, built by hand."""

from __future__ import annotations

from ujar.record import (
    Actor,
    Addressee,
    Article,
    Cue,
    Dateline,
    MadeBy,
    Place,
    Record,
    Region,
    Role,
    Source,
    Span,
    Statement,
    Time,
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
    """A statement from words: `source`, `head`, `cue`, `to`, and `content` (a list); the rest as they are.

    `actor` is the source's, `told` the addressee's.
    """
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
        fields["addressees"] = (Addressee(span=span(text, str(to), after), actor=fields.pop("told", None)),)  # type: ignore[arg-type]
    if isinstance(content, list):
        fields["content"] = tuple(span(text, piece, after) for piece in content)
    return Statement.model_validate(fields)


def record_of(
    text: str,
    *statements: Statement,
    actors: tuple[Actor, ...] = (),
    times: tuple[Time, ...] = (),
    places: tuple[Place, ...] = (),
    **known: object,
) -> Record:
    """The record of an article of `text`; `known` are the article's other fields."""
    article = Article.of(text, **known)
    return Record(article=article, actors=actors, times=times, places=places, statements=statements, made_by=MADE_BY)


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
            actor="a2",
            cue="melaporkan",
            content=["ombak tinggi"],
            parent="s3",
        ),
    )
    clutter, body = span(TEXT, "Baca juga: Dermaga lama ditutup"), TEXT.index("Sorong")
    return record_of(
        TEXT,
        *statements,
        actors=(Actor(id="a1", name="Rano Lubis", kind="person"), Actor(id="a2", name="Tika Sowai", kind="person")),
        title="Pelabuhan Dibuka",
        headline=span(TEXT, "Pelabuhan Dibuka"),
        dateline=Dateline(span=span(TEXT, "Sorong - "), place="Sorong"),
        agencies=("Xinhua", "ANTARA"),
        body=Region(start=body, end=len(TEXT)),
        clutter=(Region(start=clutter.start, end=clutter.end),),
    )


MEETING = """Palu, 5/2/2021 - Presiden AS dan Nurdin Baso bertemu. Kedua pria itu mengatakan jembatan siap.

"Airnya surut," kata Nurdin kepada Menlu Jepang di Palu, Kamis (4/2).

Ia berkata pipa dipasang awal April. Lima warga menunggu hari ini.
"""


def meeting() -> Record:
    """A story of whom words mean: an office, a short name, a pronoun, a group; times, one that does not fit itself."""
    actors = (
        Actor(
            id="a1",
            name="Joe Biden",
            kind="person",
            country="USA",
            roles=(Role(title="Presiden AS", span=span(MEETING, "Presiden AS")),),
            mentions=(span(MEETING, "Presiden AS"),),
            via="office",
        ),
        Actor(id="a2", name="Nurdin Baso", kind="person", mentions=_spans("Nurdin Baso", "[Nurdin] kepada", "Ia")),
        Actor(
            id="a3",
            name="Presiden AS dan Nurdin Baso",
            kind="group",
            mentions=_spans("Presiden AS dan Nurdin Baso", "Kedua pria itu"),
            members=("a1", "a2"),
        ),
        Actor(id="a4", name="Toru Hamano", kind="person", country="JPN", mentions=_spans("Menlu Jepang"), via="office"),
        Actor(id="a5", name="Jepang", kind="state", country="JPN", mentions=_spans("Jepang")),
    )
    times = (
        Time(
            id="t1", span=span(MEETING, "Kamis (4/2)"), type="DATE", value="2021-02-04", granularity="day", doubt="odd"
        ),
        Time(id="t2", span=span(MEETING, "awal April"), type="DATE", value="2021-04", granularity="month", mod="START"),
        Time(id="t3", span=span(MEETING, "hari ini"), type="DATE", value="PRESENT_REF", granularity="other"),
    )
    both = statement(MEETING, "s1", source="Kedua pria itu", actor="a3", cue="mengatakan", content=["jembatan siap"])
    short = statement(
        MEETING,
        "s2",
        source="Nurdin",
        after="kata Nurdin",
        actor="a2",
        cue="kata",
        to="Menlu Jepang",
        told="a4",
        time="t1",
        place="p1",
    )
    pronoun = statement(MEETING, "s3", source="Ia", actor="a2", cue="berkata", content=["pipa dipasang awal April"])
    return record_of(
        MEETING,
        both,
        short,
        pronoun,
        actors=actors,
        times=times,
        places=(Place(id="p1", name="Palu", span=span(MEETING, "Palu", "di Palu")),),
    )


def _spans(*words: str) -> tuple[Span, ...]:
    """Each of `words` where it stands first; "[Nurdin] kepada" is the "Nurdin" before "kepada"."""
    found = []
    for phrase in words:
        whole = span(MEETING, phrase.replace("[", "").replace("]", ""))
        first, last = phrase.find("[") + 1, phrase.find("]")
        found.append(whole if last < 0 else Span.of(MEETING, whole.start, whole.start + last - first))
    return tuple(found)
