"""Reads and scores PFSA-ID: Indonesian stories in two columns, with public figures' direct speech in BILOU labels.

The corpus labels a quotation that a cue follows ('"...," kata Wening') and nothing else: indirect speech bears no
label, nor does the quotation that goes on after the cue. Its tokens have lost their white space and their paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ujar.errors import GoldError
from ujar.evaluate.entities import guess_spaces
from ujar.evaluate.files import numbered_blocks
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText
from ujar.evaluate.rates import Percent, Rate
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words

__all__ = ["Labelled", "PfsaScores", "PfsaStory", "judge_story", "read_pfsa", "read_stories", "score_pfsa"]

LABEL = re.compile(r"O|[BILU]-[A-Z]+")
STATEMENT, CUE, CLITIC_CUE = "STATEMENT", "CUE", "CUECOREF"
PERSONS = ("PERSON", "PERSONCOREF")
SOURCES = (*PERSONS, "ROLE", "AFFILIATION")
# "JAKARTA, KOMPAS — Harga ...": the dash within the first words, after a name in capitals.
DATELINE_DASH, DATELINE_WORDS = "—", 9
# One word may stand between a quotation and its cue, or between two parts of a source: the comma.
NEAR = 1
MARKS = str.maketrans("“”", '""')  # the corpus opens and closes with the same mark, by turns
JOINERS = frozenset("-/")


@dataclass(frozen=True)
class Row:
    """A token of the file: its line, the sentence it stands in, and its label."""

    line: int
    sentence: int
    word: str
    label: str


@dataclass(frozen=True)
class Labelled:
    """A labelled run of words, [first, last), in the sentence where it ends."""

    first: int
    last: int
    kind: str
    sentence: int


@dataclass(frozen=True)
class PfsaStory:
    """A story of the corpus: its text, the extents of its words in it, and its labelled runs in their order."""

    id: str
    text: str
    words: tuple[Extent, ...]
    runs: tuple[Labelled, ...]

    def extent(self, run: Labelled) -> Extent:
        """Where a run stands in the text."""
        return self.words[run.first][0], self.words[run.last - 1][1]


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


def read_stories(path: Path, language: str = "id") -> list[PfsaStory]:
    """The stories of a PFSA-ID file with their labels, the text rebuilt from the tokens.

    A story begins with its dateline, or else with the next sentence that holds an ISSUE, of which each has one.

    Raises:
        GoldError: as above.
    """
    sentences = [
        [parse_row(path, number, place, line) for number, line in block]
        for place, block in enumerate(numbered_blocks(path))
    ]
    stories = list(split_stories(sentences))
    width = len(str(len(stories)))
    return [make_story(path, f"{number:0{width}}", rows, language) for number, rows in enumerate(stories, 1)]


def parse_row(path: Path, number: int, sentence: int, line: str) -> Row:
    """The word and the label of a line."""
    columns = line.split()
    if len(columns) != 2:
        raise GoldError(path, number, f"has {len(columns)} columns, not a word and its label")
    if not LABEL.fullmatch(columns[1]):
        raise GoldError(path, number, f"{columns[1]!r} is no BILOU label")
    return Row(number, sentence, *columns)


def split_stories(sentences: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of each story."""
    story: list[Row] = []
    has_issue = False
    for sentence in sentences:
        issue = any(row.label in ("B-ISSUE", "U-ISSUE") for row in sentence)
        # No story begins amid a quotation: the corpus cuts sentences inside them.
        inside = sentence[0].label[:2] in ("I-", "L-")
        if story and not inside and (opens_story(sentence) or (issue and has_issue)):
            yield story
            story, has_issue = [], False
        story.extend(sentence)
        has_issue = has_issue or issue
    if story:
        yield story


def opens_story(sentence: Sequence[Row]) -> bool:
    """Whether it begins with a dateline."""
    start = sentence[:DATELINE_WORDS]
    return any(row.word == DATELINE_DASH and before.word.isupper() for before, row in zip(start, start[1:], strict=False))


def make_story(path: Path, name: str, rows: Sequence[Row], language: str) -> PfsaStory:
    """The story of the rows."""
    text, words = "", []
    for row, space in zip(rows, place_spaces([row.word for row in rows], language), strict=True):
        text += " " * (space and bool(text))
        words.append((len(text), len(text) + len(row.word)))
        text += row.word
    return PfsaStory(name, text, tuple(words), tuple(find_runs(path, rows)))


def place_spaces(words: Sequence[str], language: str) -> list[bool]:
    """Whether a blank stood before each word. Kompas writes dashes as "—", so "Covid - 19" was "Covid-19"."""
    spaces = guess_spaces([word.translate(MARKS) for word in words], language)
    joined = [word in JOINERS or before in JOINERS for before, word in zip(["", *words], words, strict=False)]
    return [space and not join for space, join in zip(spaces, joined, strict=True)]


def find_runs(path: Path, rows: Sequence[Row]) -> Iterator[Labelled]:
    """The labelled runs of a story."""
    first: int | None = None
    for place, row in enumerate(rows):
        position, _, kind = row.label.partition("-")
        if (position in "IL") != (first is not None) or (first is not None and kind != rows[first].label[2:]):
            raise GoldError(path, row.line, f"{row.label!r} can't follow {rows[place - 1].label if place else 'nothing'!r}")
        if position == "B":
            first = place
        if position in "LU":
            yield Labelled(place if first is None else first, place + 1, kind, row.sentence)
            first = None
    if first is not None:
        raise GoldError(path, rows[-1].line, f"the {rows[first].label[2:]} of line {rows[first].line} has no end")


def judge_story(story: PfsaStory, language: str = "id") -> JudgedText:
    """The quotations of a story as statements, each with the cue and the source that stand beside it."""
    clitics = load_words(language, ScoringWords).attached
    quotations = [run for run in story.runs if run.kind == STATEMENT]
    found = (
        judge_quotation(story, f"s{number}", quotation, clitics) for number, quotation in enumerate(quotations, 1)
    )
    return JudgedText(story.id, story.text, tuple(found))


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
    rates = (
        Rate.of(counts[figure, "right"], counts[figure, "predicted"], counts[figure, "gold"])
        for figure in ("statement", "cue", "source")
    )
    labels = {
        label: Rate.of(counts[label, "right"], 0, counts[label, "gold"]).recall for label in (*PERSONS, CLITIC_CUE)
    }
    return PfsaScores(*rates, recall_by_label=labels)


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
