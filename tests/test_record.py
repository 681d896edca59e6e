"""The contract: a record that does not fit its text can't be made."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel, ValidationError

from ujar.errors import RecordError
from ujar.record import (
    Actor,
    Addressee,
    Appearance,
    Article,
    Byline,
    Cue,
    Event,
    MadeBy,
    Place,
    Published,
    Record,
    Region,
    Source,
    Span,
    Statement,
    Time,
    check_spans,
    spans_in,
    text_digest,
)

TEXT = "Rano Lubis berkata 😀 kapalnya siap."
MADE_BY = MadeBy(ujar="test", model="none", language_data="none")


def span(words: str) -> Span:
    """The span of the words in the text."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def statement(name: str = "s1", /, **known: object) -> Statement:
    """A plain statement."""
    plain: dict[str, object] = {"id": name, "content": (span("kapalnya siap"),), "form": "indirect", "mode": "speech"}
    return Statement.model_validate({"rule": "by hand"} | plain | known)


def record(*statements: Statement, **known: object) -> Record:
    """A record of the text."""
    parts: dict[str, object] = {"article": Article.of(TEXT), "statements": statements, "made_by": MADE_BY}
    return Record.model_validate(parts | known)


def test_offsets_are_code_points() -> None:
    """What stands behind a character beyond the first plane is counted by characters, not by bytes."""
    assert (span("kapalnya").start, span("kapalnya").end) == (21, 29)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (0, 5), (4, 0)])
def test_span_of_another_length_is_refused(start: int, end: int) -> None:
    """The characters are as many as the offsets say."""
    with pytest.raises(RecordError, match="can't be"):
        Span(start=start, end=end, text="Rano")


def test_cutting_beyond_the_text_is_refused() -> None:
    """A span that ends behind the last character is no span."""
    with pytest.raises(RecordError, match="can't be"):
        Span.of(TEXT, len(TEXT) - 2, len(TEXT) + 1)


WRONG = Span(start=0, end=4, text="Sari")


@pytest.mark.parametrize(
    "known",
    [
        {"content": (WRONG,)},
        {"cue": Cue(span=WRONG)},
        {"source": Source(span=WRONG, head=WRONG)},
        {"source": Source(span=span("Rano Lubis"), head=WRONG)},
        {"addressees": (Addressee(span=WRONG),)},
    ],
)
def test_span_of_other_characters_is_refused(known: dict[str, object]) -> None:
    """Wherever in a record a span lies, its characters are those of the text."""
    with pytest.raises(RecordError, match="is not 'Sari' in the text"):
        record(statement(**known))


def test_spans_are_found_however_deep() -> None:
    """Every span of a statement is seen by the check."""
    whole = statement(
        cue=Cue(span=span("berkata")), source=Source(span=span("Rano Lubis"), head=span("Rano")), addressees=()
    )
    assert {found.text for found in spans_in(whole)} == {"kapalnya siap", "berkata", "Rano Lubis", "Rano"}
    check_spans(TEXT, whole)
    with pytest.raises(RecordError):
        check_spans(TEXT.replace("Lubis", "Lesma"), whole)


@pytest.mark.parametrize(
    "known", [{"parent": "s2"}, {"continues": "s2"}, {"refers_to": ("s1", "s2")}], ids=lambda known: next(iter(known))
)
def test_statement_that_mentions_none_is_refused(known: dict[str, object]) -> None:
    """A statement's links lead to statements of the same record."""
    with pytest.raises(RecordError, match="'s2' is mentioned but not defined"):
        record(statement(**known))
    assert record(statement(**known), statement("s2")).statements[0].id == "s1"


def test_actor_that_is_mentioned_must_be_there() -> None:
    """Sources and events name actors of the same record."""
    rano = Actor(id="a1", name="Rano Lubis", kind="person")
    spoken = statement(source=Source(span=span("Rano"), head=span("Rano"), actor="a1"))
    event = Event(
        id="e1", trigger=span("siap"), actors=("a1",), event="COOPERATE", status="actual", asserted_by="s1", rule="x"
    )
    assert record(spoken, actors=(rano,), events=(event,)).events == (event,)
    for broken in ({"events": (event,)}, {"actors": (rano,), "events": (event.model_copy(update={"via": "a9"}),)}):
        with pytest.raises(RecordError, match="mentioned but not defined"):
            record(statement(), **broken)


RANO = Actor(id="a1", name="Rano Lubis", kind="person", mentions=(span("Rano Lubis"), span("nya")))
LUBIS = Actor(id="a2", name="Lubis", kind="person", mentions=(span("Lubis"),))


