"""Mentions: what in a story stands for a person or a body."""

from __future__ import annotations

import pytest

from tests.analyse.cast import CUES, NAMING, add_statement, find, make_story, phrases
from ujar.analyse.draft import Draft, Mention
from ujar.analyse.mentions import find_mentions


def mentions_in(draft: Draft) -> dict[str, Mention]:
    """The mentions that are found, by their words."""
    find_mentions(draft, NAMING, CUES)
    return dict(zip(phrases(draft), draft.mentions, strict=True))


def test_title_belongs_to_the_mention_and_tells_the_state() -> None:
    """ "Presiden Rusia Rano Lubis" is one mention of a person of Russia, its head the name."""
    draft = make_story(
        "Presiden NOUN nsubj 5 | Rusia PROPN nmod 1 | Rano PROPN flat 1 | Lubis PROPN flat 3 | tiba VERB root 0",
        persons=("Rano Lubis",),
    )
    found = mentions_in(draft)["Presiden Rusia Rano Lubis"]
    assert (found.type, found.kind, found.country) == ("name", "person", "RUS")
    assert draft.text_of(found.head) == "Rano Lubis"


def test_state_of_a_title_is_the_one_served() -> None:
    """Not where one serves ("di Washington"), nor what an envoy of the UN is for ("untuk Suriah")."""
    consul = make_story(
        "Duta NOUN root 0 | Besar ADJ flat 1 | Indonesia PROPN nmod 1 | di ADP case 5 | Washington PROPN nmod 1 | "
        "Rano PROPN flat 1",
        persons=("Rano",),
    )
    envoy = make_story(
        "utusan NOUN root 0 | khusus ADJ amod 1 | PBB PROPN nmod 1 | untuk ADP case 5 | Suriah PROPN nmod 1 | "
        "Rano PROPN flat 1",
        persons=("Rano",),
    )
    staff = make_story(
        "Kepala NOUN root 0 | PBB PROPN nmod 1 | Suriah PROPN nmod 2 | Rano PROPN flat 1", persons=("Rano",)
    )
    assert mentions_in(staff)["Kepala PBB Suriah Rano"].country is None
    assert mentions_in(consul)["Duta Besar Indonesia di Washington Rano"].country == "IDN"
    assert mentions_in(envoy)["utusan khusus PBB untuk Suriah Rano"].country is None


def test_capital_that_acts_is_a_government() -> None:
    """ "Beijing menolak tuduhan Washington" names two governments."""
    draft = make_story(
        "Beijing PROPN nsubj 2 | menolak VERB root 0 | tuduhan NOUN obj 2 | Washington PROPN nmod 3",
        places=("Beijing", "Washington"),
    )
    kinds = {text: (mention.kind, mention.country) for text, mention in mentions_in(draft).items()}
    assert kinds == {"Beijing": ("government", "CHN"), "Washington": ("government", "USA")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rombongan X nsubj 2 | tiba VERB root 0 | di ADP case 4 | Beijing PROPN obl 2",
        "Hujan NOUN nsubj 2 | menyambut VERB root 0 | jalanan NOUN obj 2 | Beijing PROPN nmod 3",
        "Hujan NOUN nsubj 2 | melanda VERB root 0 | Beijing PROPN obj 2",
        "kota NOUN dep 2 | Beijing PROPN nsubj 3 | menolak VERB root 0",
    ],
)
def test_capital_that_is_but_a_place_is_no_mention(sentence: str) -> None:
    """One arrives in it, it has streets, rain falls on it, a city is named: nobody acts."""
    assert "Beijing" not in mentions_in(make_story(sentence, places=("Beijing",)))


def test_city_is_no_mention() -> None:
    """A place that is neither state nor capital stands for nobody, even as a subject."""
    draft = make_story("Wamena PROPN nsubj 2 | tenang ADJ root 0", places=("Wamena",))
    assert mentions_in(draft) == {}


