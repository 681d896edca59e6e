"""Statements that are none: what the guidelines do not count, whatever the model thinks of it."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.known_cues import cue_form
from ujar.languages.schema import CueWords

__all__ = ["drop_uncounted"]

CLAUSE_TAGS = frozenset({"VERB", "SCONJ", "AUX"})


def drop_uncounted(draft: Draft, words: CueWords) -> None:
    """Drop what is no statement of anybody."""
    cues = {statement.cue.first for statement in draft.statements if statement.cue}
    kept = [s for s in draft.statements if s.cue is None or not is_uncounted(draft, s, s.cue, cues, words)]
    same: dict[tuple[Stretch, ...], list[FoundStatement]] = {}
    for statement in kept:
        same.setdefault(tuple(statement.content), []).append(statement)
    draft.statements = [s for s in kept if not any(is_told_twice(s, other) for other in same[tuple(s.content)])]


def is_told_twice(statement: FoundStatement, other: FoundStatement) -> bool:
    """Whether another statement with the same content has this one's cue in its source, or its own cue just before.

    `"...," bunyi pernyataan serikat buruh` has one cue, the first; "kata Rano mengutip data BPS" has two.
    """
    cue, first = statement.cue, other.cue
    if statement is other or cue is None or first is None or not statement.content:
        return False
    inside = [part for part in (other.source, *other.addressees) if part is not None]
    return any(part.holds(cue) for part in inside) or cue.first == first.last


def is_uncounted(draft: Draft, statement: FoundStatement, cue: Stretch, cues: set[int], words: CueWords) -> bool:
    """Whether one of the cases holds."""
    form = cue_form(draft, cue)
    return (
        form in words.never_cues
        or is_light(draft, form, cue, cues, words)
        or (statement.source is None and is_agentless(draft, statement, cue, form, words))
        or (form in words.own_act_cues and is_own_act(draft, statement, words))
        or is_own_reason(draft, cue, form, words)
        or is_need(draft, statement, form, words)
        or (bool(statement.content) and is_topic(draft, statement, form, words))
        or is_supposed(draft, cue, form, words)
        or (statement.source is not None and speaks_not(draft, statement, statement.source, words))
    )


def is_light(draft: Draft, form: str, cue: Stretch, cues: set[int], words: CueWords) -> bool:
    """In "memberi petunjuk agar" and "merasa yakin" the second word is the cue, and the first lends it a verb.

    In "merasa dituduh mencuri" the second is a verb of its own.
    """
    return form in words.light_verbs and cue.last in cues and draft.tokens[cue.last].tag != "VERB"


def is_agentless(draft: Draft, statement: FoundStatement, cue: Stretch, form: str, words: CueWords) -> bool:
    """Thoughts and requests of nobody: "Harga diperkirakan naik", "Warga diminta tenang", "keyakinan bahwa laut murka".

    A prohibition stands: "Pengunjung dilarang memberi makan monyet" is what a rule says.
    """
    if statement.mode not in ("thought", "directive") or form in words.agentless_cues:
        return False
    passive = form.startswith(words.passive_prefix) if words.passive_prefix else False
    return passive or (statement.mode == "thought" and draft.tokens[cue.first].tag == "NOUN")


def is_own_act(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """What one refuses or agrees to do oneself: "menolak berkomentar", "sepakat untuk membangun jembatan".

    It begins with the verb: "menolak tawaran itu" has an object, "menolak telah menikah" denies. To want to see what
    others do is a wish: "ingin melihat perang berakhir".
    """
    if not statement.content:
        return False
    place, last = statement.content[0]
    if draft.tokens[place].text.lower() in words.purpose:
        place += 1
    token = draft.tokens[min(place, last - 1)]
    text = token.text.lower()
    return token.tag == "VERB" and text.startswith(words.active_prefixes) and text not in words.others_acts


def is_need(draft: Draft, statement: FoundStatement, form: str, words: CueWords) -> bool:
    """ "merasa perlu membina": what one feels bound to do oneself."""
    if form not in words.feelings or not statement.content:
        return False
    return draft.tokens[statement.content[0].first].text.lower() in words.needs


def is_topic(draft: Draft, statement: FoundStatement, form: str, words: CueWords) -> bool:
    """Whether a noun phrase stands where the words of a statement would.

    "Pedagang mempertanyakan sewa kios", "Wartawan meminta penjelasan tentang anggaran", "mengucapkan terima kasih".
    With a verb it is a clause: "meminta keterangan saksi itu dicabut"; and a quotation is what was said.
    """
    tokens = [draft.tokens[place] for piece in statement.content for place in range(*piece)]
    if statement.form != "indirect" or any(token.tag in CLAUSE_TAGS or token.text == "?" for token in tokens):
        return False
    if statement.mode != "attitude" and is_about(draft, statement, words):
        return True
    asked = statement.mode == "directive" and tokens[0].text.lower() in words.requested
    return asked or form in words.topic_cues or tokens[0].text.lower() in words.courtesies


def is_about(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """ "laporan polisi tentang perselisihan", "meminta tokoh tentang tarif": the preposition gives a topic only."""
    first = statement.content[0].first
    directs = statement.mode == "directive" and draft.tokens[first].text.lower() in words.topical
    noun = statement.cue is not None and draft.tokens[statement.cue.first].tag == "NOUN"
    return directs or (noun and first > 0 and draft.tokens[first - 1].text.lower() in words.topical)


def is_own_reason(draft: Draft, cue: Stretch, form: str, words: CueWords) -> bool:
    """ "tak ada alasan untuk menolak": a reason that nobody gives."""
    if form not in words.reasons:
        return False
    before = draft.tokens[cue.first - 1].text.lower() if cue.first else ""
    behind = draft.tokens[cue.last].text.lower() if cue.last < len(draft.tokens) else ""
    return before not in words.before_reasons and behind not in words.behind_reasons


def is_supposed(draft: Draft, cue: Stretch, form: str, words: CueWords) -> bool:
    """ "dapat dikatakan bahwa ...", "katakanlah petugas lalai": nobody has said it."""
    before = draft.tokens[cue.first - 1].text.lower() if cue.first else ""
    after = draft.tokens[cue.last] if cue.last < len(draft.tokens) else None
    supposed = form in words.softeners and after is not None and not after.space and after.text.lower() == "lah"
    return supposed or (form in words.possible_cues and before in words.possible)


def speaks_not(draft: Draft, statement: FoundStatement, source: Stretch, words: CueWords) -> bool:
    """Whether the source is nobody, or a thing that the cue would make a speaker.

    "Menurut rencana, pasar itu dibuka besok"; "bukti yang mendukung fakta itu"; "sampul itu menunjukkan sang penyanyi".
    "Menurut rencana aksi PBB" rests on a document, and "Program Pangan Dunia" is an agency.
    """
    tokens = draft.tokens[source.first : source.last]
    text = [token.text.lower() for token in tokens]
    named = any(token.text[:1].isupper() for token in tokens[1:])
    return (
        (text[0] in words.no_sources and len(text) == 1)
        or text[0] in words.askers
        or (statement.mode == "attitude" and text[0] in words.things and not named)
        or (statement.lemma in words.showing and words.showers.isdisjoint(text))
    )
