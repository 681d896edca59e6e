"""Scores statements against gold, as section 8 of the annotation guidelines defines it.

Content is compared as the set of word tokens inside its pieces (so marks and edge punctuation do not count) less one
initial complementiser. The statements of a text are aligned one-to-one by the largest total content overlap; overlap
of the cues breaks ties. "At t" means: the overlap is at least t of the gold tokens *and* of the predicted tokens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linear_sum_assignment

__all__ = ["Extent", "JudgedStatement", "JudgedText", "Rates", "StatementScores", "score_statements"]

Extent = tuple[int, int]

WORD = re.compile(r"\w+")
# The scorer's own normalisation (guidelines, section 8), not a lexicon: whoever changes it changes what scores mean.
COMPLEMENTISERS = frozenset({"bahwa", "agar", "supaya", "untuk", "kalau", "apakah", "that", "to", "whether", "if"})
CORE = frozenset({"speech", "directive"})
THRESHOLDS = {"0.3": 0.3, "0.8": 0.8}


@dataclass(frozen=True)
class JudgedStatement:
    """A statement as the scorer sees it; extents are half-open code points of the text."""

    id: str
    content: tuple[Extent, ...]
    cue: Extent | None
    source: Extent | None
    source_head: Extent | None
    addressees: tuple[Extent, ...]
    form: str
    mode: str
    polarity: str
    parent: str | None = None
    continues: str | None = None
    unit: str = "body"
    source_entity: str | None = None


@dataclass(frozen=True)
class JudgedText:
    """A text with its statements."""

    id: str
    text: str
    statements: tuple[JudgedStatement, ...]


@dataclass(frozen=True)
class Rates:
    """Precision, recall and F1 in percent."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Rates:
        """Rates from counts; 0 where there is nothing to count."""
        return cls(percent(right, predicted), percent(right, gold), percent(2 * right, predicted + gold))


@dataclass(frozen=True)
class StatementScores:
    """Every figure in percent. `intervals` are bootstrap 95 % intervals of F1 over the texts."""

    gold: int
    predicted: int
    detection: dict[str, Rates]  # at "0.3", "0.8"
    exact_content: Rates
    strict: Rates
    cue: Rates
    content_tokens: Rates
    source_characters: Rates
    addressee_tokens: Rates
    addressee: Rates
    nested: Rates
    source_exact: float
    source_head: float
    mode: float
    form: float
    polarity: float
    by_form: dict[str, Rates] = field(default_factory=dict)
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    def as_dict(self) -> dict[str, float | list[float]]:
        """The figures by name, F1 where there are rates."""
        flat: dict[str, float | list[float]] = {"gold": self.gold, "predicted": self.predicted}
        flat |= {f"F1@{name}": rates.f1 for name, rates in self.detection.items()}
        for name in ("exact_content", "strict", "cue", "content_tokens", "source_characters", "addressee", "nested"):
            flat[name] = getattr(self, name).f1
        for name in ("source_exact", "source_head", "mode", "form", "polarity"):
            flat[name] = getattr(self, name)
        flat |= {f"F1@0.8 {name}": rates.f1 for name, rates in self.by_form.items()}
        flat |= {f"{name} interval": list(ends) for name, ends in self.intervals.items()}
        return flat

    def line(self) -> str:
        """The main figures in one line."""
        return (
            f"gold {self.gold} found {self.predicted}  F1@0.3 {self.detection['0.3'].f1} F1@0.8 {self.detection['0.8'].f1} "
            f"strict {self.strict.f1}  cue {self.cue.f1}  source {self.source_exact}/{self.source_head}  "
            f"addressee {self.addressee.f1}  nested {self.nested.f1}  mode {self.mode} form {self.form} "
            f"polarity {self.polarity}"
        )


@dataclass(frozen=True)
class View:
    """A statement as sets: start offsets of content and addressee words, offsets of letters of cue, source and head."""

    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    head: frozenset[int]
    addressees: frozenset[int]
    statement: JudgedStatement


