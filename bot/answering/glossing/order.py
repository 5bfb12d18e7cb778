"""Puts the words of a question into the order of English, by what a language's grammar says of its own.

Words are pieces of a kind: a `name`, a `noun` and what stands with it, a `verb`, what comes `before` or
`after` a noun (of, in, by), what asks (`many`, `front`), what marks the `doer`, the `undergoer` or the
`owner`. English has the preposition before its noun, the count and the owner before what is counted and
owned, and the verb after the doer.
"""

from collections.abc import Iterator

from bot.answering.glossing import brackets, usage
from bot.answering.glossing.counted import ask_who_counts
from bot.answering.glossing.pieces import TELLING, Piece
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
            ordered += [*_sentence(sentence, grammar), piece]
            sentence = []
        else:
            sentence.append(piece)
    return [*ordered, *_sentence(sentence, grammar)]


def _sentence(pieces: list[Piece], grammar: Grammar) -> list[Piece]:
    pieces = [piece for piece in pieces if piece.english or piece.kind in _MARKS]
    pieces = _marked(usage.refusing(usage.held(usage.titled(usage.dated(pieces)))))
    if grammar.doer and len(pieces) > 1 and pieces[-1].english == "what" and pieces[-2].kind in _DOING:
        del pieces[-1]  # the word for "what" ends the sentence as a verb: "who attack did"
    if grammar.inverts:
        pieces = _claims_owned(brackets.adjectives_first(usage.by_account(pieces), grammar))
    if grammar.names_follow:
        pieces = _names_first(pieces)
    pieces = _prepositions(ask_who_counts(pieces, grammar))
    pieces = _counts_first(usage.partitive(usage.upset(pieces)))
    if grammar.verb_final:
        pieces = _doers_last(_verbs_second(_owned_deeds(pieces)))
    if grammar.inverts:
        pieces = brackets.verbs_second(pieces, grammar)
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
    if name.kind not in {"name", "people"} or name.acts:
        return False
    if last.kind == "verb" and (not name.bare or (len(found) > 1 and found[-2].kind == "before")):
        return name.kind == "name"
    if last.kind == "verb":  # "attacked Denmark" is no attack of Denmark's where somebody else acts
        since = [piece for piece in found[:-1] if piece.kind in {"name", "who"} and piece.bare]
        do = len(found) > 1 and brackets.people_do(found, len(found) - 2)
        return name.kind == "name" and name.bare and not since and not do
    return last.kind == "noun" and not last.english[:1].isdecimal() and last.english not in brackets.DATES


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


def _doers_last(pieces: list[Piece]) -> list[Piece]:
    """Put "by Denmark" behind what Denmark did."""
    at = next((n for n, piece in enumerate(pieces) if piece.english == "by"), len(pieces))
    end = at + 1
    while end < len(pieces) and (pieces[end].kind in {"name", "people", "and"} or pieces[end].owns):
        end += 1
    return [*pieces[:at], *pieces[end:], *pieces[at:end]]


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
    while at and [piece.kind for piece in clause[at : at + 2]] == ["and", "name"]:
        at += 2  # who acts together stands together
    return [*clause[:at], *_chain(verbs), *clause[at:]]


def _is_doer(clause: list[Piece], at: int, verbs: list[Piece]) -> bool:
    """Tell whether a piece does something, and not only says whose the noun behind it is."""
    following = clause[at + 1] if at + 1 < len(clause) else None
    told = any(verb.english in TELLING for verb in verbs)  # "what" is the teller's, and no owner has it
    owned = following and following.kind == "noun" and not (told and following.english == "what")
    return clause[at].may_act and not owned
