"""Rules for what each side says: what it will do, what it makes of the other's claims, both in a row."""

from bot.answering.claims.conflicts import owners_of_accounts
from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.dates import NOW
from bot.answering.reading.order_words import AFTER_WORDS
from bot.answering.reading.question import AGENTS, COUNTS, SPEAKERS, STRANGE, Question, Slot, SlotKind
from bot.answering.reading.text import clauses
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Topic

_SPEAKERS: tuple[SlotKind, ...] = (*AGENTS, "side")
# Fewer speakers than these are no comparison.
_TWO = 2
_STATING = ("states", "announces")
# How what another claims is taken.
_WEIGHED: frozenset[Topic] = frozenset({"response", "denial", "verification"})


def stances(case: Case) -> Outcome | None:
    """Answer where a side stands, or both, with what each says of its own doing."""
    index, question = case.index, case.question
    topics = question.topics
    # "Who wants war and who wants talks": a word that judges one side stands for what that side says.
    stands = [entry for entry in index.entries if is_stance(index, entry)]
    named = _named(index, question)
    topics -= _guessed(index, question) - {topic for entry in stands for topic in entry.claim.topics}
    # "Does she want peace or war"
    chosen = question.alternative and case.is_yes_no and bool(named) and not question.hears("order")
    opposed = (chosen or (question.asks("other-side") and not named)) and _are_opposed(stands, topics)
    contrasted = topics and (opposed or question.asks("judges"))
    spoken = question.asks("says")
    general = question.asks("what-happened", "compare")
    later = _spoken_after(index, question) if spoken and not general else frozenset()
    topics -= later
    stated = question.asks("stance") or question.hears("stance") or bool(later)
    warring = topics == {"war"} and case.is_yes_no and (spoken or not question.asks("possesses"))
    # "Are they at war", and "has she said that it is war", not "has it ended".
    sides = index.sides_of(named)
    both = question.asks("compare", "both") or _are_set_together(question)
    compared = len(question.values("person")) > 1 and both
    if compared:
        topics -= {slot.value for slot in question.find("topic") if _is_their_word(question, slot)}
    announced = warring and not compared and (spoken or len(named) != 1)
    # "What does she say about the war" is answered for each side by what it says that it will do.
    stated = stated or (spoken and topics == {"war"} and len(sides) == 1 and not case.is_yes_no)
    asked = stated or contrasted or announced
    if not (asked or compared):
        return None
    if not (asked or _all_stand(index, question, stands)):
        return None
    if not topics <= {topic for entry in stands for topic in entry.claim.topics}:
        return None
    dated = any(slot.value not in {"relative", NOW} for slot in question.find("date"))
    if dated or question.find(*COUNTS, "victims", *STRANGE) or _elsewhere(index, question):
        return None
    bare = case.is_yes_no and not topics and not question.alternative
    if bare or question.asks("how-many", "how-long", "clock", "why", "when", "names"):
        return None
    told = _of_those_named(index, question, stands)
    if later:  # only what the source itself puts after that
        told = [entry for entry in told if later <= entry.told]
    others = {slot.value for slot in question.find("target", "party")} - _parties_of_the_asked(
        index, question
    )
    if others and not question.asks("compare"):
        # "Her position on the rebels" is what she says of them.
        told = [entry for entry in told if not others.isdisjoint(_parties_meant(index, entry))]
    if announced:
        own = [entry for entry in stands if not spoken or len(sides) != 1 or entry.side in sides]
        told = [entry for entry in own if entry.claim.speech_act == "announces"] or (own if spoken else [])
    if len(topics) == 1 and not _of_both(question):
        told = [entry for entry in told if topics <= set(entry.claim.topics)]
    return case.answer([entry.claim.id for entry in told], "where they stand") if told else None


def _is_their_word(question: Question, slot: Slot) -> bool:
    """Tell whether it is what somebody said, not what about: "her words against his reply"."""
    owned = {one.at + 1 for one in question.find("person") if one.owns}
    return slot.value == "response" and slot.at in owned


def _are_set_together(question: Question) -> bool:
    """Tell whether what two people said is set side by side: "her words against his reply"."""
    people = question.find("person")
    between = question.spans[people[0].at + 1 : people[-1].at] if people else ()
    spoken = all(one.owns and _says(question, one.at + 1) for one in people)
    return spoken and any(has_cue(span, "against") or span.words == "beside" for span in between)


def _says(question: Question, at: int) -> bool:
    return any(slot.at == at and slot.value in {"says", "response"} for slot in question.find("ask", "topic"))


