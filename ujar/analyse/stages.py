"""The stages in their order, each with what it needs of the draft and what it makes there.

BEFORE    from the characters to passages
READING   the model; declared here, run by the analyser, which holds the model
AFTER     from what the model read to statements that know of each other
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ujar.analyse.actors import find_actors
from ujar.analyse.coreference import resolve_mentions
from ujar.analyse.draft import Draft
from ujar.analyse.edges import mend_edges
from ujar.analyse.floating import add_floating_quotations
from ujar.analyse.known_cues import name_cues
from ujar.analyse.letter_case import find_plain_words
from ujar.analyse.mentions import find_mentions
from ujar.analyse.model import Model
from ujar.analyse.names import mend_names
from ujar.analyse.nesting import find_nested_forms, nest_statements
from ujar.analyse.offices import fill_offices
from ujar.analyse.passages import find_passages
from ujar.analyse.places import find_places
from ujar.analyse.pointers import add_backward_attributions, link_pointers
from ujar.analyse.polarity import find_polarities
from ujar.analyse.quotations import find_quotations
from ujar.analyse.ranker import Chooser, Undecided
from ujar.analyse.reading import Labels
from ujar.analyse.relays import drop_relays, nest_citations
from ujar.analyse.repairs import note_repairs
from ujar.analyse.reported_acts import add_reported_acts
from ujar.analyse.sentences import find_sentences
from ujar.analyse.settings import find_settings
from ujar.analyse.shared_quotations import split_shared_quotations
from ujar.analyse.sources import name_sources
from ujar.analyse.statements import find_statements
from ujar.analyse.times import find_times
from ujar.analyse.tokens import tokenise
from ujar.analyse.uncounted import drop_uncounted
from ujar.analyse.uncued import add_uncued_statements
from ujar.languages.names import Naming, load_naming
from ujar.languages.schema import CueWords, TokenWords, WireWords, load_words
from ujar.languages.times import TimeWords
from ujar.ontology.officeholders import OfficeHolders, load_holders
from ujar.ontology.places import Places, load_places

__all__ = ["AFTER", "BEFORE", "READING", "Stage", "Tools", "load_tools"]


class Tools(NamedTuple):
    """What the stages work with: the word lists of the article's language, facts of the world, the model's labels."""

    tokens: TokenWords
    cues: CueWords
    wire: WireWords
    naming: Naming
    times: TimeWords
    holders: OfficeHolders
    places: Places
    labels: Labels
    chooser: Chooser


NO_LABELS = Labels((), (), (), (), (), (), ())


class Stage(NamedTuple):
    """A step. `needs` and `makes` name fields of the draft; what is refined is needed and made."""

    name: str
    run: Callable[[Draft, Tools], None]
    needs: tuple[str, ...]
    makes: tuple[str, ...]


BEFORE = (
    Stage("tokens", lambda draft, tools: tokenise(draft, tools.tokens), ("article",), ("tokens",)),
    Stage("sentences", lambda draft, tools: find_sentences(draft, tools.tokens), ("tokens",), ("sentences",)),
    Stage(
        "letter case", lambda draft, tools: find_plain_words(draft, tools.cues), ("tokens", "sentences"), ("tokens",)
    ),
    Stage("quotations", lambda draft, _: find_quotations(draft), ("tokens", "sentences"), ("tokens", "quotations")),
    Stage("passages", lambda draft, _: find_passages(draft), ("sentences", "quotations"), ("passages",)),
)
READING = ("tokens", "sentences", "quotations", "passages"), ("tokens", "entities", "readings")
AFTER = (
    Stage(
        "names",
        lambda draft, tools: mend_names(draft, tools.naming, tools.cues),
        ("tokens", "entities"),
        ("known", "entities"),
    ),
    Stage(
        "statements",
        lambda draft, tools: find_statements(draft, tools.labels, tools.cues),
        ("readings", "passages", "quotations", "entities", "sentences"),
        ("statements",),
    ),
    Stage(
        "reported acts",
        lambda draft, tools: add_reported_acts(draft, tools.cues),
        ("statements", "entities", "tokens"),
        ("statements",),
    ),
    Stage(
        "backward attributions",
        lambda draft, tools: add_backward_attributions(draft, tools.cues),
        ("statements", "sentences", "entities"),
        ("statements",),
    ),
    Stage(
        "edges",
        lambda draft, tools: mend_edges(draft, tools.cues),
        ("statements", "tokens", "quotations", "entities"),
        ("statements",),
    ),
    Stage("known cues", lambda draft, tools: name_cues(draft, tools.cues), ("statements", "tokens"), ("statements",)),
    Stage(
        "uncounted", lambda draft, tools: drop_uncounted(draft, tools.cues), ("statements", "tokens"), ("statements",)
    ),
    Stage("relays", lambda draft, tools: drop_relays(draft, tools.cues, tools.wire), ("statements",), ("statements",)),
    Stage(
        "uncued statements",
        lambda draft, tools: add_uncued_statements(draft, tools.cues),
        ("statements", "sentences", "quotations", "entities"),
        ("statements",),
    ),
    Stage(
        "shared quotations",
        lambda draft, _: split_shared_quotations(draft),
        ("statements", "quotations", "sentences"),
        ("statements",),
    ),
    Stage("nesting", lambda draft, _: nest_statements(draft), ("statements",), ("statements",)),
    Stage(
        "floating quotations",
        lambda draft, _: add_floating_quotations(draft),
        ("statements", "quotations", "passages", "sentences"),
        ("statements",),
    ),
    # Again: a quotation that went on with its speaker may hold statements of its own.
    Stage("nesting of what floated", lambda draft, _: nest_statements(draft), ("statements",), ("statements",)),
    Stage("nested forms", lambda draft, _: find_nested_forms(draft), ("statements", "quotations"), ("statements",)),
    Stage("citations", lambda draft, tools: nest_citations(draft, tools.cues), ("statements",), ("statements",)),
    Stage("pointers", lambda draft, tools: link_pointers(draft, tools.cues), ("statements",), ("statements",)),
    Stage(
        "polarity",
        lambda draft, tools: find_polarities(draft, tools.cues),
        ("statements", "tokens", "sentences"),
        ("statements",),
    ),
    Stage("repairs", lambda draft, _: note_repairs(draft), ("statements", "quotations"), ("statements",)),
    Stage("times", lambda draft, tools: find_times(draft, tools.times), ("tokens", "sentences"), ("times",)),
    Stage(
        "mentions",
        lambda draft, tools: find_mentions(draft, tools.naming, tools.cues),
        ("entities", "known", "statements", "tokens"),
        ("mentions",),
    ),
    Stage(
        "actors", lambda draft, tools: find_actors(draft, tools.naming), ("mentions", "known", "tokens"), ("actors",)
    ),
    Stage(
        "coreference",
        lambda draft, tools: resolve_mentions(draft, tools.naming, tools.chooser),
        ("mentions", "actors", "statements", "sentences", "quotations"),
        ("actors",),
    ),
    Stage("offices", lambda draft, tools: fill_offices(draft, tools.holders), ("actors", "known"), ("actors",)),
    Stage("sources", lambda draft, _: name_sources(draft), ("statements", "actors"), ("statements",)),
    Stage(
        "places",
        lambda draft, tools: find_places(draft, tools.naming, tools.places),
        ("entities", "known", "mentions", "times"),
        ("places",),
    ),
    Stage("settings", lambda draft, _: find_settings(draft), ("statements", "times", "places"), ("statements",)),
)


def load_tools(language: str, model: Model | None = None, holders: OfficeHolders | None = None) -> Tools:
    """The tools for a language; the stages before the model need no model.

    Raises:
        LanguageDataError: the language lacks a word list.
    """
    return Tools(
        load_words(language, TokenWords),
        load_words(language, CueWords),
        load_words(language, WireWords),
        load_naming(language),
        load_words(language, TimeWords),
        holders or load_holders(),
        load_places(),
        model.reader.labels if model else NO_LABELS,
        model.chooser if model else Undecided(),
    )
