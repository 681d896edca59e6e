"""ujar inside spaCy. All but the last tests need no model: an analyser made by hand stands in its place."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.abc import MetaPathFinder

import pytest

from ujar.analyse.analyser import Analyser
from ujar.analyse.draft import Draft, Entity, FoundStatement, Stretch
from ujar.analyse.prepare import prepare
from ujar.errors import LanguageDataError, ModelError, RecordError
from ujar.record import Article, MadeBy

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install '.[spacy]'")

from spacy.language import Language  # noqa: E402  # only after the check that spaCy is there
from spacy.tokens import Doc, DocBin, Span  # noqa: E402

from ujar.adapters.doc_to_draft import draft_doc  # noqa: E402
from ujar.adapters.draft_to_doc import set_names, set_tags, set_tree  # noqa: E402
from ujar.adapters.spacy import UjarComponent  # noqa: E402

TEXT = 'Kapal itu siap.\n\n"Kami berlayar besok," ujarnya kepada Rano Wiguna.'
# Ours: Kapal itu siap . " Kami berlayar besok , " ujar nya kepada Rano Wiguna .
TAGS = "NOUN DET ADJ PUNCT PUNCT PRON VERB ADV PUNCT PUNCT VERB PRON ADP PROPN PROPN PUNCT"
HEADS = [2, 0, -1, 2, 6, 6, -1, 6, 6, 6, 6, 10, 13, 10, 13, 6]
RELATIONS = "nsubj det root punct punct nsubj root advmod punct punct parataxis nsubj case obl flat:name punct"


def fill(draft: Draft) -> None:
    """Tags and tree into the draft of TEXT, or of its beginning, as a model would write them."""
    for token, tag, head, relation in zip(draft.tokens, TAGS.split(), HEADS, RELATIONS.split(), strict=False):
        token.tag, token.head, token.relation = tag, head, relation


class HandAnalyser(Analyser):
    """Finds in each text the quotation that opens with its first mark."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def parse(self, article: Article) -> Draft:
        draft = prepare(article)
        if article.text == TEXT:
            fill(draft)
            draft.entities = [Entity(Stretch(13, 15), "PER")]
        self.attribute_only(draft)
        return draft

    def attribute_only(self, draft: Draft) -> None:
        self.read.append(draft.article.text)
        draft.statements = [FoundStatement([q.tokens], form="direct") for q in draft.quotations[:1]]

    def made_by(self, language: str) -> MadeBy:
        return MadeBy(ujar="test", model="by hand", language_data=language)


class WithoutSpacy(MetaPathFinder):
    """Makes the import of spaCy fail as if it were not installed."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        if fullname == "spacy":
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


@pytest.fixture(scope="module")
def blank() -> Language:
    """One for all tests: spaCy's Indonesian takes two seconds to set up."""
    return spacy.blank("id")


@pytest.fixture
def nlp(blank: Language) -> Iterator[Language]:
    """Indonesian without components."""
    yield blank
    for name in blank.pipe_names:
        blank.remove_pipe(name)


def test_component_gives_statements_at_offsets_of_the_doc(nlp: Language) -> None:
    """The record is of `doc.text` as it is, so its spans are the Doc's characters."""
    doc = UjarComponent(HandAnalyser())(nlp(TEXT))
    (statement,) = doc._.statements
    (content,) = statement.content
    assert doc.text[content.start : content.end] == content.text == '"Kami berlayar besok,"'
    assert doc.char_span(content.start, content.end) is not None
    assert doc._.record.article.text == TEXT
    assert doc._.events == ()


def test_text_with_odd_blanks_keeps_its_offsets(nlp: Language) -> None:
    """Nothing is stripped or mended on the way in."""
    text = '  \ufeff Kapal\u00a0itu \r\n\t"Kami berlayar besok," ujarnya. \n'
    doc = UjarComponent(HandAnalyser())(nlp(text))
    assert doc._.record.article.text == text
    assert doc._.statements[0].content[0].text == '"Kami berlayar besok,"'


def test_record_survives_a_doc_bin(nlp: Language) -> None:
    """A Doc stored with its user data comes back with the same record."""
    doc = UjarComponent(HandAnalyser())(nlp(TEXT))
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert back._.record == doc._.record


def test_joined_docs_lose_the_record_in_few_words(nlp: Language) -> None:
    """`Doc.from_docs` can't carry records over; its warning names the key and does not print the record."""
    component = UjarComponent(HandAnalyser())
    with pytest.warns(UserWarning, match="ujar_record") as heard:
        joined = Doc.from_docs([component(nlp(TEXT)), component(nlp(TEXT))])
    assert all(len(str(warning.message)) < 100 for warning in heard)
    with pytest.raises(RecordError, match="add_pipe"):
        _ = joined._.record


def test_doc_without_a_record_is_told_apart_from_one_without_statements(nlp: Language) -> None:
    """A Doc that never met ujar has no empty list of statements: asking is an error."""
    with pytest.raises(RecordError, match="add_pipe"):
        _ = nlp(TEXT)._.statements
    assert UjarComponent(HandAnalyser())(nlp("Kapal itu siap."))._.statements == ()


