"""The rule for where a side stands: what it says or announces that it does itself."""

from bot.answering.claims.figure_query import claims_by
from bot.answering.claims.index import Entry, Index
from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.cues import has_cue
from bot.answering.reading.dates import NOW
from bot.answering.reading.order_words import AFTER_WORDS
from bot.answering.reading.question import AGENTS, COUNTS, STRANGE, Question, Slot, SlotKind

# How whoever stands somewhere is named.
SPEAKING: tuple[SlotKind, ...] = (*AGENTS, "side")
_STATING = ("states", "announces")


def stances(case: Case) -> Outcome | None:
    """Answer where a side stands, or both, with what each says of its own doing."""
    index, question = case.index, case.question
    topics = question.topics
    # "Who wants war and who wants talks": a word that judges one side stands for what that side says.
    stands = [entry for entry in index.entries if is_stance(index, entry)]
    named = sides_named(index, question)
    held = {topic for entry in stands for topic in entry.claim.topics}
    topics -= _guessed(index, question) - held
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
    if not (asked or (compared and _all_stand(index, question, stands))):
        return None
    if not topics <= held or _asks_for_more(case, topics):
        return None
    told = _of_those_named(index, question, stands)
    if later:  # only what the source itself puts after that
        told = [entry for entry in told if later <= entry.told]
    told = _on_those_named(index, question, told)
    if announced:
        own = [entry for entry in stands if not spoken or len(sides) != 1 or entry.side in sides]
        told = [entry for entry in own if entry.claim.speech_act == "announces"] or (own if spoken else [])
    if len(topics) == 1 and not _of_both(question):
        told = [entry for entry in told if topics <= set(entry.claim.topics)]
    return case.answer([entry.claim.id for entry in told], "where they stand") if told else None


def _asks_for_more(case: Case, topics: frozenset[str]) -> bool:
    """Tell whether something is asked that nobody says by saying where they stand."""
    question = case.question
    dated = any(slot.value not in {"relative", NOW} for slot in question.find("date"))
    if dated or question.find(*COUNTS, "victims", *STRANGE) or is_placed(case.index, question):
        return True
    bare = case.is_yes_no and not topics and not question.alternative
    return bare or question.asks("how-many", "how-long", "clock", "why", "when", "names")


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


def _on_those_named(index: Index, question: Question, stands: list[Entry]) -> list[Entry]:
    """Return what is said of the others that are named: "her position on the rebels"."""
    others = question.values("target", "party") - _parties_of_the_asked(index, question)
    if not others or question.asks("compare"):
        return stands
    return [entry for entry in stands if not others.isdisjoint(_parties_meant(index, entry))]


def _parties_of_the_asked(index: Index, question: Question) -> set[str]:
    """Return the parties of the side that is asked about."""
    own = index.sides_of(question.find(*SPEAKING)[:1])
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
    named = sides_named(index, question)
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


def sides_named(index: Index, question: Question) -> tuple[Slot, ...]:
    """Return who is named, a seat of government for its side."""
    seats = index.seats
    return tuple(
        slot._replace(value=seats.get(slot.value, slot.value))
        for slot in question.find(*SPEAKING, "place")
        if slot.kind != "place" or slot.value in seats
    )


def is_placed(index: Index, question: Question) -> bool:
    """Tell whether a place is named that stands for no side."""
    return any(slot.value not in index.seats for slot in question.find("place"))
