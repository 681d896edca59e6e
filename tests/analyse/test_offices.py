"""Offices: who holds the one that a phrase names."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analyse.cast import add_actor, add_mention, find, make_story
from ujar.analyse.draft import Draft, FoundTime
from ujar.analyse.offices import Office, days_of, fill_offices, holder_in_text, is_state, office_in, offices_held
from ujar.ontology.officeholders import Holding, OfficeHolders
from ujar.record import Published

HOLDERS = OfficeHolders(
    [
        (Holding("president", "PER", "Rosa Quispe", "Q11", date(2018, 1, 1), date(2020, 6, 30), date(2020, 6, 30)), ()),
        (Holding("president", "PER", "Inti Vargas", None, date(2020, 7, 1), date(2023, 1, 1), date(2023, 1, 1)), ()),
        (Holding("foreign_minister", "CHL", "Rosa Quispe", "Q12", date(2021, 1, 1), date(2022, 1, 1), date.max), ()),
    ]
)


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("Presiden Rusia itu", Office("president", "RUS")),
        ("kedua presiden", Office("president", None)),
        ("Sekjen PBB", Office("secretary_general", "UN")),
        ("mantan Presiden Rusia", None),
        ("juru bicara Presiden Rusia", None),
        ("bekas Presiden Rusia", None),
        ("calon presiden", None),
        ("petani Rusia", None),
    ],
)
def test_phrase_names_the_office_its_bearer_holds(phrase: str, office: Office | None) -> None:
    """Not one that he held, wants, or speaks for."""
    draft = make_story(" | ".join(phrase.split()))
    assert office_in(draft, find(draft, phrase)) == office


def test_office_without_a_state_is_of_the_bearer_s() -> None:
    """ "Menlu Rano" of a Peruvian is the foreign minister of Peru."""
    draft = make_story("Menlu | Rano | pulang")
    add_mention(draft, "Menlu Rano", "Rano", country="PER")
    add_actor(draft, 0, roles=["Menlu"])
    assert offices_held(draft, draft.actors[0]) == {Office("foreign_minister", "PER")}


def test_counterpart_holds_the_same_office_elsewhere() -> None:
    """ "Menlu Peru Rano bertemu mitra dari Malaysia, Sari": she is Malaysia's foreign minister."""
    draft = make_story("Menlu | Peru | Rano | bertemu | mitra | dari | Malaysia | , | Sari")
    add_mention(draft, "Menlu Peru Rano", "Rano", country="PER")
    add_mention(draft, "mitra dari Malaysia , Sari", "Sari", country="MYS")
    add_actor(draft, 0, roles=["Menlu Peru"])
    add_actor(draft, 1, roles=["mitra dari Malaysia"])
    assert offices_held(draft, draft.actors[1]) == {Office("foreign_minister", "MYS")}


def two_presidents() -> Draft:
    """A story of two presidents; the third mention is "Presiden", the fourth "Presiden Peru"."""
    draft = make_story("Presiden | Peru | Rano | menjamu | Presiden | Chile | Sari | .", "Presiden | pulang | .")
    add_mention(draft, "Presiden Peru Rano", "Rano", country="PER")
    add_mention(draft, "Presiden Chile Sari", "Sari", country="CHL")
    add_mention(draft, "Presiden", type="nominal", nth=2)
    add_actor(draft, 0, roles=["Presiden Peru"])
    add_actor(draft, 1, roles=["Presiden Chile"])
    return draft


def holder(draft: Draft, place: int, office: Office) -> int | None:
    """Who holds the office by the titles of the story's actors."""
    held = {number: offices_held(draft, actor) for number, actor in enumerate(draft.actors)}
    return holder_in_text(draft, held, place, office)


def test_holder_is_the_one_of_the_state_named() -> None:
    """ "Presiden Peru" is Rano, though Sari was named last; nobody in the story presides over Kuba."""
    draft = two_presidents()
    assert holder(draft, 2, Office("president", "PER")) == 0
    assert holder(draft, 2, Office("president", "CUB")) is None
    assert holder(draft, 2, Office("prime_minister", "PER")) is None


def test_holder_of_an_office_without_state_is_named_last() -> None:
    """ "Presiden" alone is the president named last before."""
    assert holder(two_presidents(), 2, Office("president", None)) == 1


def test_holder_may_be_named_later_if_he_is_the_only_one() -> None:
    """A headline's "Presiden" is the president whom the body names; with two of them it is open."""
    draft = two_presidents()
    assert holder(draft, 0, Office("president", "CHL")) == 1
    draft.mentions.insert(0, draft.mentions.pop())
    for actor in draft.actors:
        actor.mentions = [place + 1 for place in actor.mentions]
    assert holder(draft, 0, Office("president", None)) is None


def unnamed(published: str | None, *sentences: str) -> Draft:
    """A story in which "Presiden Peru" is named by the office only."""
    draft = make_story(*(sentences or ("Presiden | Peru | pulang | .",)))
    if published is not None:
        dated = Published.model_validate({"value": published, "by": "given"})
        draft.article = draft.article.model_copy(update={"published": dated})
    add_mention(draft, "Presiden Peru", "Presiden", type="nominal", country="PER")
    add_actor(draft, 0)
    return draft


