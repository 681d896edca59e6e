"""Known cues: lemma and mode."""

from __future__ import annotations

import pytest

from tests.drafts import make_draft
from ujar.analyse.draft import FoundStatement, Stretch
from ujar.analyse.known_cues import name_cues
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


@pytest.mark.parametrize(
    ("cue", "lemma", "mode"),
    [
        ("Mengapresiasi", "apresiasi", "attitude"),
        ("menyambut | baik", "sambut", "attitude"),
        ("disebut | - | sebut", "sebut", "speech"),
        ("berharap", "harap", "thought"),
        ("mendesak", "desak", "directive"),
        ("menolak", "tolak", "thought"),  # its mode hangs on the sentence, so the model's stays
        ("menggergaji", None, "thought"),
    ],
)
def test_a_known_cue_gives_lemma_and_mode(cue: str, lemma: str | None, mode: str) -> None:
    """Whatever mode the model chose; a cue that is not listed keeps it."""
    draft = make_draft(f"{cue} | itu")
    size = cue.count("|") + 1
    draft.statements = [FoundStatement([Stretch(size, size + 1)], cue=Stretch(0, size), mode="thought")]
    name_cues(draft, WORDS)
    assert (draft.statements[0].lemma, draft.statements[0].mode) == (lemma, mode)


def test_a_form_belongs_to_one_lemma() -> None:
    """The word list says so itself: a form that is listed twice is an error of the file."""
    with pytest.raises(ValueError, match="'kata' is listed twice"):
        CueWords.model_validate(WORDS.model_dump() | {"lemmas": {"speech": {"a": ["kata"], "b": ["kata"]}}})
