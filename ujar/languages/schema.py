"""What a language is: word lists in TOML, each validated by its model here, and the loader.

`load_words("id", WireWords)` reads `ujar/languages/id/wire.toml`; the file's name is the model's `file`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ujar.errors import LanguageDataError

__all__ = ["Words", "language_folder", "load_words"]


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
