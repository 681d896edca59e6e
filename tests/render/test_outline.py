"""The order of statements, and who speaks."""

from __future__ import annotations

import pytest

from tests.render.stories import TEXT, harbour, record_of, statement
from ujar.record import Record, Statement
from ujar.render.outline import outline
from ujar.render.phrases import count_statements
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
    assert speakers(record) == {"s1": (0, "no name given"), "s2": (0, "no name given")}


def test_long_chain_has_the_speaker_of_its_first_link() -> None:
    """A statement carried on many times keeps its speaker, whatever the order of the statements."""
    first = statement(TEXT, "s0", source="nakhoda Tika Sowai", head="Tika Sowai", cue="melaporkan")
    links = [bare(f"s{number}", continues=f"s{number - 1}") for number in range(1, 3000)]
    for statements in ((first, *links), (*links[::-1], first)):
        assert set(speakers(record_of(TEXT, *statements)).values()) == {(1, "Tika Sowai")}


@pytest.mark.parametrize(("language", "number"), [("id", 0), ("en", 1), ("xx", 1)])
def test_pronoun_names_nobody_in_its_language(language: str, number: int) -> None:
    """ "Ia" has no speaker of its own in Indonesian; a language without a list has no pronouns, and still a page."""
    said = statement(TEXT, "s1", source="Ia", cue="mengatakan")
    assert speakers(record_of(TEXT, said, language=language))["s1"][0] == number


def test_visible_keeps_plain_words() -> None:
    """Letters of every script, line ends and joiners stay; what steers a terminal is a sign, a tab a blank."""
    assert visible("Rp5 – «é» 周\nم\u200cی") == "Rp5 – «é» 周\nم\u200cی"
    assert visible("a\x1b[1m\r\u202eb\tc\u00a0d\u2028e\u00adf") == "a\ufffd[1m\ufffd\ufffdb c d ef"
    assert one_line(" a\r\n\x0bb\x1f ") == "a b"


def test_sources_are_counted_only_where_actors_are_known() -> None:
    """By words alone "Rano Lubis" and "Rano" would be two sources: without actors only statements are counted."""
    assert count_statements(outline(harbour())) == "4 statements from 2 named sources"
    nobody = record_of(TEXT, statement(TEXT, "s1", source="nakhoda Tika Sowai", head="Tika Sowai", cue="melaporkan"))
    assert count_statements(outline(nobody)) == "1 statement"
