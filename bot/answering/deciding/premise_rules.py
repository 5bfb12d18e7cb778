"""Rules for what a question takes for granted, and the briefing has otherwise."""

import re
from collections.abc import Sequence

from bot.answering.claims.conflicts import Conflict
from bot.answering.claims.index import Candidate, Entry
from bot.answering.deciding.case import MARGIN_SHARE, MAX_ANSWERS, PLACED_SHARE, Case
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.presuming import CORRECTED, TAKING, is_presumed
from bot.answering.reading.around import HARM
from bot.answering.reading.cues import has_cue
from bot.answering.reading.office_words import names_office
from bot.answering.reading.order_words import ORDER_WORDS
from bot.answering.reading.question import ANYBODY, COUNTS, SPEAKERS, STRANGE, Question, Slot, SlotKind
from bot.briefing.known_ids import Topic
from bot.briefing.models import Claim

_RESPONSE: Topic = "response"
_HEAVY: Topic = "heavy"
# Who names one of these asks about a dispute, and takes nothing in it for granted.
_DISPUTING: frozenset[Topic] = frozenset(
    {"accusation", "claims", "tension", "cause", "denial", "verification"}
)
# "Why did the president go after the raids": no raid is what he did.
_ON_OCCASION = ORDER_WORDS | frozenset(
    {"amid", "because", "during", "despite", "over", "since", "until", "when", "while"}
)
# How far behind a name what they are to have done may stand.
_NEAR_DEED = 3
_ALWAYS = re.compile(r"\balways\b", re.IGNORECASE).search
_ONE_SIDE: tuple[SlotKind, ...] = ("claimant", "party", "side", "actor")


def heavy(case: Case) -> Outcome | None:
    """Correct who asks why losses are not heavy, or one side's alone, where the briefing has them so."""
    question = case.question
    singled = [slot for slot in question.find(*_ONE_SIDE) if _is_singled(question, slot)]
    alone = () if question.find("person") else tuple(singled)
    losses = question.mentions(_HEAVY) or (alone and question.values("measure") == {HARM})
    # "Why has neither reported any losses"
    neither = question.values("negation") == {"neither"} and question.values("measure") == {HARM}
    losses = losses or (neither and question.asks("says") and not question.find("victims"))
    named = losses and (question.find("negation") or alone)
    if not named or question.find("number", "place", "date", *STRANGE):
        return None
    if not question.asks("why"):  # "did only she report losses"
        both = [entry.claim.id for entry in case.index.entries if entry.both and entry.claim.figures]
        return case.answer(both, "what both report") if alone and both and question.asks("says") else None
    told = [entry.claim.id for entry in case.index.entries if _HEAVY in entry.claim.topics]
    taken = case.words("negation") or ", ".join(slot.words for slot in alone)
    return case.premise(told, taken, "there is such a figure")


def _is_singled(question: Question, slot: Slot) -> bool:
    """Tell whether "only" stands before a name."""
    return has_cue(question.before(slot.at), "only")


def alleged(case: Case) -> Outcome | None:
    """Correct who asks why somebody does what they are only said to do, and deny."""
    index, question = case.index, case.question
    said = question.find(*SPEAKERS) or question.asks("says", "who-claims", "according-to", "false")
    said = said or question.hears("hedges")
    topics = question.topics
    if not question.asks("why") or said or question.find("negation") or topics & _DISPUTING:
        return None
    doers = index.sides_of(question.find("actor", "party", "side"))
    for candidate in case.ranked:
        entry = candidate.entry
        claim = entry.claim
        disputed = claim.speech_act == "alleges" and index.contested_by[claim.id]
        meant = topics & entry.attributed and topics <= set(claim.topics)
        like = candidate.score >= index.threshold and lacks_only_why(case.conflicts[claim.id])
        if disputed and meant and like and claim.actor and index.sides[claim.actor] in doers:
            return case.premise([claim.id], case.words("topic"), "it is only alleged")
    return None