def test_mention_that_two_actors_claim_is_refused() -> None:
    """Who is meant is one; a mention within another's, or of the same words elsewhere, is no such case."""
    assert record(actors=(RANO, LUBIS)).actors == (RANO, LUBIS)
    with pytest.raises(RecordError, match="'a1' and 'a2' both claim the mention 26-29"):
        record(actors=(RANO, LUBIS.model_copy(update={"mentions": (span("nya"),)})))


def test_mention_that_is_listed_twice_is_refused() -> None:
    """Whoever counts an actor's mentions counts each once."""
    with pytest.raises(RecordError, match="'a2' lists a mention twice"):
        record(actors=(RANO, LUBIS.model_copy(update={"mentions": (span("Lubis"), span("Lubis"))})))


def test_actor_that_is_its_own_member_is_refused() -> None:
    """A group is of others: whoever walks down to its members must arrive."""
    with pytest.raises(RecordError, match="'a2' is a member of itself"):
        record(actors=(RANO, LUBIS.model_copy(update={"kind": "group", "members": ("a1", "a2")})))


TIME = Time(id="t1", span=span("siap"), type="DATE", value="2024-06-04", granularity="day", doubt="no Thursday")
PLACE = Place(id="p1", name="Palu", span=span("kapalnya"), country="IDN")
EVENT = Event(id="e1", trigger=span("siap"), event="COOPERATE", status="actual", asserted_by="wire", rule="x")


@pytest.mark.parametrize(("field", "known"), [("time", {"times": (TIME,)}), ("place", {"places": (PLACE,)})])
def test_time_and_place_that_are_mentioned_must_be_there(field: str, known: dict[str, object]) -> None:
    """Statements and events name times and places of the same record."""
    name = TIME.id if field == "time" else PLACE.id
    said, done = statement(**{field: name}), EVENT.model_copy(update={field: name})
    assert record(said, events=(done,), **known).statements == (said,)
    for broken in ({"statements": (said,)}, {"events": (done,)}):
        with pytest.raises(RecordError, match=f"'{name}' is mentioned but not defined"):
            record(**broken)


def test_members_of_a_group_must_be_there() -> None:
    """A group names actors of the same record."""
    rano = Actor(id="a1", name="Rano", kind="person")
    both = Actor(id="a2", name="Rano dan Sari", kind="group", members=("a1", "a3"))
    sari = Actor(id="a3", name="Sari", kind="person")
    assert record(actors=(rano, both, sari)).actors[1].members == ("a1", "a3")
    with pytest.raises(RecordError, match="'a3' is mentioned but not defined"):
        record(actors=(rano, both))


@pytest.mark.parametrize("known", [{"times": (TIME, TIME)}, {"places": (PLACE, PLACE)}], ids=["times", "places"])
def test_id_of_two_times_or_places_is_refused(known: dict[str, object]) -> None:
    """Which of the two is meant could not be told."""
    with pytest.raises(RecordError, match="used twice"):
        record(**known)


@pytest.mark.parametrize(
    "known",
    [{"times": (TIME.model_copy(update={"span": WRONG}),)}, {"places": (PLACE.model_copy(update={"span": WRONG}),)}],
    ids=["times", "places"],
)
def test_time_and_place_of_other_characters_are_refused(known: dict[str, object]) -> None:
    """Their spans are held against the text like all others."""
    with pytest.raises(RecordError, match="is not 'Sari' in the text"):
        record(**known)


def test_actor_is_known_by_the_text_unless_said() -> None:
    """Only a person whom the table of office holders named is "office", and nothing else is known there."""
    assert Actor(id="a1", name="Rano", kind="person").via == "text"
    assert Actor(id="a1", name="Rano", kind="person", via="office").via == "office"
    with pytest.raises(ValidationError):
        Actor.model_validate({"id": "a1", "name": "Rano", "kind": "person", "via": "guess"})


@pytest.mark.parametrize("country", ["ID", "idn", "INDO", ""])
def test_country_is_alpha_3(country: str) -> None:
    """Three capitals or nothing: a missing code is never an empty one."""
    assert Place(id="p1", name="Palu", span=span("siap")).country is None
    for model, known in ((Place, {"span": span("siap")}), (Actor, {"kind": "state"})):
        with pytest.raises(ValidationError):
            model.model_validate({"id": "x1", "name": "Palu", "country": country, **known})


