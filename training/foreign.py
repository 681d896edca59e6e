"""Statements annotated in other languages, as examples: German parliament speeches, English frames.

None marks the head of a source, and none but the German one labels every cue, so their layers are partial:
a cue of unknown mode, a head that may be any word of the source, words of which nothing is known.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from training.examples import CueExample, Example, Extent, covered
from training.labels import CORPORA, CUE_TAGS, IGNORED, ROLES, UNKNOWN_CUE
from ujar.evaluate.gold_words import draft_of_words, quoted_words

LONGEST = 70  # words; what is longer costs time and teaches little
CLOSING = re.compile(r"[.,:;!?)\]}%]")
SOURCE, CONTENT, ADDRESSEE = (ROLES.index(role) for role in ("source", "content", "addressee"))


@cache
def maps() -> dict[str, Any]:
    """`foreign.toml`."""
    return tomllib.loads((Path(__file__).parent / "foreign.toml").read_text(encoding="utf-8"))


def foreign_examples(shared: Path) -> list[Example]:
    """All of them that have a cue, and German sentences without one (the only set that labels every cue)."""
    folder = shared / "attribution"
    return [
        *german_examples(sorted(folder.glob("de-spkatt/*/task1/*.json"))),
        *framenet_examples(folder / "en-framenet15.jsonl"),
        *propbank_examples(folder / "en-ewt-propbank.jsonl"),
    ]


def base_example(name: str, words: list[str], spaces: list[bool], corpus: str) -> Example:
    """An example without labels."""
    quoted = quoted_words(draft_of_words(words, spaces))
    return Example(name, words, spaces, quoted, corpus=CORPORA.index(corpus))


def spaces_of(words: Iterable[str]) -> list[bool]:
    """Blanks before all words but those that close something."""
    attached = maps()["attached"]
    return [not place or not (CLOSING.fullmatch(word) or word in attached) for place, word in enumerate(words)]


def german_examples(paths: Iterable[Path]) -> Iterator[Example]:
    """SpkAtt-2023, task 1: cue, source, message, addressee, by sentence and token."""
    for path in paths:
        document = json.loads(path.read_text(encoding="utf-8"))
        by_sentence: dict[int, list[dict[str, list[Extent]]]] = {}
        for row in document["Annotations"]:
            parts = {
                name: [(int(a), int(b)) for a, b in (place.split(":") for place in places)]
                for name, places in row.items()
                if isinstance(places, list)
            }
            if parts.get("Cue"):
                by_sentence.setdefault(parts["Cue"][0][0], []).append(parts)
        for sentence in document["Sentences"]:
            words = sentence["Tokens"]
            if 2 <= len(words) <= LONGEST:
                number = sentence["SentenceId"]
                example = base_example(f"{path.stem}-{number}", words, spaces_of(words), "de")
                add_german(example, number, by_sentence.get(number, []))
                yield example


def add_german(example: Example, sentence: int, annotations: list[dict[str, list[Extent]]]) -> None:
    """Label the cues of one sentence; what has no message here is a topic only, and no statement of ours."""
    size = len(example.words)
    tags = [0] * size
    for parts in annotations:
        roles = [0] * size
        for name, role in (("Message", CONTENT), ("Addr", ADDRESSEE), ("Source", SOURCE)):
            for row, place in parts.get(name, []):
                if row == sentence and place < size:
                    roles[place] = role
        cue = sorted(place for row, place in parts["Cue"] if row == sentence)
        if CONTENT in roles and cue:
            tags[cue[0]] = UNKNOWN_CUE
            for place in cue[1:]:
                if place - 1 in cue:
                    tags[place] = CUE_TAGS.index("inside")
            example.cues.append(CueExample(cue[0], without_preposition(roles, example.words), heads=False))
    example.cue_tags = tags


def framenet_examples(path: Path) -> Iterator[Example]:
    """FrameNet 1.5: one target a row, its frame and frame elements; the text is already cut at blanks."""
    modes = {frame: mode for mode, frames in maps()["framenet"]["modes"].items() for frame in frames}
    roles = {name: ROLES.index(role) for role, names in maps()["framenet"]["roles"].items() for name in names}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        mode = modes.get(row["frame"])
        offsets = [match.span() for match in re.finditer(r"\S+", row["text"])]
        if mode is None or not row["target"] or len(offsets) > LONGEST:
            continue
        labels = [0] * len(offsets)
        for name, start, end in row["fe"]:
            for place in covered(offsets, (start, end)) if name in roles else ():
                labels[place] = roles[name]
        cue = covered(offsets, (row["target"][0][0], row["target"][0][1]))
        if cue and CONTENT in labels:
            words = [row["text"][start:end] for start, end in offsets]
            example = base_example(row["sent"], words, [True] * len(words), "framenet")
            add_partial(example, cue[0], mode, labels)
            yield example


def propbank_examples(path: Path) -> Iterator[Example]:
    """EWT PropBank: the frames of saying, asking and thinking, by numbered arguments over tokens."""
    book = maps()["propbank"]
    modes = {verb: mode for mode, verbs in book["modes"].items() for verb in verbs}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not 3 <= len(row["tokens"]) <= LONGEST:
            continue
        example = base_example(row["sent"], row["tokens"], spaces_of(row["tokens"]), "propbank")
        for frame in row["frames"]:
            mode = modes.get(frame["pred"].split(".")[0])
            labels = propbank_roles(frame, len(row["tokens"]))
            if mode and frame["pred"] not in book["skipped"] and labels.count(CONTENT) > 1:
                add_partial(example, frame["idx"], mode, labels)
        if example.cues:
            yield example


def propbank_roles(frame: dict[str, Any], size: int) -> list[int]:
    """The role of every token as seen from one predicate."""
    book = maps()["propbank"]
    roles = {"ARG0": SOURCE, "ARG1": CONTENT, "ARG2": ADDRESSEE}
    if frame["pred"] in book["told_first"]:
        roles |= {"ARG1": ADDRESSEE, "ARG2": CONTENT}
    if frame["pred"] in book["without_addressee"]:
        del roles["ARG2"]
    labels = [0] * size
    for name, start, end in frame["args"]:
        role = roles.get(name.removeprefix("C-"))
        if role is not None:
            labels[start:end] = [role] * (end - start)
    return labels


def add_partial(example: Example, cue: int, mode: str, roles: list[int]) -> None:
    """Add a cue to an example of which only the marked cues are known."""
    tags = example.cue_tags or [IGNORED] * len(example.words)
    tags[cue] = CUE_TAGS.index(mode)
    example.cue_tags = tags
    example.cues.append(CueExample(cue, without_preposition(roles, example.words), heads=False))


def without_preposition(roles: list[int], words: list[str]) -> list[int]:
    """Our addressee excludes its preposition: "to the press" -> "the press"."""
    prepositions = maps()["prepositions"]
    return [
        0
        if role == ADDRESSEE and words[place].lower() in prepositions and (place == 0 or roles[place - 1] != ADDRESSEE)
        else role
        for place, role in enumerate(roles)
    ]
