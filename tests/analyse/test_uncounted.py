"""What is no statement."""

from __future__ import annotations

import pytest

from tests.drafts import make_draft
from ujar.analyse.draft import FoundStatement, Stretch
from ujar.analyse.known_cues import name_cues
from ujar.analyse.uncounted import drop_uncounted
from ujar.languages.schema import CueWords, load_words
from ujar.record import Mode

WORDS = load_words("id", CueWords)
Case = tuple[str, Stretch, Stretch | None, Stretch, Mode]


def is_kept(case: Case) -> bool:
    """Whether the statement of a sentence with this cue, source, content and mode is kept."""
    sentence, cue, source, content, mode = case
    draft = make_draft(sentence)
    draft.statements = [FoundStatement([content], cue=cue, source=source, mode=mode)]
    name_cues(draft, WORDS)
    drop_uncounted(draft, WORDS)
    return bool(draft.statements)


DROPPED: dict[str, Case] = {
    "knowledge": ("Laksmi | menyadari | pintu | terbuka", Stretch(1, 2), Stretch(0, 1), Stretch(2, 4), "thought"),
    "a thought of nobody": ("Harga | diperkirakan | naik", Stretch(1, 2), None, Stretch(2, 3), "thought"),
    "a request of nobody": ("Warga | diminta | tenang", Stretch(1, 2), None, Stretch(2, 3), "directive"),
    "a noun of thought without a source": (
        "Keyakinan NOUN root 0 | bahwa SCONJ mark 3 | laut NOUN acl 1",
        Stretch(0, 1),
        None,
        Stretch(1, 3),
        "thought",
    ),
    "an act of one's own": (
        "Bram PROPN nsubj 2 | menolak VERB root 0 | berkomentar VERB xcomp 2",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 3),
        "attitude",
    ),
    "an agreement to act": (
        "Mereka PRON nsubj 2 | sepakat ADJ root 0 | untuk SCONJ mark 4 | membangun VERB xcomp 2",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "attitude",
    ),
    "a need of one's own": (
        "Rano PROPN nsubj 2 | merasa VERB root 0 | perlu ADJ xcomp 2 | membina VERB xcomp 3",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "thought",
    ),
    "a rhetorical question": ("Siapa | mengira | laut | surut", Stretch(1, 2), Stretch(0, 1), Stretch(2, 4), "thought"),
    "the support of a thing": (
        "bukti | yang | mendukung | fakta | itu",
        Stretch(2, 3),
        Stretch(0, 1),
        Stretch(3, 5),
        "attitude",
    ),
    "what a picture shows": (
        "Sampul | album | menunjukkan | Rano | tidur",
        Stretch(2, 3),
        Stretch(0, 2),
        Stretch(3, 5),
        "speech",
    ),
    "what may be said": ("dapat | dikatakan | laut | surut", Stretch(1, 2), None, Stretch(2, 4), "speech"),
    "a supposition": ("Oke | katakan | +lah | petugas | lalai", Stretch(1, 2), Stretch(0, 1), Stretch(3, 5), "speech"),
    "a topic": (
        "Dewi PROPN x 1 | mempertanyakan VERB x 1 | sewa NOUN x 1 | kios NOUN x 1",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "speech",
    ),
    "a reason that nobody gives": (
        "Rano | punya | alasan | untuk | menolak",
        Stretch(2, 3),
        Stretch(0, 1),
        Stretch(3, 5),
        "speech",
    ),
    "the topic of a report": (
        "laporan NOUN x 1 | Rano PROPN x 1 | tentang ADP x 1 | sewa NOUN x 1 | kios NOUN x 1",
        Stretch(0, 1),
        Stretch(1, 2),
        Stretch(3, 5),
        "speech",
    ),
    "thanks": (
        "Dewi | mengucapkan | terima | kasih",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "speech",
    ),
    "talk that is asked for": (
        "Dewi | meminta | penjelasan | tentang | sewa",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 5),
        "directive",
    ),
    "a plan as a source": ("Menurut | rencana | pasar | dibuka", Stretch(0, 1), Stretch(1, 2), Stretch(2, 4), "speech"),
}
KEPT: dict[str, Case] = {
    "a thought with its agent": (
        "Harga | dinilai | Rano | mahal",
        Stretch(1, 2),
        Stretch(2, 3),
        Stretch(3, 4),
        "thought",
    ),
    "a request with a clause": (
        "Jaksa NOUN x 1 | meminta VERB x 1 | keterangan NOUN x 1 | saksi NOUN x 1 | dicabut VERB x 1",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 5),
        "directive",
    ),
    "the support of an agency": (
        "Program | Pangan | mendukung | rencana",
        Stretch(2, 3),
        Stretch(0, 2),
        Stretch(3, 4),
        "attitude",
    ),
    "a plan with an author": (
        "Menurut | rencana | dinas | pasar | dibuka",
        Stretch(0, 1),
        Stretch(1, 3),
        Stretch(3, 5),
        "speech",
    ),
    "a reason that is given": (
        "Rano | mundur | dengan | alasan | sakit",
        Stretch(3, 4),
        Stretch(0, 1),
        Stretch(4, 5),
        "speech",
    ),
    "a criticism of something": (
        "kritik NOUN x 1 | Rano PROPN x 1 | soal ADP x 1 | sewa NOUN x 1",
        Stretch(0, 1),
        Stretch(1, 2),
        Stretch(3, 4),
        "attitude",
    ),
    "a feeling": (
        "Dewi PROPN x 1 | merasa VERB x 1 | mendapat VERB x 1 | perlakuan NOUN x 1",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "thought",
    ),
    "a wish to see": (
        "Dewi PROPN x 1 | ingin VERB x 1 | melihat VERB x 1 | perang NOUN x 1 | berakhir VERB x 1",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 5),
        "thought",
    ),
    "a question": (
        "Dewi PROPN x 1 | mempertanyakan VERB x 1 | apakah SCONJ x 1 | sewa NOUN x 1 | naik VERB x 1",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 5),
        "speech",
    ),
    "what a survey shows": (
        "Survei | kampus | menunjukkan | harga | naik",
        Stretch(2, 3),
        Stretch(0, 2),
        Stretch(3, 5),
        "speech",
    ),
    "the support of a person": ("Rano | mendukung | Dewi", Stretch(1, 2), Stretch(0, 1), Stretch(2, 3), "attitude"),
    "what was said of somebody": (
        "ia | dikatakan | berasal | dari | laut",
        Stretch(1, 2),
        None,
        Stretch(2, 5),
        "speech",
    ),
    "a report of nobody": ("Rumah | dilaporkan | hanyut", Stretch(1, 2), None, Stretch(2, 3), "speech"),
    "a prohibition in a rule": ("Pengunjung | dilarang | masuk", Stretch(1, 2), None, Stretch(2, 3), "directive"),
    "the refusal of a thing": (
        "Risma PROPN nsubj 2 | menolak VERB root 0 | tawaran NOUN obj 2",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 3),
        "attitude",
    ),
    "a denial": (
        "Risma PROPN nsubj 2 | menolak VERB root 0 | telah ADV advmod 4 | menikah VERB ccomp 2",
        Stretch(1, 2),
        Stretch(0, 1),
        Stretch(2, 4),
        "speech",
    ),
}


