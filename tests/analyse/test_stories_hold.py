"""The record's promises, kept on whole stories: those with marked chains, of which the rules were not made up here."""

from __future__ import annotations

import pytest

from training.chains import CHAINS, read_marked
from ujar.analyse import Analyser
from ujar.record import Article, Record


@pytest.mark.parametrize("name", ["satu.txt", "enam.txt"])
def test_every_story_gives_a_record_that_holds(analyser: Analyser, name: str) -> None:
    """Building it checks spans, ids, members and that no mention has two actors; reading it again checks the same."""
    texts = list(read_marked(CHAINS / name))
    records = list(analyser.analyse_many(Article.of(text.text) for text in texts))
    assert [Record.model_validate_json(record.model_dump_json()) for record in records] == records
    assert all(any(len(actor.mentions) > 1 for actor in record.actors) for record in records)
