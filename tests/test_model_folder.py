"""The model that ships: complete, unchanged, small, with its licence and its card."""

from __future__ import annotations

from ujar.analyse.analyser import MODEL_FOLDER
from ujar.analyse.onnx_reader import MODEL_FILES, model_digest, read_labels
from ujar.record import Statement

MOST_BYTES = 32_000_000


def test_model_folder_holds_what_it_must() -> None:
    """Every file that the analyser opens is there, with licence and card."""
    names = {path.name for path in MODEL_FOLDER.iterdir()}
    assert names >= {*MODEL_FILES, "digest.txt", "LICENSE", "README.md"}


def test_model_digest_is_that_of_the_files() -> None:
    """Records name the digest: it must change with the files."""
    digest = (MODEL_FOLDER / "digest.txt").read_text(encoding="ascii").strip()
    assert digest == model_digest(MODEL_FOLDER)
    assert digest in (MODEL_FOLDER / "README.md").read_text(encoding="utf-8")


def test_model_is_small() -> None:
    """32 MB or less in all."""
    assert sum(path.stat().st_size for path in MODEL_FOLDER.iterdir()) <= MOST_BYTES


def test_model_knows_the_modes_of_the_record() -> None:
    """The cue labels between "none" and "inside" are the modes that a statement may have."""
    labels = read_labels(MODEL_FOLDER)
    modes = Statement.model_fields["mode"].annotation.__args__  # type: ignore[union-attr]
    assert set(labels.cues[1:-1]) == set(modes)
