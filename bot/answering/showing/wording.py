"""Says in a frame what the bot has to say of its own: which of its sentences, with what in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering.showing import sentences
from bot.briefing.numerals import as_written, has_digits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answering.deciding.outcome import Kind, Reason, Remark, ReplyReason, Rule
    from bot.answering.reading.question import SlotKind
    from bot.answering.showing.checked import DifferingField
    from bot.answering.showing.frame import Frame
    from bot.answering.showing.imprint import Imprint
    from bot.briefing.models import Figure, SpeechAct

# Reasons that are a briefing's; the others would be the same of any.
_OF_A_BRIEFING: tuple[Reason, ...] = ("not_covered", "no_figure", "after_edition")
_NO_WORDS_OF_A_SOURCE = {
    sentences.NOT_NAMED,
    sentences.NO_PLACE,
    sentences.NO_DATE,
    sentences.OWN_VOICE,
    sentences.PUBLISHER,
}
_WHOSE: tuple[DifferingField, ...] = ("claimant", "attribution")  # what says already whose claim it is
_LONGEST_ECHO = 80  # code points of the asker's own words that are said back
# What nobody sees, and would hide words or turn their order; a non-joiner between Arabic letters is spelling.
_INVISIBLE = "[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]|(?<![\u0620-\u06ff])\u200c"


def abstention(frame: Frame, reason: Reason, about: str | None, imprint: Imprint) -> str:
    """Return why the briefing does not answer, in one sentence."""
    sentence = sentences.ABSTENTIONS[reason]
    if about:
        sentence = sentences.ABSTENTIONS_ABOUT.get(reason, sentence)
    _, title, _, until, source = imprint
    return frame(sentence, about=echo(about or ""), title=title, until=until, source=source).strip()


def premise(frame: Frame, about: str | None) -> str:
    """Return the words that lead to what the briefing has instead of what was taken for granted."""
    return frame(sentences.PREMISE_ABOUT, about=echo(about)) if about else frame(sentences.PREMISE)


def remark(frame: Frame, kind: Remark, imprint: Imprint) -> str:
    """Return what is said of the briefing itself before the claims."""
    _, _, edition, until, source = imprint
    return frame(sentences.REMARKS[kind], until=until, edition=edition, source=source)


def left(frame: Frame, part: str) -> str:
    """Return what of a question stays open."""
    return frame(sentences.LEFT, part=echo(part))


def act(frame: Frame, speech_act: SpeechAct, attributed: str | None) -> str:
    """Return the verb of a speech act, and which words of the statement are the claimant's if not all."""
    verb = frame(sentences.ACTS[speech_act])
    return (
        frame.around(sentences.IN_THE_WORDS, act=verb, words=quoted(frame, attributed))
        if attributed
        else verb
    )


def attribution(frame: Frame, claimant: str, acts: Iterable[str]) -> str:
    """Return who claims, and how."""
    return frame.around(sentences.ATTRIBUTION, claimant=claimant, acts=joined(frame, acts))


def claimant(frame: Frame, name: str, office: str | None) -> str:
    """Return who claims, with the office that the source gives."""
    return f"{frame.value(name)} ({frame.value(office)})" if office else frame.value(name)


def claimant_named(frame: Frame, name: str) -> str:
    """Return a claimant's name as a reply has it, which is our own word for the publisher."""
    return frame(sentences.PUBLISHER) if name == sentences.PUBLISHER else frame.value(name)


def caveat(frame: Frame, author: str) -> str:
    """Return whose caveat follows."""
    return frame(sentences.CAVEAT, author=author)


def caveat_by(frame: Frame, authors: Iterable[str]) -> str:
    """Return whose caveat it is that something is not verified."""
    names = joined(frame, map(frame.value, dict.fromkeys(authors)))
    return f"({frame.around(sentences.CAVEAT_BY, authors=names)})"


def contested(frame: Frame, parties: Iterable[str], *, below: bool = False) -> str:
    """Return who contests a claim, and where what they claim stands *below*, that it does."""
    return frame.around(
        sentences.CONTESTED_BELOW if below else sentences.CONTESTED,
        parties=joined(frame, (claimant_named(frame, one) for one in parties)),
    )


