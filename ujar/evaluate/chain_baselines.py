"""The ways to make chains that are scored side by side: the record's, and mentions with the same word for a head."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from ujar.evaluate.chain_matching import head_word
from ujar.evaluate.chains import Chains, ChainText, mentions_of
from ujar.evaluate.judged import Extent

__all__ = ["SYSTEMS", "HeadedMention", "System", "gold_mentions", "headed", "same_head_chains"]

System = Callable[[ChainText, Chains, Collection[str]], Chains]  # the gold, what the record has, and the pronouns


class HeadedMention(NamedTuple):
    """A mention and the word that stands for it, as written."""

    extent: Extent
    head: str


def same_head_chains(mentions: Iterable[HeadedMention], apart: Collection[str] = ()) -> Chains:
    """Chains of the mentions with the same head in small letters.

    With nothing `apart` every "ia" of a text is one person, which is the naive baseline. Those whose head is `apart`,
    pronouns and clitics, are chains of one: the better baseline.
    """
    chains: dict[tuple[str, Extent | None], list[Extent]] = {}
    for extent, head in mentions:
        key = head.lower()
        chains.setdefault((key, extent if key in apart else None), []).append(extent)
    return tuple(tuple(sorted(chain)) for chain in chains.values())


def gold_mentions(gold: ChainText) -> list[HeadedMention]:
    """The mentions of the gold, with their heads guessed from their kinds."""
    return [headed(gold, mention) for mention in mentions_of(gold.chains)]


def headed(gold: ChainText, mention: Extent) -> HeadedMention:
    """A mention of the gold's text, be it gold or found, with its head."""
    return HeadedMention(mention, gold.text[slice(*head_word(gold.text, mention, gold.kinds.get(mention)))])


def our_chains(gold: ChainText, found: Chains, pronouns: Collection[str]) -> Chains:
    """The record's chains as they are."""
    return found


def baseline(of_gold: bool, pronouns_apart: bool) -> System:
    """A baseline over the gold's mentions or over those that were found."""

    def chains(gold: ChainText, found: Chains, pronouns: Collection[str]) -> Chains:
        mentions: list[HeadedMention] = (
            gold_mentions(gold) if of_gold else [headed(gold, mention) for mention in mentions_of(found)]
        )
        return same_head_chains(mentions, pronouns if pronouns_apart else ())

    return chains


SYSTEMS: dict[str, System] = {
    "ujar": our_chains,
    "heads": baseline(of_gold=False, pronouns_apart=False),
    "heads, no pronouns": baseline(of_gold=False, pronouns_apart=True),
    "gold heads": baseline(of_gold=True, pronouns_apart=False),
    "gold heads, no pronouns": baseline(of_gold=True, pronouns_apart=True),
}
