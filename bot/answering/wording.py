"""Holds every sentence of the bot's own: few, plain, and the same for every side.

A statement is never part of one; it stands apart, in its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answering.checked import DifferingField, Verdict
    from bot.answering.outcome import Reason
    from bot.briefing.models import Figure, SpeechAct

# In the past tense a verb fits one person and a government alike, and judges neither.
_ACTS: dict[SpeechAct, str] = {
    "states": "stated",
    "denies": "denied",
    "alleges": "alleged",
    "reports": "reported",
    "announces": "announced",
}
PUBLISHER = "the publisher"
PUBLISHERS_VOICE = "In the publisher’s own voice"
COUNTER_CLAIM = "Counter-claim"
CAVEAT = "Caveat"
NOTE = "curator’s note"
BLANK = "not in this briefing"
NO_FIGURES = "The briefing has no such figures."
NO_QUOTATIONS = "The briefing puts none of their words in quotation marks."
NO_RECEIPT = "Nothing has been asked yet."
NEVER_ADDED = "Figures are shown as claimed and never added up."
CHART_TITLE = "Casualty figures, as claimed"
CHART_TITLE_OTHER = "Figures, as claimed"
CHART_EXACT = "the number claimed"
CHART_OPEN = "or more: the claim sets no upper end"
CHART_WORD = "a word in quotation marks: the claim gives no number"
CHOICE = "That can be read in more than one way. Ask one of these:"
WHICH = "More than one briefing fits that. Which one is meant?"
ASKED = "Asked from now on:"
NEAREST = "What the briefing does cover, nearest to it:"
UNDATED = "no date in the source"
VICTIMS = "Victims"
UNKNOWN_SIDE = "side not stated"
NO_SIDE = "Of no side"
READING = "curator’s reading"
PROMPT = "? "
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
READ = "Read in the question:"
WEIGHED = "Claims weighed by how they are asked for (0-100):"
NOTHING = "nothing that the briefing knows"

_REASONS: dict[Reason, str] = {
    "not_covered": "The briefing does not say.",
    "no_figure": "The briefing gives no such figure.",
    "after_edition": "The briefing does not reach that far: it covers events up to {until}.",
    "not_a_question": "Nothing there can be looked up in the briefing “{title}”.",
    "too_long": "That is too long to be read as a question. Ask it in a few sentences.",
    "too_vague": "The question does not say what it is about, so nothing can be looked up.",
    "instruction": "This bot only quotes its briefing and takes no instructions.",
    "about_the_bot": "This is a bot: it quotes its briefing to the letter and says whose claim it is.",
    "no_publisher": "The briefing does not say who published it. {source}",
}
# The same, where the words that the briefing lacks are known.
_REASONS_ABOUT: dict[Reason, str] = {
    "not_covered": "The briefing does not say: it has nothing on “{about}”.",
    "no_figure": "The briefing gives no such figure for “{about}”.",
    "after_edition": "The briefing does not reach “{about}”: it covers events up to {until}.",
}
_REMARKS: dict[str, str] = {
    "recency": "The briefing covers events up to {until}; this edition was finished on {edition}.",
    "origin": "On its source the briefing says: {source}",
}
# Reasons that are a briefing's; the others would be the same of any.
_OF_A_BRIEFING = ("not_covered", "no_figure", "after_edition")
_VERDICTS: dict[Verdict, str] = {
    "several": "More than one briefing speaks of this. Each in turn:",
    "matches": "The briefing has this, from the same claimant.",
    "distorts": "The briefing has this differently.",
    "conflicting": "This puts as a fact what one side claims and another contests.",
    "not_covered": "The briefing has nothing on this.",
}
_FIELDS: dict[DifferingField, str] = {
    "figure": "number",
    "measure": "measure",
    "victim": "victims",
    "claimant": "claimant",
    "place": "place",
    "date": "date",
    "direction": "who did it to whom",
    "attribution": "whose claim it is",
    "side": "whose it is",
}
_LONGEST_ECHO = 80  # code points of the asker's own words that are said back


def abstention(reason: str | None, about: str | None, *, title: str, until: str, source: str) -> str:
    """Return why the briefing does not answer, in one sentence."""
    texts = {**_REASONS, **(_REASONS_ABOUT if about else {})}
    sentence = next((text for key, text in texts.items() if key == reason), _REASONS["not_covered"])
    return sentence.format(about=echo(about or ""), title=title, until=until, source=source).strip()


def premise(about: str | None) -> str:
    """Return the words that lead to what the briefing has instead of what was taken for granted."""
    if not about:
        return "The briefing has this differently:"
    return f"On “{echo(about)}” the briefing has this differently:"


def remark(kind: str, *, until: str, edition: str, source: str) -> str:
    """Return what is said of the briefing itself before the claims."""
    return _REMARKS[kind].format(until=until, edition=edition, source=source)


def left(part: str) -> str:
    """Return what of a question stays open."""
    return f"On “{echo(part)}” the briefing does not say."


def act(speech_act: SpeechAct, attributed: str | None) -> str:
    """Return the verb of a speech act, and which words of the statement are the claimant's if not all."""
    verb = _ACTS[speech_act]
    return f"{verb} (in the words {quoted(attributed)})" if attributed else verb