def undone(case: Case) -> Outcome | None:
    """Correct who asks why somebody did not do what the briefing has them do."""
    question, index = case.question, case.index
    acts = question.topics & index.reader.acts
    other = question.find(*COUNTS, *STRANGE)
    spoken = bool(question.find(*SPEAKERS)) or question.asks("says")
    said = _says_not(question)
    if not question.asks("why") or not question.find("negation") or not acts or other:
        return None
    if spoken and not said:
        return None
    doers = [index.side_of(slot.value) for slot in question.find("actor", "party", "side")[:1]]
    for candidate in case.ranked:
        claim = candidate.entry.claim
        done = not candidate.entry.negated and claim.speech_act not in {"denies", "alleges"}
        own = claim.actor is not None and (not doers or index.sides[claim.actor] in doers)
        like = candidate.score >= index.threshold and lacks_only_why(case.conflicts[claim.id])
        if done and own and like:
            if not acts <= set(claim.topics):
                return None
            told = [one.entry.claim for one in case.ranked if one.score >= candidate.score * MARGIN_SHARE]
            same = [o.id for o in told if said and o.claimant == claim.claimant and acts <= set(o.topics)]
            # What was never done is contradicted by whoever says that they always do it.
            always = [
                o.id
                for o in _telling(case, acts)
                if "never" in question.values("negation") and _ALWAYS(o.statement)
            ]
            return case.premise(always or same or [claim.id], _not_done(question), "it did happen")
    return None


def _telling(case: Case, acts: frozenset[str]) -> list[Claim]:
    """Return the claims that tell of these acts and are like enough to what is asked."""
    like = (one.entry.claim for one in case.ranked if one.score >= case.index.threshold)
    return [claim for claim in like if acts <= set(claim.topics)]


def _says_not(question: Question) -> bool:
    """Tell whether somebody is said to say that something was not done ("why claim they never raided it")."""
    says = [slot.at for slot in question.ask_slots("says")]
    no = question.find("negation")
    return bool(says and no and question.find(*SPEAKERS)) and says[0] < no[0].at


def _not_done(question: Question) -> str:
    """Return the asker's words from the negation on to what was not done ("never struck")."""
    no = question.find("negation")[0].at
    done = max((slot.at for slot in question.find("topic")), default=no)
    return " ".join(span.typed for span in question.spans[no : max(no, done) + 1])


def false_premise(case: Case) -> Outcome | None:
    """Correct a question that has one thing wrong and is otherwise about a claim."""
    question = case.question
    if question.asks("how-many", "how-long", "clock", "future"):
        return None
    if question.find("person") and any(_lacks_a_reason(case, one) for one in case.ranked):
        return None  # it is so, but why nobody says
    nearest = case.ranked[0].entry if case.ranked else None
    if nearest and lacks_only_why(case.conflicts[nearest.claim.id]) and _tells_of_all(case, nearest):
        return None  # it is so, whoever is named
    first: tuple[str, float, str] | None = None
    claims: list[str] = []
    for candidate in case.ranked:
        if first and (candidate.score < first[1] * PLACED_SHARE or len(claims) >= MAX_ANSWERS):
            break
        if candidate.score < case.index.threshold:
            continue
        found = case.conflicts[candidate.entry.claim.id]
        open_ = [c for c in found if not (c.field == "ask" and c.slot.value in TAKING)]
        wrong = _of_the_speaker(case, candidate.entry, open_)
        fields = {c.field for c in wrong}
        if len(fields) != 1 or not fields <= CORRECTED.keys():
            continue
        field = fields.pop()
        if not is_presumed(case, field, candidate.entry, wrong):
            continue
        if first is None:
            taken = _as_taken(question, [one.slot for one in wrong])
            first = (field, candidate.score, taken)
        if field == first[0]:
            claims.append(candidate.entry.claim.id)
    if first is None:
        return None
    # Whoever did not say it is shown with what they did say, if that is one thing.
    own = [claim for slot in question.find("person") for claim in _only_claim(case, slot.value)]
    return case.premise([*claims, *own], first[2], "the briefing has it otherwise")


def _tells_of_all(case: Case, entry: Entry) -> bool:
    """Tell whether a claim is of both sides, or has who alone is named do what it is asked why they did."""
    index, actor = case.index, entry.claim.actor
    doers = {index.side_of(slot.value) for slot in case.question.find(*ANYBODY)}
    own = actor is not None and doers == {index.sides[actor]}
    return entry.both or (own and case.question.asks("why"))


def _as_taken(question: Question, wrong: Sequence[Slot]) -> str:
    """Return the asker's words for what is wrong, those for a lone doer or speaker up to what they did."""
    alone = wrong[0] if len(wrong) == 1 and wrong[0].kind in {*SPEAKERS, "actor"} else None
    deed = next((one for one in question.find("topic", "ask") if alone and one.at > alone.at), None)
    # Not what they are to have said, which goes on behind.
    if alone and deed and deed.kind == "topic" and deed.at - alone.at <= _NEAR_DEED:
        return " ".join(span.typed for span in question.spans[alone.at : deed.at + 1])
    return ", ".join(dict.fromkeys(slot.words for slot in wrong))


