"""What was mended is told."""

from __future__ import annotations

from ujar.analyse.draft import FoundStatement, Stretch
from ujar.analyse.prepare import prepare
from ujar.analyse.repairs import note_repairs
from ujar.record import Article


def test_note_repairs_names_the_missing_mark() -> None:
    """ "Kami menolak, kata Rano. - the statement says that its closing mark is missing; its neighbour says nothing."""
    draft = prepare(Article.of('"Kami menolak tuduhan itu, kata Rano. Hujan turun, kata Dewi.'))
    (quotation,) = draft.quotations
    draft.statements = [
        FoundStatement(content=[quotation.tokens]),
        FoundStatement(content=[Stretch(quotation.tokens.last + 3, quotation.tokens.last + 5)]),
    ]
    note_repairs(draft)
    assert [statement.repaired for statement in draft.statements] == [["closing mark"], []]
