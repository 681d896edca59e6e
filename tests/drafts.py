"""Drafts built by hand, so that a stage is tested without a model."""

from __future__ import annotations

from ujar.analyse.draft import Draft, Passage, Sentence, Stretch, Token
from ujar.analyse.quotations import find_quotations
from ujar.record import Article

__all__ = ["make_draft"]

ENCLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun"})
CLOSING = frozenset(",.;:?!)]”’")
OPENING = frozenset("([“‘")


def make_draft(*sentences: str) -> Draft:
    """A draft of sentences written as `form TAG relation head | ...`; `head` counts from 1, 0 is the root.

    make_draft("ujar VERB root 0 | nya PRON nsubj 1")    the text is "ujarnya"

    A form may stand without its parse. Words are set with a blank between, but none before an enclitic or a closing
    mark, behind an opening one, or before a form that begins with "+". All is one paragraph; a sentence is a passage.
    """
    draft = Draft(Article.of(""))
    text = ""
    for place, sentence in enumerate(sentences):
        first = len(draft.tokens)
        for written in sentence.split("|"):
            form, *parse = written.split()
            joined = is_joined(text, form)
            form = form.removeprefix("+") if len(form) > 1 else form
            text += "" if joined else " "
            token = Token(len(text), len(text) + len(form), form, not joined or not text)
            if parse:
                token.tag, token.relation = parse[0], parse[1]
                token.head = first + int(parse[2]) - 1 if int(parse[2]) else -1
            draft.tokens.append(token)
            text += form
        draft.sentences.append(Sentence(Stretch(first, len(draft.tokens)), paragraph=0))
        draft.passages.append(Passage(Stretch(first, len(draft.tokens)), Stretch(place, place + 1)))
    draft.article = Article.of(text)
    find_quotations(draft)
    return draft


def is_joined(text: str, form: str) -> bool:
    """Whether a writer sets the form without a blank before it."""
    forced = form.startswith("+") and len(form) > 1
    return not text or forced or form in ENCLITICS or form in CLOSING or text[-1] in OPENING
