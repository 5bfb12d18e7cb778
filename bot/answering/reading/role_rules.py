"""Tells what part a party plays, by the words on both sides of its name.

English puts the doer before the verb and the done-to after it, or before a passive ("was struck", "were
killed") and the doer after "by". The first rule that has something to say decides.
"""

from collections.abc import Callable

from bot.answering.reading.around import Around
from bot.answering.reading.cues import ends_passive, has_cue, has_topic, is_participle, means, reads, tells
from bot.answering.reading.question import SlotKind


def party_role(near: Around) -> SlotKind:
    """Return the part of the party whose name this is around."""
    return next(filter(None, (rule(near) for rule in _RULES)), near.harmed)


def _responds(near: Around) -> SlotKind | None:
    """See "Orla's answer to the raids", "Orla responded to the raids of Belmar"."""
    to = has_topic(near.right, "response") and (near.acted(near.right2) or near.acted(near.third))
    return "actor" if to or (near.span.possessive and has_topic(near.right, "response")) else None


def _is_prompted(near: Around) -> SlotKind | None:
    """See "what prompted Orla to hit back"."""
    return "actor" if has_topic(near.left, "cause") and near.acted(near.right) else None


def _has_a_part_hit(near: Around) -> SlotKind | None:
    """See "which part of Orla did they hit": where, not who."""
    parted = has_cue(near.left, "of") and has_cue(near.left2, "where") and not near.acted(near.right)
    return "target" if parted else None


def _is_claimed_by(near: Around) -> SlotKind | None:
    last = near.left.words.split()[-1] if near.left and has_cue(near.left, "who-claims") else ""
    return "claimant" if last in {"from", "by", "to"} else None


def _has_victims_from(near: Around) -> SlotKind | None:
    come = has_cue(near.left, "according-to") and reads(near.left, "from")
    return "side" if come and near.counted else None


def _is_according_to(near: Around) -> SlotKind | None:
    if not has_cue(near.left, "according-to") or near.led_by("which", "whom"):
        return None
    deed = near.acted(near.left2) or (near.demonym and near.acted(near.right))  # "died from Danish raids"
    return None if reads(near.left, "from", "per") and deed else "claimant"


def _is_lost_by(near: Around) -> SlotKind | None:
    return "side" if has_cue(near.left, "by") and has_cue(near.left2, "loses") else None


def _is_said_by(near: Around) -> SlotKind | None:
    spoken = has_cue(near.left2, "says") or has_topic(near.left2, "denial", "accusation")
    return "claimant" if spoken and has_cue(near.left, "by") and not has_cue(near.left2, "harms") else None


def _has_own_count(near: Around) -> SlotKind | None:
    """See "by Orla's own count", "by the Danish count", "12 by hers, 14 by Orla's"."""
    own = near.right2 if has_cue(near.right, "own") else near.right
    by = has_cue(near.left, "by") and (near.span.possessive or (near.demonym and own is not None))
    return "claimant" if by and (own is None or has_cue(own, "says") or has_topic(own, "claims")) else None


def _is_done_by(near: Around) -> SlotKind | None:
    deed = near.sentence.before_places(near.at, -2)
    done = near.kept or means(deed, "measure", "victims") or has_cue(deed, "harms") or near.acted(deed)
    return "actor" if done and has_cue(near.left, "by", "against") and reads(near.left, "by") else None


def _has_speakers(near: Around) -> SlotKind | None:
    """See "Orla's bakers said": whoever they are, they are not the other side."""
    if near.right is None or not (near.span.possessive or near.demonym):
        return None
    theirs = not near.right.known or has_cue(near.right, "speakers")
    spoke = has_cue(near.right2, "says") or has_topic(near.right2, "willing")
    return "claimant" if theirs and spoke else None


def _is_a_side(near: Around) -> SlotKind | None:
    if not has_cue(near.right, "side"):
        return None
    says = has_cue(near.right2, "says") and not means(near.right2, "measure")
    if says or has_topic(near.right2, "claims", "spokesperson"):
        return "claimant"
    return "actor" if near.acted(near.right2) and not has_cue(near.left, "at") else near.harmed


