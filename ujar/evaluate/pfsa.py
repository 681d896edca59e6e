"""Reads and scores PFSA-ID: Indonesian stories in two columns, with public figures' direct speech in BILOU labels.

The corpus labels a public figure's quotation that a cue follows ('"...," kata Wening') and nothing else: indirect
speech bears no label, nor does what private persons say, nor the quotation that goes on after the cue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText
from ujar.evaluate.pfsa_stories import Labelled, PfsaStory, read_stories
from ujar.evaluate.rates import Percent, Rate
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words

__all__ = ["PfsaScores", "judge_story", "read_pfsa", "score_pfsa"]

STATEMENT, CUE, CLITIC_CUE = "STATEMENT", "CUE", "CUECOREF"
PERSONS = ("PERSON", "PERSONCOREF")
SOURCES = (*PERSONS, "ROLE", "AFFILIATION")
# One word may stand between a quotation and its cue, or between two parts of a source: the comma.
NEAR = 1


@dataclass(frozen=True)
class PfsaScores:
    """Word by word, in percent: the quotations, the cues, and who is named (or meant by a clitic) at the cues.

    `recall_by_label` holds the share of the words at the cues of each label that were found; which of the labels
    it is nobody predicts.
    """

    statement: Rate
    cue: Rate
    source: Rate
    recall_by_label: dict[str, Percent]

    @property
    def average(self) -> Percent:
        """The mean of the three F1, None if one of them is of nothing."""
        rates = [rate.f1 for rate in (self.statement, self.cue, self.source)]
        return None if None in rates else sum(rate or 0.0 for rate in rates) / len(rates)


def read_pfsa(path: Path, language: str = "id") -> list[JudgedText]:
    """The stories of a PFSA-ID file for the scorer.

    Raises:
        GoldError: the file can't be read, or its labels are no BILOU.
    """
    return [judge_story(story, language) for story in read_stories(path, language)]


def judge_story(story: PfsaStory, language: str = "id") -> JudgedText:
    """The quotations of a story as statements, each with the cue and the source that stand beside it."""
    clitics = load_words(language, ScoringWords).attached
    quotations = [run for run in story.runs if run.kind == STATEMENT]
    found = (judge_quotation(story, f"s{number}", quotation, clitics) for number, quotation in enumerate(quotations, 1))
    return JudgedText(story.id, story.text, tuple(found), direct_only=True)


def judge_quotation(story: PfsaStory, name: str, quotation: Labelled, clitics: Iterable[str]) -> JudgedStatement:
    """One quotation for the scorer."""
    run = cue_of(story, quotation)
    cue = None if run is None else story.extent(run)
    person = None if run is None else person_of(story, run)
    source = head = None if person is None else story.extent(person)
    if person is not None and person is run and cue is not None:
        cue, head = cut_clitic(story.text, cue, clitics)
        source = head
    elif person is not None:
        source = widen(story, person)
    return JudgedStatement(
        id=name,
        content=(story.extent(quotation),),
        cue=cue,
        source=source,
        source_head=head,
        addressees=(),
        form="direct",
        mode="speech",
        polarity="asserted",
    )


def cue_of(story: PfsaStory, quotation: Labelled) -> Labelled | None:
    """The cue right behind a quotation ('"...," kata Wening'), else the one before it in the sentence."""
    cues = [run for run in story.runs if run.kind in (CUE, CLITIC_CUE)]
    behind = [run for run in cues if 0 <= run.first - quotation.last <= NEAR]
    before = [run for run in cues if run.last <= quotation.first and run.sentence == quotation.sentence]
    return behind[0] if behind else before[-1] if before else None


def person_of(story: PfsaStory, cue: Labelled) -> Labelled | None:
    """Who speaks: the first person behind the cue in its sentence, else the last before it; a clitic's own cue."""
    if cue.kind == CLITIC_CUE:
        return cue
    near = [run for run in story.runs if run.kind in PERSONS and run.sentence == cue.sentence]
    behind = [run for run in near if run.first >= cue.last]
    return behind[0] if behind else near[-1] if near else None


