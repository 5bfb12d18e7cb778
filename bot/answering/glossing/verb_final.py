"""Puts verbs where English has them, for languages whose verb ends the sentence: after whoever does them."""

from collections.abc import Iterator

from bot.answering.glossing.pieces import TELLING, Piece, after, behind_joined


def doers_before_verbs(pieces: list[Piece]) -> list[Piece]:
    """Put each doer before what it does, and "by" with whoever did it behind that."""
    return _doers_last(_verbs_second(_owned_deeds(pieces)))


def _doers_last(pieces: list[Piece]) -> list[Piece]:
    """Put "by Denmark" behind what Denmark did."""
    at = next((n for n, piece in enumerate(pieces) if piece.english == "by"), len(pieces))
    end = at + 1
    while end < len(pieces) and (pieces[end].kind in {"name", "people", "and"} or pieces[end].owns):
        end += 1
    return [*pieces[:at], *pieces[end:], *pieces[at:end]]


def _owned_deeds(pieces: list[Piece]) -> list[Piece]:
    """Take a verb for a noun where it is somebody's and another verb follows: "Denmark's [attack] denied"."""
    return [
        piece._replace(about=True, english="claims" if piece.english == "said" else piece.english)
        if _is_verb(piece) and n and pieces[n - 1].owns and any(map(_is_verb, pieces[n + 1 :]))
        else piece
        for n, piece in enumerate(pieces)
    ]


def _verbs_second(pieces: list[Piece]) -> list[Piece]:
    """Put verbs after who does them, the last one first; without a doer an act before what it befalls."""
    marked = [n for n, piece in enumerate(pieces) if piece.acts]
    if len(marked) == 1 and marked[0] == len(pieces) - 1 and any(map(_is_verb, pieces)):
        # "A city struck Danes [did it]": the doer, named last, goes before what is done.
        first = marked[0] - (marked[0] > 0 and pieces[marked[0] - 1].english == "did")
        pieces, marked = [*pieces[first:], *pieces[:first]], [len(pieces) - 1 - first]
    if marked:
        return [one for part in _by_doer(pieces, marked) for one in part]
    found: list[Piece] = []
    clause: list[Piece] = []
    verbs: list[Piece] = []
    for piece in pieces:
        if verbs and not _is_verb(piece):
            found += _with_verbs(clause, verbs)
            clause, verbs = [], []
        (verbs if _is_verb(piece) else clause).append(piece)
    return found + (_with_verbs(clause, verbs) if verbs else clause)


def _by_doer(pieces: list[Piece], doers: list[int]) -> Iterator[list[Piece]]:
    """Give each marked doer with the verbs between it and the next one.

    A phrase before the first doer ("on Denmark Norway struck") would stand between two names.
    """
    lead = pieces[: doers[0]]
    phrase = next((n for n, piece in enumerate(lead) if piece.kind == "before"), len(lead))
    moved = lead[phrase:] if not any(_is_verb(piece) for piece in lead[phrase:]) else []
    yield lead[: len(lead) - len(moved)]
    for doer, following in zip(doers, [*doers[1:], len(pieces)], strict=True):
        part = pieces[doer + 1 : following]
        told = next((n for n, piece in enumerate(part) if _is_verb(piece)), len(part))
        if any(_is_verb(piece) for piece in part[told + 2 :]) and part[told].english in TELLING:
            # "Who said how many died": what follows is told, and not done by the doer.
            yield [pieces[doer], part[told], *moved, *part[:told], *_verbs_second(part[told + 1 :])]
            moved = []
            continue
        yield [pieces[doer], *_chain([piece for piece in part if _is_verb(piece)])]
        yield moved
        moved = []
        yield [piece for piece in part if not _is_verb(piece)]


def _is_verb(piece: Piece) -> bool:
    return piece.kind in {"verb", "not"} and not piece.about


def _chain(verbs: list[Piece]) -> list[Piece]:
    negated = [piece for piece in verbs if piece.kind == "not"]
    return [*negated, *reversed([piece for piece in verbs if piece.kind == "verb"])]


def _with_verbs(clause: list[Piece], verbs: list[Piece]) -> list[Piece]:
    if clause and clause[-1].owns:  # "Denmark's [attack]" stays together
        if len(verbs) > 1 and _is_verb(verbs[0]):
            return [*_with_verbs(clause[:-1], verbs[1:]), clause[-1], verbs[0]]
        before = next((n for n, piece in enumerate(clause) if piece.kind == "before"), len(clause) - 1)
        return [*clause[:before], clause[-1], *_chain(verbs), *clause[before:-1]]
    at = next((n + 1 for n in range(len(clause)) if _is_doer(clause, n, verbs)), None)
    if at is None and not any(piece.kind in {"noun", "people"} for piece in clause):
        at = next((n for n, piece in enumerate(clause) if piece.kind == "before"), None)
    at = len(clause) if at is None else at
    at = behind_joined(clause, at) if at else at
    return [*clause[:at], *_chain(verbs), *clause[at:]]


def _is_doer(clause: list[Piece], at: int, verbs: list[Piece]) -> bool:
    """Tell whether a piece does something, and not only says whose the noun behind it is."""
    following = after(clause, at)
    told = any(verb.english in TELLING for verb in verbs)  # "what" is the teller's, and no owner has it
    owned = following and following.kind == "noun" and not (told and following.english == "what")
    return clause[at].may_act and not owned