def score_statements(
    gold: Sequence[JudgedText],
    predicted: Sequence[JudgedText],
    *,
    core: bool = False,
    depth0: bool = False,
    bootstrap: int = 0,
    seed: int = 0,
) -> StatementScores:
    """Score `predicted` against `gold`; a gold text without a prediction counts as missed.

    Args:
        core: only speech and directive.
        depth0: only statements that lie in no other.
        bootstrap: how many resamples the intervals rest on; 0 = no intervals.

    Raises:
        ValueError: a predicted text differs from the gold text of its id.
    """
    by_id = {text.id: text for text in predicted}
    counts = []
    for text in gold:
        found = by_id.get(text.id)
        if found is not None and found.text != text.text:
            raise ValueError(f"{text.id}: the predicted text differs from the gold text")
        ours = list(kept(found.statements, core, depth0)) if found else []
        counts.append(count_text(text.text, list(kept(text.statements, core, depth0)), ours))
    return summarise(sum(counts, Counter()), intervals_of(counts, bootstrap, seed) if bootstrap else {})


def kept(statements: Sequence[JudgedStatement], core: bool, depth0: bool) -> Iterator[JudgedStatement]:
    """The statements that are scored: free ones never are (guidelines, section 6b)."""
    for statement in statements:
        if statement.form != "free" and not (core and statement.mode not in CORE) and not (depth0 and statement.parent):
            yield statement


def view(text: str, statement: JudgedStatement) -> View:
    """What of the statement is compared."""
    source = (statement.source,) if statement.source else ()
    head = (statement.source_head,) if statement.source_head else source
    cue = (statement.cue,) if statement.cue else ()
    return View(
        word_starts(text, statement.content),
        # A cue may be ":", which has no letter; then its place stands for it.
        letters(text, cue) or frozenset(extent[0] for extent in cue),
        letters(text, source),
        letters(text, head),
        word_starts(text, statement.addressees),
        statement,
    )


def word_starts(text: str, pieces: Sequence[Extent]) -> frozenset[int]:
    """Starts of the words in the pieces, less an initial complementiser if more words follow."""
    words = [(start + m.start(), m.group().lower()) for start, end in sorted(pieces) for m in WORD.finditer(text[start:end])]
    if len(words) > 1 and words[0][1] in COMPLEMENTISERS:
        words = words[1:]
    return frozenset(start for start, _ in words)


def letters(text: str, pieces: Sequence[Extent]) -> frozenset[int]:
    """Offsets of letters and digits in the pieces."""
    return frozenset(place for start, end in pieces for place in range(start, end) if text[place].isalnum())


def align(gold: Sequence[View], predicted: Sequence[View]) -> list[tuple[View, View]]:
    """Pairs of gold and predicted statements."""
    if not gold or not predicted:
        return []
    weights = np.array([[likeness(ours, theirs) for theirs in predicted] for ours in gold])
    rows, columns = linear_sum_assignment(-weights)
    return [(gold[i], predicted[j]) for i, j in zip(rows, columns, strict=True) if weights[i, j] > 0]


def likeness(gold: View, predicted: View) -> float:
    """Shared content words; the cue breaks ties. Two statements without any content meet by their cues."""
    shared = len(gold.content & predicted.content)
    if not shared and (gold.content or predicted.content):
        return 0.0
    return shared + 0.1 * bool(gold.cue & predicted.cue) + 0.01 * (not gold.cue and not predicted.cue)


def overlaps_enough(gold: View, predicted: View, threshold: float) -> bool:
    """Whether the shared words are `threshold` of both sides."""
    shared = len(gold.content & predicted.content)
    return shared >= threshold * len(gold.content) and shared >= threshold * len(predicted.content)


def is_strict(gold: View, predicted: View) -> bool:
    """Content equal, cue overlapping (or none on both sides), source head equal."""
    same_cue = bool(gold.cue & predicted.cue) or (not gold.cue and not predicted.cue)
    return gold.content == predicted.content and same_cue and gold.head == predicted.head


def count_text(text: str, gold: list[JudgedStatement], predicted: list[JudgedStatement]) -> Counter[str]:
    """All counts of one text."""
    counts: Counter[str] = Counter()
    theirs = [view(text, statement) for statement in gold]
    ours = [view(text, statement) for statement in predicted]
    for side, views in (("gold", theirs), ("predicted", ours)):
        for one in views:
            counts.update(side_counts(one, side))
    counts["cue right"] += shared_cues(theirs, ours)
    for their, our in align(theirs, ours):
        counts.update(pair_counts(their, our))
    return counts


def side_counts(one: View, side: str) -> Counter[str]:
    """What one statement adds to the totals of its side."""
    form = one.statement.form
    return Counter(
        {
            f"all {side}": 1,
            f"form {form} {side}": 1,
            f"nested {side}": int(one.statement.parent is not None),
            f"cue {side}": int(bool(one.cue)),
            f"addressee {side}": int(bool(one.addressees)),
            f"content tokens {side}": len(one.content),
            f"source characters {side}": len(one.source),
            f"addressee tokens {side}": len(one.addressees),
        }
    )


