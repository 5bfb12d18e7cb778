"""Puts verbs and adjectives where English has them, for languages near to it: German, French, Spanish.

German closes a sentence with what is done ("was the city by Norway attacked"); all three put the doer after
the verb ("said the minister", "attacked Norway a city?"), and two an adjective after its noun.
"""

from itertools import pairwise

from bot.answering.glossing.pieces import KEPT, PASSIVE, Piece, after, behind_joined, did, touch
from bot.answering.glossing.usage import MONTHS
from bot.briefing.models import Grammar

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Own by itself, and beside another verb an auxiliary.
_HAVE = "have"
_WILLING = "willing"
# What befalls people without anybody who does it.
_UNDONE = frozenset({"missing"})
# Nouns in their place in a sentence that nobody's name describes: "only Norway", "in February Norway".
_BARE = frozenset({"what", "which", "how", "only", *MONTHS})
_WHOM = frozenset({"name", "people"})
DATES = frozenset({"weekend", "last weekend", "yesterday", "now", "evening", *_DAYS})
# English forms that somebody does; other words for a deed ("attack") are nouns.
_SPOKEN = frozenset({"said", "gave", "admit", "denied", "accused"})
_FINITE = frozenset(
    {
        "said",
        "gave",
        "lost",
        "admit",
        "willing",
        "willing to negotiate",
        "unwilling",
        "sheltering",
        "agree",
        "accept",
        "post",
        "died",
        "attack",
        "hold",
    }
)