def unanswered(frame: Frame, parties: Iterable[str]) -> str:
    """Return that the other side has no claim, which is not that it agrees."""
    return frame.around(sentences.UNANSWERED, parties=joined(frame, map(frame.value, parties)))


def origin(frame: Frame, imprint: Imprint, claims: Iterable[str]) -> str:
    """Return where the statements come from and the ids under which they stay to be found."""
    ids = frame(sentences.COMMA).join(map(frame.value, claims))
    return f"{source(frame, imprint)} {frame.around(sentences.CLAIMS, claims=ids)}"


def source(frame: Frame, imprint: Imprint) -> str:
    """Return which edition of what this is from."""
    return frame(sentences.SOURCE, title=imprint.title, edition=imprint.edition_date)


def titled(frame: Frame, imprint: Imprint) -> str:
    """Return a briefing as one picks it: by what it is called and from when it is."""
    briefing, title, edition, _, _ = imprint
    return frame(sentences.TITLED, title=title, edition=edition, briefing=briefing)


def sought(frame: Frame, reason: ReplyReason | None, imprint: Imprint, among: int) -> str | None:
    """Return which of several briefings it is that does not say, None where none would."""
    if among == 1 or reason not in _OF_A_BRIEFING:
        return None
    return frame(sentences.SOUGHT, among=among, title=imprint.title, edition=imprint.edition_date)


def difference(
    frame: Frame, field: DifferingField, said: str | None, briefing: str | None, claimant: str
) -> str:
    """Return in what words of a message differ from the briefing, and whose claim its words there are."""
    parts = {
        "field": frame(sentences.FIELDS[field]),
        "said": quoted(frame, echo(said)) if said else frame(sentences.NO_WORDS),
    }
    if briefing is None:
        return frame.around(sentences.DIFFERENCE, briefing=frame(sentences.NO_WORDS), **parts)
    if briefing in _NO_WORDS_OF_A_SOURCE:
        ours = frame.around(sentences.QUOTED, words=frame(briefing))
        return frame.around(sentences.DIFFERENCE, briefing=ours, **parts)
    ours = quoted(frame, briefing)
    if field in _WHOSE:
        return frame.around(sentences.DIFFERENCE, briefing=ours, **parts)
    who = claimant_named(frame, claimant)
    return frame.around(sentences.DIFFERENCE_CLAIMED, briefing=ours, claimant=who, **parts)


def number(frame: Frame, figure: Figure) -> str:
    """Return a figure as claimed: “at least 274”, “12”, “many”, “18,204 votes”.

    Of people the group is said beside it, so the number is enough; of what is no people the words say
    what is counted, as do those of a decimal, or of a number that is not written out (“3 million”).
    """
    words = figure.words
    bounds = dict.fromkeys(n for n in (figure.minimum, figure.maximum) if n is not None)
    if not bounds:
        return frame.value(words if has_digits(words) else figure.qualifier or words)
    numbers = [as_written(words, n) for n in bounds]
    whole = not figure.victims or words in numbers
    if len(numbers) > 1:
        first, last = numbers
        bare = not whole and not figure.qualifier
        return frame(sentences.RANGE, first=first, last=last) if bare else frame.value(words)
    return frame.value(_qualified(figure, words if whole else numbers[0]))


def _qualified(figure: Figure, words: str) -> str:
    """Return words of a figure with its qualifier, where they are without."""
    return words if (figure.qualifier or "") in words else f"{figure.qualifier} {words}"


def figures_title(frame: Frame, *, harm: bool) -> str:
    """Return the heading of figures, casualties only where all count what was done to a side."""
    return frame(sentences.CHART_TITLE if harm else sentences.CHART_TITLE_OTHER)


def of_side(frame: Frame, side: str | None, *, harm: bool) -> str:
    """Return whose figures these are, victims only where they count what was done to a side."""
    if not harm:
        return frame.value(side) if side else frame(sentences.NO_SIDE)
    return frame.around(sentences.VICTIMS, side=frame.value(side) if side else frame(sentences.UNKNOWN_SIDE))


def counted(frame: Frame, side: str | None, measure: str, *, harm: bool = True) -> str:
    """Return the heading of figures on one measure of one side."""
    return f"{of_side(frame, side, harm=harm)} – {frame.name(measure)}"


