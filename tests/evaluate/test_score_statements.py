"""The scorer of statements, on cases counted by hand."""

from dataclasses import replace

import pytest

from tests.evaluate.marked import judge, said
from ujar.errors import RecordError
from ujar.evaluate.statements import JudgedText, score_statements

DAM = 'Bupati Tirta Wulan mengatakan bahwa bendungan itu selesai sebelum musim hujan. "Kami siap," ujarnya.'
DAM_SAID = said(
    DAM,
    "bahwa bendungan itu selesai sebelum musim hujan",
    cue="mengatakan",
    source="Bupati Tirta Wulan",
    head="Tirta Wulan",
)
DAM_QUOTED = said(DAM, '"Kami siap,"', cue="ujar", source="nya", id="s2", form="direct")
WARNING = "Camat Lio Sanda meminta nelayan agar tidak melaut, kata juru bicaranya kepada wartawan."
WARNED = said(WARNING, "agar tidak melaut", cue="meminta", source="Camat Lio Sanda", to=("nelayan",), mode="directive")


def test_scores_are_full_for_gold_against_itself():
    """Whoever finds exactly the gold has 100 in every figure that has something to count."""
    gold = [one for name in ("t1", "t2") for one in judge(DAM, DAM_SAID, DAM_QUOTED, id=name)]
    figures = score_statements(gold, gold, bootstrap=20).as_dict()
    assert {value for value in figures.values() if isinstance(value, float)} == {100.0}
    assert figures["strict interval"] == (100.0, 100.0)
    assert figures["addressee"] is None, "no addressee in the gold: nothing to count"


def test_scores_count_what_is_missing_and_what_is_made_up():
    """One of two found and one invented: precision, recall and F1 are a half."""
    invented = said(DAM, "musim hujan", cue="selesai", id="s3")
    scores = score_statements(judge(DAM, DAM_SAID, DAM_QUOTED), judge(DAM, DAM_QUOTED, invented))
    rate = scores.matches["strict"]
    assert (rate.precision, rate.recall, rate.f1) == (50, 50, 50)
    assert (scores.gold, scores.predicted) == (2, 2)


def test_scores_take_a_missing_text_for_one_without_statements():
    """A text that was never analysed counts against recall, not against precision."""
    scores = score_statements(judge(DAM, DAM_SAID), [])
    assert (scores.matches["0.3"].recall, scores.matches["0.3"].precision, scores.matches["0.3"].f1) == (0, None, 0)


def test_content_is_compared_without_opener_marks_and_edges():
    """ "bahwa ..." equals "...", and quotation marks and a comma at the edge cost nothing."""
    bare = replace(DAM_SAID, content=said(DAM, "bendungan itu selesai sebelum musim hujan.").content)
    unmarked = replace(DAM_QUOTED, content=said(DAM, "Kami siap").content)
    scores = score_statements(judge(DAM, DAM_SAID, DAM_QUOTED), judge(DAM, bare, unmarked))
    assert scores.matches["exact"].f1 == 100
    assert scores.content_tokens.f1 == 100


def test_overlap_is_held_against_both_sides():
    """Three of six words pass 0.3 and fail 0.8; content that is five times too long is not found even at 0.3."""
    half = replace(DAM_SAID, content=said(DAM, "bendungan itu selesai").content)
    scores = score_statements(judge(DAM, DAM_SAID), judge(DAM, half))
    assert (scores.matches["0.3"].f1, scores.matches["0.8"].f1) == (100, 0)
    assert (scores.content_tokens.precision, scores.content_tokens.recall) == (100, 50)
    long = replace(DAM_QUOTED, content=((0, len(DAM)),))
    assert score_statements(judge(DAM, DAM_QUOTED), judge(DAM, long)).matches["0.3"].f1 == 0


def test_strict_needs_cue_and_head():
    """The same content with another head or another cue is exact and not strict."""
    other_head = replace(DAM_SAID, source_head=said(DAM, source="Bupati").source)
    scores = score_statements(judge(DAM, DAM_SAID), judge(DAM, other_head))
    assert (scores.matches["exact"].f1, scores.matches["strict"].f1) == (100, 0)
    assert (scores.source_exact, scores.source_head) == (100, 0)
    no_cue = score_statements(judge(DAM, DAM_SAID), judge(DAM, replace(DAM_SAID, cue=None)))
    assert (no_cue.matches["strict"].f1, no_cue.cue.f1) == (0, 0)


def test_clitic_sources_are_compared_by_letters():
    """ "nya" of "ujarnya" is not the same source as the whole word."""
    whole_word = replace(DAM_QUOTED, source=said(DAM, source="ujarnya").source)
    assert score_statements(judge(DAM, DAM_QUOTED), judge(DAM, whole_word)).source_exact == 0


def test_alignment_is_settled_by_the_cue():
    """Two statements of the same content pair with those of their own cue, whatever their order."""
    text = "Angka itu dinilainya wajar, ujar Ratna Ambo."
    judged = said(text, "Angka itu", cue="dinilai", source="nya", id="a", mode="thought", parent="b")
    spoken = said(text, "Angka itu", cue="ujar", source="Ratna Ambo", id="b")
    scores = score_statements(judge(text, judged, spoken), judge(text, spoken, judged))
    assert (scores.matches["strict"].f1, scores.mode, scores.nested.f1) == (100, 100, 100)


