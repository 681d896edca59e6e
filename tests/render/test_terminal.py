"""A record and an article on a terminal."""

from __future__ import annotations

import io
from typing import Literal

import pytest
from rich.console import Console

from tests.render.stories import TEXT, harbour, meeting, record_of, span, statement
from ujar.record import Article, Record, Region
from ujar.render import render_article, render_record


def shown(thing: Record | Article, *, width: int = 80, terminal: bool = True, colour: bool = False) -> str:
    stream = io.StringIO()
    system: Literal["auto", "truecolor"] | None = ("truecolor" if terminal else "auto") if colour else None
    console = Console(file=stream, width=width, force_terminal=terminal, color_system=system)
    render_record(thing, console) if isinstance(thing, Record) else render_article(thing, console)
    return stream.getvalue()


def test_record_says_who_said_what_to_whom() -> None:
    """A statement is two lines: line number, source, cue, addressee, id and form; then its pieces."""
    lines = shown(harbour()).splitlines()
    place = lines.index("  3  Wali Kota Rano Lubis  kata  → wartawan  s1 · direct")
    assert lines[place + 1] == '     "Dermaga itu siap," … "Kapal boleh sandar."'


def test_heading_names_the_chain_of_agencies() -> None:
    """The agencies stand in one line, origin first, behind the dateline's place."""
    assert shown(harbour()).startswith("Pelabuhan Dibuka\nSorong · Xinhua → ANTARA\n")


def test_bonds_are_said_in_words() -> None:
    """What carries on another statement or points back to it says so; the speaker is shown in brackets."""
    text = shown(harbour())
    assert "(Rano Lubis)  s2 · direct · mended: closing mark · carries on s1" in text
    assert "s3 · denied · points back to s1" in text


def test_whom_words_mean_is_said_behind_them() -> None:
    """A short name has its name behind it, an addressee too; time and place stand behind the id."""
    text = shown(meeting(), terminal=False)
    expected = "  3  Nurdin = Nurdin Baso  kata  → Menlu Jepang = Toru Hamano (by office)  s2"
    assert f"{expected} · Kamis (4/2) = 2021-02-04 (doubtful: odd) · Palu\n" in text


def test_actors_are_listed_with_their_mentions() -> None:
    """Below the statements stand who speaks or is told something, how often each is named; then how many are left."""
    text = shown(meeting(), terminal=False).partition("Actors, and how often each is mentioned\n")[2]
    assert text.partition("\n\n")[0].splitlines() == [
        " 2×  Presiden AS dan Nurdin Baso · group of Joe Biden (by office), Nurdin Baso",
        " 3×  Nurdin Baso · person",
        " 1×  Toru Hamano (by office) · person, JPN",
        "     and 2 more, in --format jsonl",
    ]


def test_times_are_listed_with_their_values() -> None:
    """Each time stands with its line and value; "hari ini" of no known day is left out."""
    text = shown(meeting(), terminal=False).partition("Times, by the line where each stands first\n")[2]
    assert text.splitlines() == ["  3  Kamis (4/2) = 2021-02-04 (doubtful: odd)", "  5  awal April = start of 2021-04"]


def test_inner_statement_moves_in() -> None:
    """A statement inside another stands below it, four columns further in."""
    lines = shown(harbour()).splitlines()
    assert [line for line in lines if "melaporkan  s4" in line] == ["  9      nakhoda Tika Sowai  melaporkan  s4"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_keep_to_the_width_of_a_terminal(width: int) -> None:
    """No line is wider than the terminal, in the record and in the article."""
    lines = [
        line for thing in (harbour(), meeting(), harbour().article) for line in shown(thing, width=width).splitlines()
    ]
    assert max(map(len, lines)) < width


def test_pipe_gets_whole_lines_without_ansi() -> None:
    """Elsewhere than on a terminal nothing is wrapped and nothing is coloured."""
    text = shown(harbour(), width=20, terminal=False, colour=True)
    assert "\x1b" not in text
    assert "     bahwa nakhoda Tika Sowai melaporkan ombak tinggi\n" in text


def test_colour_adds_no_words() -> None:
    """With colour the same words stand on the same lines."""
    coloured = shown(harbour(), colour=True)
    plain = "".join(part.partition("m")[2] if place else part for place, part in enumerate(coloured.split("\x1b[")))
    assert "\x1b" in coloured
    assert plain == shown(harbour())


def test_story_does_not_steer_the_terminal() -> None:
    """Markup, emoji codes and control characters are shown, not obeyed."""
    text = 'Palu - "Awas [red]cat[/red] :smile: \x1b[2J\r\x9b\u202e dan\x00," kata Ana.'
    said = statement(text, "s1", source="Ana", cue="kata", content=[text[7:-11]])
    record = record_of(text, said, title="[bold]a\x07")
    for output in (shown(record), shown(record.article), shown(record.article, terminal=False)):
        assert "[red]cat[/red] :smile:" in output
        assert "[bold]a\ufffd" in output
        assert not set(output) & set("\x1b\r\x9b\u202e\x00\x07")


def test_clitic_is_shown_as_an_ending() -> None:
    """ "nya" in "ujarnya" is shown as "-nya": it is no word by itself."""
    text = '"Kami siap," ujarnya.'
    record = record_of(text, statement(text, "s1", source="nya", cue="ujar", content=['"Kami siap,"']))
    assert "  1  -nya  ujar  s1" in shown(record)


def test_article_numbers_its_lines_and_brackets_clutter() -> None:
    """Each line of the text has its number; clutter is counted and stands in brackets."""
    text = shown(harbour().article)
    assert "1 stretch of clutter" in text
    assert "  5  [Baca juga: Dermaga lama ditutup]" in text


def test_clutter_over_several_lines_keeps_every_character() -> None:
    """A stretch of clutter that runs over line ends is bracketed on each; overlapping ones add nothing."""
    text = "Satu dua\ntiga\n\nempat lima"
    regions = [span(text, words) for words in ("dua\ntiga\n\nempat", "tiga", "lima")]
    clutter = tuple(Region(start=region.start, end=region.end) for region in regions)
    assert shown(Article.of(text, clutter=clutter), terminal=False).splitlines()[-4:] == [
        *("  1  Satu [dua]", "  2  [tiga]", "", "  4  [empat] [lima]")
    ]


def test_record_without_statements_says_so() -> None:
    """An article in which nobody says anything gives one line that says it."""
    assert shown(record_of(TEXT)).splitlines() == ["(no title)", "no statements"]
