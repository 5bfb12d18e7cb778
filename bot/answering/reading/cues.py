"""Tells what the words beside a name are: a passive, a participle, a cue that touches no role."""

from bot.answering.reading.vocabulary import Span
from bot.briefing.known_ids import Cue, Topic

# Cues that stand anywhere without touching a role.
_UNHEEDED: tuple[Cue, ...] = (
    "total",
    "both",
    "about",
    "at-least",
    "more-than",
    "less-than",
    "many",
    "few",
    "size",
    "pronoun",
    "waits",
    "alone",
    "own",
    "evening",
    "interrogative",
    "asker",
    "presumes",
    "epithet",
    "only",
    "slants",
    "colours",
    "group",
    "honorific",
    "mourns",
    "rank",
)


def is_significant(span: Span) -> bool:
    """Tell whether a word can part a name from what it does."""
    return not span.known or any(
        m.kind != "aside" and m.id not in _UNHEEDED and not m.id.startswith("ordinal-") for m in span.meanings
    )


def tells(span: Span | None) -> bool:
    """Tell whether a word may be "says" before whoever says it, as no question has it ("did Orla say")."""
    return reads(span, "claims") or (span is not None and has_cue(span, "says") and span.words[-1] in "sd")


def is_passive(span: Span | None, verb: Span | None) -> bool:
    """Tell "was struck", "get struck" and "came under attack" from "is striking" and "is ready"."""
    if has_cue(span, "undergoes"):
        return True
    if span is not None and span.words.split()[0] in {"get", "got", "gets", "getting"} and span.ids("topic"):
        return True
    done = verb is not None and (bool(verb.ids("measure")) or is_participle(verb))
    return has_cue(span, "passive") and done


def ends_passive(span: Span | None) -> bool:
    """Tell whether the words end in a form of "be"."""
    return span is not None and span.words.split()[-1] in {"is", "are", "was", "were", "been", "being"}


def is_participle(verb: Span) -> bool:
    """Tell "struck" from "striking", and from "prepared to", which nobody undergoes."""
    first, *rest = verb.words.split()
    done = first.endswith("ed") or has_cue(verb, "participle")
    return done and "to" not in rest and not has_topic(verb, "willing", "unwilling")


def has_cue(span: Span | None, *cues: Cue) -> bool:
    """Tell whether the words may be one of these cues."""
    if span is not None:
        for cue in cues:  # asked of every word, and "any" would take thrice as long
            if span.has("cue", cue):
                return True
    return False


def means(span: Span | None, *kinds: str) -> bool:
    """Tell whether the words may name something of these kinds."""
    return span is not None and bool(span.ids(*kinds))


def has_topic(span: Span | None, *topics: Topic) -> bool:
    """Tell whether the words may name one of these topics."""
    return span is not None and any(span.has("topic", topic) for topic in topics)


def reads(span: Span | None, *words: str) -> bool:
    """Tell whether the words are one of these."""
    return span is not None and span.words in words


def is_verb(spans: tuple[Span, ...], i: int) -> bool:
    """Tell "which towns does he name" and "the towns that Ole named" from "what name"."""
    # Nobody is the owner of what ends a sentence with "named".
    helped = spans[i].words == "named" and i == len(spans) - 1 and not spans[i - 1].possessive
    helped = helped or any(has_cue(span, "did") for span in spans[:i])
    return helped and i > 0 and bool(spans[i - 1].ids("party", "people", "person"))


def asks_which(spans: tuple[Span, ...], i: int) -> bool:
    """Tell "which Danish towns" from "the Danish towns"; "which Danish town" asks what it is."""
    several = has_cue(spans[i], "site") and spans[i].words.endswith("s")
    named = several and i > 1 and spans[i - 1].ids("party", "people")
    return bool(named) and has_cue(spans[i - 2], "interrogative")


def is_situated(spans: tuple[Span, ...], i: int) -> bool:
    """Tell "where does Wex lie" from "where did he lie" and "does Wex lie about it"."""
    placed = i > 0 and means(spans[i - 1], "place", "elsewhere")
    lies = placed and spans[i].words in {"lie", "lies", "lying"}
    after = spans[i + 1] if i + 1 < len(spans) else None
    ends = after is None or has_cue(after, "at", "of")
    return lies and ends and any(has_cue(span, "where") for span in spans[:i])


def is_clause(spans: tuple[Span, ...], i: int) -> bool:
    """Tell "the words when he spoke" from "when did he speak" and "tell me when he spoke"."""
    if not 0 < i < len(spans) - 1:
        return False
    named = {"topic", "measure", "place", "victims", "people", "party", "person"}
    pronoun = has_cue(spans[i + 1], "pronoun")
    subject = pronoun or spans[i + 1].ids("party", "people", "person")
    first = has_cue(spans[0], "interrogative", "kind-of")
    asked = pronoun and first and not has_cue(spans[i - 1], "says")
    return bool(subject) and (asked or not named.isdisjoint(m.kind for m in spans[i - 1].meanings))


def is_own_deed(spans: tuple[Span, ...], i: int) -> bool:
    """Tell "they say they killed", "claim to have killed" and "admit killing" from other harm."""
    before = " ".join(span.words for span in spans[max(i - 2, 0) : i])
    return has_cue(spans[i - 1], "pronoun", "admits") or before == "to have"
