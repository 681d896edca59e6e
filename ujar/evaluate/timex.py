"""Gold times in TimeML: the stories of a file or folder as the analyser reads them, with their TIMEX3."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ujar.errors import GoldError, RecordError
from ujar.evaluate.timeml import GoldTime, Story, read_story
from ujar.record import Article, Published, Region, Span

__all__ = ["TimexText", "read_timeml"]

SUFFIX = ".tml"


@dataclass(frozen=True)
class TimexText:
    """One story: the article (title, empty line, text), its gold times, and the stretches in which times are judged."""

    id: str
    article: Article
    times: tuple[GoldTime, ...]
    judged: tuple[Region, ...]


def read_timeml(path: Path, language: str = "id") -> list[TimexText]:
    """The stories of a .tml file, or of every .tml file of a folder, in the order of their names.

    The title is judged where any title of them holds a TIMEX3: sets of which none does were annotated without.

    Raises:
        GoldError: a file is missing, no TimeML, has no text or no date of creation, or a TIMEX3 of it lacks its type or
            value; or no story holds a time.
    """
    files = sorted(file for file in path.iterdir() if file.suffix == SUFFIX) if path.is_dir() else [path]
    stories = [(file, read_story(file)) for file in files]
    if not any(story.times for _, story in stories):
        raise GoldError(path, 0, "holds no TIMEX3 in a text or title")
    titles = any(time.end <= story.title_end for _, story in stories for time in story.times)
    return [timex_text(file, story, titles, language) for file, story in stories]


def timex_text(path: Path, story: Story, titles: bool, language: str) -> TimexText:
    """The story as the analyser reads it."""
    text = story.text
    title = Span.of(text, 0, story.title_end) if story.title_end else None
    body = Region(start=story.body_start, end=len(text))
    try:
        published = Published(value=story.created, by="given")
    except RecordError as error:
        raise GoldError(path, 0, f"the date in <DCT>: {error}") from None
    article = Article.of(
        text, language=language, title=title and title.text, headline=title, published=published, body=body
    )
    judged = (Region(start=0, end=story.title_end), body) if titles else (body,)
    return TimexText(path.stem, article, tuple(story.times), judged)