def test_part_of_a_doc_has_no_record(nlp: Language) -> None:
    """A Doc cut out of another one gets no record whose offsets would lie, with its user data or without."""
    doc = UjarComponent(HandAnalyser())(nlp(TEXT))
    for part in (doc[3:].as_doc(), doc[3:].as_doc(copy_user_data=True)):
        with pytest.raises(RecordError, match="add_pipe"):
            _ = part._.record


def test_record_of_another_text_is_refused(nlp: Language) -> None:
    """User data that was carried over by hand to another text is found out."""
    doc = UjarComponent(HandAnalyser())(nlp(TEXT))
    other = nlp("Kapal itu siap.")
    other.user_data = doc.user_data
    with pytest.raises(RecordError, match="another text"):
        _ = other._.record


@pytest.mark.parametrize("batch_size", [1, 2, 50])
def test_pipe_reads_docs_one_by_one_and_keeps_their_order(nlp: Language, batch_size: int) -> None:
    """Whatever the size of a batch, each Doc is read when it is asked for, and none before."""
    analyser = HandAnalyser()
    docs = [nlp(f'"Kapal nomor {number} sudah siap," katanya.') for number in range(5)]
    stream = UjarComponent(analyser).pipe(iter(docs), batch_size=batch_size)
    assert next(stream) is docs[0]
    assert analyser.read == [docs[0].text]
    assert [doc is other for doc, other in zip(stream, docs[1:], strict=True)] == [True] * 4
    assert ["nomor 3" in doc._.statements[0].content[0].text for doc in docs] == [False, False, False, True, False]


@pytest.mark.parametrize("text", ["", " \n ", "."])
@pytest.mark.parametrize("use_pipeline", [False, True])
def test_doc_with_nothing_to_read_gets_an_empty_record(nlp: Language, text: str, use_pipeline: bool) -> None:
    """Neither an empty Doc nor one of blanks is an error."""
    assert UjarComponent(HandAnalyser(), use_pipeline=use_pipeline)(nlp(text))._.statements == ()


def test_bare_doc_gets_tags_tree_and_names(nlp: Language) -> None:
    """Where the Doc has nothing, ujar's model fills in; "ujar" speaks for the token "ujarnya"."""
    doc = UjarComponent(HandAnalyser())(nlp(TEXT))
    words = {token.text: token for token in doc}
    assert (words["Kapal"].pos_, words["Kapal"].dep_, words["Kapal"].head.text) == ("NOUN", "nsubj", "siap")
    assert (words["ujarnya"].pos_, words["ujarnya"].dep_, words["ujarnya"].head.text) == (
        "VERB",
        "parataxis",
        "berlayar",
    )
    assert words["Rano"].head.text == "ujarnya"
    assert [(name.text, name.label_) for name in doc.ents] == [("Rano Wiguna", "PER")]
    assert [sentence.text.strip() for sentence in doc.sents] == TEXT.split("\n\n")


def test_doc_keeps_what_its_pipeline_set(nlp: Language) -> None:
    """Tags, names and sentences of earlier components are never overwritten, and no tree contradicts the sentences."""
    doc = nlp(TEXT)
    for token in doc:
        token.pos_ = "X"
        token.is_sent_start = token.i == 0
    doc.set_ents([Span(doc, 0, 1, label="SHIP")])
    UjarComponent(HandAnalyser())(doc)
    assert {token.pos_ for token in doc} == {"X"}
    assert [name.label_ for name in doc.ents] == ["SHIP"]
    assert len(list(doc.sents)) == 1
    assert not doc.has_annotation("DEP")


@pytest.mark.parametrize(
    "words",
    [
        ["Kapal itu", " ", "siap."],  # several of our words in one token
        ["Ka", "pal", " ", "i", "tu", " ", "siap", "."],  # one of our words in several tokens
        [" ", "Kapal", " ", "itu", " ", "siap", "."],  # a blank at the start
    ],
)
def test_tokens_cut_otherwise_still_give_a_tree(nlp: Language, words: list[str]) -> None:
    """However a Doc cuts its words, it gets one sentence with one root."""
    doc = Doc(nlp.vocab, words=words, spaces=[False] * len(words))
    draft = prepare(Article.of(doc.text))
    fill(draft)
    set_tags(doc, draft)
    set_tree(doc, draft)
    set_names(doc, draft)
    assert [token.dep_ for token in doc].count("ROOT") == 1
    assert len(list(doc.sents)) == 1
    assert {token.pos_ for token in doc if token.text in ("Ka", "pal", " ")} <= {""}