def test_state_in_a_ministry_is_a_mention_too() -> None:
    """ "Kementerian Luar Negeri Rusia" names the ministry and Russia; a party's name holds no state."""
    ministry = (
        "Kementerian NOUN nsubj 5 | Luar NOUN nmod 1 | Negeri NOUN flat 2 | Rusia PROPN nmod 1 | menolak VERB root 0"
    )
    party = "Partai NOUN nsubj 4 | Nelayan NOUN nmod 1 | Rusia PROPN nmod 1 | menolak VERB root 0"
    found = mentions_in(make_story(ministry, bodies=("Kementerian Luar Negeri Rusia",)))
    assert {text: mention.kind for text, mention in found.items()} == {
        "Kementerian Luar Negeri Rusia": "government",
        "Rusia": "state",
    }
    assert list(mentions_in(make_story(party, bodies=("Partai Nelayan Rusia",)))) == ["Partai Nelayan Rusia"]


def test_short_form_in_brackets_belongs_to_the_name() -> None:
    """ "Komisi Pengawas Teluk (KPT)" and "Amerika Serikat (AS)" are one mention each; "(Jakarta)" is none's."""
    body = make_story("Komisi | Pengawas | Teluk | ( | KPT | ) | bubar", bodies=("Komisi Pengawas Teluk", "KPT"))
    state = make_story("Amerika | Serikat | ( | AS | ) | menolak", places=("Amerika Serikat", "AS"))
    other = make_story("Komisi | Pengawas | Teluk | ( | Wamena | ) | bubar", bodies=("Komisi Pengawas Teluk",))
    assert list(mentions_in(body)) == ["Komisi Pengawas Teluk (KPT)"]
    assert list(mentions_in(state)) == ["Amerika Serikat (AS)"]
    assert list(mentions_in(other)) == ["Komisi Pengawas Teluk"]


def test_agency_that_passes_the_story_on_is_no_mention() -> None:
    """ "seperti dikutip AFP": AFP is nobody in the story; where it speaks itself it is."""
    passing = make_story("seperti SCONJ mark 2 | dikutip VERB root 0 | AFP PROPN obl 2", bodies=("AFP",))
    speaking = make_story("seperti SCONJ mark 2 | dikutip VERB root 0 | AFP PROPN obl 2", bodies=("AFP",))
    add_statement(speaking, "AFP", "dikutip")
    assert mentions_in(passing) == {}
    assert mentions_in(speaking)["AFP"].kind == "media"


def test_body_noun_alone_is_no_name() -> None:
    """In "Kemlu Mesir" the model's name "Kemlu" is none; the phrase names the ministry of Egypt."""
    draft = make_story(
        "Kemlu PROPN nsubj 3 | Mesir PROPN nmod 1 | menolak VERB root 0", bodies=("Kemlu",), places=("Mesir",)
    )
    found = mentions_in(draft)
    assert (found["Kemlu Mesir"].type, found["Kemlu Mesir"].kind) == ("nominal", "government")
    assert found["Kemlu Mesir"].country == "EGY"


def test_pronoun_of_two_words_is_one_mention() -> None:
    """ "pihaknya" and "keduanya" are one each, not a noun with a clitic."""
    draft = make_story(
        "pihak NOUN nsubj 3 | nya PRON nmod:poss 1 | pergi VERB root 0", "kedua NUM root 0 | nya PRON nmod:poss 1"
    )
    find_mentions(draft, NAMING, CUES)
    assert phrases(draft, "pronoun", "clitic") == ["pihaknya", "keduanya"]


def test_clitic_is_a_mention_where_it_stands_for_somebody() -> None:
    """ "stafnya" holds one; a "nya" that is no pronoun by its tag, as of "biasanya", holds none."""
    owned = make_story("memuji VERB root 0 | tepian NOUN obj 1 | nya PRON nmod:poss 2")
    plain = make_story("memuji VERB root 0 | tepian NOUN obj 1 | nya DET det 2")
    assert [mention.type for mention in mentions_in(owned).values()] == ["clitic"]
    assert mentions_in(plain) == {}


@pytest.mark.parametrize(
    ("sentence", "phrase", "plural"),
    [
        ("para DET det 2 | pelaut NOUN nsubj 3 | pergi VERB root 0", "para pelaut", True),
        ("tiga NUM nummod 2 | pelaut NOUN nsubj 3 | pergi VERB root 0", "tiga pelaut", True),
        ("seratus NUM nummod 2 | pelaut NOUN nsubj 3 | pergi VERB root 0", "seratus pelaut", True),
        ("menteri-menteri NOUN nsubj 2 | pergi VERB root 0", "menteri-menteri", True),
        ("warga NOUN nsubj 2 | pergi VERB root 0", "warga", True),
        ("seorang DET det 2 | warga NOUN nsubj 3 | pergi VERB root 0", "seorang warga", False),
        ("pelaut NOUN nsubj 2 | pergi VERB root 0", "pelaut", False),
    ],
)
def test_noun_of_people_tells_how_many(sentence: str, phrase: str, plural: bool) -> None:
    """Several make a group: by "para", a numeral, doubling, or the noun itself unless "seorang" stands before."""
    found = mentions_in(make_story(sentence))
    assert (found[phrase].plural, found[phrase].kind) == (plural, "group" if plural else "person")


