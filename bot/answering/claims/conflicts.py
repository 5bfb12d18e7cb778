"""Weighs the claims against what a question names: what conflicts, and what nothing explains."""

from dataclasses import replace
from typing import Literal, NamedTuple

from bot.answering.claims.deeds import never_flown
from bot.answering.claims.figure_query import claims_by, is_worded
from bot.answering.claims.index import Entry, Index
from bot.answering.reading.cues import has_cue, means
from bot.answering.reading.dates import NOW, falls_on
from bot.answering.reading.question import ANYBODY, SPEAKERS, SPOKEN, Question, Slot
from bot.briefing.folding import stem
from bot.briefing.known_ids import Ask, Topic

Field = Literal[
    "place", "date", "claimant", "direction", "topic", "measure", "victims", "figure", "ask", "word",
    "medium", "object",
]  # fmt: skip
# Asks that only a claim curated for them can answer.
_SPECIAL_ASKS: frozenset[Ask] = frozenset(
    {"how-many", "how-long", "clock", "why", "kind-of", "names", "arithmetic"}
)
_ACCEPTANCE: Topic = "acceptance"
_UNWILLING: Topic = "unwilling"
# How often something is so, which one word of a source says for all of them.
OFTEN = frozenset(
    {"always", "usually", "normally", "typically", "generally", "habitually", "traditionally", "historically"}
    | {"customarily", "routinely", "invariably", "regularly", "consistently", "ordinarily"}
    | {"allways", "alway", "usualy", "usally", "normaly", "generaly", "traditionaly", "historicaly"}
)


class Conflict(NamedTuple):
    """A slot that a claim contradicts or lacks."""

    field: Field
    slot: Slot


def conflicts(index: Index, entry: Entry, question: Question) -> tuple[Conflict, ...]:
    """Return everything that *question* names and the claim contradicts or lacks."""
    found = [Conflict(field, slot) for slot in question.slots if (field := _conflict(index, entry, slot))]
    kinds = [slot for slot in question.find("ask") if slot.value == "kind-of"]
    if kinds and _is_of_another(entry, question):
        found += [Conflict("ask", slot) for slot in kinds]
    found += [Conflict("topic", slot) for slot in never_flown(index, entry, question)]
    found += [Conflict("topic", slot) for slot in _replied_by_another(index, entry, question)]
    if question.asks("future") and not (entry.days or entry.claim.when):
        # When it was said is not when it will be.
        found += [Conflict("ask", slot) for slot in question.find("ask") if slot.value == "when"]
    if not found and entry.claim.speech_act != "denies":
        return ()
    if entry.claim.speech_act == "denies" and question.values("topic") & {"claims", "denial"}:
        # "Who disputed her numbers" names whose are denied.
        found = [c for c in found if not _is_denied(index, entry, c.slot)]
    found = [c for c in found if not _stands_for_its_side(index, entry, question, c.slot)]
    found = [c for c in found if not _is_told_to_do_so(index, entry, question, c)]
    found = [c for c in found if not _is_who_is_met(entry, question, found, c)]
    if off := {c.slot for c in found if c.field == "date"}:
        for dates in _by_kind(question):
            if len(off & dates) < len(dates):
                found = [c for c in found if c.slot not in dates]
    if question.alternative:
        found = _alternatives(question, found)
    if wrong := _misdenied(index, entry, question):
        return (*(c for c in found if c.slot != wrong), Conflict("claimant", wrong))
    if owners := owners_of_accounts(index, question):
        # Only who denies says something of what others tell.
        return tuple(c for c in found if entry.claim.speech_act != "denies" or c.slot not in owners)
    misspoken = {c.slot.value for c in found if c.field == "claimant"}
    others = len(question.values("claimant", "person")) > len(misspoken)
    if misspoken and others and not _says_of_another(question):
        found = [c for c in found if c.field != "claimant"]
    return tuple(found)


def _says_of_another(question: Question) -> bool:
    """Tell whether somebody is said to say what another did or said: both are wrong where one of them is."""
    slots = question.slots
    named = {slot.value for slot in question.find(*SPEAKERS) if not slot.owns}
    heard: set[str] = set()  # who says something
    doers: set[str] = set()
    quoted = False
    for before, one, after in zip((None, *slots), slots, (*slots[1:], None), strict=False):
        if one.kind not in SPEAKERS or one.owns:
            continue
        says, said = (near is not None and near.value == "says" for near in (before, after))
        if says or said:
            heard.add(one.value)
        if after is not None and (
            after.kind == "measure" or (after.kind == "topic" and after.value not in SPOKEN)
        ):
            doers.add(one.value)
        # "X said Y announced …", and "…, said X" at the end.
        quoted = quoted or (says and (said or after is None) and len(named) > 1)
    return quoted or any(heard - {doer} for doer in doers)


