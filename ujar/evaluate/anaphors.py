"""Whether pronouns and clitics lead to the right one: the part of coreference that names alone don't give."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from ujar.evaluate.chain_baselines import headed
from ujar.evaluate.chain_scores import Share
from ujar.evaluate.chains import Chain, Chains, ChainText
from ujar.evaluate.judged import Extent
from ujar.languages.schema import Words

__all__ = ["PronounWords", "count_anaphors", "is_anaphor"]

ANAPHORS = frozenset({"pronoun", "clitic", "first"})


class PronounWords(Words):
    """`speakers.toml`: words that name nobody by themselves, in small letters."""

    file: ClassVar[str] = "speakers.toml"
    pronouns: frozenset[str]


def is_anaphor(gold: ChainText, mention: Extent, pronouns: Collection[str]) -> bool:
    """Whether a mention is a pronoun or clitic: as the gold says, else by its word."""
    kind = gold.kinds.get(mention)
    return kind in ANAPHORS if kind is not None else headed(gold, mention).head.lower() in pronouns


def count_anaphors(gold: ChainText, found: Chains, pronouns: Collection[str]) -> Share:
    """The gold pronouns and clitics with a name or noun before them in their chain, and those of them that are right.

    One is right when the nearest name or noun before it in its found chain is of its gold chain. `found` goes by the
    gold's mentions where they answer them.
    """
    chain_at = {mention: chain for chain in found for mention in chain}
    right = whole = 0
    for chain in gold.chains:
        for mention in chain:
            if not is_anaphor(gold, mention, pronouns) or antecedent(gold, chain, mention, pronouns) is None:
                continue
            whole += 1
            right += antecedent(gold, chain_at.get(mention, ()), mention, pronouns) in chain
    return Share(right, whole)


def antecedent(gold: ChainText, chain: Chain, anaphor: Extent, pronouns: Collection[str]) -> Extent | None:
    """The last name or noun of a chain that ends before the anaphor begins; "ayahnya" is none of its -nya."""
    before = [m for m in chain if m[1] <= anaphor[0] and not is_anaphor(gold, m, pronouns)]
    return max(before, default=None)
