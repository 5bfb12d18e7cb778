"""Puts what other languages say of dates, parts and seats of government as English does."""

from itertools import pairwise

from bot.answering.glossing.pieces import PASSIVE, TELLING, UNREAD, Piece, touch

MONTHS = frozenset(
    {
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    }
)
_ANSWERED = frozenset({"reply", "responded", "retaliation", "retaliated"})

_REJECTING = {"reject": "deny", "rejected": "denied"}
_TALKS = frozenset({"negotiate", "negotiation", "negotiations", "talks"})
_POST = "portfolio"
_HELPING = frozenset({"have", "post", "willing", "unwilling", "refused"})
_UPSET = frozenset({"tension", "tensions", "upset with"})
_ACCOUNTS = frozenset({"claims", "said", "numbers", "where do you get"})


def dated(pieces: list[Piece]) -> list[Piece]:
    """Leave out the "of" in "3 of March of 2026", which is no date in English."""
    beside = [
        {pieces[n - 1].english, pieces[n + 1].english} if 0 < n < len(pieces) - 1 else set()
        for n in range(len(pieces))
    ]
    return [
        piece
        for piece, words in zip(pieces, beside, strict=True)
        if not (piece.english == "of" and words & MONTHS and any(word.isdecimal() for word in words))
    ]


def titled(pieces: list[Piece]) -> list[Piece]:
    """Keep an office beside a name that is another's: "the minister [Lund] Holt" is Holt called minister.

    Where nobody knows what is done, or it is done to the one named, they may be two.
    """
    if any(piece.english.startswith(UNREAD) for piece in pieces) or _is_done_to_one(pieces):
        return pieces
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        before = found[-1] if found else None
        undergoes = [one.kind for one in pieces[n + 1 : n + 2]] == ["undergoer"]
        offices = {before.office, piece.office} if before and touch(before, piece) else set()
        if before is None or undergoes or None in offices or "" not in offices or len(offices) == 1:
            found.append(piece)
            continue
        office, name = (before, piece) if before.office else (piece, before)
        called = name.english if office.english == name.english else f"{office.office} {name.english}"
        found[-1] = name._replace(english=called, start=before.start, end=piece.end)
    return found


def _is_done_to_one(pieces: list[Piece]) -> bool:
    """Tell whether a deed needs somebody whom it is done to, and only people by name or office are named."""
    deeds = (one.english for one in pieces if one.kind == "verb" and one.english not in TELLING | PASSIVE)
    others = any(one.office is None and one.kind in {"name", "people", "many"} for one in pieces)
    counted = any(one.english.isdecimal() for one in pieces)
    return not (others or counted) and any(" " not in deed for deed in deeds if deed not in _HELPING)


def held(pieces: list[Piece]) -> list[Piece]:
    """Ask for a post only where somebody is named: what a ministry does is no question of who somebody is."""
    if any(piece.office is not None for piece in pieces):
        return pieces
    return [one._replace(english=UNREAD + _POST) if one.english == _POST else one for one in pieces]


def by_account(pieces: list[Piece]) -> list[Piece]:
    """Name only whose account it is: "after Danish claims" (nach dänischen Angaben), "by sources Danish"."""
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        if piece.english not in _ACCOUNTS or not _is_of_people(pieces, n):
            found.append(piece)
        elif found[-1].kind == "people" and found[-2:-1] and found[-2].english == "after":
            found[-2] = found[-2]._replace(english="according to")
        elif found[-1].english != "according to":
            found.append(piece)
    return found


def _is_of_people(pieces: list[Piece], at: int) -> bool:
    """Tell whether people stand beside a word, which something stands before."""
    return at > 0 and any(one.kind == "people" for one in (*pieces[at - 1 : at], *pieces[at + 1 : at + 2]))


def answering(pieces: list[Piece]) -> list[Piece]:
    """Ask with "did" what a seat of government answers, as English does: "what did Oslo reply"."""
    found: list[Piece] = []
    for n, piece in enumerate(pieces):
        before = pieces[n - 1] if n else None
        beside = [*pieces[n + 1 : n + 3], *([before] if before else [])]
        if before and before.english == "responded" and _does(piece, found[:-1]):
            found.insert(len(found) - 1, piece)  # "reacted Norway"
        elif not piece.place or (before and before.kind == "before"):
            found.append(piece)
        elif any(one.english in _ANSWERED for one in beside):
            at = len(found) - (before is not None and before.english in _ANSWERED)
            found[at:at] = [Piece("did", "noun", piece.start, piece.start), owning_nothing(piece)]
        else:
            found.append(piece)
    return found


def refusing(pieces: list[Piece]) -> list[Piece]:
    """Reject talks, however far the words for it stand from each other; what is claimed is denied."""
    words = {piece.english for piece in pieces}
    talks = _TALKS if words & _TALKS and not words & _ACCOUNTS else frozenset[str]()
    return [
        one._replace(english="rejected talks" if talks else _REJECTING[one.english])
        if one.english in _REJECTING
        else one
        for one in pieces
        if not (words & _REJECTING.keys() and one.english in talks)
    ]


def _does(piece: Piece, before: list[Piece]) -> bool:
    """Tell whether a name may be who does what stands right before it, since nobody else is named."""
    return piece.may_act and piece.kind == "name" and not piece.place and not any(p.may_act for p in before)


def partitive(pieces: list[Piece]) -> list[Piece]:
    """Read "from Norway how many" as "of Norway": whose they are, and not by whose account."""
    found = list(pieces)
    for n in range(len(found) - 2):
        who, counted = found[n + 1], found[n + 2]
        if found[n].english == "from" and who.kind in {"name", "people"} and counted.kind == "many":
            found[n] = found[n]._replace(english="of")
    return found


def upset(pieces: list[Piece]) -> list[Piece]:
    """Read "angry from Norway" as "with Norway": nobody's account is asked for."""
    if not any(piece.english in _UPSET for piece in pieces):
        return pieces
    found = list(pieces)
    for n, (piece, who) in enumerate(pairwise(pieces)):
        if piece.english == "from" and who.kind == "name":
            found[n] = piece._replace(english="with")
    return found


def owning_nothing(piece: Piece) -> Piece:
    """Return a name without the mark that something is its own."""
    return piece._replace(english=piece.english.removesuffix("'s").removesuffix("'"), owns=False)
