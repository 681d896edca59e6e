"""The order of statements, and who speaks."""

from __future__ import annotations

import pytest

from tests.render.stories import TEXT, harbour, meeting, record_of, span, statement
from ujar.record import Actor, Record, Statement, Time
from ujar.render.cast import is_said_by, order_actors
from ujar.render.outline import Named, numbers_of, outline
from ujar.render.phrases import count_statements, time_value
from ujar.render.plain import one_line, visible


def bare(name: str, **bonds: str) -> Statement:
    return Statement.model_validate({"id": name, "form": "direct", "mode": "speech", "rule": "r", **bonds})


def speakers(record: Record) -> dict[str, tuple[int, str]]:
    return {entry.statement.id: (entry.speaker.number, entry.speaker.name) for entry in outline(record)}


def test_outline_follows_the_text() -> None:
    """Statements stand in the order of the text whatever their order in the record, inner ones below theirs."""
    record = harbour()
    turned = record.model_copy(update={"statements": record.statements[::-1]})
    placed = [(entry.statement.id, entry.depth, entry.line) for entry in outline(turned)]
    assert placed == [("s1", 0, 3), ("s2", 0, 7), ("s3", 0, 9), ("s4", 1, 9)]


def test_ring_of_parents_is_shown_once() -> None:
    """Statements that are each other's parents, or carry each other on, are each shown once, by nobody."""
    record = record_of(TEXT, bare("s1", parent="s2", continues="s2"), bare("s2", parent="s1", continues="s1"))
    assert [(entry.statement.id, entry.depth) for entry in outline(record)] == [("s1", 0), ("s2", 1)]
    assert speakers(record) == {"s1": (0, "source not known"), "s2": (0, "source not known")}


def test_long_chain_has_the_speaker_of_its_first_link() -> None:
    """A statement carried on many times keeps its speaker, whatever the order of the statements."""
    actor = Actor(id="a1", name="Tika Sowai", kind="person")
    first = statement(TEXT, "s0", source="nakhoda Tika Sowai", head="Tika Sowai", actor="a1", cue="melaporkan")
    links = [bare(f"s{number}", continues=f"s{number - 1}") for number in range(1, 3000)]
    for statements in ((first, *links), (*links[::-1], first)):
        assert set(speakers(record_of(TEXT, *statements, actors=(actor,))).values()) == {(1, "Tika Sowai")}


def test_source_without_an_actor_is_not_known() -> None:
    """A pronoun that leads to nobody has no speaker, whatever its words."""
    assert speakers(record_of(TEXT, statement(TEXT, "s1", source="Ia", cue="mengatakan")))["s1"][0] == 0


def test_words_say_whom_they_mean_only_where_they_hold_the_name() -> None:
    """A short name, a pronoun, a group and an office lead to the name, "ia" of nobody to "?"; no name is said twice."""
    assert [entry.source for entry in outline(meeting())] == [
        Named("Kedua pria itu", "Joe Biden (by office), Nurdin Baso"),
        Named("Nurdin", "Nurdin Baso"),
        Named("Ia", "Nurdin Baso"),
    ]
    assert outline(meeting())[1].told == (Named("Menlu Jepang", "Toru Hamano (by office)"),)
    assert [entry.source.meant for entry in outline(harbour()) if entry.source] == [None, "?", None]


@pytest.mark.parametrize(
    ("words", "meant", "held"),
    [
        ("Menlu Rano Lubis", "Rano Lubis", True),
        ("kasus AS", "AS", True),
        ("kasus", "AS", False),
        ("AS, Iran", "Iran, AS", True),
    ],
)
def test_name_is_held_as_whole_words(words: str, meant: str, held: bool) -> None:
    """ "AS" stands in "kasus AS", not in "kasus"; of several names each has to be there."""
    assert is_said_by(words, meant) is held


def test_actors_are_shown_by_what_they_do() -> None:
    """Speakers come first, in their order; then who is told or named twice; one who is named once is only counted."""
    record = meeting()
    shown, others = order_actors(record.actors, record.statements, numbers_of(outline(record)))
    assert [actor.id for actor in shown] == ["a3", "a2", "a4"]
    assert [actor.id for actor in others] == ["a1", "a5"]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"value": "2021-04", "granularity": "month"}, "2021-04"),
        ({"value": "2021-04", "granularity": "month", "mod": "START"}, "start of 2021-04"),
        ({"value": "2021-W05", "granularity": "week"}, "2021-W05 (week)"),
        ({"value": "P3W", "granularity": "week", "type": "DURATION"}, "P3W (duration)"),
        ({"value": "XXXX-WXX-1", "granularity": "day", "type": "SET"}, "XXXX-WXX-1 (set)"),
        ({"value": "XXXX-11-19", "granularity": "day"}, "XXXX-11-19 (year unknown)"),
        ({"value": "2021-02-04", "granularity": "day", "doubt": "odd"}, "2021-02-04 (doubtful: odd)"),
    ],
)
def test_time_value_says_what_it_does_not_show(fields: dict[str, str], shown: str) -> None:
    """A modifier, a unit that the value hides, a part that is unknown and a doubt are said in words."""
    time = Time.model_validate({"id": "t1", "span": span(TEXT, "Ia"), "type": "DATE", **fields})
    assert time_value(time) == shown


def test_visible_keeps_plain_words() -> None:
    """Letters of every script, line ends and joiners stay; what steers a terminal is a sign, a tab a blank."""
    assert visible("Rp5 – «é» 周\nم\u200cی") == "Rp5 – «é» 周\nم\u200cی"
    assert visible("a\x1b[1m\r\u202eb\tc\u00a0d\u2028e\u00adf") == "a\ufffd[1m\ufffd\ufffdb c d ef"
    assert one_line(" a\r\n\x0bb\x1f ") == "a b"


def test_sources_are_counted_only_where_actors_are_known() -> None:
    """By words alone "Rano Lubis" and "Rano" would be two sources: without actors only statements are counted."""
    assert count_statements(outline(harbour())) == "4 statements from 2 known sources"
    nobody = record_of(TEXT, statement(TEXT, "s1", source="nakhoda Tika Sowai", head="Tika Sowai", cue="melaporkan"))
    assert count_statements(outline(nobody)) == "1 statement"