def owners_of_accounts(index: Index, question: Question) -> tuple[Slot, ...]:
    """Return whose account another side is asked about ("what did Holt call the army's version")."""
    named = question.find(*SPEAKERS)
    owners = tuple(slot for slot in named[1:] if _has_an_account(question, slot))
    others = [slot for slot in named if slot not in owners]
    both = {index.side_of(slot.value) for slot in owners}.intersection(index.side_of(s.value) for s in others)
    compared = any(slot.owns for slot in others) or question.asks("compare", "agrees", "both")
    # An outlet that weighs an account is no side.
    weighed = not index.reader.media.isdisjoint(slot.value for slot in others)
    return owners if others and not (both or compared or weighed) else ()


def _has_an_account(question: Question, slot: Slot) -> bool:
    after = next(iter(question.spans[slot.at + 1 :]), None)
    return has_cue(after, "account") and (has_cue(after, "says") or means(after, "topic"))


def _is_denied(index: Index, entry: Entry, slot: Slot) -> bool:
    """Tell whether a person of the other side is named as whose the claims are that a claim denies."""
    return slot.kind == "person" and slot.owns and index.sides[slot.value] != entry.side


def _is_of_another(entry: Entry, question: Question) -> bool:
    """Tell whether the kind of something is asked for which the claim gives only of something else."""
    topics = {f"topic:{topic}" for topic in question.values("topic")}
    telling = [bag for bag in entry.bags if "ask:kind-of" in bag]
    return bool(topics and telling) and not any(topics & bag for bag in telling)


def _misdenied(index: Index, entry: Entry, question: Question) -> Slot | None:
    """Return who is wrongly asked to have denied what another claims, or to have had their claims denied."""
    if entry.claim.speech_act != "denies":
        return None
    topics = question.find("topic")  # who does not accept denies
    denial = next((s.at for s in topics if index.opposites.get(s.value, s.value) == "denial"), -1)
    speakers = question.find("claimant", "person")
    own = [index.side_of(s.value) == entry.side for s in speakers]
    for speaker, is_own in zip(speakers, own, strict=True):
        if speaker.at < denial and not speaker.owns:
            return None if is_own else speaker
        if speaker.owns and is_own and question.asks("who", "who-claims") and denial >= 0:
            return speaker
    return None


def _replied_by_another(index: Index, entry: Entry, question: Question) -> tuple[Slot, ...]:
    """Return the response that is asked for, where a claim tells only of another side's."""
    responses = [slot for slot in question.find("topic") if slot.value == "response"]
    if not responses or "response" not in entry.claim.topics:
        return ()
    doer = index.sides[entry.claim.actor] if entry.claim.actor else entry.side

    def replies(slot: Slot) -> bool:
        before = question.before(slot.at)
        by = has_cue(before, "of", "by", "according-to")
        return slot.at < responses[0].at or by

    replying = index.sides_of(slot for slot in question.find(*ANYBODY) if replies(slot))
    return tuple(responses) if replying and doer not in replying else ()


def turned(index: Index, question: Question) -> Question:
    """Turn every denial of a concept ("unwilling") into the concept; who accepts an offer denies nothing."""
    refused = min((s.at for s in question.find("topic") if s.value == _UNWILLING), default=None)

    def is_agreed_to(slot: Slot) -> bool:
        after = next((one for one in question.naming if one.at > slot.at), None)
        act = after is not None and after.kind == "topic" and after.value not in SPOKEN | index.denied
        return slot.value == _ACCEPTANCE and (act or (refused is not None and refused < slot.at))

    def straight(slot: Slot) -> Slot:
        if slot.kind != "topic" or is_agreed_to(slot):
            return slot
        return slot._replace(value=index.opposites.get(slot.value, slot.value))

    return replace(question, slots=tuple(map(straight, question.slots)))


def _stands_for_its_side(index: Index, entry: Entry, question: Question, slot: Slot) -> bool:
    """Tell whether a place stands for its side in what is said of no place ("the capital denies it")."""
    claim = entry.claim
    if slot.kind != "place" or slot.value not in index.seats or claim.places or claim.figures:
        return False
    party = slot._replace(kind="party", value=index.seats[slot.value])
    return bool(question.values("topic") & set(claim.topics) - index.placed) and not _conflict(
        index, entry, party
    )


def _is_told_to_do_so(index: Index, entry: Entry, question: Question, found: Conflict) -> bool:
    """Tell whether a source itself tells that a side accepted something, which one does by saying so."""
    claim = entry.claim
    if found.field != "claimant" or claim.claimant is not None or claim.actor is None:
        return False
    own = index.sides[claim.actor] == index.side_of(found.slot.value)
    return own and _ACCEPTANCE in question.values("topic") & set(claim.topics)