def contested(parties: Iterable[str]) -> str:
    """Return who contests a claim."""
    return f"Contested by {joined(parties)}."


def unanswered(parties: Iterable[str]) -> str:
    """Return that the other side has no claim, which is not that it agrees."""
    return f"No claim by {joined(parties)} on this in this briefing."


def origin(title: str, edition: str, claims: Iterable[str]) -> str:
    """Return where the statements come from and the ids under which they stay to be found."""
    return f"{source(title, edition)} Claims: {', '.join(claims)}."


def source(title: str, edition: str) -> str:
    """Return which edition of what this is from."""
    return f"Source: {title}, edition of {edition}."


def titled(title: str, edition: str, briefing: str) -> str:
    """Return a briefing as one picks it: by what it is called and from when it is."""
    return f"{title}, edition of {edition} [{briefing}]"


def sought(reason: str | None, title: str, edition: str, among: int) -> str | None:
    """Return which of several briefings it is that does not say, None where none would."""
    if among == 1 or reason not in _OF_A_BRIEFING:
        return None
    return f"Of {among} briefings the nearest was asked: {title}, edition of {edition}."


def verdict(kind: Verdict) -> str:
    """Return how a message stands to the briefing; never that it is true or false."""
    return _VERDICTS[kind]


def difference(field: DifferingField, said: str | None, briefing: str | None) -> str:
    """Return in what words of a message differ from the briefing."""
    ours = quoted(briefing) if briefing else "nothing"
    theirs = quoted(echo(said)) if said else "nothing"
    return f"{_FIELDS[field]}: the message has {theirs}, the briefing {ours}"


def number(figure: Figure) -> str:
    """Return a figure as claimed: “at least 274”, “12”, “many”."""
    low, high = figure.minimum, figure.maximum
    if low is None and high is None:
        return figure.qualifier or figure.words
    if None in (low, high) or low == high:
        exact = str(high if low is None else low)
        return f"{figure.qualifier} {exact}" if figure.qualifier else exact
    return figure.words if figure.qualifier else f"{low} to {high}"


def figures_title(*, harm: bool) -> str:
    """Return the heading of figures, casualties only where all count what was done to a side."""
    return CHART_TITLE if harm else CHART_TITLE_OTHER


def of_side(side: str | None, *, harm: bool) -> str:
    """Return whose figures these are, victims only where they count what was done to a side."""
    return f"{VICTIMS}: {side or UNKNOWN_SIDE}" if harm else side or NO_SIDE


def victims(side: str | None, measure: str, *, harm: bool = True) -> str:
    """Return the heading of figures on one measure of one side."""
    return f"{of_side(side, harm=harm)} – {measure}"


def harmed(group: str, places: Iterable[str]) -> str:
    """Return who was harmed in the source's words, and where."""
    where = ", ".join(places)
    return f"{group} ({where})" if where else group


def welcome(title: str) -> str:
    """Return what a conversation begins with."""
    return f"{title}. Ask a question, or /help. Ctrl-D leaves."


def period(first: date, last: date) -> str:
    """Return a day, or the first and the last of several."""
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def said(words: str) -> str:
    """Return when something was said, in the source's words."""
    return f"said {quoted(words)}"


def edition(finished: str, until: str) -> str:
    """Return what an edition covers."""
    return f"Edition of {finished}, which covers events up to {until}."


def claims(number: int) -> str:
    """Return how many claims rest on a source."""
    return f"{number} claims rest on it." if number != 1 else "1 claim rests on it."


def valid(folder: object, briefings: int, claims: int, digest: str) -> str:
    """Return that a knowledge folder can be used."""
    return f"{folder}: no problems. Briefings: {briefings}. Claims: {claims}. Edition: {digest}."


def slot(kind: str, value: str, words: str, repaired: str | None) -> str:
    """Return what was read in which of the asker's words."""
    return f"{kind} {value} – {quoted(words)}" + (f", read as {quoted(repaired)}" if repaired else "")


def weighed(claim: str, score: float, ruled_out: str | None) -> str:
    """Return how a claim was weighed, and by what it was ruled out."""
    return f"{score:5.1f}  {claim}" + (f" – ruled out by {ruled_out}" if ruled_out else "")


def decided(rule: str, threshold: float, margin: float) -> str:
    """Return what decided, with the score that a claim needs and the lead of the first."""
    return (
        f"Decided by: {rule}. A claim found by its phrasings alone needs {threshold:g}; "
        f"the first leads the second by {margin:g}."
    )


def outcome(kind: str, claims: Iterable[str]) -> str:
    """Return how it ended."""
    return f"Outcome: {kind}. Claims shown: {', '.join(claims) or 'none'}."


def disputed_by(who: Iterable[str]) -> str:
    """Return who contests a figure."""
    return f"disputed by {joined(who)}"


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    return words if words.startswith("“") and words.endswith("”") else f"“{words}”"


def joined(names: Iterable[str]) -> str:
    """Return names as one reads them out."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def echo(words: str) -> str:
    """Return the asker's words, cut to what fits in a sentence."""
    return words if len(words) <= _LONGEST_ECHO else words[: _LONGEST_ECHO - 1] + "…"
