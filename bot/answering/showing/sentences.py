"""Holds every sentence of the bot's own: few, plain, and the same for every side.

A statement is never part of one; it stands apart, in its own words. The catalogues of other languages in
`bot/locale` have a translation of each that is written in capitals here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.deciding.outcome import Kind, Reason, Remark
    from bot.answering.reading.question import SlotKind
    from bot.answering.showing.checked import DifferingField, Verdict
    from bot.briefing.models import SpeechAct

# In the past tense an English verb fits one person and a government alike, and judges neither. Where it
# does not, the catalogue has a noun.
ACTS: dict[SpeechAct, str] = {
    "states": "stated",
    "denies": "denied",
    "alleges": "alleged",
    "reports": "reported",
    "announces": "announced",
}
ATTRIBUTION = "{claimant} {acts}"
IN_THE_WORDS = "{act} (in the words {words})"
MADE = "{attribution}:"
PUBLISHER = "the publisher"
PUBLISHERS_VOICE = "In the publisher’s own voice"
QUOTED_BY_PUBLISHER = "Quoted by the publisher"  # be they somebody's words that no claim makes theirs
COUNTER_CLAIM = "Counter-claim – {made}"
CAVEAT = "Caveat – {author}:"
NOTE = "[curator’s note: {note}]"
BLANK = "not in this briefing"
NO_FIGURES = "The briefing has no such figures."
NO_QUOTATIONS = "The briefing puts none of their words in quotation marks."
NO_RECEIPT = "Nothing has been asked yet."
NEVER_ADDED = "Figures are shown as claimed and never added up."
CHART_TITLE = "Casualty figures, as claimed"
CHART_TITLE_OTHER = "Figures, as claimed"
CHART_EXACT = "the number claimed"
CHART_OPEN = "or more: the claim sets no upper end"
CHART_UP_TO = "up to there: the claim sets this end"
CHART_WORD = "words in quotation marks: the claim gives no whole number"
CHOICE = "That can be read in more than one way. Ask one of these:"
WHICH = "More than one briefing fits that. Which one is meant?"
TITLED = "{title}, edition of {edition} [{briefing}]"
SOUGHT = "Of {among} briefings the nearest was asked: {title}, edition of {edition}."
ASKED = "Asked from now on:"
NEAREST = "What the briefing does cover, nearest to it:"
UNDATED = "(no date in the source)"
VICTIMS = "Victims: {side}"
UNKNOWN_SIDE = "side not stated"
NO_SIDE = "Of no side"
READING = "[curator’s reading: {period}]"
SAID = "said {words}"
NO_COMMAND = "There is no such command."
HELP = """\
Ask a question in your own words, or:
/figures          who claims what number of whom
/timeline         what the briefing tells of, in order of time
/quotes [PERSON]  what is in quotation marks, and whose words they are
/sources          what the briefing rests on
/briefing [ID]    ask that briefing only; without ID whichever a question is about
/why              how the last reply was reached
/help             this
Ctrl-C cancels a line, Ctrl-D leaves."""
WELCOME = "{title}. Ask a question, or /help. Ctrl-D leaves."
READ = "Read in the question:"
KINDS: dict[SlotKind, str] = {
    "measure": "measure",
    "victims": "victims",
    "side": "side",
    "claimant": "claimant",
    "actor": "actor",
    "target": "target",
    "person": "person",
    "party": "party",
    "place": "place",
    "date": "date",
    "topic": "topic",
    "ask": "ask",
    "number": "number",
    "qualifier": "qualifier",
    "negation": "negation",
    "elsewhere": "elsewhere",
    "other-place": "other-place",
    "other-party": "other-party",
    "other-medium": "other-medium",
    "unknown": "unknown",
}
OUTCOMES: dict[Kind, str] = {
    "answer": "answer",
    "premise": "premise",
    "choice": "choice",
    "abstention": "abstention",
}
READ_AS = "{read}, read as {repaired}"
WEIGHED = "Claims weighed by how they are asked for (0-100):"
RULED_OUT = "{weighed} – ruled out by {what}"
NOTHING = "nothing that the briefing knows"
DECIDED = (
    "Decided by: {rule}. A claim found by what a question names needs {threshold}; "
    "the first leads the second by {margin}."
)
OUTCOME = "Outcome: {outcome}. Claims shown: {claims}."
NONE = "none"
NOT_VERIFIED = "Not verified"
CAVEAT_BY = "caveat by {authors}"
CONTESTED = "Contested by {parties}."
CONTESTED_BELOW = "Contested by {parties}, whose claims follow."
DISPUTED_BY = "disputed by {claims}"
UNANSWERED = "No claim by {parties} on this in this briefing."
SOURCE = "Source: {title}, edition of {edition}."
CLAIMS = "Claims: {claims}."
EDITION = "Edition of {edition}, which covers events up to {until}."
ONE_CLAIM = "1 claim rests on it."
SEVERAL_CLAIMS = "{number} claims rest on it."
RANGE = "{first} to {last}"
QUOTED = "“{words}”"
COMMA, AND, ALSO = ", ", "{some} and {last}", ";"

_ALONE = "Each question stands alone, and this one leaves open who, what or where is meant."
ABSTENTIONS: dict[Reason, str] = {
    "not_covered": "The briefing does not say.",
    "no_figure": "The briefing gives no such figure.",
    "after_edition": "The briefing does not reach that far: it covers events up to {until}.",
    "not_a_question": "Nothing there can be looked up in the briefing “{title}”.",
    "too_long": "That is too long to be read as a question. Ask it in a few sentences.",
    "too_vague": _ALONE,
    "unresolved": _ALONE,
    "instruction": "This bot only quotes its briefing and takes no instructions.",
    "about_the_bot": (
        "This is a bot: it quotes its briefing to the letter, says whose claim it is and takes no side."
    ),
    "no_publisher": "The briefing does not say who published it. {source}",
}
# The same, where the words that the briefing lacks are known.
ABSTENTIONS_ABOUT: dict[Reason, str] = {
    "not_covered": "The briefing does not say: it has nothing on “{about}”.",
    "no_figure": "The briefing gives no such figure for “{about}”.",
    "after_edition": "The briefing does not reach “{about}”: it covers events up to {until}.",
}
PREMISE = "The briefing has this differently:"
PREMISE_ABOUT = "On “{about}” the briefing has this differently:"
LEFT = "On “{part}” the briefing does not say."
REMARKS: dict[Remark, str] = {
    "recency": "The briefing covers events up to {until}; this edition was finished on {edition}.",
    "origin": "On its source the briefing says: {source}",
}
VERDICTS: dict[Verdict, str] = {
    "several": "More than one briefing speaks of this. Each in turn:",
    "matches": "The briefing has this, from the same claimant.",
    "distorts": "The briefing has this differently.",
    "conflicting": "This puts as a fact what one side claims and another contests.",
    "not_covered": "The briefing has nothing on this.",
}
PARTLY = "The briefing has part of this, from the same claimant."
# Where the publisher says it in its own voice, and where all that differs is that nobody is said to claim it.
OWN, PARTLY_OWN = "The briefing has this.", "The briefing has part of this."
UNATTRIBUTED = "This puts as a fact what the briefing has as a claim."
UNCOVERED = "The briefing has nothing on: {words}"
FIELDS: dict[DifferingField, str] = {
    "figure": "number",
    "measure": "measure",
    "victim": "victims",
    "claimant": "claimant",
    "place": "place",
    "date": "date",
    "order": "order",
    "direction": "what happened",
    "attribution": "whose claim it is",
    "side": "whose it is",
}
DIFFERENCE = "{field}: the message has {said}, the briefing {briefing}"
DIFFERENCE_CLAIMED = "{field}: the message has {said}, the briefing {briefing}, a claim by {claimant}"
NO_WORDS = "nothing"
# What a check says that the briefing has, where it has no words for it.
NOT_NAMED, NO_PLACE, NO_DATE = "not named", "no place named", "no date given"
OWN_VOICE = "the publisher’s own voice"
UNKNOWN_NAME = "There is no such name here: “{name}”. There are: {names}."
NO_NAMES = "There is no such name here, and none of its kind."
UNNAMED = "No briefing is named. There are: {names}."
# Why a change of the knowledge cannot be made.
PROPOSE_AGAIN = "Another edition has been accepted since this was proposed. Propose it again."
PROPOSE_LATER = "Another process has accepted an edition meanwhile. Propose this again in a minute."
SEVERAL_EDITIONS = "More than one of the editions kept begins like that."
NO_EDITION = "There is no such edition among those kept."