def shared_cues(gold: Sequence[View], predicted: Sequence[View]) -> int:
    """Gold cues that a predicted cue of its own overlaps."""
    if not gold or not predicted:
        return 0
    shared = np.array([[len(their.cue & our.cue) for our in predicted] for their in gold])
    rows, columns = linear_sum_assignment(-shared)
    return int((shared[rows, columns] > 0).sum())


def pair_counts(gold: View, predicted: View) -> Counter[str]:
    """What an aligned pair adds."""
    counts: Counter[str] = Counter()
    for name, threshold in THRESHOLDS.items():
        counts[f"at {name}"] += overlaps_enough(gold, predicted, threshold)
    counts["exact"] += gold.content == predicted.content
    counts["strict"] += is_strict(gold, predicted)
    counts["content tokens right"] += len(gold.content & predicted.content)
    counts["source characters right"] += len(gold.source & predicted.source)
    counts["addressee tokens right"] += len(gold.addressees & predicted.addressees)
    counts["addressee right"] += bool(gold.addressees & predicted.addressees)
    if overlaps_enough(gold, predicted, THRESHOLDS["0.8"]):
        counts["nested right"] += gold.statement.parent is not None and predicted.statement.parent is not None
        counts[f"form {gold.statement.form} found"] += 1
        counts[f"form {predicted.statement.form} right"] += 1
    if overlaps_enough(gold, predicted, THRESHOLDS["0.3"]):
        counts["pairs"] += 1
        counts["source exact"] += gold.source == predicted.source
        counts["source head"] += gold.head == predicted.head
        for layer in ("mode", "form", "polarity"):
            counts[layer] += getattr(gold.statement, layer) == getattr(predicted.statement, layer)
    return counts


def summarise(counts: Counter[str], intervals: dict[str, tuple[float, float]]) -> StatementScores:
    """Counts to figures."""

    def rates(right: str, side: str) -> Rates:
        return Rates.of(counts[right], counts[f"{side} predicted"], counts[f"{side} gold"])

    forms = sorted({key.split()[1] for key in counts if key.startswith("form ")})
    return StatementScores(
        gold=counts["all gold"],
        predicted=counts["all predicted"],
        detection={name: rates(f"at {name}", "all") for name in THRESHOLDS},
        exact_content=rates("exact", "all"),
        strict=rates("strict", "all"),
        cue=rates("cue right", "cue"),
        content_tokens=rates("content tokens right", "content tokens"),
        source_characters=rates("source characters right", "source characters"),
        addressee_tokens=rates("addressee tokens right", "addressee tokens"),
        addressee=rates("addressee right", "addressee"),
        nested=rates("nested right", "nested"),
        **{name: percent(counts[name.replace("_", " ")], counts["pairs"]) for name in ("source_exact", "source_head")},
        **{name: percent(counts[name], counts["pairs"]) for name in ("mode", "form", "polarity")},
        by_form={form: form_rates(counts, form) for form in forms},
        intervals=intervals,
    )


def form_rates(counts: Counter[str], form: str) -> Rates:
    """Detection at 0.8 of one form: recall over gold statements of the form, precision over predicted ones."""
    precision = percent(counts[f"form {form} right"], counts[f"form {form} predicted"])
    recall = percent(counts[f"form {form} found"], counts[f"form {form} gold"])
    return Rates(precision, recall, round(2 * precision * recall / max(precision + recall, 1e-9), 1))


def intervals_of(counts: Sequence[Counter[str]], resamples: int, seed: int) -> dict[str, tuple[float, float]]:
    """95 % intervals of F1 at 0.8 and strict, texts drawn with replacement."""
    table = np.array([[c["at 0.8"], c["strict"], c["all predicted"], c["all gold"]] for c in counts])
    generator = np.random.default_rng(seed)
    sums = np.array([table[generator.integers(0, len(table), len(table))].sum(0) for _ in range(resamples)])
    f1 = 200 * sums[:, :2] / np.maximum(sums[:, 2:].sum(1, keepdims=True), 1)
    low, high = np.percentile(f1, [2.5, 97.5], axis=0).round(1)
    return {"F1@0.8": (float(low[0]), float(high[0])), "strict": (float(low[1]), float(high[1]))}


def percent(part: int, whole: int) -> float:
    """A share in percent, one decimal."""
    return round(100 * part / max(whole, 1), 1)
