"""The rule for what is asked as a refusal or a denial, of which the briefing has the opposite."""

import re
from dataclasses import replace

from bot.answering.claims.conflicts import turned
from bot.answering.deciding.case import MARGIN_SHARE, MAX_ANSWERS, Case
from bot.answering.deciding.event_rules import asks_what_did_not_happen
from bot.answering.deciding.outcome import Outcome
from bot.answering.reading.question import STRANGE

_AND = re.compile(r",?\s+(?:and|but|while|yet|only\s+to)\s+", re.IGNORECASE)
# "Which of them was it who …": somebody did.
_WHO_IT_WAS = re.compile(r"\b(?:was|is)\s+it\s+(?:who|that|which)\b", re.IGNORECASE)


def opposites(case: Case) -> Outcome | None:
    """Answer a question about a refusal from what the briefing says of the willingness."""
    index, question = case.index, case.question
    denied = [slot for slot in question.slots if slot.kind == "topic" and slot.value in index.opposites]
    if denied and question.asks("why") and question.find(*STRANGE):
        # "Why was Wex spared and only the farms struck": where one half is false, so is the whole.
        halves = map(index.reader.read, _AND.split(question.text))
        half = next((one for one in halves if denied[0].value in one.topics), question)
        if half != question and half.asks("why") and not half.find(*STRANGE):
            return opposites(Case.about(index, half))
    # Who refuses to give figures refuses no talks.
    other = question.find("measure") and all(index.opposites[slot.value] == "willing" for slot in denied)
    # "Long in coming or out of nowhere" asks of both.
    if other or not denied or question.asks("how-many") or question.alternative:
        return None
    if asks_what_did_not_happen(case):
        return case.abstain("not_covered")
    kept = tuple(
        slot
        for slot in question.slots
        if not (slot.kind == "ask" and slot.value in {"why", "says", "when"})
        and slot.kind not in {"negation", "measure"}
        and slot.value != "verification"
    )
    asked = replace(question, slots=kept)
    own = {slot.value for slot in denied}
    straight = {f"topic:{index.opposites[topic]}" for topic in own}
    # How one may ask for a claim does not make it contradict anything.
    good = [c for c in Case.about(index, turned(index, asked)).good() if straight & c.entry.labels]
    if not good or any(own <= set(c.entry.claim.topics) for c in Case.about(index, asked).good()):
        return None  # or it is so as it is asked
    claims = [c.entry.claim.id for c in good if c.score >= good[0].score * MARGIN_SHARE][:MAX_ANSWERS]
    # Whoever asks how limited something was takes it to have been so, as does who asks which of them it was.
    how = any(slot.words.casefold().startswith("how ") for slot in denied)
    taken = how or question.asks("why", "when") or bool(_WHO_IT_WAS.search(question.text))
    if taken or case.presumes or not question.text.strip().endswith("?"):
        return case.premise(claims, ", ".join(slot.words for slot in denied), "the opposite is claimed")
    return case.answer(claims, "the opposite is claimed")
