"""From an article to a draft whose words, sentences, quotations and passages are found."""

from __future__ import annotations

from ujar.analyse.draft import Draft
from ujar.analyse.passages import find_passages
from ujar.analyse.quotations import find_quotations
from ujar.analyse.sentences import find_sentences
from ujar.analyse.tokens import tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article

__all__ = ["find_units", "prepare"]


def prepare(article: Article) -> Draft:
    """The draft of `article` before any model has read it.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    words = load_words(article.language, TokenWords)
    draft = Draft(article)
    tokenise(draft, words)
    find_units(draft)
    return draft


def find_units(draft: Draft) -> None:
    """Fill in the sentences, unless there are some, then the quotations and the passages; needs tokens.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    if not draft.sentences:
        find_sentences(draft, load_words(draft.article.language, TokenWords))
    find_quotations(draft)
    find_passages(draft)