@pytest.mark.parametrize("case", DROPPED.values(), ids=DROPPED)
def test_it_is_dropped(case: Case) -> None:
    """The guidelines do not count it."""
    assert not is_kept(case)


@pytest.mark.parametrize("case", KEPT.values(), ids=KEPT)
def test_it_is_kept(case: Case) -> None:
    """It looks alike, and counts."""
    assert is_kept(case)


def test_a_feeling_before_a_verb_stays() -> None:
    """ "Gubernur merasa dituduh mencuri": *merasa* is his thought, *dituduh* what it holds."""
    draft = make_draft("Gubernur NOUN x 1 | merasa VERB x 1 | dituduh VERB x 1 | mencuri VERB x 1")
    draft.statements = [
        FoundStatement([Stretch(2, 4)], cue=Stretch(1, 2), source=Stretch(0, 1), mode="thought"),
        FoundStatement([Stretch(3, 4)], cue=Stretch(2, 3)),
    ]
    drop_uncounted(draft, WORDS)
    assert len(draft.statements) == 2


def test_a_light_verb_leaves_the_cue_to_its_noun() -> None:
    """ "Rano memberi petunjuk agar ...": one statement, whose cue is the noun; "memberi tahu" alone is a cue."""
    draft = make_draft("Rano | memberi | petunjuk | agar | pupuk | dicampur")
    lent = FoundStatement([Stretch(3, 6)], cue=Stretch(1, 2), source=Stretch(0, 1), mode="directive")
    noun = FoundStatement([Stretch(3, 6)], cue=Stretch(2, 3), source=Stretch(0, 1), mode="directive")
    draft.statements = [lent, noun]
    drop_uncounted(draft, WORDS)
    assert draft.statements == [noun]


def test_two_cues_side_by_side_are_one_statement() -> None:
    """`"...," bunyi pernyataan serikat buruh`: the first is the cue; one in the other's source is none either."""
    draft = make_draft('" | +Ya | , | +" | bunyi | pernyataan | serikat | buruh')
    content = [Stretch(0, 4)]
    first = FoundStatement(content, cue=Stretch(4, 5), source=Stretch(5, 8))
    noun = FoundStatement(content, cue=Stretch(5, 6), source=Stretch(6, 8))
    draft.statements = [first, noun]
    drop_uncounted(draft, WORDS)
    assert draft.statements == [first]


def test_two_cues_far_apart_are_two() -> None:
    """The same words under "Menurut Rano" and "ujarnya" are nested, not dropped."""
    draft = make_draft("Menurut | Rano | , | air | surut | , | ujar | nya")
    content = [Stretch(3, 5)]
    draft.statements = [
        FoundStatement(content, cue=Stretch(0, 1), source=Stretch(1, 2)),
        FoundStatement(content, cue=Stretch(6, 7), source=Stretch(7, 8)),
    ]
    drop_uncounted(draft, WORDS)
    assert len(draft.statements) == 2
