"""Puts the words of a question into the order of English, by what a language's grammar says of its own.

Words are pieces of a kind: a `name`, a `noun` and what stands with it, a `verb`, what comes `before` or
`after` a noun (of, in, by), what asks (`many`, `front`), what marks the `doer`, the `undergoer` or the
`owner`. English has the preposition before its noun, the count and the owner before what is counted and
owned, and the verb after the doer.
"""

from bot.answering.glossing import inverting, usage
from bot.answering.glossing.counted import ask_who_counts
from bot.answering.glossing.pieces import TELLING, Piece
from bot.answering.glossing.verb_final import doers_before_verbs
from bot.briefing.models import Grammar

_MARKS = frozenset({"doer", "undergoer", "owner", "owned"})
_DOING = frozenset({"verb", "who", "front"})
_NOMINAL = frozenset({"name", "people", "noun", "many", "who"})


def in_english_order(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    """Return the pieces of a text in English order, without the mere markers."""
    ordered: list[Piece] = []
    sentence: list[Piece] = []
    for piece in pieces:
        if piece.kind == "end":
            ordered += [*_ordered(sentence, grammar), piece]
            sentence = []
        else:
            sentence.append(piece)
    return [*ordered, *_ordered(sentence, grammar)]


def _ordered(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    pieces = [piece for piece in pieces if piece.english or piece.kind in _MARKS]
    pieces = _marked(usage.refusing(usage.held(usage.titled(usage.dated(pieces)))))
    if grammar.doer and len(pieces) > 1 and pieces[-1].english == "what" and pieces[-2].kind in _DOING:
        del pieces[-1]  # the word for "what" ends the sentence as a verb: "who attack did"
    if grammar.inverts:
        pieces = _claims_owned(inverting.adjectives_first(usage.by_account(pieces), grammar))
    if grammar.names_follow:
        pieces = _names_first(pieces)
    pieces = _prepositions(ask_who_counts(pieces, grammar))
    pieces = _counts_first(usage.partitive(usage.upset(pieces)))
    if grammar.verb_final:
        pieces = doers_before_verbs(pieces)
    if grammar.inverts:
        pieces = inverting.verbs_second(pieces, grammar)
    pieces = usage.answering(pieces)
    front = [piece for piece in pieces if piece.kind == "front"]
    return [*front, *(piece for piece in pieces if piece.kind != "front")]


def _marked(pieces: list[Piece]) -> list[Piece]:
    """Take in what only marks the noun beside it: the doer, the undergoer, the owner."""
    found: list[Piece] = []
    owner = done_to = False
    for n, piece in enumerate(pieces):
        match piece.kind:
            case "owned" if piece is pieces[-1]:
                pass  # nothing that is owned follows: the word is a verb's
            case "doer" if found:
                at = _last_noun(found)
                found[at] = found[at]._replace(acts=True, bare=True)
            case "undergoer" if found:
                found[-1] = found[-1]._replace(bare=False, about=found[-1].kind == "verb")
                done_to = True
            case "owned" if found and not _tells(found, pieces[n + 1 :]):
                found[-1] = _owning(found[-1])
            case "owner":
                owner = True
            case "doer" | "undergoer" | "owned":
                pass
            case _:
                # "The nurses [done to] Danes hid": people who follow do it.
                does = done_to and piece.kind == "people"
                found.append(_owning(piece) if owner else piece._replace(acts=piece.acts or does))
                owner = done_to = False
    return found


def _tells(found: list[Piece], following: list[Piece]) -> bool:
    """Tell whether a word that may be "of" or "that" stands after "X said": "said [that] nurses died"."""
    told = found[-1].english in TELLING and any(piece.acts for piece in found)
    return told and bool(following) and following[0].kind in _NOMINAL


def _last_noun(found: list[Piece]) -> int:
    """Return where the name is that a marker after it means: "[army] [spokesman] marker"."""
    at = len(found) - 1
    while at and found[at].kind == "noun" and found[at - 1].kind in {"name", "people"}:
        at -= 1
    return at


def _owning(piece: Piece) -> Piece:
    if piece.kind != "name":
        return piece._replace(bare=False, about=piece.kind == "verb")
    ending = "'" if piece.english.endswith("s") else "'s"
    return piece._replace(english=piece.english + ending, bare=False, owns=True)


def _claims_owned(pieces: list[Piece]) -> list[Piece]:
    """Put whose claims they are before them, as English does: "the claims of Norway"."""
    found: list[Piece] = []
    for piece in pieces:
        found.append(piece)
        if piece.kind == "name" and [one.english for one in found[-3:-1]] == ["claims", "of"]:
            found[-3:] = [_owning(piece), found[-3]]
    return found


def _names_first(pieces: list[Piece]) -> list[Piece]:
    """Put names before the noun that they belong to: "nurses Danish", "the attack Denmark"."""
    found: list[Piece] = []
    left = list(pieces)
    while left:
        if not (found and _is_owned(found, left[0])):
            found.append(left.pop(0))
            continue
        several = [left.pop(0)]
        while len(left) > 1 and left[0].kind == "and" and left[1].kind in {"name", "people"}:
            several += [left.pop(0), left.pop(0)]
        at = len(found) - 1
        while at > 0 and found[at].kind == "noun" and found[at - 1].kind == "noun":
            at -= 1
        if found[-1].kind != "verb" or not several[-1].bare or (at and found[at - 1].kind == "before"):
            # "In the attack Denmark" is in Denmark's attack.
            found[-1] = found[-1]._replace(about=found[-1].kind == "verb")
            several[-1] = _owning(several[-1])
        found[at:at] = several
    return found


def _is_owned(found: list[Piece], name: Piece) -> bool:
    last = found[-1]
    # What somebody admitted belongs to nobody, with or without a word for "that".
    admitted = last.english == "admit" and any(one.may_act for one in found[:-1])
    if name.kind not in {"name", "people"} or name.acts or admitted:
        return False
    if last.kind == "verb" and (not name.bare or (len(found) > 1 and found[-2].kind == "before")):
        return name.kind == "name"
    if last.kind == "verb":  # "attacked Denmark" is no attack of Denmark's where somebody else acts
        since = [piece for piece in found[:-1] if piece.kind in {"name", "who"} and piece.bare]
        do = len(found) > 1 and inverting.people_do(found, len(found) - 2)
        return name.kind == "name" and name.bare and not since and not do
    return last.kind == "noun" and not last.english[:1].isdecimal() and last.english not in inverting.DATES


def _prepositions(pieces: list[Piece]) -> list[Piece]:
    """Put what follows its noun before it; a preposition that opens the same phrase gives way."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind != "after" or not found:
            found.append(piece)
            continue
        at = len(found) - 1
        while at > 0 and _same_phrase(found, at):
            at -= 1
        inside = [one._replace(bare=False, about=one.kind == "verb") for one in found[at:]]
        inside[-1] = usage.owning_nothing(inside[-1])
        if at and found[at - 1].kind == "before":
            at -= 1
        found[at:] = [piece._replace(kind="before"), *inside]
    done: list[Piece] = []
    for n, piece in enumerate(found):
        before = next((one for one in reversed(done) if one.kind != "many"), None)
        led = before is not None and before.kind == "before"
        done.append(
            piece._replace(bare=piece.bare and not led, about=piece.about or (led and piece.kind == "verb"))
        )
        # "Denmark's [in] city" is in Denmark's city, "Denmark's [on] Norway attack" is not on Denmark.
        led_on = n + 1 < len(found) and found[n + 1].kind != "name"
        if piece.kind == "before" and led_on and len(done) > 1 and done[-2].owns:
            done[-2:] = [piece, done[-2]]
    return done


def _same_phrase(found: list[Piece], at: int) -> bool:
    before, piece = found[at - 1], found[at]
    if before.kind == "and":
        return at > 1 and found[at - 2].kind in _NOMINAL and piece.kind in _NOMINAL
    if piece.kind == "and":
        return True
    # "Denmark Norway [on]", "nurses Norway [by]": nor has a name nouns before it.
    return piece.kind != "name" and (before.owns or before.kind in {"people", "noun", "many"})


def _counts_first(pieces: list[Piece]) -> list[Piece]:
    """Put the count before the names and nouns that it counts: "Danish how many nurses"."""
    found: list[Piece] = []
    for piece in pieces:
        at = len(found)
        while piece.kind == "many" and at and _counted(found[at - 1]) and not _is_source(found[:at]):
            at -= 1
        found.insert(at, piece)
    return found


def _counted(piece: Piece) -> bool:
    return (piece.kind in {"people", "noun"} and not piece.acts) or piece.owns


def _is_source(found: list[Piece]) -> bool:
    """Tell whether the last name is of those by whose account something is: they are not counted."""
    return len(found) > 1 and found[-1].kind == "people" and found[-2].english == "according to"
