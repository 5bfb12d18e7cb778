"""Holds what the bot says of its own in Discord: few sentences, plain, the same for every side.

The catalogues have a translation of each that is written in capitals, but for those in `UNTRANSLATED`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.showing.frame import Frame
    from bot.desk.ledger import AuditEntry, StoredEdition

ALT_SENTENCE = "{text}."
ALT_ROW = "{claimant}: {figures}."
ALT_FIGURE = "{number} – {harmed}, {measure}"
ALT_MORE = "All figures stand in the list below."
IN_CONTEXT = "In context"
OTHER_FIGURES = "Other figures"
WHY = "Why this answer"
HELPFUL, NOT_HELPFUL = "👍", "👎"
CANNOT_WRITE = "🔇"  # where even a sentence is not allowed
POST = "Post to channel"
EARLIER, LATER = "◀ Back", "Next ▶"
NONE_OF_THESE = "None of these"
DID_YOU_MEAN = "Did you mean …"
WHICH_BRIEFING = "Which briefing?"
APPLY, DISCARD = "Apply", "Discard"
FORGET_ME = "Forget me"
SHOW_CHART = "Chart"
ALL_SIDES, ALL_MEASURES, ALL_CLAIMANTS = "Victims of every side", "Every measure", "Every claimant"
EVERY_SIDE = "Every side"  # where not all figures are of victims

PREVIEW = "A simulated Discord, on this machine only: {url}\nCtrl-C ends it."
GONE = "This reply is no longer in memory. Ask again to see how it comes about."
QUESTION_GONE = "The question is no longer in memory. Ask it again, and name the briefing with `/ask`."
PHRASING_GONE = "The knowledge has changed since: this question is no longer in it."
LISTING_GONE = "The knowledge has changed since: what this listing is about is no longer in it."
CLAIM_GONE = "The knowledge has changed since: this claim is no longer in it."
NOT_ALL = "There was more than a button remembers. Ask again to see all."
LEAVING = "I am being restarted. Ask again in a minute."
CHANGED_THEN = "The knowledge has changed since this was posted. This is how the answer came about then:"
CHANGED = "The knowledge has changed since this was posted. As it stands now:"
RATED_THEN = (
    "The knowledge has changed since this was posted. What you say is kept with the edition of that time."
)
THANKS = "Thank you. The curators will see it."
NOT_KEPT = "That could not be kept: the storage is not working. The operator has been told."
NONE_OF_THESE_NOTED = "Noted: none of these. Try other words, or `/help`."
ASK_ME = "Ask me something, for example: {example}"
USE_MENU = "To hold that message against the briefing, open its menu, then Apps, then “Check this message”."
SLOW_DOWN_MEMBER = "That is many questions at once. Ask again in {seconds} s."
SLOW_DOWN_CHANNEL = "This channel has asked many questions. Ask again in {seconds} s, or use `/ask`."
SAME_AGAIN = "The same answer as a moment ago: {link}"
FAILED = "Something went wrong here, and the operator has been told. Nothing was answered."
STORAGE_FAILED = "That could not be done: something is wrong with the storage. The operator has been told."
NOT_ALLOWED = "Only those who look after the knowledge may do that."
NOT_ALLOWED_SERVERS = (
    "Only those whom the configuration names may change the knowledge, "
    "because all servers that this bot is in share it."
)
MAY_NOT_WRITE = "You may not write in this channel, so I post nothing there for you."
ONLY_IN_SERVER = "That works only in a server."
NO_TEXT = "There are no words in that message."
OWN_MESSAGE = "That message is mine. Choose one that somebody else wrote."
NOTHING_FOUND = "Nothing there."
CHECK_NOTE = "Only you see this. It says what the briefing has, never what is true."

CONTEXT_HEADING = "In context: the sentence with those around it, in the words of {source}"
FEEDBACK_TITLE = "What is wrong with it?"
FEEDBACK_REASON = "Reason"
FEEDBACK_MORE = "Anything to add"
FEEDBACK_REASONS = (
    ("other-question", "It answers another question"),
    ("missing", "It leaves something out"),
    ("one-sided", "It favours one side"),
    ("wrong", "It is not what the source says"),
    ("unclear", "It is hard to understand"),
)
AMBIENT_ON = "I now answer in {channel} by myself, but only what is asked nearly word for word as I know it."
AMBIENT_OFF = "I now answer in {channel} only when I am mentioned."
AMBIENT_AROUND = "I go on answering in {channel} by myself, as is set for the channel that it is in."
BRIEFING_SET = "In {where} I answer from {briefing} only."
BRIEFING_LAPSED = (
    "In {where} the briefing {briefing} is set, which is not there. `/settings briefing` sets another."
)
BRIEFING_ROUTED = "In {where} I answer from whichever briefing a question is about."
BRIEFING_AROUND = (
    "In {where} I answer from {briefing} only, as is set for the channel or server that it is in."
)
KEEPING_OWN = "Channels that keep a briefing of their own ({count}):"
WHOLE_SERVER = "this whole server"
AMBIENT_NEEDS_CONTENT = (
    "To read messages that do not mention me I need the message-content intent, which is off: "
    "the operator switches it on with `message_content = true`."
)
HELP = """\
**Ask** – mention me, reply to me with a ping, write to me directly, or use `/ask`. \
I understand typing errors.
**Figures** – `/figures`: who claims what number of whom, as a table or a chart.
**More** – `/quotes`, `/timeline`, `/sources`, `/language`, `/about`, `/privacy`.
**Check a message** – open its menu, then Apps, then “Check this message”. Only you see the result.
I quote a curated briefing word for word and say whose claim each statement is, who contests it and what \
is not verified. Where the briefing does not say, I say so. I never add numbers up and never decide who is \
right."""
HELP_MODERATORS = """\
**Moderators** – `/knowledge status`, `reload`, `history`, `rollback`; `/questions unanswered`; \
`/settings ambient`, `/settings briefing`."""
ABOUT = """\
I answer from the briefing “{title}” in the exact words of its source, with who claims it, what the other \
side claims and what is not verified. I use no language model and look nothing up elsewhere.
It covers events up to {until}. This edition was finished on {edition}: {digest}."""
ABOUT_SEVERAL = """\
I answer from several briefings, each reply from one of them and in the exact words of its source, with who \
claims it, what the other side claims and what is not verified. I use no language model and look nothing up \
elsewhere. Where a question fits more than one, I ask which. Edition {digest}:"""
SUPPORT = "Questions about this bot: {contact}"
PRIVACY = """\
**What is kept**
- Of each question: when, which edition answered, what came of it and which claims were shown. {text}
- Of 👍, 👎 and “None of these”: the claims, the reason you give and when.
- Your name or id is not kept. A code made of your id, the day and a secret of this bot stands beside a \
question, so that repeats within a day can be counted and you can have them deleted.
- All of this is deleted after {days} days.
- The language that you choose with `/language`, under another code made of your id and the secret, until \
you choose that of the question or press **Forget me**.
- What moderators change is kept with their name, so that others can see who changed what.

