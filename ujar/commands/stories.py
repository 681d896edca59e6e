"""The stories that a command is given; one that can't be read never hides the others."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import typer

from ujar.commands.problems import report
from ujar.errors import UnreadableArticle

if TYPE_CHECKING:
    from ujar.read import ReadArticle
    from ujar.record import Article

__all__ = ["Stories", "make_each"]

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
                yield from find_files(path)
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


def make_each(stories: Stories, make_all: Callable[[Iterable[Article]], Iterable[Made]]) -> Iterator[tuple[Made, str]]:
    """What `make_all` makes of each article, in order, with the path of its story."""
    origins: deque[str] = deque()

    def articles() -> Iterator[Article]:
        for article, appearance in stories:
            origins.append(appearance.origin)
            yield article

    for made in make_all(articles()):
        yield made, origins.popleft()
