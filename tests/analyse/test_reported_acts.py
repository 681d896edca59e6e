"""Statements that a noun names inside another's content."""

from __future__ import annotations

from tests.analyse.cast import CUES, add_statement, find, make_story
from ujar.analyse.draft import Draft, FoundStatement
from ujar.analyse.reported_acts import add_reported_acts

PRAISED = "Rano PROPN nsubj 2 | memuji VERB root 0 | pernyataan NOUN obj 2 | Peru PROPN nmod 3 | soal ADP case 6"
CONTENT = "pernyataan Peru soal tarif"


def praising(draft: Draft) -> FoundStatement:
    """Rano's praise of what Peru stated."""
    found = add_statement(draft, "Rano", "memuji", CONTENT)
    found.mode = "attitude"
    return found


def test_noun_of_speaking_names_a_statement_of_its_own() -> None:
    """ "memuji pernyataan Peru soal tarif": Peru has stated something about tariffs."""
    draft = make_story(f"{PRAISED} | tarif NOUN nmod 3", places=("Peru",))
    praising(draft)
    add_reported_acts(draft, CUES)
    assert [found.cue for found in draft.statements] == [find(draft, "memuji"), find(draft, "pernyataan")]
    assert (draft.statements[1].source, draft.statements[1].content) == (find(draft, "Peru"), [find(draft, "tarif")])


def test_act_stands_right_behind_the_statement_that_holds_it() -> None:
    """Of two statements that are equal each is followed by its own: the second's is not put behind the first."""
    draft = make_story(f"{PRAISED} | tarif NOUN nmod 3", places=("Peru",))
    first, second = praising(draft), praising(draft)
    assert first == second
    add_reported_acts(draft, CUES)
    assert draft.statements[0] is first
    assert draft.statements[2] is second
    assert [found.rule for found in draft.statements[1::2]] == ["cue.reported-noun"] * 2