**Kept of you now:** {mine}.
**Forget me** deletes that at once."""
PRIVACY_TEXT = "Its words are kept too, without your name."
PRIVACY_NO_TEXT = "Its words are not kept."
NOT_COUNTED = "that cannot be counted now, because the storage is not working"
HELD = "questions: {questions}, ratings: {ratings}, language: {language}"
NO_LANGUAGE = "none chosen"
FORGOTTEN = (
    "Deleted: {count} of your entries. Nothing of you is kept now, "
    "unless you changed something as a moderator: that stays."
)

NOT_DELETED = "That could not be deleted now: the storage is not working. Try again later."
EDITION = "Edition {digest}, finished on {edition}, {claims} claims."
ALL_WELL = "All is well."
REFUSED = "The folder has problems, so nothing was changed and the old edition goes on answering."
REFUSED_EDITION = (
    "That edition has problems by today's rules, so nothing was changed "
    "and the present one goes on answering."
)
NO_CHANGE = "The folder holds the edition that is answering. Nothing would change."
NO_CHANGE_EDITION = "That edition is the one that is answering. Nothing would change."
WOULD_CHANGE = "Edition {digest} would change this:"
ADDED = "Added ({count}):"
REMOVED = "Removed ({count}):"
UNPAIRED = "Contested without the other side ({count}):"
HEADS = "Titles, dates and notes on sources ({count}):"
ENTRIES = "Files that lose (−) or gain (+) entries ({count}):"
CHANGED_CLAIMS = "Changed ({count}):"
FILES = "Files ({count}):"
NO_CLAIMS = "No claim would change."
MORE = "… and {count} more"
LAPSING = "Set to a briefing that goes ({count}):"
OUTCOMES = (
    "Of {compared} questions kept from the last {days} days, these would be answered otherwise ({count}):"
)
NO_OUTCOMES = "None of {compared} questions kept from the last {days} days would be answered otherwise."
NOT_COMPARED = (
    "Which questions would be answered otherwise is not known: "
    "their words are kept only with `keep_questions = true`."
)
PROPOSAL_GONE = (
    "This change is no longer in memory. Use the command that proposed it again: "
    "`/knowledge reload` or `/knowledge rollback`."
)
DISCARDED = "Discarded. Nothing was changed."
APPLIED = "Applied: edition {digest} answers from now on."
RELOADED, ROLLED_BACK = "reloaded from the folder", "went back to an earlier edition"
TEXT_NOT_KEPT = "Nothing there. The words of questions are kept only with `keep_questions = true`."
UNREADABLE = "That cannot be read now: the storage is not working."
NO_WORDS = "(words not kept)"
EDITION_LABEL = "{digest} – accepted {at} UTC"
PAGE = "Page {number} of {of}"
SAME_MATTER = "More on the same matter: page {pages}"
CAVEAT_NEXT = "The caveat follows on the next page."
SOURCE_NEXT = "The source follows on the next page."
GOES_ON = "The quotation goes on on the next page."

LANGUAGE_SET = "From now on I speak {language} in what you alone see."
LANGUAGE_OF_QUESTION = "From now on I speak the language of your question."
LANGUAGE_IS = "I speak {language} in what you alone see. `/language` changes that."
LANGUAGE_IS_QUESTIONS = "I speak the language of your question. `/language` sets one for what you alone see."
STATEMENTS_STAY = "Statements always stay in the words of their source."
UNCHECKED = "No native speaker has checked this translation yet."
UNTRANSLATED = (PREVIEW, RELOADED, ROLLED_BACK, HELPFUL, NOT_HELPFUL, CANNOT_WRITE)


def audit_line(one: AuditEntry, shown: Callable[[str], str], place: str) -> str:
    """Return an entry of the audit log on a line; *place* is where it was done, "" for nowhere."""
    why = f" – {shown(one.why)}" if one.why else ""
    edition = f" `{one.edition[:12]}`" if one.edition else ""
    where = f" · {place}" if place else ""
    return f"- {one.at:%Y-%m-%d %H:%M} UTC · {shown(one.what)}{edition}{where} · {shown(one.who)}{why}"


def edition_label(frame: Frame, one: StoredEdition) -> str:
    """Return an edition as a moderator picks it."""
    label = frame(EDITION_LABEL, digest=one.digest[:12], at=f"{one.accepted_at:%Y-%m-%d %H:%M}")
    return f"{label} – {one.why}" if one.why else label
