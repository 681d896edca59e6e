"""Draft to CoNLL-U: words, tags and trees as UD writes them, names and statement roles in MISC."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from ujar.analyse.draft import Draft, Sentence, Stretch, Token
from ujar.render.plain import one_line

__all__ = ["render_conllu"]

ID_DIGITS = 12  # of the article's id, in each sentence's id
LONGEST_CLITIC = 4  # letters


def render_conllu(draft: Draft, write: Callable[[str], object], *, source: str | None = None) -> None:
    """Give `draft` as a CoNLL-U document to `write`, line by line, each sentence followed by an empty line.

    Words that were one in the text ("ujar" + "nya") stand below a range line. MISC holds `Entity=B-PER` and, by the
    statements' ids, `Cue=s1`, `Source=s1`, `Addressee=s1`, `Content=s1,s2`. `source` is the path of the story.
    """
    notes = _find_notes(draft)
    write(f"# newdoc id = {draft.article.id}\n")
    if source is not None:
        write(f"# source = {one_line(source)}\n")
    paragraph = None
    for number, sentence in enumerate(draft.sentences, 1):
        if sentence.tokens.first == sentence.tokens.last:
            continue
        if sentence.paragraph != paragraph:
            write("# newpar\n")
            paragraph = sentence.paragraph
        for line in _sentence_lines(draft, sentence, f"{draft.article.id[:ID_DIGITS]}-{number}", notes):
            write(f"{line}\n")
        write("\n")


def _sentence_lines(draft: Draft, sentence: Sentence, name: str, notes: dict[int, list[str]]) -> Iterator[str]:
    first = sentence.tokens.first
    heads = _find_heads(draft.tokens, sentence.tokens)
    yield f"# sent_id = {name}"
    yield f"# text = {_text(draft.tokens, sentence.tokens)}"
    for start, end in _words(draft.tokens, sentence.tokens):
        space = [] if _space_after(draft.tokens, end - 1) else ["SpaceAfter=No"]
        if end - start > 1:
            form = "".join(one_line(token.text) for token in draft.tokens[start:end])
            yield _line(f"{start - first + 1}-{end - first}", form, misc=space)
            space = []
        for place in range(start, end):
            token = draft.tokens[place]
            head, relation = heads[place]
            misc = sorted((*notes.get(place, ()), *space))
            yield _line(str(place - first + 1), one_line(token.text) or "_", token.tag, str(head), relation, misc)


def _line(
    number: str, form: str, tag: str = "_", head: str = "_", relation: str = "_", misc: list[str] | None = None
) -> str:
    return "\t".join((number, form, "_", tag, "_", "_", head, relation, "_", "|".join(misc or ()) or "_"))


def _words(tokens: list[Token], stretch: Stretch) -> Iterator[Stretch]:
    """The words as written: a word and the clitics that were split from it are one."""
    start = stretch.first
    for place in range(stretch.first + 1, stretch.last + 1):
        if place == stretch.last or not _is_clitic(tokens[place - 1], tokens[place]):
            yield Stretch(start, place)
            start = place


def _is_clitic(left: Token, right: Token) -> bool:
    """Whether `right` was split from `left`: they touch, letter to letter, and it is short."""
    touches = left.end == right.start and left.text[-1:].isalpha() and right.text[:1].isalpha()
    return touches and len(right.text) <= LONGEST_CLITIC


def _space_after(tokens: list[Token], place: int) -> bool:
    return place + 1 == len(tokens) or tokens[place + 1].space or tokens[place].end != tokens[place + 1].start


def _text(tokens: list[Token], stretch: Stretch) -> str:
    """The sentence from its words, as a reader of the file puts it together again."""
    places = range(*stretch)
    words = [one_line(tokens[place].text) + (" " if _space_after(tokens, place) else "") for place in places]
    return "".join(words).rstrip()


def _find_heads(tokens: list[Token], stretch: Stretch) -> dict[int, tuple[int, str]]:
    """Head (1-based, 0 = root) and relation of each token.

    CoNLL-U has one root a sentence; a token whose head stands in another sentence hangs on the root.
    """
    heads: dict[int, tuple[int, str]] = {}
    root = next((place for place in range(*stretch) if _is_top(tokens, place, stretch)), stretch.first)
    for place in range(*stretch):
        token = tokens[place]
        if place == root:
            heads[place] = (0, "root")
        elif _is_top(tokens, place, stretch):
            heads[place] = (root - stretch.first + 1, "parataxis" if token.relation == "root" else token.relation)
        else:
            heads[place] = (token.head - stretch.first + 1, token.relation)
    return heads


def _is_top(tokens: list[Token], place: int, stretch: Stretch) -> bool:
    return not stretch.first <= tokens[place].head < stretch.last


def _find_notes(draft: Draft) -> dict[int, list[str]]:
    """What MISC says of each token: its name, and its part in each statement."""
    notes: dict[int, list[str]] = defaultdict(list)
    for entity in draft.entities:
        for place in range(*entity.tokens):
            notes[place].append(f"Entity={'B' if place == entity.tokens.first else 'I'}-{entity.kind}")
    parts: dict[tuple[int, str], list[str]] = defaultdict(list)
    for number, part, stretch in _parts(draft):
        for place in range(*stretch):
            parts[place, part].append(f"s{number}")
    for (place, part), names in parts.items():
        notes[place].append(f"{part}={','.join(names)}")
    return notes


def _parts(draft: Draft) -> Iterator[tuple[int, str, Stretch]]:
    for number, statement in enumerate(draft.statements, 1):
        if statement.cue:
            yield number, "Cue", statement.cue
        if statement.source:
            yield number, "Source", statement.source
        yield from ((number, "Content", piece) for piece in statement.content)
        yield from ((number, "Addressee", addressee) for addressee in statement.addressees)