def _is_who_is_met(entry: Entry, question: Question, found: list[Conflict], one: Conflict) -> bool:
    """Tell whether one word for people ("marchers") names a side that the claim has, which counts nobody."""
    if one.slot.kind != "victims" or entry.claim.figures:
        return False
    alike = [slot for slot in question.find("actor", "target", "party") if slot.at == one.slot.at]
    return bool(alike) and not any(c.slot in alike for c in found)


def _by_kind(question: Question) -> tuple[set[Slot], set[Slot]]:
    """Part weekdays from other dates: one of each has to fit ("Sunday of last weekend")."""
    dates = question.find("date")
    weekdays = {slot for slot in dates if slot.value.startswith("weekday")}
    return weekdays, set(dates) - weekdays


def _alternatives(question: Question, found: list[Conflict]) -> list[Conflict]:
    """Drop the conflicts of "this or that" where the claim has one of the two."""
    for field, kinds in (("place", ("place", "other-place")), ("topic", ("topic",)), ("date", ("date",))):
        named = {slot.value for slot in question.slots if slot.kind in kinds}
        if len(named) > len({c.slot.value for c in found if c.field == field}):
            found = [c for c in found if c.field != field or c.slot.kind == "other-place"]
    return found


def _conflict(index: Index, entry: Entry, slot: Slot) -> Field | None:  # noqa: C901, PLR0911, PLR0912 - one case a slot
    claim = entry.claim
    match slot.kind:
        case "place":
            return None if f"place:{slot.value}" in entry.features else "place"
        case "date":
            # What has no day, or the last that there is among them, is as it stands now.
            lasts = not entry.days or entry.days[0] <= index.briefing.covers_until <= entry.days[-1]
            now = slot.value == NOW and lasts
            return None if now or falls_on(slot.value, entry.days, entry.dates) else "date"
        case "claimant":
            told = entry.both and claim.claimant is None and index.side_of(slot.value) in index.belligerents
            return None if told or claims_by(index, entry, slot.value) else "claimant"
        case "person":
            known = slot.value in claim.people or claims_by(index, entry, slot.value)
            return None if known or f"claimant:{slot.value}" in entry.features else "claimant"
        case "actor" | "target":
            side = index.side_of(slot.value)
            if entry.both if side in index.belligerents else f"party:{side}" in entry.features:
                return None
            own = claim.actor if slot.kind == "actor" else claim.target
            if own is not None:
                return None if index.sides[own] == side else "direction"
            known = f"party:{side}" in entry.features and slot.kind == "target"
            return None if known or (slot.kind == "actor" and entry.side == side) else "direction"
        case "side" | "party":
            side = index.side_of(slot.value)
            if claim.target and not claim.actor and entry.side is None:
                return None if index.sides[claim.target] == side else "direction"
            theirs = entry.side == side or (entry.both and side in index.belligerents)
            return None if theirs or f"party:{side}" in entry.features else "direction"
        case "topic" if slot.value in index.offices.get(claim.claimant or "", ()):
            return None
        case "topic":
            return None if f"topic:{slot.value}" in entry.features else "topic"
        case "measure" | "victims":
            if slot.value == "people":
                return None
            lacks: Field = "measure" if slot.kind == "measure" else "victims"
            return None if f"{slot.kind}:{slot.value}" in entry.features else lacks
        case "ask" if slot.value in _SPECIAL_ASKS:
            return None if f"ask:{slot.value}" in entry.features else "ask"
        case "ask" if slot.value == "future":
            return "ask" if entry.days or claim.when or claim.figures else None
        case "ask" if slot.value == "where":
            return None if claim.places or "ask:where" in entry.features else "ask"
        case "ask" if slot.value == "when":
            return None if entry.days or claim.when or claim.said or "ask:when" in entry.features else "ask"
        case "number" if not slot.value.endswith("%"):
            return None if slot.value in claim.statement.replace(",", " ").split() else "figure"
        case "other-place" | "other-party" if is_worded(entry, slot.value):
            return None
        case "other-place":
            return "place"
        case "other-party":
            # An office that somebody of the other side holds.
            spans = index.reader.lexicon.read(slot.words)
            return "claimant" if any(span.ids("person") for span in spans) else "word"
        case "unknown" | "elsewhere" | "other-medium":
            often = slot.value in OFTEN and not OFTEN.isdisjoint(entry.folded.split())
            worded = often or all(stem(word) in entry.stems for word in slot.value.split())
            return None if worded else "medium" if slot.kind == "other-medium" else "word"
        case _:
            return None