def test_event_is_asserted_by_the_wire_or_a_statement() -> None:
    """No event without somebody who asserts it."""
    event = Event(id="e1", trigger=span("siap"), event="COOPERATE", status="actual", asserted_by="wire", rule="x")
    assert record(events=(event,)).events[0].asserted_by == "wire"
    with pytest.raises(RecordError, match="'s7' is mentioned"):
        record(events=(event.model_copy(update={"asserted_by": "s7"}),))


def test_id_that_is_used_twice_is_refused() -> None:
    """Two statements of one id can't be told apart."""
    with pytest.raises(RecordError, match="used twice"):
        record(statement(), statement())


def test_article_is_named_by_its_text() -> None:
    """One text, one id; an article with another text's id is refused."""
    assert Article.of(TEXT).id == text_digest(TEXT) != Article.of(f"{TEXT} ").id
    assert Article.of(TEXT).body == Region(start=0, end=len(TEXT))
    with pytest.raises(RecordError, match="SHA-256"):
        Article.model_validate({"id": "0" * 64, "text": TEXT, "body": Region(start=0, end=1)})


def test_region_outside_the_text_is_refused() -> None:
    """Body and clutter lie in the text, and end behind their start."""
    for known in ({"body": Region(start=0, end=99)}, {"clutter": (Region(start=30, end=99),)}):
        with pytest.raises(RecordError, match="ends after the text"):
            Article.of(TEXT, **known)
    with pytest.raises(RecordError, match="ends before it starts"):
        Region(start=3, end=2)


@pytest.mark.parametrize("model", [Article.of(TEXT), MADE_BY, Byline(), span("Rano"), statement()])
def test_models_are_frozen_and_know_their_fields(model: BaseModel) -> None:
    """Nothing is changed after the check, and a misspelt field is an error."""
    name = next(iter(type(model).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(model, name, "x")
    with pytest.raises(ValidationError, match="misspelt"):
        type(model).model_validate(model.model_dump() | {"misspelt": 1})


@pytest.mark.parametrize("value", ["2024", "2024-03", "2024-03-12", "2024-03-12T10:05+07:00", "2024-03-12T10:05Z"])
def test_date_is_as_exact_as_is_known(value: str) -> None:
    """A year alone is a date; nothing is filled up."""
    assert Published(value=value, by="given").value == value


@pytest.mark.parametrize("value", ["", "12/3", "2024-3", "24", "2024-03-12 10:05", "2024-03-12T10", "2024²", "2024\n"])
def test_date_of_another_form_is_refused(value: str) -> None:
    """ISO 8601 or nothing."""
    with pytest.raises(RecordError, match=f"^{re.escape(repr(value))} is no ISO 8601 date"):
        Published(value=value, by="given")


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "2023-02-29", "0000", "2024-03-12T25:00"])
def test_date_that_no_calendar_has_is_refused(value: str) -> None:
    """The form alone makes no date."""
    with pytest.raises(RecordError, match="is no ISO 8601 date"):
        Published(value=value, by="given")


def test_what_does_not_fit_is_ours_and_a_wrong_type_is_not() -> None:
    """Offsets that do not fit are a RecordError, from JSON too; a field of another type is pydantic's error."""
    with pytest.raises(RecordError):
        Span.model_validate_json('{"start": 0, "end": 5, "text": "abc"}')
    with pytest.raises(RecordError):
        Article.of("abc", body=Region(start=0, end=9))
    with pytest.raises(ValidationError):
        Span.model_validate_json('{"start": "x", "end": 5, "text": "abc"}')
    with pytest.raises(ValidationError):
        Published.model_validate({"value": 2024, "by": "given"})


def test_appearance_of_another_article_is_refused() -> None:
    """A record says of its own text only where it was seen."""
    seen = Appearance(article=text_digest(TEXT), origin="a.txt", digest="0")
    assert record(appearances=(seen,)).appearances == (seen,)
    with pytest.raises(RecordError, match="another article"):
        record(appearances=(seen.model_copy(update={"article": "0"}),))


def test_record_outlives_json() -> None:
    """A record that was written and read again is the same."""
    said = statement(source=Source(span=span("Rano"), head=span("Rano"), actor="a1"), time="t1", place="p1")
    rano = Actor(id="a1", name="Rano Lubis", kind="person", mentions=(span("Rano"),), via="office")
    whole = record(said, statement("s2", parent="s1"), actors=(rano,), times=(TIME,), places=(PLACE,))
    assert Record.model_validate_json(whole.model_dump_json()) == whole


def test_changed_json_is_refused() -> None:
    """A record whose text was edited no longer fits its spans."""
    written = record(statement()).model_dump_json()
    with pytest.raises(RecordError):
        Record.model_validate_json(written.replace("kapalnya", "perahunya", 1))
