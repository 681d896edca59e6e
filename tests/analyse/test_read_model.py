"""The stage that runs the model over drafts, with a reader of made-up scores."""

from __future__ import annotations

from tests.analyse.handmade import LABELS
from tests.analyse.standin import StandIn
from tests.drafts import make_draft
from ujar.analyse.draft import Draft, Entity, Passage, Sentence, Stretch, Token
from ujar.analyse.model import Model
from ujar.analyse.read_model import fill_tokens, name_spans, read_cues, read_draft, words_of
from ujar.analyse.reading import Reading
from ujar.record import Article


def test_tokens_take_tags_and_tree_of_their_passage() -> None:
    """Heads are counted in the passage; in the draft they point to the same words, roots to none."""
    draft = make_draft("a | b", "b | a | b")
    read_draft(draft, Model(StandIn()))
    assert [token.tag for token in draft.tokens] == ["NOUN", "VERB", "VERB", "NOUN", "VERB"]
    assert [token.head for token in draft.tokens] == [-1, 0, -1, 2, 3]
    assert [token.relation for token in draft.tokens] == ["root", "nsubj", "root", "nsubj", "nsubj"]


def test_fill_tokens_leaves_the_others_alone() -> None:
    """A reading of the second passage changes none of the first one's words."""
    draft = make_draft("satu NUM root 0 | dua NUM flat 1", "tiga | empat")
    fill_tokens(draft, draft.passages[1], Reading(["A", "B"], [1, -1], ["x", "root"], ["O"] * 2, ["O"] * 2, []))
    assert [(token.tag, token.head) for token in draft.tokens] == [("NUM", -1), ("NUM", 0), ("A", 3), ("B", -1)]


def test_each_passage_gets_its_reading() -> None:
    """A draft has a reading for each passage, in their order; one without words has none."""
    draft, empty = make_draft("a", "b | b"), Draft(Article.of(""))
    for one in (draft, empty):
        read_draft(one, Model(StandIn()))
    assert [reading.tags for reading in draft.readings] == [["NOUN"], ["VERB"] * 2]
    assert empty.readings == []


def test_reading_cues_changes_nothing_else() -> None:
    """A user's own tags and tree stay when only the cues are wanted."""
    draft = make_draft("a PROPN root 0 | b ADV advmod 1")
    read_cues(draft, Model(StandIn(cues={"b": "thought"})))
    assert [cue.mode for cue in draft.readings[0].cues] == ["thought"]
    assert [(token.tag, token.relation, token.head) for token in draft.tokens] == [
        ("PROPN", "root", -1),
        ("ADV", "advmod", 0),
    ]
    assert draft.entities == []


def test_names_are_runs_of_one_kind() -> None:
    """A B opens a name, an I goes on with one of its kind; another kind, an O or the end closes it."""
    labels = ("B-PER", "I-PER", "B-PER", "I-LOC", "O", "B-ORG")
    assert name_spans(labels) == [(0, 2, "PER"), (2, 3, "PER"), (3, 4, "LOC"), (5, 6, "ORG")]


def test_name_without_its_opening_label_is_a_name() -> None:
    """An I without its B opens a name as well."""
    assert name_spans(["O", "I-PER", "I-PER"]) == [(1, 3, "PER")]


def test_names_of_the_model_become_entities_of_the_draft() -> None:
    """Names of the second passage are counted from the draft's first word."""
    draft = make_draft("a | a", "a | b")
    read_draft(draft, Model(StandIn()))
    assert draft.entities == [Entity(Stretch(3, 4), LABELS.names[1].removeprefix("B-"))]


def test_words_of_a_cut_sentence_count_its_part_only() -> None:
    """A sentence that was too long is read in parts: each passage names only the words it holds."""
    tokens = [Token(2 * i, 2 * i + 1, "a", True) for i in range(5)]
    draft = Draft(Article.of("a a a a a"), tokens, [Sentence(Stretch(0, 5), 0)])
    draft.passages = [Passage(Stretch(0, 3), Stretch(0, 1)), Passage(Stretch(3, 5), Stretch(0, 1))]
    assert [list(words_of(draft, passage).sentences) for passage in draft.passages] == [[3], [2]]
    read_draft(draft, Model(StandIn()))
    assert [token.head for token in draft.tokens] == [-1, 0, 1, -1, 3]


def test_words_tell_what_stands_in_marks() -> None:
    """The model is told of each word whether it stands in a quotation, its marks among them."""
    draft = make_draft('kata | dia | , | " | +kami | siap | +" | .')
    words = words_of(draft, draft.passages[0])
    assert list(words.quoted) == [False] * 3 + [True] * 4 + [False]
    assert list(words.spaces) == [token.space for token in draft.tokens]
    assert list(words.sentences) == [8]
