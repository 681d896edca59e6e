"""What a language is: word lists in TOML, each validated by its model here, and the loader.

`load_words("id", WireWords)` reads `ujar/languages/id/wire.toml`; the file's name is the model's `file`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache, cached_property
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ujar.errors import LanguageDataError
from ujar.record import Mode

__all__ = ["CueWords", "KnownCue", "WireWords", "Words", "language_folder", "load_words"]


class Words(BaseModel):
    """One word list of a language. Subclasses name their file and their keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    file: ClassVar[str]


W = TypeVar("W", bound=Words)


def language_folder(language: str) -> Path:
    """The folder that holds the word lists of `language` (ISO 639-1)."""
    return Path(__file__).parent / language


@cache
def load_words(language: str, model: type[W]) -> W:
    """The word list `model` of `language`.

    Raises:
        LanguageDataError: the file is missing, is no TOML, or a key does not fit; names file and key.
    """
    path = language_folder(language) / model.file
    try:
        with path.open("rb") as stream:
            return model.model_validate(tomllib.load(stream))
    except FileNotFoundError:
        raise LanguageDataError(path, "there is no such word list") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(path, str(error)) from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise LanguageDataError(path, f"{key}: {first['msg']}") from None


class WireLabels(BaseModel):
    """The words before a name above or below a story: "Pewarta", "Editor"."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reporters: tuple[str, ...]
    editors: tuple[str, ...]
    translators: tuple[str, ...]
    sources: tuple[str, ...]
    copyright: tuple[str, ...]


class WireClutter(BaseModel):
    """What stands among the paragraphs and is not the story: whole `lines`, `openers` of lines, `inline` openers."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    lines: tuple[str, ...]
    openers: tuple[str, ...]
    inline: tuple[str, ...]


class WireWords(Words):
    """How the wire stories of a language are framed. `agencies` and `outlets`: name -> its other written forms."""

    file: ClassVar[str] = "wire.toml"
    day_first: bool
    home: tuple[str, ...]
    particles: tuple[str, ...]
    joiners: tuple[str, ...]
    name_ends: tuple[str, ...]
    relays: tuple[str, ...]
    closers: tuple[str, ...]
    weekdays: tuple[str, ...]
    places: tuple[str, ...]
    months: dict[str, int]
    zones: dict[str, str]
    agencies: dict[str, tuple[str, ...]]
    outlets: dict[str, tuple[str, ...]]
    labels: WireLabels
    clutter: WireClutter

    @cached_property
    def relayers(self) -> frozenset[str]:
        """Every written form of the agencies and outlets, in small letters."""
        return frozenset(
            form.lower()
            for names in (self.agencies, self.outlets)
            for name, forms in names.items()
            for form in (name, *forms)
        )


