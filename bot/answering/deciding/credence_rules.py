"""The rule for what one side makes of the other’s claims."""

from collections.abc import Sequence

from bot.answering.deciding.case import Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.stance_rules import SPEAKING, is_placed, sides_named
from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.question import STRANGE, Question, Slot
from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Topic

# How what another claims is taken.
_WEIGHED: frozenset[Topic] = frozenset({"response", "denial", "verification"})


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
    if question.find("number", "date", *STRANGE) or is_placed(index, question):
        return None
    # Whether the one's count of the other's losses is verified is no question of what the other makes of it.
    counting = topics & _WEIGHED == {"verification"} and not armies
    named = tuple(slot for slot in sides_named(index, question) if not (counting and slot.kind == "side"))
    told = [at for at, span in enumerate(question.spans) if has_cue(span, "account")]
    told = (
        told
        or _said(question)
        or [s.at + 1 for s in (*named, *armies) if weighed and _is_what_somebody_tells(question, s)]
    )
    owner = _owner(question, named, told)
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


def _owner(question: Question, named: Sequence[Slot], told: Sequence[int]) -> Slot | None:
    """Return whose account is weighed, not that of "the enemy"."""
    theirs = [slot.at for slot in question.ask_slots("other-side")]
    owned = [at for at in told if not any(abs(at - other) == 1 for other in theirs)]
    return next((slot for slot in named if any(_owns(question.spans, slot, at) for at in owned)), None)


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
    owns = [slot.owns or _claims_follow(question.spans, slot) for slot in question.find(*SPEAKING)]
    return owns == [False, True] and question.mentions("claims")


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
    # "Orla's casualty account", "when Orla published its account"
    between = tuple(span for span in spans[slot.at + 1 : told] if not has_topic(span, "publisher"))
    return all(s.has("aside", "grammar") or s.ids("measure") or has_cue(s, "says") for s in between)