def _spoken_after(index: Index, question: Question) -> frozenset[str]:
    """Return the acts that only say after what somebody spoke ("her message after the raids")."""
    acts = [slot for slot in question.find("topic") if slot.value in index.reader.acts]
    after = [
        slot for slot in acts if any(AFTER_WORDS & set(s.words.split()) for s in question.spans[: slot.at])
    ]
    return frozenset(slot.value for slot in after) if len(after) == len(acts) else frozenset()


def _guessed(index: Index, question: Question) -> frozenset[str]:
    """Return what an asker only guesses of somebody's aims ("what does she want, more raids?")."""
    head, _, tail = question.text.rpartition(", ")
    guess = index.reader.read(tail)
    if not (head and question.hears("stance") and question.asks("definition")) or guess.find("ask"):
        return frozenset()
    return guess.topics - index.reader.read(head).topics


def _parties_of_the_asked(index: Index, question: Question) -> set[str]:
    """Return the parties of the side that is asked about."""
    own = index.sides_of(question.find(*_SPEAKERS)[:1])
    return {party for party in question.values("target", "party") if index.side_of(party) in own}


def _parties_meant(index: Index, entry: Entry) -> set[str]:
    """Return the sides that a claim is about besides its own, and all parties of theirs."""
    about = {feature.removeprefix("party:") for feature in entry.features if feature.startswith("party:")}
    return {party for party in index.sides if index.side_of(party) in about - {entry.side}} | about


def _are_opposed(stands: list[Entry], topics: frozenset[str]) -> bool:
    """Tell whether topics are what one says and what another announces."""
    said, announced = ([e for e in stands if e.claim.speech_act == act] for act in _STATING)
    threats = {topic for entry in announced for topic in entry.claim.topics}
    # All who say something say this.
    offers = (
        set(said[0].claim.topics).intersection(*(entry.claim.topics for entry in said)) if said else set()
    )
    return bool(topics & (offers - threats)) and bool(topics & threats)


def _all_stand(index: Index, question: Question, stands: list[Entry]) -> bool:
    """Tell whether the people named all say what they will do."""
    people = question.values("person")
    return all(any(claims_by(index, entry, one) for entry in stands) for one in people)


def is_stance(index: Index, entry: Entry) -> bool:
    """Tell whether a claim is what a side says or announces that it does, with no place and no figure."""
    claim = entry.claim
    own = claim.actor is not None and entry.side == index.sides[claim.actor]
    return own and claim.speech_act in _STATING and not claim.places and not claim.figures


def _of_those_named(index: Index, question: Question, stands: list[Entry]) -> list[Entry]:
    """Return the stances of the people named or the side named first, of all where both are asked about."""
    named = _named(index, question)
    if people := question.values("person"):
        # "Compare her position with Norway's": of who is no person, what its side says.
        sides = index.sides_of(slot for slot in named if slot.value not in people)
        compared = sides - {index.side_of(one) for one in people} if question.asks("compare") else set()
        return [e for e in stands if e.side in compared or any(claims_by(index, e, one) for one in people)]
    if _of_both(question) or (question.topics and not named):
        return stands
    return [entry for entry in stands if named and entry.side == index.side_of(named[0].value)]


def _of_both(question: Question) -> bool:
    return question.asks("both", "compare", "other-side", "who", "judges")


def credence(case: Case) -> Outcome | None:
    """Answer what one side makes of the other's claims with what it says of them, if it says anything."""
    index, question = case.index, case.question
    topics = question.topics
    thought = question.asks("definition") and _speaks_first(question)
    if not (_WEIGHED & topics or question.hears("credits") or thought):
        return None
    taken = case.presumes and "response" not in topics  # "since she accepted their numbers"
    if taken or question.alternative or question.asks("why", "when", "where", "who"):
        return None
    weighed = bool(_WEIGHED & topics)  # who is asked to accept an army's words is told of all that it denies
    armies = tuple(
        slot for slot in question.find("victims") if weighed and _is_what_somebody_tells(question, slot)
    )
    if len(armies) < len(question.find("victims")):
        return None
    if question.find("number", "date", *STRANGE) or _elsewhere(index, question):
        return None
    # Whether the one's count of the other's losses is verified is no question of what the other makes of it.
    counting = topics & _WEIGHED == {"verification"} and not armies
    named = tuple(slot for slot in _named(index, question) if not (counting and slot.kind == "side"))
    told = [at for at, span in enumerate(question.spans) if has_cue(span, "account")]
    told = (
        told
        or _said(question)
        or [s.at + 1 for s in (*named, *armies) if weighed and _is_what_somebody_tells(question, s)]
    )
    theirs = [s.at for s in question.ask_slots("other-side")]  # "the enemy's figures"
    owned = [at for at in told if not any(abs(at - other) == 1 for other in theirs)]
    owner = next((slot for slot in named if any(_owns(question.spans, slot, at) for at in owned)), None)
    # "More reliable than hers" is no question of what she makes of them.
    compared = question.hears("alternative") or "more-than" in question.values("qualifier")
    weighing = [slot for slot in named if slot is owner or not (compared and slot.owns)]
    sides = index.sides_of(weighing) - {index.side_of(owner.value) if owner else None}
    if not told or len(sides) != 1 or not (owner or armies or question.asks("other-side")):
        return None
    denied = [
        entry.claim.id
        for entry in index.entries
        if entry.claim.speech_act == "denies" and "claims" in entry.claim.topics and {entry.side} == sides
    ]
    if not denied and topics & {"denial", "verification"}:
        return None  # who is wrongly said to deny is corrected, and who believes gets the caveat
    return case.answer(denied, "what one side says of the other’s claims")


