"""Chains of our own stories, how mentions are matched, the baselines, and pronouns."""

import json
from pathlib import Path

import pytest

from tests.evaluate.chained import chained
from ujar.errors import GoldError
from ujar.evaluate.anaphors import count_anaphors
from ujar.evaluate.chain_baselines import HeadedMention, gold_mentions, same_head_chains
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chain_matching import head_word, match_mentions
from ujar.evaluate.chain_scores import Share

TEXT = "Rasi Lemba pulang. Ia lelah."
PRONOUNS = frozenset({"ia", "nya"})


def write(path: Path, *mentions: object) -> Path:
    """A story with one actor."""
    actors = [{"name": "Rasi Lemba", "kind": "person", "mentions": mentions}]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "statements": [], "actors": actors}), encoding="utf-8")
    return path


def mention(start: int, end: int, **changed: object) -> dict[str, object]:
    """A mention as stories write it."""
    return {"start": start, "end": end, "text": TEXT[start:end], "type": "name"} | changed


def test_story_chains_are_its_actors(tmp_path: Path) -> None:
    """Each actor is a chain under its name, with the kinds of its mentions."""
    (story,) = read_chains(write(tmp_path / "a.json", mention(19, 21, type="pronoun"), mention(0, 10)))
    assert (story.chains, story.names) == ((((0, 10), (19, 21)),), ("Rasi Lemba",))
    assert story.kinds == {(0, 10): "name", (19, 21): "pronoun"}
    assert story.complete


def test_story_whose_actors_have_no_places_has_the_sources_alone(tmp_path: Path) -> None:
    """Mentions written as words can't be scored: the text has a part in the scores of sources only."""
    (story,) = read_chains(write(tmp_path / "a.json", "Rasi Lemba"))
    assert not story.complete


@pytest.mark.parametrize("wrong", [mention(0, 10, text="Rasi Lembu"), mention(19, 40), mention(0, 10, type="noun")])
def test_story_with_a_wrong_mention_is_an_error(tmp_path: Path, wrong: dict[str, object]) -> None:
    """A mention that is not in the text, or of no known type, is not passed over."""
    with pytest.raises(GoldError, match=r"a\.json"):
        read_chains(write(tmp_path / "a.json", wrong))


def test_story_with_a_mention_twice_is_an_error(tmp_path: Path) -> None:
    """A mention belongs to one chain."""
    with pytest.raises(GoldError, match="twice"):
        read_chains(write(tmp_path / "a.json", mention(0, 10), mention(0, 10)))


def test_statements_of_a_jsonl_file_give_chains_of_sources(tmp_path: Path) -> None:
    """The sources of one entity are a chain that is not complete."""
    spoken = {"form": "indirect", "mode": "speech", "polarity": "asserted", "cue": None, "content": []}
    sources = [{"start": 0, "end": 10, "text": "Rasi Lemba"}, {"start": 19, "end": 21, "text": "Ia"}, None]
    statements = [spoken | {"id": f"s{n}", "source": s, "source_entity": "Rasi"} for n, s in enumerate(sources)]
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "statements": statements}) + "\n", encoding="utf-8")
    (text,) = read_chains(path)
    assert (text.chains, text.names, text.complete) == ((((0, 10), (19, 21)),), ("Rasi",), False)


def test_folder_with_an_id_twice_is_an_error(tmp_path: Path) -> None:
    """Two files of one id can't be told apart."""
    for name in "ab":
        write(tmp_path / f"{name}.json", mention(0, 10))
    with pytest.raises(GoldError, match="twice"):
        read_chains(tmp_path)


@pytest.mark.parametrize(
    ("written", "kind", "head"),
    [
        ("juru bicara Palu Dewi Ratri, 40 tahun", "name", "Ratri"),
        ("Rasi Lemba yang lahir di Palu", "name", "Lemba"),
        ("H. Rasi Lemba", "name", "Lemba"),
        ("Pedagang di Palu", "nominal", "Pedagang"),
        ("Ia", None, "Ia"),
        ("Bupati Rasi", None, "Rasi"),
        ("para pedagang", None, "para"),
        ("(51)", "nominal", "51"),
        ("...", None, "..."),
    ],
)
def test_head_word_of_a_name_ends_it_and_of_a_noun_begins_it(written: str, kind: str | None, head: str) -> None:
    """What comes behind the name, and behind the noun, is not its head."""
    assert written[slice(*head_word(written, (0, len(written)), kind))] == head


