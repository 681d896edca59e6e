"""From the finished draft to the record: offsets are made here and nowhere else."""

from __future__ import annotations

import pytest

from tests.drafts import make_draft
from ujar.analyse.draft import Draft, FoundActor, FoundPlace, FoundStatement, FoundTime, Mention, Stretch
from ujar.analyse.finish import finish
from ujar.errors import RecordError
from ujar.record import Article, MadeBy, spans_in

MADE_BY = MadeBy(ujar="test", model="none", language_data="none")


def test_spans_are_cut_from_the_text() -> None:
    """Every part runs from the first to the last character of its words; a clitic is cut out of its word."""
    draft = make_draft('" | +Kami | siap | , | +" | ujar | nya | kepada | wartawan | .')
    draft.statements = [
        FoundStatement(
            content=[Stretch(0, 5)],
            cue=Stretch(5, 6),
            source=Stretch(6, 7),
            addressees=[Stretch(8, 9)],
            form="direct",
        )
    ]
    record = finish(draft, MADE_BY)
    (statement,) = record.statements
    assert record.article.text == '"Kami siap," ujarnya kepada wartawan.'
    assert [span.text for span in spans_in(statement)] == ["nya", "nya", "ujar", '"Kami siap,"', "wartawan"]
    assert statement.content[0].start == 0
    assert statement.source is not None
    assert statement.source.span.start == len('"Kami siap," ujar')


def test_offsets_are_code_points() -> None:
    """A character beyond the first plane counts as one."""
    draft = make_draft("\U0001f600 | Rano | berkata | siap")
    draft.statements = [FoundStatement(content=[Stretch(3, 4)], cue=Stretch(2, 3), source=Stretch(1, 2))]
    source = finish(draft, MADE_BY).statements[0].source
    assert source is not None
    assert (source.span.start, source.span.end, source.span.text) == (2, 6, "Rano")


def test_head_is_the_whole_source_where_none_was_found() -> None:
    """A source without a head is its own head; one with a head keeps it."""
    draft = make_draft("Menteri | Rano | berkata | siap")
    plain = FoundStatement(content=[Stretch(3, 4)], cue=Stretch(2, 3), source=Stretch(0, 2))
    headed = FoundStatement(content=[Stretch(3, 4)], source=Stretch(0, 2), source_head=Stretch(1, 2))
    draft.statements = [plain, headed]
    heads = [statement.source.head.text for statement in finish(draft, MADE_BY).statements if statement.source]
    assert heads == ["Menteri Rano", "Rano"]


def test_places_become_ids() -> None:
    """Ids count from s1 in the order of the draft; parent, continues and refers_to follow."""
    draft = make_draft("satu | dua | tiga")
    draft.statements = [
        FoundStatement(content=[Stretch(0, 1)]),
        FoundStatement(content=[Stretch(1, 2)], parent=0),
        FoundStatement(content=[Stretch(2, 3)], continues=0, refers_to=[0, 1]),
    ]
    statements = finish(draft, MADE_BY).statements
    assert [statement.id for statement in statements] == ["s1", "s2", "s3"]
    assert [statement.parent for statement in statements] == [None, "s1", None]
    assert (statements[2].continues, statements[2].refers_to) == ("s1", ("s1", "s2"))


def test_every_field_is_handed_over() -> None:
    """Form, mode, polarity, unit, rule, score and what was mended stand in the record as in the draft."""
    draft = make_draft("satu | dua")
    draft.statements = [
        FoundStatement(
            content=[Stretch(0, 1), Stretch(1, 2)],
            form="mixed",
            mode="directive",
            polarity="denied",
            headline=True,
            repaired=["closing mark"],
            rule="a rule",
            score=0.98765,
        )
    ]
    (found,) = finish(draft, MADE_BY).statements
    assert (found.form, found.mode, found.polarity, found.unit) == ("mixed", "directive", "denied", "headline")
    assert (found.repaired, found.rule, found.score) == (("closing mark",), "a rule", 0.988)
    assert [piece.text for piece in found.content] == ["satu", "dua"]
    assert found.cue is None
    assert found.source is None


