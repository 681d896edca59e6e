"""The stories that a command is given; one that can't be read never hides the others."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from ujar.commands.problems import report
from ujar.errors import UnreadableArticle

if TYPE_CHECKING:
    from ujar.read import ReadArticle
    from ujar.record import Appearance, Article

__all__ = ["Stories", "keep_apart", "make_each"]

Made = TypeVar("Made")


class Stories:
    """The articles of files, folders and "-", in order. What gives none is told in one line and counted in `unread`."""

    def __init__(self, paths: Sequence[str], *, language: str, published: str | None) -> None:
        self.paths = paths
        self.language = language
        self.published = published
        self.read = 0
        self.unread = 0

    def __iter__(self) -> Iterator[ReadArticle]:
        from ujar.read import read_with_appearance

        for file in self.files():
            try:
                story = read_with_appearance(file, language=self.language, published=self.published)
            except UnreadableArticle as error:
                self.skip(error)
            else:
                self.read += 1
                yield story

    def files(self) -> Iterator[str]:
        """The files that the paths stand for."""
        from ujar.read import find_files

        for path in self.paths:
            try:
                yield from find_files(path, skip=self.skip)
            except UnreadableArticle as error:
                self.skip(error)

    def skip(self, error: UnreadableArticle) -> None:
        """Tell of a story that can't be read."""
        self.unread += 1
        report(str(error))

    def end(self) -> None:
        """End the command with status 1 if a story could not be read."""
        if self.unread:
            raise typer.Exit(1)


def keep_apart(paths: Sequence[str], out: Path | None) -> None:
    """Refuse to write over a story, be it named, found in a folder or reached by a link."""
    try:
        place = out.stat() if out else None
    except OSError:  # nothing is there yet
        return
    if place and stat.S_ISREG(place.st_mode) and any(_is_same(file, place) for file in _found(paths)):
        raise typer.BadParameter(f"{out} is one of the stories", param_hint="--out")


def _found(paths: Sequence[str]) -> Iterator[str]:
    from ujar.read import find_files

    for path in paths:
        try:
            yield from find_files(path, skip=lambda _: None)
        except UnreadableArticle:  # told when its turn comes
            continue


def _is_same(file: str, place: os.stat_result) -> bool:
    try:
        return file != "-" and os.path.samestat(os.stat(file), place)
    except OSError:
        return False


def make_each(
    stories: Stories, make_all: Callable[[Iterable[Article]], Iterable[Made]]
) -> Iterator[tuple[Made, Appearance]]:
    """What `make_all` makes of each article, in order, with where its text was seen."""
    seen: deque[Appearance] = deque()

    def articles() -> Iterator[Article]:
        for article, appearance in stories:
            seen.append(appearance)
            yield article

    for made in make_all(articles()):
        yield made, seen.popleft()