class Clitic(BaseModel):
    """An ending that is a word of its own. Empty `hosts` and `patterns`: it leaves any host of `shortest` letters."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ending: str = Field(min_length=1)
    shortest: int = Field(2, ge=1, description="letters of the shortest host, where any host will do")
    hosts: tuple[str, ...] = Field((), description="the words it is split from, in small letters")
    patterns: tuple[str, ...] = Field((), description="regular expressions of whole hosts, beside `hosts`")
    unsplit: tuple[str, ...] = Field((), description="words with this ending that stay whole, in small letters")
    unsplit_patterns: tuple[str, ...] = Field((), description="regular expressions of whole words that stay whole")


class TokenWords(Words):
    """How text falls into words, sentences and quotations."""

    file: ClassVar[str] = "tokens.toml"
    clitics: tuple[Clitic, ...] = ()
    abbreviations: tuple[str, ...] = Field((), description="written with a full stop, given here without the last one")
    numbered_abbreviations: tuple[str, ...] = Field((), description='with a full stop before a number only: "No. 5"')
    closing_abbreviations: tuple[str, ...] = Field((), description="those that may end a sentence")
    currencies: tuple[str, ...] = Field((), description='written before a number without a space: "Rp500"')
    domains: tuple[str, ...] = Field((), description='what ends a domain name: "com"')
    binding_prefixes: tuple[str, ...] = Field((), description='first parts of one word: "al" of "Al-Jadaan"')
    split_hyphens: bool = Field(False, description="whether the parts of every hyphenated word are words")
    cues: tuple[str, ...] = Field((), description='what opens a cue clause: "kata" in "..., kata juru bicara"')
    starters: tuple[str, ...] = Field((), description="open a sentence even where no full stop stands")
    openers: tuple[str, ...] = Field((), description="tie what follows to the sentence, be it in marks: \"untuk\"")


class KnownCue(NamedTuple):
    """A listed form of a cue. `mode` is None where it hangs on the sentence."""

    lemma: str
    mode: Mode | None


class CueWords(Words):
    """`cues.toml`: the known cues and the words around them, in lower case.

    `lemmas`: by mode and lemma the forms of the cue; a form belongs to one lemma. `ambiguous`: forms of no sure mode.
    """

    file: ClassVar[str] = "cues.toml"
    lemmas: dict[Mode, dict[str, tuple[str, ...]]]
    ambiguous: frozenset[str]
    certain: frozenset[str]
    reasons: frozenset[str]
    before_reasons: frozenset[str]
    behind_reasons: frozenset[str]
    topical: frozenset[str]
    first_person: frozenset[str]
    negations: frozenset[str]
    denials: frozenset[str]
    denials_in_speech: frozenset[str]
    futures: frozenset[str]
    conditionals: frozenset[str]
    questions: frozenset[str]
    question_markers: frozenset[str]
    pointers: frozenset[str]
    adverbial_pointers: frozenset[str]
    pointing_cues: frozenset[str]
    joiners: frozenset[str]
    pointing_fillers: frozenset[str]
    agents: frozenset[str]
    relays: frozenset[str]
    citing: frozenset[str]
    agency_words: frozenset[str]
    active_pointing_cues: frozenset[str]
    bare_pointing_cues: frozenset[str]
    pointer_ends: frozenset[str]
    object_clitics: frozenset[str]
    addressing: frozenset[str]
    speaker_nouns: frozenset[str]
    titles: frozenset[str]
    never_cues: frozenset[str]
    light_verbs: frozenset[str]
    agentless_cues: frozenset[str]
    passive_prefix: str
    own_act_cues: frozenset[str]
    purpose: frozenset[str]
    active_prefixes: tuple[str, ...]
    no_sources: frozenset[str]
    askers: frozenset[str]
    others_acts: frozenset[str]
    feelings: frozenset[str]
    needs: frozenset[str]
    courtesies: frozenset[str]
    attributes: frozenset[str]
    phrase_words: frozenset[str]
    time_words: frozenset[str]
    titular_prefixes: tuple[str, ...]
    bound_prefixes: tuple[str, ...]
    noun_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    inverted: frozenset[str]
    before_nouns: frozenset[str]
    things: frozenset[str]
    showing: frozenset[str]
    showers: frozenset[str]
    possible: frozenset[str]
    possible_cues: frozenset[str]
    softeners: frozenset[str]
    topic_cues: frozenset[str]
    requested: frozenset[str]
    compounds: frozenset[str]
    deputies: frozenset[str]
    connectives: tuple[str, ...]
    reported_links: dict[str, Literal["in", "out"]]
    pointing_nouns: frozenset[str]
    quoted_nouns: frozenset[str]

    @cached_property
    def known(self) -> dict[str, KnownCue]:
        """Every form of `lemmas`."""
        return {
            form: KnownCue(lemma, None if form in self.ambiguous else mode)
            for mode, lemmas in self.lemmas.items()
            for lemma, forms in lemmas.items()
            for form in forms
        }

    @cached_property
    def titular(self) -> dict[str, str]:
        """Bare forms of verbs, as titles have them, and the prefixed form of running text: "nilai", "menilai"."""
        found: dict[str, str] = {}
        for forms in (forms for lemmas in self.lemmas.values() for forms in lemmas.values()):
            whole = next((form for form in forms if form.startswith(self.titular_prefixes)), None)
            if whole is not None:
                found |= {form: whole for form in forms if self._is_bare(form)}
        return found

    def _is_bare(self, form: str) -> bool:
        """Whether a form has no prefix, nor the ending of a noun: "tegaskan", not "tuduhan"."""
        noun = form.endswith(self.noun_endings) and not form.endswith(self.verb_endings)
        return form.isalpha() and not noun and not form.startswith(self.bound_prefixes) and form not in self.inverted

    @model_validator(mode="after")
    def _one_lemma_each(self) -> CueWords:
        counts = Counter(form for lemmas in self.lemmas.values() for forms in lemmas.values() for form in forms)
        twice = [form for form, count in counts.items() if count > 1]
        if twice:
            raise ValueError(f"the form {twice[0]!r} is listed twice")
        return self
