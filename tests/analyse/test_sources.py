"""Who is meant by the sources and addressees."""

from __future__ import annotations

import pytest

from tests.analyse.cast import add_actor, add_mention, add_statement, make_story
from ujar.analyse.draft import Draft, FoundStatement
from ujar.analyse.sources import name_sources
from ujar.record import ActorKind, SourceKind


def named(draft: Draft) -> FoundStatement:
    """The first statement with its actors."""
    name_sources(draft)
    return draft.statements[0]


def test_source_is_the_actor_of_its_head() -> None:
    """ "Menlu Peru Rano" is Rano, though Peru stands in the phrase too."""
    draft = make_story("Menlu | Peru | Rano | berkata | siap")
    add_statement(draft, "Menlu Peru Rano", "berkata", "siap", head="Rano")
    add_actor(draft, add_mention(draft, "Peru", kind="state"))
    add_actor(draft, add_mention(draft, "Peru Rano", "Rano"))
    found = named(draft)
    assert (found.source_actor, found.source_kind) == (1, "person")


def test_source_that_is_a_mention_is_its_actor() -> None:
    """ "Rano dan Sari" is the group, whatever its head."""
    draft = make_story("Rano | dan | Sari | berkata | siap")
    add_statement(draft, "Rano dan Sari", "berkata", "siap", head="Rano")
    add_actor(draft, add_mention(draft, "Rano dan Sari", type="nominal", kind="group", plural=True))
    add_actor(draft, add_mention(draft, "Rano"))
    found = named(draft)
    assert (found.source_actor, found.source_kind) == (0, "group")


def test_source_that_nobody_is_stays_unknown() -> None:
    """Its head is no mention: no actor, no kind, though a name stands in the phrase."""
    draft = make_story("kerabat | Rano | berkata | siap")
    add_statement(draft, "kerabat Rano", "berkata", "siap", head="kerabat")
    add_actor(draft, add_mention(draft, "Rano"))
    found = named(draft)
    assert (found.source_actor, found.source_kind) == (None, "unknown")


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("state", "organisation"), ("government", "organisation"), ("media", "organisation"), ("other", "unknown")],
)
def test_kind_of_a_source_is_that_of_its_actor(kind: ActorKind, wanted: SourceKind) -> None:
    """States and bodies are organisations; of an actor of no known kind nothing is said."""
    draft = make_story("Anugerah | berkata | siap")
    add_statement(draft, "Anugerah", "berkata", "siap")
    add_actor(draft, add_mention(draft, "Anugerah", kind=kind))
    assert named(draft).source_kind == wanted


def test_document_is_its_author_s() -> None:
    """ "laporan Komisi Pengawas" speaks for the commission, and is a document."""
    draft = make_story("laporan | Komisi | Pengawas | menyebutkan | banjir")
    add_statement(draft, "laporan Komisi Pengawas", "menyebutkan", "banjir", head="laporan")
    add_actor(draft, add_mention(draft, "laporan Komisi Pengawas", "laporan", type="nominal", kind="document"))
    add_actor(draft, add_mention(draft, "Komisi Pengawas", kind="igo"))
    found = named(draft)
    assert (found.source_actor, found.source_kind) == (1, "document")


def test_document_of_nobody_is_an_actor_itself() -> None:
    """ "laporan itu" has no author in its words."""
    draft = make_story("laporan | itu | menyebutkan | banjir")
    add_statement(draft, "laporan itu", "menyebutkan", "banjir", head="laporan")
    add_actor(draft, add_mention(draft, "laporan itu", "laporan", type="nominal", kind="document"))
    found = named(draft)
    assert (found.source_actor, found.source_kind) == (0, "document")


def test_addressees_get_their_actors_in_order() -> None:
    """One for each, None for whom the story does not know, and none where the phrase holds two people."""
    draft = make_story("Rano | memberi | tahu | adik | Sari | , | hadirin | , | Budi | dan | Dewi | siap")
    add_statement(draft, "Rano", "memberi", "siap", to=("adik Sari", "hadirin", "Budi dan Dewi"))
    for name in ("Rano", "Sari", "Budi", "Dewi"):
        add_actor(draft, add_mention(draft, name))
    assert named(draft).addressee_actors == [1, None, None]


def test_statement_without_a_source_has_no_actor() -> None:
    """An uncued quotation is nobody's as far as this stage knows."""
    draft = make_story("Kapal | siap")
    add_statement(draft, None, None, "Kapal siap")
    assert named(draft).source_actor is None
