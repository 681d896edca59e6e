"""Where each mention of a story stands: its sentence, its clause, the quotation and the statement around it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from ujar.analyse.draft import Draft, Mention

__all__ = ["Scene", "Setting", "make_scene"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Of one mention: counts of sentences and paragraphs from the start, and the verb it hangs on.

    `within` is the innermost statement whose content holds it, `source_of` the statement it is the source of;
    `quotation` the innermost quotation around it.
    """

    sentence: int
    paragraph: int
    headline: bool
    relation: str
    governor: int
    within: int | None
    source_of: int | None
    quotation: int | None
    embedded: bool  # inside another mention: "Rusia" in "Presiden Rusia"


@dataclass(slots=True)
class Scene:
    """The settings of all mentions, and the statements in the order of the text by the place of their cue."""

    settings: list[Setting] = field(default_factory=list)
    direct: set[int] = field(default_factory=set)  # statements in the speaker's own words
    begins_paragraph: list[bool] = field(default_factory=list)  # whether a mention is the first of its paragraph
    last_speaker: list[int | None] = field(default_factory=list)  # the last source before each mention
    last_outer_speaker: list[int | None] = field(default_factory=list)  # ... of a statement in nobody's content
    speakers: dict[int, int] = field(default_factory=dict)  # statement -> the mention that is its source


def make_scene(draft: Draft) -> Scene:
    """The settings of the draft's mentions, in their order."""
    starts = [sentence.tokens.first for sentence in draft.sentences]
    within = innermost_statements(draft)
    quotations = innermost_quotations(draft)
    sources = sources_by_head(draft)
    scene = Scene(direct={place for place, found in enumerate(draft.statements) if found.form in ("direct", "mixed")})
    reach = -1
    for mention in draft.mentions:
        at = mention.head.first
        number = bisect_right(starts, at) - 1
        sentence = draft.sentences[number]
        top = top_word(draft, mention)
        token = draft.tokens[top]
        scene.settings.append(
            Setting(
                number,
                sentence.paragraph,
                sentence.headline,
                token.relation,
                token.head,
                within.get(at),
                next((sources[place] for place in range(*mention.head) if place in sources), None),
                quotations.get(at),
                mention.tokens.last <= reach,
            )
        )
        reach = max(reach, mention.tokens.last)
    paragraphs = [setting.paragraph for setting in scene.settings]
    scene.begins_paragraph = [at == 0 or paragraphs[at - 1] != number for at, number in enumerate(paragraphs)]
    note_speakers(scene)
    return scene


def note_speakers(scene: Scene) -> None:
    """Who spoke last before each mention."""
    last: int | None = None
    outer: int | None = None
    for place, setting in enumerate(scene.settings):
        scene.last_speaker.append(last)
        scene.last_outer_speaker.append(outer)
        if setting.source_of is not None:
            scene.speakers.setdefault(setting.source_of, place)
            last = place
            outer = place if setting.within is None else outer


def top_word(draft: Draft, mention: Mention) -> int:
    """The word of a mention that hangs on a word outside of it."""
    first, last = mention.tokens
    return next((place for place in range(first, last) if not first <= draft.tokens[place].head < last), first)


def innermost_statements(draft: Draft) -> dict[int, int]:
    """Token -> the statement whose content holds it; the shortest content wins."""
    found: dict[int, int] = {}
    sizes = [sum(piece.last - piece.first for piece in statement.content) for statement in draft.statements]
    for place in sorted(range(len(sizes)), key=lambda place: -sizes[place]):
        found |= {token: place for piece in draft.statements[place].content for token in range(*piece)}
    return found


def innermost_quotations(draft: Draft) -> dict[int, int]:
    """Token -> the quotation around it; inner ones follow outer ones."""
    found: dict[int, int] = {}
    for place, quotation in enumerate(sorted(draft.quotations, key=lambda quotation: quotation.depth)):
        found |= dict.fromkeys(range(*quotation.tokens), place)
    return found


def sources_by_head(draft: Draft) -> dict[int, int]:
    """Token of a source's head -> its statement, the last of several that share it."""
    found: dict[int, int] = {}
    for place, statement in enumerate(draft.statements):
        head = statement.source_head or statement.source
        if head is not None:
            found |= dict.fromkeys(range(*head), place)
    return found
