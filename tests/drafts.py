"""Drafts built by hand, so that a stage is tested without a model."""

from __future__ import annotations

from ujar.analyse.draft import Draft, Sentence, Stretch, Token
from ujar.record import Article

__all__ = ["make_draft"]

ENCLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun"})
CLOSING = frozenset(",.;:?!)]”’")
OPENING = frozenset("([“‘")


def make_draft(parse: str, text: str | None = None) -> Draft:
    """The draft of `form TAG relation head | ...`, one sentence a line; `head` counts from 1, 0 is the root.

    make_draft("ujar VERB root 0 | nya PRON nsubj 1")    the text is "ujarnya"

    The words stand in `text` in their order. Without it they are written with a space between, but none before an
    enclitic or a closing mark and none behind an opening one.
    """
    lines = [[word.split() for word in line.split("|")] for line in parse.strip().split("\n")]
    forms = [word[0] for line in lines for word in line]
    if text is None:
        text = write_text(forms)
    draft = Draft(Article.of(text))
    at = 0
    for line in lines:
        first = len(draft.tokens)
        for form, tag, relation, head in line:
            start = text.index(form, at)
            space = start == 0 or text[start - 1].isspace()
            at = start + len(form)
            draft.tokens.append(
                Token(start, at, form, space, tag, first + int(head) - 1 if int(head) else -1, relation)
            )
        draft.sentences.append(Sentence(Stretch(first, len(draft.tokens)), paragraph=0))
    return draft


def write_text(forms: list[str]) -> str:
    """The words as a writer would set them."""
    text = ""
    for form in forms:
        joined = not text or form in ENCLITICS or form in CLOSING or text[-1] in OPENING
        text += form if joined else f" {form}"
    return text