def cut_clitic(text: str, cue: Extent, clitics: Iterable[str]) -> tuple[Extent, Extent]:
    """The cue and the source of "ujarnya"; both are the whole word where no clitic ends it."""
    word = text[slice(*cue)].lower()
    length = max((len(clitic) for clitic in clitics if word.endswith(clitic) and word != clitic), default=0)
    cut = cue[1] - length
    return ((cue[0], cut), (cut, cue[1])) if length else (cue, cue)


def widen(story: PfsaStory, person: Labelled) -> Extent:
    """The source around a person: role, organisation and name are labelled one by one, with a comma between."""
    parts = [run for run in story.runs if run.kind in SOURCES and run.sentence == person.sentence]
    place = parts.index(person)
    first = last = place
    while first and parts[first].first - parts[first - 1].last <= NEAR:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1].first - parts[last].last <= NEAR:
        last += 1
    return story.extent(parts[first])[0], story.extent(parts[last])[1]


def score_pfsa(gold: Sequence[PfsaStory], predicted: Sequence[JudgedText]) -> PfsaScores:
    """Score what was found in the stories, word by word as the corpus is labelled; texts are matched by their id.

    Only direct statements are looked at: indirect and mixed ones found are neither right nor wrong. A word counts as
    found if a character of it is inside; of "ujarnya" the cue holds the first part, the source the second, and
    the word counts for both, as its label CUECOREF says.
    """
    by_id = {text.id: text for text in predicted}
    counts: Counter[tuple[str, str]] = Counter()
    for story in gold:
        found = by_id.get(story.id)
        count_story(counts, story, [s for s in found.statements if s.form == "direct"] if found else [])
    statement, cue, source = (rate_of(counts, figure) for figure in ("statement", "cue", "source"))
    labels = {label: rate_of(counts, label).recall for label in (*PERSONS, CLITIC_CUE)}
    return PfsaScores(statement, cue, source, labels)


def rate_of(counts: Counter[tuple[str, str]], figure: str) -> Rate:
    """The rate of one figure."""
    return Rate.of(counts[figure, "right"], counts[figure, "predicted"], counts[figure, "gold"])


def count_story(counts: Counter[tuple[str, str]], story: PfsaStory, found: Sequence[JudgedStatement]) -> None:
    """Add the words of one story."""
    cues = [run for run in story.runs if run.kind in (CUE, CLITIC_CUE)]
    people = {person for person in (person_of(story, cue) for cue in cues) if person}
    heads = words_in(story, [s.source_head for s in found if s.source_head and s.cue])
    sides = {
        "statement": (places([r for r in story.runs if r.kind == STATEMENT]), words_in(story, pieces(found))),
        "cue": (places(cues), words_in(story, [s.cue for s in found if s.cue])),
        "source": (places(people), heads),
    }
    for label in (*PERSONS, CLITIC_CUE):
        sides[label] = (places([person for person in people if person.kind == label]), heads)
    for figure, (ours, theirs) in sides.items():
        counts.update({(figure, "gold"): len(ours), (figure, "predicted"): len(theirs)})
        counts[figure, "right"] += len(ours & theirs)


def pieces(found: Iterable[JudgedStatement]) -> list[Extent]:
    """All pieces of all contents."""
    return [piece for statement in found for piece in statement.content]


def places(runs: Iterable[Labelled]) -> set[int]:
    """The words of the runs."""
    return {place for run in runs for place in range(run.first, run.last)}


def words_in(story: PfsaStory, extents: Iterable[Extent]) -> set[int]:
    """The words of which a character lies in one of the extents."""
    inside = {place for extent in extents for place in range(*extent)}
    return {place for place, (start, end) in enumerate(story.words) if not inside.isdisjoint(range(start, end))}
