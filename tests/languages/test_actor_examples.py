"""The example texts of actors: who is meant by a name, a place, a title, a pronoun, read with the shipped model.

An example that fails today says so in `fails` and is expected to. Every difference of every example at once:

    pytest tests/languages/test_actor_examples.py --tb=line
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.languages.actor_examples import ActorExample, ActorExamples, bare, differences, fold, occurs, places
from ujar.analyse import Analyser
from ujar.languages.schema import load_words
from ujar.read.wire import describe
from ujar.record import Actor, Article, MadeBy, Published, Record, Role, Span

LANGUAGE = "id"
EXAMPLES = load_words(LANGUAGE, ActorExamples).example
FEWEST = {"metonymy": 25, "namesake": 25, "pronoun": 12, "clitic": 10, "short name": 8, "office": 20, "no actor": 10}
FEWEST_OF_ALL = 140


def title(example: ActorExample) -> str:
    """What pytest calls an example."""
    return f"{example.kind}: {' '.join(example.text.split())[:60]}"


def parameters() -> list[object]:
    """Each example; those with `fails` are expected to fail, and must."""
    return [pytest.param(example, id=title(example), marks=marks(example)) for example in EXAMPLES]


def marks(example: ActorExample) -> list[pytest.MarkDecorator]:
    """The mark that lets an example fail, with its title, so that pytest names it when it does not."""
    if example.fails is None:
        return []
    return [pytest.mark.xfail(reason=f"{title(example)}: {example.fails}", raises=AssertionError, strict=True)]


def read(example: ActorExample) -> Article:
    """A text of several lines is read like a story, with headline, dateline and byline; one line is its sentences."""
    if "\n" in example.text:
        return describe(example.text, LANGUAGE, published=example.published or None)
    published = Published(value=example.published, by="given") if example.published else None
    return Article.of(example.text, language=LANGUAGE, published=published)


@pytest.mark.parametrize("example", parameters())
def test_actors_are_those_of_the_example(example: ActorExample, analyser: Analyser) -> None:
    """Who is meant in the text is found as the example says: names, kinds, countries, mentions, sources."""
    found = differences(example, analyser.analyse(read(example)))
    assert not found, " | ".join([" ".join(example.text.split()), *found])


def written(example: ActorExample) -> Record:
    """The record as the example would have it: its actors, with the mentions that it gives, and no statements."""
    article = read(example)
    ids = {expected.name: f"a{number}" for number, expected in enumerate(example.actors, start=1)}
    actors = []
    for expected in example.actors:
        spans = tuple(Span.of(article.text, *place) for place in places(article.text, expected.mentions or ()))
        roles = tuple(Role(title=role, span=Span.of(article.text, 0, 0)) for role in expected.roles)
        members = tuple(ids[member] for member in expected.members or ())
        known = {"country": expected.country or None, "wikidata": expected.wikidata or None, "members": members}
        actor = Actor(id=ids[expected.name], name=expected.name, kind=expected.kind or "other", via=expected.via)
        actors.append(actor.model_copy(update={"mentions": spans, "roles": roles, **known}))
    made_by = MadeBy(ujar="test", model="by hand", language_data="none")
    return Record(article=article, actors=tuple(actors), made_by=made_by)


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_actor_example_fits_its_text(example: ActorExample) -> None:
    """Everything quoted occurs in the text as whole words, brackets mark one place, and no two actors share a name."""
    assert not [quoted for quoted in example.quoted() if not occurs(example.text, quoted)]
    names = Counter(fold(actor.name) for actor in example.actors)
    assert not [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_actor_example_agrees_with_itself(example: ActorExample) -> None:
    """A record with just the actors of the example is right in them, and none of them is one who must not be there."""
    actors_only = example.model_copy(update={"sources": None, "addressees": None, "countries": {}})
    assert not differences(actors_only, written(example))


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_actor_example_is_not_met_by_an_empty_record(example: ActorExample) -> None:
    """Where an example expects an actor, a record without actors is wrong."""
    assert not example.actors or differences(example, written(example.model_copy(update={"actors": ()})))


def test_actor_example_sees_what_is_wrong() -> None:
    """A wrong kind, a mention too many or in another place, and a state that is none are told, each in a line."""
    text = "Moskow diam. Sorin tiba di Moskow."
    actors = ({"name": "Sorin", "kind": "person"}, {"name": "Moskow", "mentions": ("[Moskow] diam",)})
    example = ActorExample.model_validate(
        {"kind": "test", "text": text, "why": "test", "actors": actors, "absent": ("di [Moskow]", "Rusia")}
    )
    record = written(example)
    wrong = Span.of(text, 27, 33)
    sorin, moskow = record.actors
    assert not differences(example, record)
    for actor, found in (
        (sorin.model_copy(update={"kind": "state"}), 1),
        (sorin.model_copy(update={"name": "Rusia"}), 2),
        (sorin.model_copy(update={"kind": "state", "mentions": (wrong,)}), 2),
    ):
        assert len(differences(example, record.model_copy(update={"actors": (actor, moskow)}))) == found
    for spans in ((wrong,), (*moskow.mentions, wrong)):
        other = moskow.model_copy(update={"mentions": spans})
        assert differences(example, record.model_copy(update={"actors": (sorin, other)}))


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_actor_example_names_its_actors(example: ActorExample) -> None:
    """The source of a statement is an actor of the example, and an actor's name is in its mentions, unless `via`."""
    names = {actor.name for actor in example.actors} | {""}
    assert {*(example.sources or ()), *(example.addressees or ())} <= names
    assert not names & set(example.absent)
    for actor in example.actors:
        if actor.mentions is not None and actor.via == "text":
            assert any(actor.name in bare(quoted) for quoted in actor.mentions)


def test_actor_examples_are_enough_of_each_kind() -> None:
    """There are many examples, no text is there twice, and the hard kinds have their share."""
    kinds = Counter(example.kind for example in EXAMPLES)
    assert len({example.text for example in EXAMPLES}) == len(EXAMPLES) >= FEWEST_OF_ALL
    assert not {kind: kinds[kind] for kind, fewest in FEWEST.items() if kinds[kind] < fewest}


@pytest.mark.parametrize("example", EXAMPLES, ids=title)
def test_actor_example_expects_something(example: ActorExample) -> None:
    """An example that nothing could fail is no example."""
    assert example.actors or example.absent or example.countries or example.sources is not None