def _has_a_number_said(near: Around) -> SlotKind | None:
    if not (near.span.possessive and means(near.right, "measure")) or near.numbered:
        return None
    return "claimant" if has_cue(near.right2, "says") or has_topic(near.right2, "claims") else None


def _says_before(near: Around) -> SlotKind | None:
    """See "twelve were lost, says Orla"."""
    return "claimant" if tells(near.left) and near.right is None and near.left2 is not None else None


def _is_joined(near: Around) -> SlotKind | None:
    return "party" if near.sentence.joined(near.at) else None


def _has_a_site(near: Around) -> SlotKind | None:
    return "target" if has_cue(near.right, "site") else None


def _harms_those_before(near: Around) -> SlotKind | None:
    """See "how many bakers the Danes harmed"."""
    return "actor" if means(near.left, "victims") and has_cue(near.right, "harms") else None


def _is_said_to_act(near: Around) -> SlotKind | None:
    said = has_cue(near.left, "says") and has_cue(near.right, "of")
    return "actor" if said and near.acted(near.right2) else None


def _has_in_custody(near: Around) -> SlotKind | None:
    held = has_cue(near.left, "of") and has_cue(near.left2, "custody") and not near.demonym
    beside = reads(near.left, "with") and near.sentence.about_harm
    return "actor" if held or beside or has_cue(near.right, "custody") else None


def _are_counted(near: Around) -> SlotKind | None:
    """See "how many Danes"."""
    counted = near.demonym and has_cue(near.left, "how-many")
    return "side" if counted and not means(near.right, "victims") else None


def _did_harm(near: Around) -> SlotKind | None:
    """See "did the Danes kill", "how many Danish bakers did Orla catch", "bakers hurt 12 nurses"."""
    done = near.befell_others or (near.demonym and has_cue(near.right, "harms"))
    return "actor" if near.harms_others or (has_cue(near.left, "did") and done) else None


def _did_cause(near: Around) -> SlotKind | None:
    """See "how many deaths did Orla cause"."""
    asked = has_cue(near.left, "did", "passive") and has_topic(near.right, "cause")
    blamed = near.sentence.about_harm and near.left2 is None  # "is Orla responsible for deaths"
    return "actor" if asked and (blamed or means(near.left2, "measure")) else None


def _keeps(near: Around) -> SlotKind | None:
    return "actor" if near.sentence.keeps(near.at, demonym=near.demonym) else None


def _are_dead(near: Around) -> SlotKind | None:
    """See "the dead Danes"."""
    counted = near.demonym and means(near.left, "measure")
    return "side" if counted and not has_cue(near.verb, "says", "admits") else None


def _has_victims(near: Around) -> SlotKind | None:
    if not means(near.right, "victims"):
        return None
    return "actor" if near.acts_through_them else "side"


def _says(near: Around) -> SlotKind | None:
    spoken = has_topic(near.verb, "denial", "accusation", "acceptance")  # said rather than done
    states = reads(near.right, "in") and (has_cue(near.right2, "says") or has_cue(near.third, "says"))
    states = states or (has_cue(near.left, "did") and reads(near.verb, "call"))
    if not (spoken or states or near.posts or has_cue(near.verb, "says", "admits")):
        return None
    if has_cue(near.verb, "loses") or has_cue(near.right, "passive"):
        return None
    # "Is Orla accused of it" and "are they said to have done it" name whom it is said of.
    accused = near.verb and ends_passive(near.left) and (is_participle(near.verb) or reads(near.verb, "said"))
    return None if accused and not near.opens_clause else "claimant"


def _has_a_claim(near: Around) -> SlotKind | None:
    said = near.right2 if has_cue(near.right, "passive") else near.right  # "Orla is bragging about"
    if not (has_topic(said, "claims") or (near.span.possessive and has_cue(near.right, "how-many"))):
        return None
    return "party" if any(has_topic(span, "denial") for span in near.sentence.spans) else "claimant"


def _loses(near: Around) -> SlotKind | None:
    counted = near.demonym and means(near.right, "measure") and means(near.right2, "victims")
    loses = has_cue(near.verb if has_cue(near.right, "negation") else near.right, "loses")
    return "side" if counted or loses else None


