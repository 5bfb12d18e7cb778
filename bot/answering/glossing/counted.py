"""Tells people who do something to those counted from people who are counted: "Danes how many killed"."""

from bot.answering.glossing.pieces import KEPT, PASSIVE, TELLING, Piece, after, did, touch
from bot.briefing.models import Grammar

_DONE = frozenset({"killed", "captured"})
_HOLDING = frozenset({"hold", "holds"})


def ask_who_counts(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Ask with "did" what people do who are not counted themselves: "how many [did] the Danes kill"."""
    silent = not any(piece.kind == "many" for piece in pieces)
    if silent or any(piece.english in {*TELLING, *PASSIVE} for piece in pieces):
        return pieces
    if grammar.verb_final:
        return _with_marked_doers(pieces, grammar)
    return _with_a_doer_first(pieces, grammar) if grammar.inverts else pieces


def _is_done(piece: Piece) -> bool:
    return piece.english in _DONE or piece.english.partition(" ")[0] in _HOLDING


def _with_marked_doers(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Ask what people do who are marked as doers, or stand before the count or before what they hold."""
    done = any(map(_is_done, pieces))
    others = done or any(piece.english in {"wounded", *KEPT} for piece in pieces)
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        following = after(pieces, n)
        counts = not grammar.doer and piece.bare and following and following.kind == "many"
        holds = following is not None and following.english in _HOLDING
        holds = holds or (grammar.names_follow and n > 0 and pieces[n - 1].english.startswith("holds"))
        if piece.kind == "people" and ((piece.acts and others) or (counts and done) or holds):
            found += _asked(piece, [])
            found += [] if done else _held(piece, pieces)
        else:
            found.append(piece)
    acting = len(found) > len(pieces)
    return [p._replace(english="wound") if acting and p.english == "wounded" else p for p in found]


def _with_a_doer_first(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Ask what people do of whom an article says that they are neither counted nor describe those who are."""
    at = next((n for n, piece in enumerate(pieces) if _is_done(piece) or piece.english in KEPT), None)
    if at is None or (not grammar.people_follow and at and _is_noun(pieces, at)):
        return pieces
    doer = _doer(pieces)
    if doer is None:
        return pieces
    kept = pieces[at].english in KEPT
    held = _held(pieces[doer], pieces) if kept else [pieces[at]]
    out = {doer} if kept else {doer, at}
    if at and pieces[at - 1].english == "in":
        out.add(at - 1)  # "of them" in French
    asked = _asked(pieces[doer], held)
    first = min(out)
    rest = [piece for n, piece in enumerate(pieces) if n >= first and n not in out]
    return [*pieces[:first], *asked, *rest]


def _doer(pieces: list[Piece]) -> int | None:
    several = [
        n for n, piece in enumerate(pieces) if piece.may_act or (piece.kind == "people" and piece.bare)
    ]
    if len(several) != 1 or pieces[several[0]].kind != "people":
        return None
    at = several[0]
    people, before, following = pieces[at], pieces[at - 1 : at], pieces[at + 1 : at + 2]
    described = any(
        one.kind == "noun" and (touch(people, one) or one.start < people.start) for one in following
    )
    led = any(one.kind == "before" or touch(one, people) for one in before)
    return None if described or led else at


def _asked(people: Piece, deeds: list[Piece]) -> list[Piece]:
    return [did(people), people._replace(acts=True, bare=True), *deeds]


def _held(people: Piece, pieces: list[Piece]) -> list[Piece]:
    kept = any(piece.english in KEPT for piece in pieces)
    return [Piece("hold", "verb", people.start, people.start)] if kept else []


def _is_noun(pieces: list[Piece], at: int) -> bool:
    """Tell whether a deed is a noun or describes people: "how many killed", "of killed", "Danes killed"."""
    before = pieces[at - 1]
    described = before.kind in {"many", "people"} and touch(before, pieces[at])
    return pieces[at].english in _DONE and (described or before.english in {"of", "by"})
