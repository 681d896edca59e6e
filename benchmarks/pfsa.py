"""Score the direct speech of PFSA-ID, word by word: quotations, cues, and who stands at the cues.

    python benchmarks/pfsa.py dev-20.txt [--model FOLDER]

Indirect speech is unlabelled in that corpus, and so is what private persons say: the first is passed over, the
second counts against precision. Its licence (CC BY-NC-SA 4.0) keeps the file out of this repository.
"""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from ujar.analyse import load_analyser
from ujar.evaluate.evaluation import analyse_gold
from ujar.evaluate.pfsa import judge_story, score_pfsa
from ujar.evaluate.pfsa_stories import read_stories
from ujar.evaluate.rates import shown


def main() -> None:
    """Print the figures of one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", type=Path, help="a model in place of the shipped one")
    chosen = parser.parse_args()
    stories = read_stories(chosen.file)
    scores = score_pfsa(stories, list(analyse_gold([judge_story(s) for s in stories], load_analyser(chosen.model))))
    print(f"{len(stories)} stories, {sum(len(story.words) for story in stories)} words")
    for name, rate in (("statement", scores.statement), ("cue", scores.cue), ("source", scores.source)):
        print(f"{name:10} P {shown(rate.precision)}  R {shown(rate.recall)}  F1 {shown(rate.f1)}")
    print(f"{'average':10} F1 {shown(scores.average)}")
    print("recall at the cues: " + ", ".join(f"{label} {shown(r)}" for label, r in scores.recall_by_label.items()))
    print(f"{'data':10} sha256 {hashlib.sha256(chosen.file.read_bytes()).hexdigest()[:16]}")


if __name__ == "__main__":
    main()