def _had_some_killed(near: Around) -> SlotKind | None:
    """See "Orla had 13 killed"."""
    had = has_cue(near.right, "possesses") and means(near.right2, "measure")
    none = has_cue(near.right2, "negation") and means(near.third, "measure")
    return "side" if (had and near.sentence.counted(near.at)) or none else None


def _harms(near: Around) -> SlotKind | None:
    """Tell "Orla killed" from "how many Orla killed": a count before the name makes it the harmed."""
    if near.demonym or near.passive or not near.sentence.about_harm or not has_cue(near.verb, "harms"):
        return None
    beside = has_cue(near.left, "at") and near.span.words.endswith("side")  # "12 on the Danish side killed"
    return "side" if beside or has_cue(near.left, "how-many") or near.asked_after else "actor"


def _is_acted_with(near: Around) -> SlotKind | None:
    """See "negotiate with Orla to end the war", and whose the means are: "struck with Danish drones"."""
    met = has_cue(near.left, "with") and near.acted(near.left2) and not near.span.possessive
    owned = near.demonym and near.acted(near.right)
    return ("actor" if owned else "target") if met else None


def _acts(near: Around) -> SlotKind | None:
    if near.verb is None or near.passive or not near.acted(near.verb):
        return None
    if has_cue(near.left, "passive") and is_participle(near.verb) and not near.opens_clause:
        # "It was Orla that hit…" has Orla do it.
        return "actor" if near.leads("that", "who", "which") else "target"
    # In "On 3 May Orla hit…" the date stands between the word and the name.
    met = has_cue(near.left, "at") and not (near.span.possessive or near.demonym)
    if met and not near.sentence.apart(near.at):
        return "target"
    asked = has_cue(near.left, "did", "why", "passive")
    if near.also_place and not (asked or near.span.possessive or near.helped):
        return "place"
    return "actor" if near.span.possessive or near.demonym or not near.acted(near.left) else None


def _is_armed(near: Around) -> SlotKind | None:
    armed = near.sentence.about_harm and near.sentence.fights(near.span)
    return "side" if armed and not near.acted(near.left) else None


def _is_acted_on(near: Around) -> SlotKind | None:
    done = near.right2 if has_cue(near.right, "passive") else near.third
    acted = near.acted(near.right) or near.acted(done)
    return "target" if near.passive and acted else None


def _did_act(near: Around) -> SlotKind | None:
    """See "which strikes (or ships) did Orla send", "the strikes (that) Orla carried out"."""
    led = near.acted(near.left) and (near.led_by("that", "which") or near.launches)
    meant = near.acted(near.left2) or has_cue(near.left2, "kind-of")
    acted = led or (has_cue(near.left, "did") and meant)
    return "actor" if acted and not means(near.right, "measure") and not near.passive else None


def _follows_the_act(near: Around) -> SlotKind | None:
    if near.acted(near.left) or near.has_its_means:
        return "actor" if near.has_its_means else "target"
    there = has_cue(near.left, "at", "against") and (near.acted(near.left2) or not near.sentence.about_harm)
    return "target" if there else None


def _is_where(near: Around) -> SlotKind | None:
    return "place" if near.also_place and has_cue(near.left, "at") else None


def _did_something(near: Around) -> SlotKind | None:
    return (near.harmed if near.right2 is None else "party") if has_cue(near.right, "did") else None


_RULES: tuple[Callable[[Around], SlotKind | None], ...] = (
    _responds,
    _is_prompted,
    _has_a_part_hit,
    _is_claimed_by,
    _has_victims_from,
    _is_according_to,
    _is_lost_by,
    _is_said_by,
    _has_own_count,
    _is_done_by,
    _has_speakers,
    _is_a_side,
    _has_a_number_said,
    _says_before,
    _is_joined,
    _has_a_site,
    _harms_those_before,
    _is_said_to_act,
    _has_in_custody,
    _are_counted,
    _did_harm,
    _did_cause,
    _keeps,
    _are_dead,
    _has_victims,
    _says,
    _has_a_claim,
    _loses,
    _had_some_killed,
    _harms,
    _is_acted_with,
    _acts,
    _is_armed,
    _is_acted_on,
    _did_act,
    _follows_the_act,
    _is_where,
    _did_something,
)
