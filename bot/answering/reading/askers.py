"""Tells what a sentence says of the asker's own people: "my aunt keeps yelling that …"."""

from bot.answering.reading.cues import has_cue, has_topic
from bot.answering.reading.vocabulary import Lexicon, Span
from bot.briefing.known_ids import Cue

# After one of these "my" tells no story: "when will my …".
_ASKED: tuple[Cue, ...] = ("interrogative", "how-many", "when", "where", "why")
# Nor right after one of these: "did my …", "is my …", "in my …".
_LEADS: tuple[Cue, ...] = ("did", "passive", "at", "by", "with", "against", "of")
# What these say of somebody of the asker's is passed over.
_PASSED = frozenset({"aside", "cue"})
# Who of one's own needs no "my", and of whom one hears with no name.
_KIN = frozenset({
    "dad", "daddy", "mum", "mummy", "mom", "mommy", "papa", "mama", "grandpa", "granddad", "grandad",
    "grandma", "granny", "gran", "nan", "nana", "uncle", "auntie", "aunt", "hubby",
})  # fmt: skip
_HEARD = frozenset({
    "colleague", "coworker", "friend", "mate", "neighbour", "neighbor", "classmate", "roommate", "flatmate",
    "cousin", "teacher", "relative", "driver", "barber", "stranger", "buddy", "pal",
})  # fmt: skip
# What befell somebody of theirs is no story.
_BEFALLS = ("topic", "measure", "victims")


def told_of_own(lexicon: Lexicon, spans: tuple[Span, ...]) -> frozenset[int]:
    """Return the words nothing explains that tell what somebody of the asker's does.

    They stand between "my" and the first thing that is named. What follows "my" may be in any language.
    """
    found = {at for at in range(len(spans) - 1) if _is_hearsay(spans, at)}
    for at, span in enumerate(spans):
        if has_cue(span, *_ASKED):
            break
        if not has_cue(span, "asker") or (at and has_cue(spans[at - 1], *_LEADS)):
            continue
        end = next((n for n in range(at + 1, len(spans)) if _names(spans[n])), len(spans))
        if end < len(spans) and spans[end].ids(*_BEFALLS) and not has_cue(spans[end], "says"):
            continue
        found.update(
            n
            for n in range(at + 1, end)
            if not spans[n].known and (n == at + 1 or lexicon.is_word(spans[n].words))
        )
    return frozenset(found)


def _is_hearsay(spans: tuple[Span, ...], at: int) -> bool:
    """Tell whether somebody nobody knows says what the sentence is about: "Dad says", "a friend told me"."""
    heard = at > 0 and spans[at].words in _HEARD and spans[at - 1].words in {"a", "an", "one", "some"}
    if spans[at].known or not (heard or spans[at].words in _KIN):
        return False
    says = has_cue(spans[at + 1], "says") or has_topic(spans[at + 1], "claims")
    return says and all(span.has("aside", "grammar") or span.has("aside", "chat") for span in spans[:at])


def _names(span: Span) -> bool:
    return span.known and any(meaning.kind not in _PASSED for meaning in span.meanings)