def matched(gold: str, found: str) -> bool:
    """Whether one found mention answers one gold one, both in brackets in the same sentence."""
    ours, theirs = chained(gold), chained(found)
    assert ours.text == theirs.text
    assert match_mentions(ours, theirs.chains[0], "exact") == {}
    return bool(match_mentions(ours, theirs.chains[0], "head"))


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("[a Pedagang di Palu] lelah", "[a Pedagang] di Palu lelah", True),
        ("[a Pedagang] di Palu lelah", "[a Pedagang di Palu] lelah", True),
        ("[a Bupati Dewi Ratri] lelah", "Bupati [a Dewi Ratri] lelah", True),
        ("Bupati [a Palu] lelah", "[a Bupati Palu] lelah", False),
        ("[a Ayahnya] lelah", "Ayah[a nya] lelah", False),
        ("[a Rasi] lelah", "Rasi [a lelah]", False),
    ],
)
def test_mentions_match_by_their_ends(gold: str, found: str, same: bool) -> None:
    """The same beginning will do, or a gold name's end; a name that another one ends with is not that one."""
    assert matched(gold, found) is same


def test_mentions_match_one_to_one_and_exact_ones_first() -> None:
    """ "Bupati" takes what "Bupati Rasi" leaves: nothing."""
    gold = chained("[a Bupati Rasi] lelah")
    assert match_mentions(gold, [(0, 6), (0, 11)], "head") == {(0, 11): (0, 11)}
    assert match_mentions(gold, [(0, 6), (0, 17)], "head") == {(0, 17): (0, 11)}


def test_same_head_chains_join_the_same_word_and_leave_apart_what_is_told() -> None:
    """The naive baseline makes one person of every "ia", the better one none."""
    mentions = [HeadedMention((n, n + 1), head) for n, head in enumerate(["Rasi", "ia", "RASI", "Ia", "Lemba"])]
    a, b, c, d, e = ((n, n + 1) for n in range(5))
    assert same_head_chains(mentions) == ((a, c), (b, d), (e,))
    assert same_head_chains(mentions, {"ia"}) == ((a, c), (b,), (d,), (e,))


def test_gold_mentions_have_their_heads() -> None:
    """Names end in their head."""
    gold = chained("[a Bupati Rasi] dan [a Rasi]")
    assert [mention.head for mention in gold_mentions(gold)] == ["Rasi", "Rasi"]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("[a Rasi] dan [b Lemba] lelah. [a Ia] pulang, kata[b nya].", 1),
        ("[a Rasi] dan [b Lemba] lelah. [b Ia] pulang, kata[b nya].", 0),
        ("[a Rasi] dan [b Lemba] lelah. [a Ia] pulang, kata[a nya].", 2),
        ("[a Rasi] dan [a Lemba] lelah. [a Ia] pulang, kata[a nya].", 0),
        ("[a Rasi] dan [b Lemba] lelah. Ia pulang, kata[a nya].", 1),
        ("Rasi dan Lemba lelah. [a Ia] pulang, kata[a nya].", 0),
    ],
)
def test_anaphor_is_right_when_its_nearest_name_is(found: str, right: int) -> None:
    """Not found, wrong, and joined with everybody all count as wrong."""
    gold = chained("[a Rasi] dan [b Lemba] lelah. [a Ia] pulang, kata[a nya].")
    assert count_anaphors(gold, chained(found).chains, PRONOUNS) == Share(right, 2)


def test_anaphor_without_a_name_before_it_is_not_counted() -> None:
    """Neither a first mention, nor one whose chain holds pronouns alone, has anything to be led to."""
    gold = chained("[a Ia] lelah. [a Ia] dan [b ayah[b nya]] pulang. [b Rasi] tidur.")
    assert count_anaphors(gold, gold.chains, PRONOUNS).whole == 0