def harmed(frame: Frame, group: str, places: Iterable[str]) -> str:
    """Return who was harmed in the source's words, and where."""
    where = frame(sentences.COMMA).join(map(frame.value, places))
    return f"{frame.value(group)} ({where})" if where else frame.value(group)


def period(frame: Frame, first: date, last: date) -> str:
    """Return a day, or the first and the last of several."""
    return frame.value(first.isoformat()) if first == last else frame(sentences.RANGE, first=first, last=last)


def said(frame: Frame, words: str) -> str:
    """Return when something was said, in the source's words."""
    return frame.around(sentences.SAID, words=quoted(frame, words))


def edition(frame: Frame, imprint: Imprint) -> str:
    """Return what an edition covers."""
    return frame(sentences.EDITION, edition=imprint.edition_date, until=imprint.covers_until)


def claims(frame: Frame, number: int) -> str:
    """Return how many claims rest on a source."""
    return frame(sentences.SEVERAL_CLAIMS, number=number) if number != 1 else frame(sentences.ONE_CLAIM)


def slot(frame: Frame, kind: SlotKind, value: str, words: str, repaired: str | None) -> str:
    """Return what was read in which of the asker's words."""
    read = f"{frame(sentences.KINDS[kind])} {frame.value(value)} – {quoted(frame, words)}"
    return frame.around(sentences.READ_AS, read=read, repaired=quoted(frame, repaired)) if repaired else read


def weighed(frame: Frame, claim: str, score: float, ruled_out: str | None) -> str:
    """Return how a claim was weighed, and by what it was ruled out."""
    line = frame.value(f"{score:5.1f}  {claim}")
    return frame.around(sentences.RULED_OUT, weighed=line, what=frame.value(ruled_out)) if ruled_out else line


def decided(frame: Frame, rule: Rule, threshold: float, margin: float) -> str:
    """Return what decided, with the score that a claim needs and the lead of the first."""
    return frame(sentences.DECIDED, rule=rule, threshold=f"{threshold:g}", margin=f"{margin:g}")


def outcome(frame: Frame, kind: Kind, claims: Iterable[str]) -> str:
    """Return how it ended."""
    ids = frame(sentences.COMMA).join(map(frame.value, claims)) or frame(sentences.NONE)
    return frame.around(sentences.OUTCOME, outcome=frame(sentences.OUTCOMES[kind]), claims=ids)


def disputed_by(frame: Frame, who: Iterable[str]) -> str:
    """Return who contests a figure."""
    return frame.around(sentences.DISPUTED_BY, claims=joined(frame, who))


def uncovered(frame: Frame, words: str) -> str:
    """Return that the briefing has nothing on words of a message."""
    return frame.around(sentences.UNCOVERED, words=quoted(frame, echo(words)))


def quoted(frame: Frame, words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    own = words.startswith("“") and words.endswith("”")
    return frame.value(words) if own else frame(sentences.QUOTED, words=words)


def joined(frame: Frame, names: Iterable[str]) -> str:
    """Return names as one reads them out."""
    *first, last = names
    return frame.around(sentences.AND, some=frame(sentences.COMMA).join(first), last=last) if first else last


def echo(words: str) -> str:
    """Return the asker's words, without what nobody sees, cut to what fits in a sentence."""
    words = visible(words)
    return words if len(words) <= _LONGEST_ECHO else words[: _LONGEST_ECHO - 1] + "…"


def visible(words: str) -> str:
    """Return words without characters that nobody sees."""
    return re.sub(_INVISIBLE, "", words)


def unknown_name(frame: Frame, name: str, known: Iterable[str]) -> str:
    """Return that there is no such name, and those there are."""
    names = frame(sentences.COMMA).join(frame.value(one) for one in known)
    if not names:
        return frame(sentences.NO_NAMES)
    if not name:
        return frame.around(sentences.UNNAMED, names=names)
    return frame.around(sentences.UNKNOWN_NAME, name=frame.value(echo(name)), names=names)


def valid(folder: object, briefings: int, claims: int, digest: str) -> str:
    """Return that a knowledge folder can be used; who looks after one reads English."""
    return f"{folder}: no problems. Briefings: {briefings}. Claims: {claims}. Edition: {digest}."
