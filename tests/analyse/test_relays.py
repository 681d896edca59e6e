"""Agencies that pass on, and documents that are cited."""

from __future__ import annotations

import pytest

from tests.analyse.handmade import words_at
from tests.drafts import make_draft
from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.known_cues import name_cues
from ujar.analyse.relays import drop_relays, nest_citations
from ujar.languages.schema import CueWords, WireWords, load_words

WORDS = load_words("id", CueWords)
WIRE = load_words("id", WireWords)


def kept(draft: Draft, *statements: FoundStatement) -> list[FoundStatement]:
    """The statements that are left of some."""
    draft.statements = list(statements)
    name_cues(draft, WORDS)
    drop_relays(draft, WORDS, WIRE)
    return draft.statements


def test_an_agency_that_passes_on_is_no_speaker() -> None:
    """ "Dinas Laut menyatakan akan membalas, lapor Xinhua." - the office speaks."""
    draft = make_draft("Dinas | Laut | menyatakan | akan | membalas | , | lapor | kantor | berita | Xinhua | .")
    content = [Stretch(3, 5)]
    office = FoundStatement(content, cue=Stretch(2, 3), source=Stretch(0, 2))
    agency = FoundStatement(content, cue=Stretch(6, 7), source=Stretch(7, 10))
    assert kept(draft, office, agency) == [office]


def test_an_agency_that_was_not_found_to_be_the_source_is_none_either() -> None:
    """The model saw the cue *lapor*, but not whose it is."""
    draft = make_draft("Dinas | Laut | menyatakan | akan | membalas | , | lapor | ANTARA | .")
    office = FoundStatement([Stretch(3, 5)], cue=Stretch(2, 3), source=Stretch(0, 2))
    assert kept(draft, office, FoundStatement([Stretch(0, 5)], cue=Stretch(6, 7))) == [office]


@pytest.mark.parametrize("relayer", ["Saudi | Press | Agency", "Kompas", "kantor | berita | Xinhua"])
def test_agencies_and_outlets_are_known_by_their_whole_names(relayer: str) -> None:
    """Of one word or several, agency or paper."""
    draft = make_draft(f"Dinas | Laut | menyatakan | siap | , | lapor | {relayer}")
    office = FoundStatement([Stretch(3, 4)], cue=Stretch(2, 3), source=Stretch(0, 2))
    agency = FoundStatement([Stretch(3, 4)], cue=Stretch(5, 6), source=Stretch(6, len(draft.tokens)))
    assert kept(draft, office, agency) == [office]


def test_an_agency_without_another_speaker_stays() -> None:
    """ "Gempa mengguncang Palu, lapor Xinhua." """
    draft = make_draft("Gempa | mengguncang | Palu | , | lapor | Xinhua")
    assert len(kept(draft, FoundStatement([Stretch(0, 3)], cue=Stretch(4, 5), source=Stretch(5, 6)))) == 1


def test_a_report_without_an_author_stays_beside_what_it_holds() -> None:
    """ "Dinas Laut dilaporkan meminta kapal." - nobody is named who reports, and that is not an agency."""
    draft = make_draft("Dinas | Laut | dilaporkan | meminta | kapal")
    report = FoundStatement([Stretch(0, 2), Stretch(3, 5)], cue=Stretch(2, 3))
    request = FoundStatement([Stretch(4, 5)], cue=Stretch(3, 4), source=Stretch(0, 2))
    assert len(kept(draft, report, request)) == 2


def test_another_paper_is_a_speaker() -> None:
    """ "Rano mundur, lapor Suara Teluk." - a name that is no agency's."""
    draft = make_draft("Rano | mengaku | mundur | , | lapor | Suara | Teluk")
    mine = FoundStatement([Stretch(2, 3)], cue=Stretch(1, 2), source=Stretch(0, 1))
    paper = FoundStatement([Stretch(0, 3)], cue=Stretch(4, 5), source=Stretch(5, 7))
    assert len(kept(draft, mine, paper)) == 2


def test_a_cited_document_lies_inside_the_speaker() -> None:
    """ "Harga naik," kata Rano mengutip data statistik. - the data is nested, though its cue stands outside."""
    draft = make_draft('" | +Harga | naik | , | +" | kata | Rano | mengutip | data | statistik')
    draft.statements = [
        FoundStatement([Stretch(0, 5)], cue=Stretch(5, 6), source=Stretch(6, 7)),
        FoundStatement([Stretch(0, 5)], cue=Stretch(7, 8), source=Stretch(8, 10)),
    ]
    name_cues(draft, WORDS)
    nest_citations(draft, WORDS)
    assert [statement.parent for statement in draft.statements] == [None, 0]


def test_a_cited_declaration_has_its_own_speaker() -> None:
    """ "..., kata Rano mengutip pernyataan Nala." - the noun is the cue, and Nala the source."""
    draft = make_draft('" | +Ya | , | +" | kata | Rano | mengutip | pernyataan | Nala')
    draft.statements = [
        FoundStatement([Stretch(0, 4)], cue=Stretch(4, 5), source=Stretch(5, 6)),
        FoundStatement([Stretch(0, 4)], cue=Stretch(6, 7), source=Stretch(7, 9), source_head=Stretch(7, 8)),
    ]
    name_cues(draft, WORDS)
    nest_citations(draft, WORDS)
    cited = draft.statements[1]
    assert (words_at(draft, cited.cue), words_at(draft, cited.source), words_at(draft, cited.source_head)) == (
        "pernyataan",
        "Nala",
        "Nala",
    )
    assert (cited.lemma, cited.parent) == ("nyata", 0)
