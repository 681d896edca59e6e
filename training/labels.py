"""The label sets of the heads, in the order of their scores. They are written to `labels.json` beside the weights."""

from __future__ import annotations

TREEBANKS = ("csui", "pud", "gsd")  # the first is the one whose conventions the shipped parser follows
CORPORA = ("id", "de", "framenet", "propbank")  # whose notion of a statement the labels follow; the first is ours
CUE_TAGS = ("none", "speech", "directive", "attitude", "thought", "inside")
ROLES = ("none", "source", "head", "content", "addressee")
DISTANCES = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48)  # lower edges of the distance buckets, words from the cue

IGNORED = -100  # nothing is known of the word
UNKNOWN_CUE = -1  # the word is a cue, of a mode that the corpus does not tell