def cast() -> Draft:
    """A story of Rano and the two together, a day and a place, and a statement that names them all."""
    draft = make_draft("Menteri | Rano | dan | Sari | berkata | kepada | Budi | di | Palu | Selasa | siap")
    names = [Mention(Stretch(at, at + 1), Stretch(at, at + 1), "name", "person") for at in (1, 3)]
    both = Mention(Stretch(1, 4), Stretch(1, 4), "nominal", "group", plural=True)
    draft.mentions = [*names, both]
    draft.actors = [
        FoundActor("Rano", "person", "IDN", [0], roles=[Stretch(0, 1)], wikidata="Q7", via="office"),
        FoundActor("Sari", "person", None, [1]),
        FoundActor("Rano dan Sari", "group", None, [2], members=[0, 1]),
    ]
    draft.times = [FoundTime(Stretch(9, 10), "DATE", "2024-06-04", "day", "APPROX", "no Tuesday")]
    draft.places = [FoundPlace(Stretch(8, 9), "Palu", "IDN")]
    said = FoundStatement(content=[Stretch(10, 11)], cue=Stretch(4, 5), source=Stretch(1, 4), time=0, place=0)
    said.addressees, said.addressee_actors = [Stretch(6, 7), Stretch(3, 4)], [None, 1]
    said.source_actor, said.source_kind = 2, "group"
    draft.statements = [said]
    return draft


def test_actors_are_handed_over() -> None:
    """Ids from a1 on, members by id, mentions and roles cut from the text, and how the name is known."""
    rano, sari, both = finish(cast(), MADE_BY).actors
    assert (rano.id, sari.id, both.id) == ("a1", "a2", "a3")
    assert both.members == ("a1", "a2")
    assert [span.text for span in both.mentions] == ["Rano dan Sari"]
    assert [(role.title, role.span.start) for role in rano.roles] == [("Menteri", 0)]
    assert (rano.name, rano.kind, rano.country, rano.wikidata, rano.via) == ("Rano", "person", "IDN", "Q7", "office")
    assert (sari.country, sari.wikidata, sari.via) == (None, None, "text")


def test_times_and_places_are_handed_over() -> None:
    """Each with its id, its span and all that was found of it."""
    record = finish(cast(), MADE_BY)
    (time,), (place,) = record.times, record.places
    assert (time.id, time.span.text, time.type, time.value) == ("t1", "Selasa", "DATE", "2024-06-04")
    assert (time.granularity, time.mod, time.doubt) == ("day", "APPROX", "no Tuesday")
    assert (place.id, place.name, place.span.text, place.country) == ("p1", "Palu", "Palu", "IDN")


def test_statement_names_its_actors_time_and_place() -> None:
    """Source, addressees and setting by id; an addressee whom nobody knows has no actor."""
    (said,) = finish(cast(), MADE_BY).statements
    assert said.source is not None
    assert (said.source.actor, said.source.kind) == ("a3", "group")
    assert [(told.span.text, told.actor) for told in said.addressees] == [("Budi", None), ("Sari", "a2")]
    assert (said.time, said.place) == ("t1", "p1")


def test_statement_without_actors_names_none() -> None:
    """Addressees of a draft whose actors nobody looked for stand without one."""
    draft = make_draft("Rano | berkata | kepada | Budi | siap")
    draft.statements = [FoundStatement(content=[Stretch(4, 5)], source=Stretch(0, 1), addressees=[Stretch(3, 4)])]
    (said,) = finish(draft, MADE_BY).statements
    assert said.source is not None
    assert (said.source.actor, said.source.kind) == (None, "unknown")
    assert [told.actor for told in said.addressees] == [None]
    assert (said.time, said.place) == (None, None)


def test_weight_above_one_is_one() -> None:
    """Summed float32 weights may come out a hair above one; the record takes none such."""
    draft = make_draft("satu")
    draft.statements = [FoundStatement(content=[Stretch(0, 1)], score=1.001)]
    assert finish(draft, MADE_BY).statements[0].score == 1.0


def test_empty_draft_gives_an_empty_record() -> None:
    """An article of nothing has a record all the same."""
    record = finish(Draft(Article.of("")), MADE_BY)
    assert record.statements == ()
    assert record.made_by == MADE_BY


def test_statement_that_mentions_none_is_refused() -> None:
    """A parent that is not there never gets into a record."""
    draft = make_draft("satu")
    draft.statements = [FoundStatement(content=[Stretch(0, 1)], parent=4)]
    with pytest.raises(RecordError, match="'s5' is mentioned but not defined"):
        finish(draft, MADE_BY)
