"""A reader with made-up scores, so that batching and decoding are tested without a model folder."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from tests.analyse.handmade import LABELS
from ujar.analyse.pieces import META, Pieces
from ujar.analyse.reading import Floats, Indices, Labels, RoleInput, TrunkInput, TrunkScores

UNKNOWN = 3
LETTERS = "abcdefghijklmnopqrstuvwxyz.,"
FIRST_LETTER = UNKNOWN + 2  # the id of "a"; the blank's mark stands before it
SURE = 20.0  # a score that leaves the others next to nothing


def letter_pieces() -> Pieces:
    """A vocabulary of single letters: every letter is a piece, and so is the blank before a word."""
    scored = [(name, 0.0) for name in ("<s>", "<pad>", "</s>", "<unk>", META, *LETTERS)]
    return Pieces(Tokenizer(Unigram(scored, unk_id=UNKNOWN, byte_fallback=False)), {}, UNKNOWN)


@dataclass
class StandIn:
    """See `ujar.analyse.model.Reader`. A word is read by its last letter, which is all that its state holds.

    `cues` gives a word's cue label by its last letter, `roles` the role of the words with that letter; a word hangs on
    the one before it, the first of the passage on the root. Padding is read as the letter `padding`, since a network
    has scores for it too. `relation` is the likeliest everywhere. `seen` keeps the batches.
    """

    cues: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    labels: Labels = LABELS
    pieces: Pieces = field(default_factory=letter_pieces)
    padding: str = "a"
    relation: str = "nsubj"
    seen: list[TrunkInput] = field(default_factory=list)

    def run_trunk(self, batch: TrunkInput) -> TrunkScores:
        """Scores that follow from the last letter of each word."""
        self.seen.append(batch)
        letters = np.take_along_axis(batch.pieces, batch.lasts, 1)
        letters[batch.lasts == 0] = FIRST_LETTER + LETTERS.index(self.padding)
        rows, size = letters.shape
        arcs = np.zeros((rows, size, size + 1), np.float32)
        arcs[:, np.arange(size), np.arange(size)] = SURE
        relations = np.zeros((rows, size, len(self.labels.relations)), np.float32)
        relations[:, :, self.labels.relations.index(self.relation)] = SURE
        return TrunkScores(
            tags=self._by_parity(letters, len(self.labels.tags)),
            names=self._by_parity(letters, len(self.labels.names)),
            news_names=self._by_parity(letters, len(self.labels.news_names)),
            arcs=arcs,
            relation_heads=np.zeros((rows, size + 1, relations.shape[2]), np.float32),
            relation_dependents=relations,
            cues=self._by_letter(letters, self.cues, self.labels.cues),
            states=letters[:, :, None].astype(np.float32),
        )

    def run_relations(self, heads: Floats, dependents: Floats) -> Floats:
        """The scores that lie in the states of the dependents."""
        assert len(heads) == len(dependents)
        return dependents.copy()

    def run_roles(self, batch: RoleInput) -> Floats:
        """The role of each word by its last letter, whatever the cue."""
        return self._by_letter(batch.words[:, :, 0].astype(np.int64), self.roles, self.labels.roles)

    def _by_parity(self, letters: Indices, labels: int) -> Floats:
        """The first label for "a", "c", ..., the second for "b", "d", ..."""
        scores = np.zeros((*letters.shape, labels), np.float32)
        scores[:, :, 0] = SURE * ((letters - FIRST_LETTER) % 2 == 0)
        scores[:, :, 1] = SURE * ((letters - FIRST_LETTER) % 2 == 1)
        return scores

    def _by_letter(self, letters: Indices, chosen: dict[str, str], labels: tuple[str, ...]) -> Floats:
        scores = np.zeros((*letters.shape, len(labels)), np.float32)
        scores[:, :, 0] = SURE / 2
        for letter, label in chosen.items():
            places = letters == FIRST_LETTER + LETTERS.index(letter)
            scores[places] = SURE * (np.arange(len(labels)) == labels.index(label))
        return scores