def _is_what_somebody_tells(question: Question, slot: Slot) -> bool:
    """Tell whether what is told is somebody's: "the army's statement"."""
    return slot.owns and any(s.at == slot.at + 1 for s in question.ask_slots("says"))


def _said(question: Question) -> list[int]:
    """Return where it stands what is weighed: "has she confirmed what Orla says"."""
    weighed = [slot.at for slot in question.find("topic") if slot.value in _WEIGHED]
    says = [slot.at for slot in question.ask_slots("says")]
    return [at for at in says if weighed and at > weighed[0]]


def _speaks_first(question: Question) -> bool:
    """Tell whether one is named and then another's claims: "what does Orla think of Arden's claims"."""
    owns = [slot.owns or _claims_follow(question.spans, slot) for slot in question.find(*_SPEAKERS)]
    return owns == [False, True] and question.about("claims")


def _claims_follow(spans: tuple[Span, ...], slot: Slot) -> bool:
    """See "the Danish claims"."""
    following = spans[slot.at + 1 : slot.at + 2]
    return bool(spans[slot.at].ids("people")) and any(has_topic(span, "claims") for span in following)


def _owns(spans: tuple[Span, ...], slot: Slot, told: int) -> bool:
    """Tell whether an account is somebody's: "Orla's numbers", "the numbers of Orla", "that Orla gave"."""
    if told < slot.at:
        between = spans[told + 1 : slot.at]
        if not between and has_cue(spans[told], "says"):
            return True  # "what said Orla"
        after = spans[slot.at + 1 : slot.at + 2]
        return any(has_cue(span, "of") for span in between[-2:]) or any(has_cue(s, "says") for s in after)
    between = spans[slot.at + 1 : told]  # "Orla's casualty account"
    return all(span.has("aside", "grammar") or span.ids("measure") for span in between)


def _named(index: Index, question: Question) -> tuple[Slot, ...]:
    """Return who is named, a seat of government for its side."""
    seats = index.seats
    return tuple(
        slot._replace(value=seats.get(slot.value, slot.value))
        for slot in question.find(*_SPEAKERS, "place")
        if slot.kind != "place" or slot.value in seats
    )


def _elsewhere(index: Index, question: Question) -> bool:
    """Tell whether a place is named that stands for no side."""
    return any(slot.value not in index.seats for slot in question.find("place"))


def each_clause(case: Case) -> Outcome | None:
    """Answer "X says this, Y says that" with the best claim for each clause."""
    if len(case.question.values(*SPEAKERS)) < _TWO:
        return None
    told = [Case.about(case.index, case.index.reader.read(clause)) for clause in clauses(case.question.text)]
    told = [one for one in told if one.question.find("topic", *SPEAKERS)]
    if len(told) < _TWO or not all(
        one.question.find("topic") and one.question.find(*SPEAKERS) for one in told
    ):
        return None
    found = [one.good() for one in told]
    if not all(found):
        return None
    return case.answer([good[0].entry.claim.id for good in found], "each speaker’s claim")


def each_speaker(case: Case) -> Outcome | None:
    """Answer "compare what X and Y said" with the best claim of each."""
    slots = case.question.find(*SPEAKERS)
    speakers = list(dict.fromkeys(slot.value for slot in slots))
    if len(speakers) < _TWO or owners_of_accounts(case.index, case.question):
        return None
    chosen: list[str] = []
    for speaker in speakers:
        good = case.without(slot for slot in slots if slot.value != speaker).good()
        if not good:
            return None
        chosen.append(good[0].entry.claim.id)
    return case.answer(chosen, "each speaker’s claim")