def answered_to(case: Case) -> Outcome | None:
    """Correct who asks how one side answered to what that very side did ("after Belmar offered talks, …")."""
    index, asked = case.index, case.index.reader.read(case.question.text)  # with all that act
    replies = asked.topic_slots(_RESPONSE)
    if not replies or asked.find(*COUNTS, "negation", *STRANGE):
        return None
    acts = [slot for slot in asked.find("topic") if slot.value in index.reader.acts and slot not in replies]
    for act in acts:
        doer = next((one for one in reversed(asked.find(*ANYBODY)) if one.at < act.at), None)
        done = [e for e in index.entries if e.claim.actor and act.value in index.kinds(e.claim.topics)]
        doers = {index.sides[entry.claim.actor] for entry in done if entry.claim.actor}
        others = index.sides_of(slot for slot in asked.find(*ANYBODY) if slot != doer)
        if doer is not None and doers and others == doers and index.side_of(doer.value) not in doers:
            told = [e.claim.id for e in done if {a.value for a in acts} <= index.kinds(e.claim.topics)]
            return case.premise(told[:MAX_ANSWERS], doer.words, "the briefing has it otherwise")
    return None


def _of_the_speaker(case: Case, entry: Entry, wrong: Sequence[Conflict]) -> list[Conflict]:
    """Return what is wrong, with an office that nobody has as who said it, and without whom they acted on."""
    index, why = case.index, case.question.asks("why")
    lexicon = index.reader.lexicon
    strange = {
        one.slot
        for one in wrong
        if why
        and one.field == "word"
        and names_office(lexicon, one.slot.words)
        and _does_what_is_named(case.question, one.slot)
    }
    told = [one._replace(field="claimant") if one.slot in strange else one for one in wrong]
    speakers = {index.sides[one.slot.value] for one in told if one.slot.kind == "person"}
    if not speakers or entry.side in speakers:
        return told
    return [one for one in told if one.slot.kind != "target" or index.side_of(one.slot.value) != entry.side]


def _does_what_is_named(question: Question, office: Slot) -> bool:
    """Tell whether what is named is what an office did, not on what occasion it did something else."""
    named = question.find("topic", "measure")
    if has_cue(question.before(office.at), "by") and any(slot.at < office.at for slot in named):
        return True  # "why was it announced by the president"
    done = next((slot.at for slot in (*named, *question.ask_slots("says")) if slot.at > office.at), office.at)
    between = question.spans[office.at + 1 : done]
    return done > office.at and not any(
        span.words in _ON_OCCASION or (span.has("aside", "light") and not span.words.endswith("ly"))
        for span in between
    )


def miscalled(case: Case) -> Outcome | None:
    """Correct who calls a place the seat of a government that sits in another ("the capital Wex")."""
    if len(case.question.values("place")) < 2:  # noqa: PLR2004 - the seat is one of two
        return None
    # What checks messages is slow to import, and few questions name two places.
    from bot.answering.checking.seats import wrong_seats  # noqa: PLC0415

    found = [(one.claim, one.said) for one in wrong_seats(case.index, case.question.text)]
    wrong = [(claim, said) for claim, said in found if claim and said]
    claims, words = [claim for claim, _ in wrong], ", ".join(said for _, said in wrong)
    return case.premise(claims, words, "the briefing has it otherwise") if wrong else None


def _lacks_a_reason(case: Case, candidate: Candidate) -> bool:
    """Tell whether a claim of somebody named has all that is asked about but why."""
    conflicts, claim = case.conflicts[candidate.entry.claim.id], candidate.entry.claim
    spoke = claim.claimant in case.question.values("person")
    return spoke and bool(conflicts) and lacks_only_why(conflicts)


def lacks_only_why(conflicts: Sequence[Conflict]) -> bool:
    """Tell whether a claim has all that is asked about but why."""
    return all(one.slot.value == "why" for one in conflicts)


def _only_claim(case: Case, speaker: str) -> list[str]:
    """Return the claim of somebody of whom there is no other."""
    own = [entry for entry in case.index.entries if speaker in {entry.claim.claimant, entry.claim.speaker}]
    return [own[0].claim.id] if len({entry.claim.statement for entry in own}) == 1 else []