def parsed(nlp: Language) -> Doc:
    """A Doc of TEXT as a user's own pipeline might make it."""
    doc = nlp(TEXT)
    rano = next(token.i for token in doc if token.text == "Rano")
    second = next(token.i for token in doc if token.text == '"')
    for token in doc:
        token.pos_ = "SPACE" if token.is_space else "NOUN"
        root = 2 if token.i < second else rano
        token.head, token.dep_ = doc[root], "ROOT" if token.i == root else "NMOD"
    doc.set_ents([Span(doc, rano, rano + 2, label="PERSON"), Span(doc, 0, 1, label="PRODUCT")])
    return doc


def test_draft_of_a_doc_has_its_words_tree_names_and_sentences(nlp: Language) -> None:
    """White space is no word, relations are in small letters, and labels without a counterpart are left out."""
    doc = parsed(nlp)
    draft = draft_doc(doc, "id")
    assert [token.text for token in draft.tokens] == [token.text for token in doc if not token.is_space]
    assert all(TEXT[token.start : token.end] == token.text for token in draft.tokens)
    assert [token.head for token in draft.tokens[:4]] == [2, 2, -1, 2]
    assert {token.relation for token in draft.tokens} == {"root", "nmod"}
    rano = [token.text for token in draft.tokens].index("Rano")
    assert draft.entities == [Entity(Stretch(rano, rano + 2), "PER")]
    assert [(s.tokens, s.paragraph) for s in draft.sentences] == [
        (Stretch(0, 4), 0),
        (Stretch(4, len(draft.tokens)), 1),
    ]
    assert [passage.sentences for passage in draft.passages] == [Stretch(0, 1), Stretch(1, 2)]


def test_draft_of_a_bare_doc_finds_its_own_sentences(nlp: Language) -> None:
    """Without sentences in the Doc, ujar splits it; what the Doc does not know stays unknown."""
    draft = draft_doc(nlp(TEXT), "id")
    assert len(draft.sentences) == 2
    assert {(token.tag, token.head, token.relation) for token in draft.tokens} == {("X", -1, "dep")}


def test_pipeline_in_the_models_place_leaves_the_doc_alone(nlp: Language) -> None:
    """With `use_pipeline` the Doc gets a record, and nothing else is touched."""
    doc = parsed(nlp)
    before = doc.to_array(["POS", "HEAD", "DEP", "ENT_TYPE", "SENT_START"]).tolist()
    UjarComponent(HandAnalyser(), use_pipeline=True)(doc)
    assert doc.to_array(["POS", "HEAD", "DEP", "ENT_TYPE", "SENT_START"]).tolist() == before
    assert doc._.statements[0].content[0].text == '"Kami berlayar besok,"'


def test_factory_names_the_missing_model_folder(nlp: Language) -> None:
    """A wrong `model` fails when the component is added, not at the first Doc."""
    with pytest.raises(ModelError, match="nowhere"):
        nlp.add_pipe("ujar", config={"model": "nowhere"})


@pytest.mark.parametrize("language", ["xx", "Bahasa", "../id"])
def test_factory_names_the_language_that_has_no_word_lists(nlp: Language, language: str) -> None:
    """A language that ujar does not know fails when the component is added, and the error says how to name another."""
    with pytest.raises(LanguageDataError, match="can't read '" + language) as caught:
        nlp.add_pipe("ujar", config={"language": language})
    assert '"language"' in str(caught.value)


def test_language_of_the_pipeline_counts_unless_another_is_named() -> None:
    """A pipeline of no language ("xx") is told at once; with `language` it is as good as another."""
    with pytest.raises(LanguageDataError, match="can't read 'xx'"):
        spacy.blank("xx").add_pipe("ujar")
    with pytest.raises(ModelError, match="nowhere"):
        spacy.blank("xx").add_pipe("ujar", config={"language": "id", "model": "nowhere"})


def test_import_without_spacy_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks spaCy is told how to get it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "spacy"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [WithoutSpacy(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "ujar.adapters.spacy")
    with pytest.raises(ModuleNotFoundError, match=r"pip install '\.\[spacy\]'"):
        __import__("ujar.adapters.spacy")


def test_shipped_model_finds_the_same_in_spacy_and_out_of_it(nlp: Language, analyser: Analyser) -> None:
    """`nlp.add_pipe("ujar")` gives what `Analyser.analyse` gives, singly and in `nlp.pipe`."""
    nlp.add_pipe("ujar")
    expected = analyser.analyse(Article.of(TEXT))
    assert nlp(TEXT)._.record == expected
    assert [doc._.record for doc in nlp.pipe([TEXT, "Kapal itu siap.", TEXT])][::2] == [expected, expected]


def test_shipped_model_finds_cues_in_a_users_words(nlp: Language, analyser: Analyser) -> None:
    """With `use_pipeline` the cues are still found, in the Doc's own words."""
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("ujar", config={"use_pipeline": True})
    doc = nlp('"Kami berlayar besok pagi dari Ambon," kata nakhoda Rano Wiguna kepada wartawan.')
    (statement,) = doc._.statements
    assert statement.cue is not None
    assert statement.source is not None
    assert (statement.cue.span.text, statement.source.span.text) == ("kata", "nakhoda Rano Wiguna")
