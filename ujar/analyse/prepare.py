"""From an article to a draft whose words, sentences, quotations and passages are found."""

from __future__ import annotations

from ujar.analyse.draft import Draft
from ujar.analyse.passages import find_passages
from ujar.analyse.quotations import find_quotations
from ujar.analyse.sentences import find_sentences
from ujar.analyse.tokens import tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article

__all__ = ["prepare"]


def prepare(article: Article) -> Draft:
    """The draft of `article` before any model has read it.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    words = load_words(article.language, TokenWords)
    draft = Draft(article)
    tokenise(draft, words)
    find_sentences(draft, words)
    find_quotations(draft)
    find_passages(draft)
    return draft