def test_one_statement_answers_one_only():
    """A found statement that covers two of the gold counts once."""
    both = replace(DAM_SAID, content=DAM_SAID.content + DAM_QUOTED.content)
    scores = score_statements(judge(DAM, DAM_SAID, DAM_QUOTED), judge(DAM, both))
    assert (scores.matches["0.3"].recall, scores.matches["0.3"].precision) == (50, 100)


def test_addressee_counts_by_overlap_and_exactly():
    """The preposition costs nothing; a longer addressee overlaps and is not exact."""
    text = "Gubernur Sela Manu meminta kepada para nelayan agar tidak melaut."
    asked = said(text, "agar tidak melaut", cue="meminta", source="Gubernur Sela Manu", to=("para nelayan",))
    with_preposition = replace(asked, addressees=said(text, to=("kepada para nelayan",)).addressees)
    part = replace(asked, addressees=said(text, to=("nelayan",)).addressees)
    assert score_statements(judge(text, asked), judge(text, with_preposition)).addressee_exact.f1 == 100
    scores = score_statements(judge(text, asked), judge(text, part))
    assert (scores.addressee.f1, scores.addressee_exact.f1) == (100, 0)


def test_core_and_depth0_keep_their_statements_on_both_sides():
    """Thoughts leave the core score, inner statements the outermost one."""
    thought = said(WARNING, "tidak melaut", cue="agar", id="s2", mode="thought", parent="s1")
    gold, found = judge(WARNING, WARNED), judge(WARNING, WARNED, thought)
    assert score_statements(gold, found).predicted == 2
    assert score_statements(gold, found, core=True).predicted == 1
    assert score_statements(gold, found, depth0=True).predicted == 1


def test_free_statements_count_on_neither_side():
    """An unmarked continuation is no miss, and finding it is no invention."""
    free = replace(DAM_SAID, form="free", cue=None, source=None, source_head=None, continues="s2")
    missed = score_statements(judge(DAM, free, DAM_QUOTED), judge(DAM, DAM_QUOTED))
    answered = score_statements(judge(DAM, free, DAM_QUOTED), judge(DAM, DAM_SAID, DAM_QUOTED))
    for scores in (missed, answered):
        assert (scores.gold, scores.predicted, scores.matches["strict"].f1) == (1, 1, 100)


def test_backward_attribution_is_scored_on_cue_and_source():
    """ "Demikian disampaikan X" has no content of its own: what was found as its content is not held against it."""
    text = "Demikian disampaikan Kepala Balai Sungai, Ombo Raya."
    backward = said(text, cue="disampaikan", source="Kepala Balai Sungai, Ombo Raya", head="Ombo Raya")
    found = replace(backward, content=said(text, "Demikian").content)
    assert score_statements(judge(text, backward), judge(text, found)).matches["strict"].f1 == 100
    elsewhere = replace(found, cue=said(text, cue="Balai").cue)
    assert score_statements(judge(text, backward), judge(text, elsewhere)).matches["strict"].f1 == 0


def test_headlines_are_a_group_of_their_own():
    """A headline's statement takes no part in the main figures."""
    text = "Camat Lio: Pasar Baru Dibuka\n" + DAM
    head = said(text, "Pasar Baru Dibuka", cue=":", source="Camat Lio", id="h1", unit="headline")
    body = said(text, '"Kami siap,"', cue="ujar", source="nya", form="direct")
    scores = score_statements(judge(text, head, body), judge(text, head))
    assert (scores.gold, scores.matches["strict"].f1) == (1, 0)
    assert scores.groups["headline"].recall_strict == 100


def test_groups_count_each_side_by_its_own_form():
    """A direct statement that was found as mixed is found for "direct", and is precise for "mixed"."""
    scores = score_statements(judge(DAM, DAM_QUOTED), judge(DAM, replace(DAM_QUOTED, form="mixed")))
    assert (scores.groups["direct"].gold, scores.groups["direct"].recall_80) == (1, 100)
    assert (scores.groups["mixed"].predicted, scores.groups["mixed"].precision_80) == (1, 100)
    assert scores.form == 0


def test_texts_are_matched_by_id_and_else_by_characters():
    """Records know their text, not the gold's id; another text under a known id is an error."""
    found = [JudgedText("sha", DAM, (DAM_SAID,))]
    assert score_statements(judge(DAM, DAM_SAID), found).matches["strict"].f1 == 100
    with pytest.raises(RecordError, match="t1"):
        score_statements(judge(DAM, DAM_SAID), judge(WARNING, WARNED))


def test_intervals_repeat_with_their_seed():
    """The same seed draws the same intervals, and they hold the figure."""
    gold = [*judge(DAM, DAM_SAID, id="a"), *judge(WARNING, WARNED, id="b"), *judge("Hujan turun.", id="c")]
    found = [*judge(DAM, DAM_SAID, id="a"), *judge(WARNING, id="b")]
    first, second = (score_statements(gold, found, bootstrap=200, seed=4) for _ in range(2))
    assert first.intervals == second.intervals
    low, high = first.intervals["strict"]
    assert low < first.matches["strict"].f1 < high


def test_line_says_the_main_figures():
    """The short form names F1 at each threshold and the numbers of statements."""
    line = score_statements(judge(DAM, DAM_SAID), judge(DAM, DAM_SAID)).line()
    assert "100.0/100.0/100.0" in line
    assert "(1 gold, 1 found)" in line
