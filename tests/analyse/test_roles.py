"""From role scores to stretches."""

from __future__ import annotations

import numpy as np
import pytest

from ujar.analyse.draft import Stretch
from ujar.analyse.roles import (
    View,
    best_run,
    content_runs,
    drop_edge_marks,
    log_odds,
    snap_to_quotations,
    source_head,
    whole_names,
)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([-1.0, 2.0, 3.0, -1.0], Stretch(1, 3)),
        ([2.0, -0.5, 2.0], Stretch(0, 3)),
        ([2.0, -5.0, 3.0], Stretch(2, 3)),
        ([-1.0, -2.0], None),
        ([], None),
    ],
)
def test_best_run_is_the_largest_sum(scores: list[float], expected: Stretch | None) -> None:
    """A small dip is bridged, a large one is not, and nothing positive gives nothing."""
    assert best_run(scores) == expected


def test_content_runs_bridge_what_costs_less_than_two_switches() -> None:
    """One doubtful word inside a content does not tear it; a clear gap, such as a cue clause, does."""
    assert content_runs(np.array([4.0, 4.0, -2.0, 4.0])) == [Stretch(0, 4)]
    assert content_runs(np.array([4.0, 4.0, -4.0, -4.0, 4.0, 4.0])) == [Stretch(0, 2), Stretch(4, 6)]


def test_content_runs_ignore_a_single_weak_word() -> None:
    """A word that is barely inside is not worth two switches."""
    assert content_runs(np.array([-3.0, 0.5, -3.0])) == []


def test_drop_edge_marks_keeps_quotation_marks() -> None:
    """The comma goes, the mark stays; a stretch of marks alone comes out empty."""
    words = [",", '"', "Ya", "!", '"', "."]
    assert drop_edge_marks(Stretch(0, 6), words) == Stretch(1, 5)
    assert drop_edge_marks(Stretch(0, 1), words) == Stretch(1, 1)


def test_snap_to_quotations_takes_all_of_a_quotation() -> None:
    """A piece that misses the last words of a quotation gets them, with the marks."""
    assert snap_to_quotations(Stretch(1, 7), [Stretch(0, 9)], Stretch(9, 10)) == Stretch(0, 9)


def test_snap_to_quotations_stays_off_its_own_cue() -> None:
    """A nested cue inside the quotation keeps its piece: "Saksi mengaku melihat api," kata Rano."""
    assert snap_to_quotations(Stretch(3, 6), [Stretch(0, 7)], Stretch(2, 3)) == Stretch(3, 6)


def test_source_head_becomes_the_name_it_touches() -> None:
    """ "Direktur Sari Utami": a head of "Utami" alone widens to the person's name."""
    roles = np.array([[0, 0.9, 0.1], [0, 0.6, 0.4], [0, 0.1, 0.9]], np.float32)
    assert source_head(Stretch(0, 3), roles, 2, 1, [Stretch(1, 3)]) == Stretch(1, 3)
    assert source_head(Stretch(0, 3), roles, 2, 1, []) == Stretch(2, 3)


def test_log_odds_are_finite_at_the_ends() -> None:
    """Certainty gives a large number, never infinity."""
    assert np.isfinite(log_odds(np.array([0.0, 1.0], np.float32))).all()


def view_of(words: str, joined: tuple[int, ...] = (), persons: tuple[Stretch, ...] = ()) -> View:
    """A passage of words; those at `joined` have no blank before them."""
    cut = words.split()
    return View(cut, [place not in joined for place in range(len(cut))], [], list(persons))


def test_whole_names_mends_a_name_cut_at_its_hyphen() -> None:
    """ "Menteri Ali-Reza Lubis": the head "Reza Lubis" begins before the hyphen."""
    view = view_of("Menteri Ali - Reza Lubis", joined=(2, 3))
    assert whole_names(Stretch(3, 5), Stretch(0, 5), view, frozenset()) == Stretch(1, 5)


def test_whole_names_joins_those_who_speak_together() -> None:
    """ "Rano Lubis dan Dewi Ratri" is one stretch, from either name; other words between two names keep them apart."""
    view = view_of("analis Rano Lubis dan Dewi Ratri", persons=(Stretch(1, 3), Stretch(4, 6)))
    joiners = frozenset({"dan"})
    assert whole_names(Stretch(4, 6), Stretch(0, 6), view, joiners) == Stretch(1, 6)
    assert whole_names(Stretch(1, 3), Stretch(0, 6), view, joiners) == Stretch(1, 6)
    apart = view_of("Rano Lubis dari kantor Dewi Ratri", persons=(Stretch(0, 2), Stretch(4, 6)))
    assert whole_names(Stretch(0, 2), Stretch(0, 6), apart, joiners) == Stretch(0, 2)


def test_whole_names_stops_at_a_mark() -> None:
    """ "Menteri (Rano Lubis)" and “Rano”: brackets and marks before a name are no part of it."""
    view = view_of("Menteri ( Rano Lubis )", joined=(2, 4))
    assert whole_names(Stretch(2, 4), Stretch(0, 5), view, frozenset()) == Stretch(2, 4)
