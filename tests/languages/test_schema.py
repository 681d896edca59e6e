"""The word lists of every language, and what is said of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ujar.errors import LanguageDataError
from ujar.evaluate.anaphors import PronounWords
from ujar.evaluate.words import ScoringWords
from ujar.languages import schema
from ujar.languages.country_words import CountryWords
from ujar.languages.mentions import MentionWords
from ujar.languages.organisations import OrganisationWords
from ujar.languages.schema import CueWords, TokenWords, WireWords, Words, language_folder, load_words
from ujar.languages.settings import SettingWords
from ujar.languages.times import TimeWords
from ujar.languages.titles import TitleWords

LISTS: tuple[type[Words], ...] = (
    CountryWords,
    CueWords,
    MentionWords,
    OrganisationWords,
    PronounWords,
    ScoringWords,
    SettingWords,
    TimeWords,
    TitleWords,
    TokenWords,
    WireWords,
)
AS_WRITTEN = {"name_openers"}  # "I Made Suarta": a small "i" opens no name
LANGUAGES = sorted(path.parent.name for path in language_folder("").glob(f"*/{WireWords.file}"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a language "xx" with no word list yet."""
    monkeypatch.setattr(schema, "language_folder", lambda language: tmp_path / language)
    load_words.cache_clear()
    (tmp_path / "xx").mkdir()
    return tmp_path / "xx"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_a_language_fits_its_schema(language: str) -> None:
    """Each language has every list, and no file that nothing reads."""
    for words in LISTS:
        assert isinstance(load_words(language, words), words)
    found = {path.name for path in language_folder(language).glob("*.toml")}
    assert {name for name in found if not name.startswith("examples")} == {words.file for words in LISTS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_compared_in_small_letters_are_written_so(language: str) -> None:
    """A capital letter would make a word that never matches."""
    for words in (CueWords, MentionWords, PronounWords, ScoringWords, SettingWords):
        for name, group in load_words(language, words):
            small = all(word == word.lower() for word in group)
            assert small or name in AS_WRITTEN, f"{language}/{words.file}: {name}"
    assert all(form == form.lower() for form in load_words(language, CueWords).known)
    for clitic in load_words(language, TokenWords).clitics:
        for word in (clitic.ending, *clitic.hosts, *clitic.unsplit):
            assert word == word.lower(), f"{language}: {clitic.ending}"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("pronouns = ['ia'", "xx/speakers"),
        ("pronouns = 3", "pronouns"),
        ("pronouns = ['ia']\nprnouns = []", "prnouns"),
        ("", "pronouns"),
    ],
)
def test_bad_list_is_named_with_its_key(folder: Path, written: str, reason: str) -> None:
    """No TOML, a value of the wrong kind, a misspelt key, a missing one: the error names file and key."""
    path = folder / PronounWords.file
    path.write_text(written, encoding="utf-8")
    with pytest.raises(LanguageDataError, match=reason) as caught:
        load_words("xx", PronounWords)
    assert caught.value.path == str(path)


def test_missing_list_is_named(folder: Path) -> None:
    """A language that lacks a list is an error, never an empty list."""
    with pytest.raises(LanguageDataError, match="there is no such word list") as caught:
        load_words("xx", CueWords)
    assert caught.value.path == str(folder / CueWords.file)