def test_table_names_who_held_the_office_that_day() -> None:
    """The name, the number, how it was known, and the office as the role come of the dated table."""
    draft = unnamed("2019-05-04")
    fill_offices(draft, HOLDERS)
    (actor,) = draft.actors
    assert (actor.name, actor.via, actor.wikidata) == ("Rosa Quispe", "office", "Q11")
    assert [draft.text_of(role) for role in actor.roles] == ["Presiden Peru"]


@pytest.mark.parametrize(
    ("published", "name"),
    [("2019", "Rosa Quispe"), ("2020-02", "Rosa Quispe"), ("2020-12", "Inti Vargas"), ("2020", None), (None, None)],
)
def test_table_answers_for_the_whole_time_of_publication(published: str | None, name: str | None) -> None:
    """Of a year in which the office changed hands, or without a date, it names nobody."""
    draft = unnamed(published)
    fill_offices(draft, HOLDERS)
    assert (draft.actors[0].name, draft.actors[0].via) == ((name, "office") if name else ("Presiden", "text"))


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
        ("2024-02-29T10:05Z", (2024, 2, 29), (2024, 2, 29)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024-12", (2024, 12, 1), (2024, 12, 31)),
        ("2023", (2023, 1, 1), (2023, 12, 31)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
        ("9999", (9999, 1, 1), (9999, 12, 31)),
    ],
)
def test_days_of_publication_end_with_the_month_or_year(
    published: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    """The whole month or year, even the last one that the calendar of Python has."""
    assert days_of(unnamed(published)) == (date(*first), date(*last))


@pytest.mark.parametrize(("of", "state"), [("IDN", True), ("XKX", True), ("IMF", False), ("WTO", False), ("UN", False)])
def test_body_of_three_letters_is_no_state(of: str, state: bool) -> None:
    """A state is what ISO 3166 lists, and Kosovo."""
    assert is_state(of) is state


def test_sentence_of_another_year_is_not_about_the_holder_of_today() -> None:
    """ "Pada 2003, Presiden Peru ..." in a story of 2019 names nobody; a date of 2019 leaves the holder."""
    for value, via in (("2003", "text"), ("2019-05-01", "office")):
        draft = unnamed("2019-05-04", "Saat | itu | Presiden | Peru | pulang | .")
        draft.times = [FoundTime(find(draft, "Saat itu"), "DATE", value, "year")]
        fill_offices(draft, HOLDERS)
        assert draft.actors[0].via == via


def quispe(title: str, country: str | None) -> Draft:
    """A story of Rosa Quispe with a title."""
    draft = make_story(f"{' | '.join(title.split())} | Rosa | Quispe | pulang")
    add_mention(draft, f"{title} Rosa Quispe", "Rosa Quispe", country=country)
    add_actor(draft, 0, roles=[title])
    fill_offices(draft, HOLDERS)
    return draft


@pytest.mark.parametrize(
    ("title", "country", "number", "found"),
    [
        ("Presiden", "PER", "Q11", "PER"),
        ("Menlu", "CHL", "Q12", "CHL"),
        ("Menlu", None, "Q12", "CHL"),
        ("Presiden", "CHL", None, "CHL"),
        ("bekas presiden", "PER", "Q11", "PER"),
        ("bekas presiden", None, None, None),
        ("petani", None, None, None),
        ("petani", "PER", None, "PER"),
    ],
)
def test_named_person_is_the_one_of_that_name_and_office(
    title: str, country: str | None, number: str | None, found: str | None
) -> None:
    """Two of the table are called Rosa Quispe: office and state decide, and a farmer is neither of them."""
    (actor,) = quispe(title, country).actors
    assert (actor.name, actor.wikidata, actor.country, actor.via) == ("Rosa Quispe", number, found, "text")


@pytest.mark.parametrize("country", [None, "PER"])
def test_head_of_a_body_is_known_whatever_the_state(country: str | None) -> None:
    """Of the head of the IMF, whose letters look like a state's, the table knows no state."""
    row = Holding("secretary_general", "IMF", "Ada Wren", "Q13", date(2018, 1, 1), None, date.max)
    draft = make_story("Sekjen | Ada | Wren | pulang")
    add_mention(draft, "Sekjen Ada Wren", "Ada Wren", country=country)
    add_actor(draft, 0, roles=["Sekjen"])
    fill_offices(draft, OfficeHolders([(row, ())]))
    assert (draft.actors[0].wikidata, draft.actors[0].country) == ("Q13", country)


def test_single_name_gets_no_number() -> None:
    """One word is too little to know somebody by."""
    holders = OfficeHolders([(Holding("president", "PER", "Quispe", "Q1", date(2018, 1, 1), None, date.max), ())])
    draft = make_story("Presiden | Quispe | pulang")
    add_mention(draft, "Presiden Quispe", "Quispe", country="PER")
    add_actor(draft, 0, roles=["Presiden"])
    fill_offices(draft, holders)
    assert draft.actors[0].wikidata is None
