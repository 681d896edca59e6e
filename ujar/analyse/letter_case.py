"""Headlines and texts in capitals: the model, which learned from running text, reads their words in small letters.

"Presiden Minta Semua Pihak Menahan Diri" is read as "Presiden minta semua pihak menahan diri".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ujar.analyse.draft import Draft, Token
from ujar.languages.schema import CueWords

__all__ = ["find_plain_words"]

TITLE_SHARE = 0.75  # of the longer words of a sentence begin with a capital: it is in title case, or all capitals
LONG = 4  # letters; shorter words ("di", "dan") stay small in a title
ENDS = frozenset({".", "!", "?"})
SHORTEST_BARE = 5  # letters of a verb that is met without its prefix
ANY = "?"
FEWEST = 3  # longer words; "Menteri Luar Negeri" alone is a name, no title


def find_plain_words(draft: Draft, words: CueWords) -> None:
    """Set `Token.plain` in sentences in title case or capitals.

    A word goes small if it is a known cue or stands small elsewhere in the article; of the others, a word in capitals
    keeps the first one only if the whole sentence shouts: "RI" in a title stays. A bare cue behind its subject takes
    the prefix that running text would give it: "Pakar Nilai ..." is read as "Pakar menilai ...".
    """
    seen = {token.text for token in draft.tokens if token.text.islower()} | set(words.known)
    seen |= {form for word in seen for form in bare_forms(word, words.active_prefixes)} - names_amid(draft)
    for sentence in draft.sentences:
        tokens = draft.tokens[sentence.tokens.first : sentence.tokens.last]
        long = [token.text for token in tokens if token.text.isalpha() and len(token.text) >= LONG]
        if len(long) < FEWEST or sum(text[0].isupper() for text in long) < TITLE_SHARE * len(long):
            continue
        shouts = all(text.isupper() for text in long)
        # "Pendirinya ialah Partai Pelopor, Partai Patriot, Partai Pemuda Indonesia." is running text full of names.
        if not shouts and tokens[-1].text in ENDS:
            continue
        for place, token in enumerate(tokens):
            token.plain = plain_word(token, first=not place, shouts=shouts, seen=seen)
        for before, token in pairwise(tokens):
            if before.text[:1].isupper() and before.text.lower() not in words.before_nouns:
                token.plain = words.titular.get(token.plain, token.plain)


def names_amid(draft: Draft) -> set[str]:
    """Words, in small letters, that stand with a capital amid a sentence in small letters: "berita" makes no "Rita"."""
    found = set()
    for sentence in draft.sentences:
        tokens = draft.tokens[sentence.tokens.first : sentence.tokens.last]
        if sum(token.text.islower() for token in tokens) * 2 > len(tokens):
            found |= {token.text.lower() for token in tokens[1:] if token.text[:1].isupper()}
    return found | {ANY + name[1:] for name in found}


def bare_forms(word: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    """The verb as a title has it, without the prefix that the body gives it: "melakukan" -> "lakukan".

    A nasal may stand for the first letter, which is then any: "menunda" -> "?unda" for "Tunda".
    """
    if word.startswith(prefixes):
        for start in range(2, 5):
            if len(word) - start >= SHORTEST_BARE - 1:
                yield word[start:]
                yield ANY + word[start:]


def plain_word(token: Token, *, first: bool, shouts: bool, seen: set[str]) -> str:
    """How the word would stand in running text."""
    lower = token.text.lower()
    known = lower in seen or (len(lower) >= SHORTEST_BARE and ANY + lower[1:] in seen)
    if known and (shouts or not token.text.isupper()):
        return lower.capitalize() if first else lower
    return token.text.capitalize() if shouts and len(token.text) >= LONG else token.text
