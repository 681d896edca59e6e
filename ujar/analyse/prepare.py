"""From an article to a draft whose words, sentences, quotations and passages are found."""

from __future__ import annotations

from ujar.analyse.draft import Draft
from ujar.analyse.stages import BEFORE, load_tools
from ujar.record import Article

__all__ = ["find_units", "prepare"]


def prepare(article: Article) -> Draft:
    """The draft of `article` before any model has read it.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    draft = Draft(article)
    find_units(draft)
    return draft


def find_units(draft: Draft) -> None:
    """Run the stages before the model; tokens and sentences that are there already stay.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    tools = load_tools(draft.article.language)
    given = {"tokens": bool(draft.tokens), "sentences": bool(draft.sentences)}
    for stage in BEFORE:
        if not given.get(stage.name, False):
            stage.run(draft, tools)
