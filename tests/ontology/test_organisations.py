"""The facts of organisations, and what is refused of a bad file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from ujar.ontology import organisations as module
from ujar.ontology.organisations import OrganisationKind, organisation, organisations
from ujar.record import ActorKind

SIZES = {
    "UN": 193,
    "ASEAN": 11,
    "EU": 27,
    "NATO": 32,
    "OIC": 57,
    "ARAB_LEAGUE": 22,
    "GCC": 6,
    "AU": 55,
    "BRICS": 10,
    "SCO": 10,
    "G7": 7,
    "G20": 19,
    "APEC": 21,
    "OECD": 38,
    "OSCE": 57,
    "COUNCIL_OF_EUROPE": 46,
    "COMMONWEALTH": 56,
}
NO_MEMBERS_OF_THE_UN = {"COK", "ESH", "HKG", "NCL", "NIU", "PSE", "PYF", "TWN", "VAT"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small file of facts in the place of ours."""
    path = tmp_path / "organisations.toml"
    path.write_text(
        "[igo]\nLAKE = { name = 'Lake League' }\n[government]\n[party]\n[armed_group]\n[media]\n[company]\n[other]\n"
        "[members]\nLAKE = ['PER', 'BOL']\n[joined]\nLAKE = { BOL = 2010 }\n[left]\nLAKE = { CHL = 2005 }\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "FILE", path)
    organisations.cache_clear()
    yield path
    organisations.cache_clear()


def test_organisations_of_a_kind_are_kinds_of_actors() -> None:
    """The kinds are those that an actor of the record may have, and each of them has organisations."""
    assert set(get_args(OrganisationKind)) <= set(get_args(ActorKind))
    assert {one.kind for one in organisations().values()} == set(get_args(OrganisationKind))


def test_members_are_states_by_their_alpha_3_codes() -> None:
    """A member is one of the 193 states of the UN, or one of the few that are members of others only."""
    states = set(organisation("UN").members) | NO_MEMBERS_OF_THE_UN
    for one in organisations().values():
        assert set(one.members) <= states, one.id
        assert {state for state, _ in (*one.joined, *one.left)} <= states, one.id


@pytest.mark.parametrize(("identifier", "size"), SIZES.items())
def test_organisation_has_as_many_members_as_it_says(identifier: str, size: int) -> None:
    """The number of members is the one that the organisation gave at the end of 2025."""
    assert len(organisation(identifier).members) == size


def test_countries_of_organisations_are_codes_of_countries() -> None:
    """Whatever belongs to a country names a state of the UN or one of the few others."""
    known = set(organisation("UN").members) | NO_MEMBERS_OF_THE_UN
    assert {one.country for one in organisations().values() if one.country} <= known


def test_wikidata_ids_are_of_one_organisation_each() -> None:
    """No id stands twice."""
    ids = [one.wikidata for one in organisations().values() if one.wikidata]
    assert len(ids) > 60
    assert len(set(ids)) == len(ids)


def test_members_in_a_year_are_those_of_that_year() -> None:
    """The United Kingdom was in the EU in 2020 and not in 2021; Finland in NATO from 2023."""
    union, pact = organisation("EU"), organisation("NATO")
    assert "GBR" in union.members_in(2020)
    assert "GBR" not in union.members_in(2021)
    assert len(union.members_in(2003)) == 15
    assert "FIN" in pact.members_in(2023)
    assert "FIN" not in pact.members_in(2022)
    assert organisation("BRICS").members_in(2009) == {"BRA", "RUS", "IND", "CHN"}


def test_organisation_without_fixed_members_has_none() -> None:
    """The Security Council's seats rotate; a news agency has no members."""
    assert organisation("UNSC").members == ()
    assert organisation("XINHUA").members_in(2020) == frozenset()


def test_organisation_that_is_not_listed_is_an_error() -> None:
    """An unknown id is no empty organisation."""
    with pytest.raises(KeyError, match="LAKE"):
        organisation("LAKE")


def test_organisations_are_read_from_the_file(file: Path) -> None:
    """Kind, members and years are those of the file."""
    assert organisation("LAKE").kind == "igo"
    assert organisation("LAKE").members_in(2005) == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("written", "instead", "reason"),
    [
        ("'BOL']", "'BO']", "members.LAKE"),
        ("'BOL']", "'BOL', 'PER']", "members.LAKE: a state is listed twice"),
        ("BOL = 2010", "ECU = 2010", "joined.LAKE: ECU is no member"),
        ("CHL = 2005", "PER = 2005", "left.LAKE: PER is still a member"),
        ("BOL = 2010", "BOL = 1910", "joined.LAKE.BOL"),
        ("[party]", "[party]\nLAKE = { name = 'Lake Party' }", "LAKE is of two kinds"),
        ("[joined]\nLAKE", "[joined]\nSEA", "there is no organisation SEA"),
        ("name = 'Lake League'", "name = 'Lake League', wikidata = '17'", "igo.LAKE.wikidata"),
        ("name =", "title =", "igo.LAKE"),
    ],
)
def test_bad_fact_is_refused_with_its_key(file: Path, written: str, instead: str, reason: str) -> None:
    """A code that is none, a stranger, a member for ever, a kind too many: the error names the key."""
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(ValidationError, match=re.escape(reason)):
        organisations()