def adjectives_first(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Leave out what says nothing, tell "by" from "of", and put "nurses Danish" the other way round."""
    pieces = _claimed([piece for piece in pieces if piece.english])
    verbs = [piece for piece in pieces if piece.kind == "verb" and piece.english not in {_HAVE, *PASSIVE}]
    undone = bool(verbs) and all(piece.english in _UNDONE for piece in verbs)
    passive = any(piece.english in PASSIVE for piece in pieces) and not undone
    done_to = False
    found: list[Piece] = []
    for n, own in enumerate(pieces):
        piece = own._replace(bare=False) if done_to and own.kind in _WHOM else own
        done_to = False
        if piece.kind == "agent":
            found.append(piece._replace(kind="before", english="by" if passive else "of"))
        elif piece.english == "for" and n + 1 < len(pieces) and pieces[n + 1].place:
            found.append(piece._replace(english="in"))
        elif _is_mere(piece, pieces[n + 1 :], accused=any(one.english == "accused" for one in pieces[:n])):
            done_to = bool(found) and found[-1].kind == "verb"
        elif piece.english == _HAVE and verbs:
            if any(verb.english in KEPT for verb in verbs):
                found.append(piece._replace(english="hold", kind="verb"))
        elif grammar.adjectives_follow and found and _describes(piece, found[-1]):
            found.insert(_first_described(found), piece)
        else:
            found.append(piece)
    return found


def _claimed(pieces: list[Piece]) -> list[Piece]:
    """Take whoever "wants to have killed many" for saying so."""
    done = (n for n, (one, has) in enumerate(pairwise(pieces)) if _is_deed(one) and has.english == _HAVE)
    deed = next(done, 0)
    wants = next((n for n, piece in enumerate(pieces[:deed]) if piece.english == _WILLING), None)
    if wants is None:
        return pieces
    counted = any(piece.kind == "many" for piece in pieces[:wants])
    said = Piece("said", "verb", pieces[deed].start, pieces[deed].start)
    told = [one._replace(bare=one.bare and not counted) for one in pieces[:wants]]
    return [*told, *pieces[wants + 1 : deed], said, *pieces[deed:]]


def _is_deed(piece: Piece) -> bool:
    return piece.kind == "verb" and piece.english != _WILLING


def _is_mere(piece: Piece, following: list[Piece], *, accused: bool) -> bool:
    """Tell whether "a" marks whom it is done to, or is an auxiliary, and no "in" before a place."""
    short = piece.english == "in" and piece.end - piece.start == 1
    return short and (accused or not (following and following[0].place))


def _first_described(found: list[Piece]) -> int:
    """Return where the nouns begin that stand together at the end: no date is one, nor what asks."""
    at = len(found) - 1
    while at and found[at].kind == found[at - 1].kind == "noun" and touch(found[at - 1], found[at]):
        if found[at - 1].english in {*_BARE, *DATES}:
            break
        at -= 1
    return at


def _describes(piece: Piece, before: Piece) -> bool:
    kinds = {"people": {"noun", "verb"}, "name": {"noun"}}.get(piece.kind, set())
    if before.english in {*_BARE, *DATES} or before.english.endswith((" by", " of")):
        return False
    return before.kind in kinds and touch(before, piece) and not before.english[0].isdecimal()


def verbs_second(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Put verbs after whoever does them."""
    if grammar.verb_last:
        pieces = _closed(pieces)
    return _doers_first(pieces, grammar)


def _closed(pieces: list[Piece]) -> list[Piece]:
    """Put the verbs that close a sentence after the auxiliary, or else after the doer."""
    end = len(pieces)
    while end and pieces[end - 1].kind == "verb" and not pieces[end - 1].about:
        if end < len(pieces) and _is_described(pieces, end - 1):
            break
        end -= 1
    last, rest = pieces[end:], pieces[:end]
    if not last or not rest:
        return pieces
    own = [piece for piece in last if piece.english in PASSIVE]  # "that Norway attacked was"
    deeds = [piece for piece in last if piece.english not in PASSIVE]
    auxiliary = next((n for n, piece in enumerate(rest) if piece.english in PASSIVE), None)
    if auxiliary is not None and deeds:
        at = next((n for n in range(auxiliary + 1, len(rest)) if rest[n].kind == "before"), len(rest))
        return [*rest[:at], *deeds, *rest[at:]]
    doer = next((n for n in range(len(rest)) if _is_doer(rest, n)), None)
    if doer is None:
        at = next((n for n, piece in enumerate(rest) if n and piece.kind == "before"), len(rest))
        at = len(rest) if any(piece.kind in {"noun", "people"} for piece in rest[at:]) else at
        return [*rest[:at], *own, *deeds, *rest[at:]]
    at = behind_joined(rest, doer + 1)
    while at < len(rest) and rest[at].kind in {"verb", "not"}:
        at += 1
    return [*rest[:at], *own, *deeds, *rest[at:]]


def _is_described(pieces: list[Piece], at: int) -> bool:
    """Tell whether a deed is a noun that people describe: "with Danish drones [attacked]"."""
    noun = not pieces[at].english.endswith("ed")
    return noun and at > 0 and pieces[at - 1].kind == "people" and touch(pieces[at - 1], pieces[at])


def _is_doer(pieces: list[Piece], at: int) -> bool:
    """Tell whether a piece does something, and not only describes the noun that it touches."""
    piece = pieces[at]
    beside = after(pieces, at)
    # "The Danes Norway" are two, and the first of them does it.
    people = piece.kind == "people" and piece.bare and beside is not None and beside.kind == "name"
    described = beside and beside.kind == "noun" and beside.english not in DATES and touch(piece, beside)
    return (piece.may_act or people) and not described


def _doers_first(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Put a name that follows its verb before it, where nobody else does it: "attacked Norway a city"."""
    for start, piece in enumerate(pieces):
        counted = start and pieces[start - 1].kind == "many"
        if people_do(pieces, start):
            beside = start and pieces[start - 1].kind == "people"  # "how many Danes [did] the Norse attack"
            return [*pieces[:start], did(piece), *pieces[start:]] if beside else pieces
        if piece.may_act and not counted:
            return [*pieces[:start], did(piece), *pieces[start:]] if _counts(pieces, start) else pieces
        if not _is_finite(piece) or _is_participle(pieces, start):
            continue
        end = start + 1
        while end < len(pieces) and pieces[end].kind in {"verb", "not"}:
            end += 1
        passive = any(one.english in PASSIVE for one in pieces[start:end])
        if end == len(pieces) or not pieces[end].bare:
            return pieces
        if grammar.people_follow and not passive and _people_did(pieces, end):
            return [*pieces[:start], did(piece), pieces[end], *pieces[start:end], *pieces[end + 1 :]]
        if pieces[end].kind != "name" or any(one.english in _SPOKEN for one in pieces[end + 1 : end + 2]):
            return pieces
        spoken = any(one.english in _SPOKEN for one in pieces[start:end])
        first = end - 1 if pieces[end - 1].english in _SPOKEN else start  # "how many dead says the minister"
        if pieces[end].place and not (passive or spoken):
            return pieces  # what befalls a place needs no doer
        last = behind_joined(pieces, end + 1)
        asked = [did(piece)] if any(one.may_act for one in pieces[:start]) else []
        return [*pieces[:first], *asked, *pieces[end:last], *pieces[first:end], *pieces[last:]]
    return pieces


def _counts(pieces: list[Piece], at: int) -> bool:
    """Tell whether whoever does it stands right behind those it counts: "how many Danes Norway counted"."""
    before = pieces[at - 1] if at else None
    counted = before and before.kind == "people" and not touch(before, pieces[at])
    asked = any(piece.kind == "many" for piece in pieces[:at])
    return bool(counted) and asked and any(piece.kind == "verb" for piece in pieces[at + 1 :])


def _is_participle(pieces: list[Piece], at: int) -> bool:
    """Tell whether a verb describes the people right after it: "wounded Danes"."""
    return at + 1 < len(pieces) and pieces[at + 1].kind == "people" and touch(pieces[at], pieces[at + 1])


def _people_did(pieces: list[Piece], at: int) -> bool:
    """Tell whether people with an article of their own do what stands before them: "attacked the Danes"."""
    people, verb = pieces[at], pieces[at - 1]
    following = after(pieces, at)
    described = (
        following
        and following.kind == "noun"
        and (touch(people, following) or following.start < people.start)
    )
    return people.kind == "people" and not (touch(verb, people) or described or verb.english in _SPOKEN)


def people_do(pieces: list[Piece], at: int) -> bool:
    """Tell whether people do what follows them: "the Danes attacked", not "how many Danes died"."""
    uncounted = not at or pieces[at - 1].kind not in {"many", "noun", "verb"}
    done = at + 1 < len(pieces) and pieces[at + 1].kind == "verb" and _is_finite(pieces[at + 1])
    return pieces[at].kind == "people" and pieces[at].bare and uncounted and done


def _is_finite(piece: Piece) -> bool:
    return (
        piece.kind == "verb"
        and not piece.about
        and (piece.english in _FINITE or piece.english in PASSIVE or _is_past(piece.english))
    )


def _is_past(english: str) -> bool:
    """Tell whether words begin with what somebody did: "launched drones", not "killed by"."""
    return english.partition(" ")[0].endswith("ed") and not english.endswith(" by")
