"""Score words and sentences against a Universal Dependencies file, the way of the CoNLL 2018 shared task.

    python benchmarks/tokens.py FILE.conllu [--language id] [--show]

Words: each `# text =` line on its own. Sentences: the texts joined with one blank into one long paragraph.
Both are matched by offsets that leave white space out; a file's words keep the spelling of the text.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from ujar.analyse.draft import Draft
from ujar.analyse.sentences import find_sentences
from ujar.analyse.tokens import split_words, tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article


@dataclass
class Gold:
    """One sentence: its text and its words; a contraction whose words respell it (can't) is cut at its end."""

    text: str
    words: list[tuple[int, int]]  # offsets into the text


def read_gold(path: Path) -> list[Gold]:
    """The sentences of a CoNLL-U file."""
    sentences = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        if text is not None:
            rows = [line.split("\t") for line in lines if line and line[0] != "#"]
            sentences.append(Gold(text, _align(text, rows)))
    return sentences


def _align(text: str, rows: list[list[str]]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position, inner_until = 0, 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inner_until, surface_end = int(row[0].split("-")[1]), text.find(row[1], position) + len(row[1])
            continue
        start = text.find(row[1], position)
        if int(row[0]) <= inner_until and (start < 0 or start + len(row[1]) > surface_end):
            start = position  # respelt: give it what is left
            spans.append((start, surface_end))
            position = surface_end
            continue
        spans.append((start, start + len(row[1])))
        position = start + len(row[1])
    return spans


def f1(gold: set[tuple[int, int]], found: set[tuple[int, int]]) -> float:
    """F1 in percent of two sets of spans."""
    return 200 * len(gold & found) / (len(gold) + len(found))


def score_words(sentences: list[Gold], words: TokenWords, show: bool) -> float:
    """F1 of the words, text by text."""
    hits = total = 0
    for sentence in sentences:
        found = split_words(sentence.text, 0, len(sentence.text), words)
        gold, ours = set(sentence.words), set(found)
        hits += len(gold & ours)
        total += len(gold) + len(ours)
        if show and gold != ours:
            cut = [sorted(sentence.text[a:b] for a, b in side) for side in (gold - ours, ours - gold)]
            print("gold", cut[0], "ours", cut[1])
    return 200 * hits / total


def score_sentences(sentences: list[Gold], words: TokenWords, language: str, show: bool) -> float:
    """F1 of the sentences in the joined text."""
    text, spans = "", []
    for sentence in sentences:
        stripped = sentence.text.strip()
        spans.append((len(text), len(text) + len(stripped)))
        text += stripped + " "
    draft = Draft(Article.of(text, language=language))
    tokenise(draft, words)
    find_sentences(draft, words)
    found = [(draft.tokens[s.tokens.first].start, draft.tokens[s.tokens.last - 1].end) for s in draft.sentences]
    if show:
        for start, end in sorted(set(found) - set(spans)):
            print("ours:", text[start:end])
        for start, end in sorted(set(spans) - set(found)):
            print("gold:", text[start:end])
    return f1(set(spans), set(found))


def main() -> None:
    """Print the figures of one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="id")
    parser.add_argument("--show", action="store_true", help="print every difference")
    chosen = parser.parse_args()
    words = load_words(chosen.language, TokenWords)
    sentences = read_gold(chosen.file)
    text = "\n".join(sentence.text for sentence in sentences)
    began = time.perf_counter()
    count = len(split_words(text, 0, len(text), words))
    speed = count / (time.perf_counter() - began)
    print(f"words      {score_words(sentences, words, chosen.show):.2f} F1   {speed:,.0f} words a second")
    print(f"sentences  {score_sentences(sentences, words, chosen.language, chosen.show):.2f} F1")
    print(f"data       sha256 {hashlib.sha256(chosen.file.read_bytes()).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
