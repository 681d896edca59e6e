"""German and English annotation to examples, on rows written here in the form of those corpora."""

from __future__ import annotations

import json
from pathlib import Path

from training.examples import Example
from training.foreign import foreign_examples, framenet_examples, german_examples, propbank_examples
from training.labels import CORPORA, CUE_TAGS, IGNORED, ROLES, UNKNOWN_CUE

GERMAN = {
    "Sentences": [
        {"SentenceId": 0, "Tokens": ["Frau", "Ahlers", "sagte", "zu", "uns", ",", "es", "regnet", "."]},
        {"SentenceId": 1, "Tokens": ["Es", "regnet", "."]},
        {"SentenceId": 2, "Tokens": ["Wir", "sprachen", "über", "Regen", "."]},
        {"SentenceId": 3, "Tokens": ["Ja"]},
    ],
    "Annotations": [
        {
            "Cue": ["0:2"],
            "Source": ["0:0", "0:1"],
            "Addr": ["0:3", "0:4"],
            "Message": ["0:6", "0:7", "1:0"],
            "Topic": [],
        },
        {"Cue": ["2:1"], "Source": ["2:0"], "Addr": [], "Message": [], "Topic": ["2:3"]},
    ],
}


def german(folder: Path) -> list[Example]:
    """The examples of a file like those of SpkAtt-2023."""
    path = folder / "rede.json"
    path.write_text(json.dumps(GERMAN), encoding="utf-8")
    return list(german_examples([path]))


def rows(path: Path, *found: object) -> Path:
    """A JSONL file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in found), encoding="utf-8")
    return path


def names_of(example: Example) -> list[str]:
    """The roles that the first cue gives the words."""
    return [ROLES[role] for role in example.cues[0].roles]


def test_german_cue_is_of_unknown_mode_and_its_source_has_no_head(tmp_path: Path):
    """The preposition of the addressee and what stands in the next sentence are no part of the roles."""
    said, *_ = german(tmp_path)
    assert said.cue_tags == [0, 0, UNKNOWN_CUE, 0, 0, 0, 0, 0, 0]
    assert names_of(said) == ["source", "source", "none", "none", "addressee", "none", "content", "content", "none"]
    assert not said.cues[0].heads
    assert said.corpus == CORPORA.index("de")


def test_german_sentence_without_a_message_has_no_cue(tmp_path: Path):
    """German labels every cue, so its other words are known to be none: a topic only is no statement of ours."""
    _, plain, topic = german(tmp_path)
    assert (plain.cue_tags, plain.cues) == ([0, 0, 0], [])
    assert (topic.cue_tags, topic.cues) == ([0] * 5, [])


def test_german_words_stand_apart_but_for_marks_that_close(tmp_path: Path):
    """A comma and a full stop follow their word without a blank."""
    assert german(tmp_path)[0].spaces == [True, True, True, True, True, False, True, True, False]


def test_framenet_row_tells_of_its_target_only(tmp_path: Path):
    """Nothing is known of the other words; frames and elements that we do not map are passed over."""
    text = "Ms Orde told the crew that fog was near ."
    row = {
        "sent": "7",
        "frame": "Telling",
        "text": text,
        "target": [[8, 12]],
        "fe": [["Speaker", 0, 7], ["Addressee", 13, 21], ["Message", 22, 39], ["Time", 0, 2]],
    }
    other = row | {"frame": "Assistance"}
    (example,) = framenet_examples(rows(tmp_path / "f.jsonl", other, row, row | {"target": []}))
    assert example.cue_tags == [IGNORED, IGNORED, CUE_TAGS.index("speech"), *[IGNORED] * 7]
    assert names_of(example) == [
        *("source", "source", "none", "addressee", "addressee"),
        *("content", "content", "content", "content", "none"),
    ]
    assert (example.corpus, example.cues[0].heads) == (CORPORA.index("framenet"), False)


def test_propbank_arguments_become_roles(tmp_path: Path):
    """ "say" has its content in ARG1; "warn" is told to ARG1 and has its content in ARG2; "add up" is no statement."""
    tokens = ["Ms", "Orde", "warned", "the", "crew", "of", "fog", "."]
    warned = {"pred": "warn.01", "idx": 2, "args": [["ARG0", 0, 2], ["V", 2, 3], ["ARG1", 3, 5], ["ARG2", 5, 7]]}
    added = {"pred": "add.02", "idx": 2, "args": [["ARG0", 0, 2], ["ARG1", 3, 7]]}
    path = rows(
        tmp_path / "p.jsonl",
        {"sent": "1", "tokens": tokens, "frames": [warned]},
        {"sent": "2", "tokens": tokens, "frames": [added]},
    )
    (example,) = propbank_examples(path)
    assert names_of(example) == [
        *("source", "source", "none", "addressee", "addressee"),
        *("content", "content", "none"),
    ]
    assert example.cue_tags == [IGNORED, IGNORED, CUE_TAGS.index("speech"), *[IGNORED] * 5]


def test_foreign_examples_are_read_from_the_folder_of_the_corpora(tmp_path: Path):
    """German from every folder of SpkAtt, English from the two files; all of it with the corpus it came from."""
    folder = tmp_path / "attribution"
    (folder / "de-spkatt/train/task1").mkdir(parents=True)
    german(folder / "de-spkatt/train/task1")
    frame = {"pred": "say.01", "idx": 1, "args": [["ARG0", 0, 1], ["ARG1", 2, 4]]}
    rows(folder / "en-ewt-propbank.jsonl", {"sent": "1", "tokens": ["Orde", "said", "no", "fog"], "frames": [frame]})
    rows(folder / "en-framenet15.jsonl")
    found = foreign_examples(tmp_path)
    assert [CORPORA[example.corpus] for example in found] == ["de", "de", "de", "propbank"]