def test_phrase_of_a_noun_holds_what_hangs_on_it() -> None:
    """ "Presiden Rusia itu" whole, up to the relative clause behind."""
    draft = make_story(
        "Presiden NOUN root 0 | Rusia PROPN nmod 1 | itu DET det 1 | yang PRON nsubj 5 | baru ADJ acl 1",
        places=("Rusia",),
    )
    found = mentions_in(draft)
    assert found["Presiden Rusia itu"].country == "RUS"
    assert not any("yang" in text for text in found)


def test_phrase_of_a_noun_ends_where_nothing_hangs_on_it() -> None:
    """ "petani kemarin pergi": when he went is not who he is."""
    draft = make_story("petani NOUN nsubj 3 | kemarin NOUN obl:tmod 1 | pergi VERB root 0")
    assert list(mentions_in(draft)) == ["petani"]


def test_names_side_by_side_are_one_group_too() -> None:
    """ "Peru, Chile, dan Kuba" are three and a group of them; "Rano dan Kuba" are no group."""
    states = make_story("Peru | , | Chile | , | dan | Kuba | menolak", places=("Peru", "Chile", "Kuba"))
    mixed = make_story("Rano | dan | Kuba | menolak", persons=("Rano",), places=("Kuba",))
    found = mentions_in(states)
    assert list(found) == ["Peru, Chile, dan Kuba", "Peru", "Chile", "Kuba"]
    assert (found["Peru, Chile, dan Kuba"].kind, found["Peru, Chile, dan Kuba"].plural) == ("group", True)
    assert list(mentions_in(mixed)) == ["Rano", "Kuba"]


def test_source_is_one_mention_with_its_head() -> None:
    """The mention at a source's head is widened to the whole of it: "wakil badan dunia itu, Leila Nazari"."""
    draft = make_story(
        "wakil NOUN nsubj 8 | badan NOUN nmod 1 | dunia NOUN nmod 2 | itu DET det 2 | , PUNCT punct 6 | "
        "Leila PROPN appos 1 | Nazari PROPN flat 6 | berkata VERB root 0",
        persons=("Leila Nazari",),
    )
    add_statement(draft, "wakil badan dunia itu , Leila Nazari", "berkata", head="Leila Nazari")
    found = mentions_in(draft)["wakil badan dunia itu, Leila Nazari"]
    assert found.head == find(draft, "Leila Nazari")
    assert phrases(draft, "name") == ["wakil badan dunia itu, Leila Nazari"]


def test_source_that_names_nobody_is_a_mention() -> None:
    """ "hasil hitungan" speaks, so it stands for somebody; two side by side are a group."""
    draft = make_story("hasil NOUN nsubj 3 | hitungan NOUN nmod 1 | menyebutkan VERB root 0")
    add_statement(draft, "hasil hitungan", "menyebutkan", head="hasil")
    pair = make_story("tepian NOUN nsubj 4 | dan CCONJ cc 3 | lautan NOUN conj 1 | berkata VERB root 0")
    add_statement(pair, "tepian dan lautan", "berkata", head="tepian")
    assert not mentions_in(draft)["hasil hitungan"].plural
    assert mentions_in(pair)["tepian dan lautan"].kind == "group"


def test_clitic_of_a_fixed_word_is_nobody() -> None:
    """ "prinsipnya" is an adverb."""
    assert mentions_in(make_story("prinsip NOUN root 0 | nya PRON nmod:poss 1")) == {}


def test_body_with_a_company_s_ending_is_one() -> None:
    """ "Samudra Energy" is a company by its last word, though no noun says so."""
    draft = make_story("Samudra PROPN nsubj 3 | Energy PROPN flat 1 | rugi VERB root 0", bodies=("Samudra Energy",))
    assert mentions_in(draft)["Samudra Energy"].kind == "company"
