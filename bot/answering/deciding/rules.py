"""The rules in their order: the first that has something to say decides."""

from bot.answering.deciding.about_rules import about_itself, judgement, nothing_named, overview
from bot.answering.deciding.account_rules import account
from bot.answering.deciding.agreement_rules import agreement, dating
from bot.answering.deciding.beginning_rules import began
from bot.answering.deciding.beyond_figures import beyond_figures
from bot.answering.deciding.case import Case
from bot.answering.deciding.charge_rules import answered_charge
from bot.answering.deciding.credence_rules import credence
from bot.answering.deciding.denial_rules import denied_deed
from bot.answering.deciding.event_rules import about_each_other, beyond, events, why_not
from bot.answering.deciding.favour_rules import favoured
from bot.answering.deciding.figure_rules import comparison, figures
from bot.answering.deciding.identity_rules import identity
from bot.answering.deciding.leaning import unresolved
from bot.answering.deciding.naming_rules import name_given
from bot.answering.deciding.only_rules import only
from bot.answering.deciding.opposite_rules import opposites
from bot.answering.deciding.order_rules import around, in_order, places_in_order
from bot.answering.deciding.outcome import Outcome
from bot.answering.deciding.place_rules import ruling, seat, whose_place
from bot.answering.deciding.premise_rules import alleged, answered_to, false_premise, heavy, miscalled, undone
from bot.answering.deciding.quotation_rules import (
    containing,
    mixed_name,
    quoted,
    several_quotations,
    verbatim,
)
from bot.answering.deciding.reason_rules import reasons
from bot.answering.deciding.stance_rules import stances
from bot.answering.deciding.untold import untold
from bot.answering.deciding.verification_rules import disbelief, others_verify, taken_as_verified, verified

RULES = (
    mixed_name,
    containing,
    verbatim,
    several_quotations,
    name_given,
    favoured,
    judgement,
    stances,
    overview,
    quoted,
    nothing_named,
    unresolved,
    about_itself,
    answered_charge,
    credence,
    others_verify,
    disbelief,
    taken_as_verified,
    verified,
    seat,
    whose_place,
    ruling,
    identity,
    places_in_order,
    in_order,
    around,
    miscalled,
    answered_to,
    dating,
    agreement,
    began,
    opposites,
    heavy,
    beyond_figures,
    only,
    denied_deed,
    untold,
    figures,
    comparison,
    beyond,
    about_each_other,
    alleged,
    reasons,
    undone,
    account,
    events,
    false_premise,
)


def by_rules(case: Case) -> Outcome:
    """Return the outcome by the first rule that decides, an abstention where none does."""
    return next((one for rule in RULES if (one := rule(case)) is not None), None) or why_not(case)
