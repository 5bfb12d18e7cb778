"""Has the ids of the shared vocabulary that code reads texts by; the words for each are the vocabulary’s."""

from collections.abc import Mapping
from typing import Literal, get_args

from bot.briefing.models import ConceptKind

# Cues that say what is asked for; the other cues only help to read roles, dates and numbers.
AskingCue = Literal[
    "how-many", "how-long", "who", "identity", "when", "clock", "where", "why", "what-happened", "who-claims",
    "compare", "both", "total", "breakdown", "admits", "own", "other-side", "says", "according-to", "loses",
    "evening", "kind-of", "names", "alone", "arithmetic", "agrees", "there", "them", "definition", "false",
    "true", "possesses", "judges", "intends", "future",
]  # fmt: skip
Cue = Literal[
    AskingCue,
    "about", "account", "addresses", "against", "alive", "alternative", "asker", "at", "at-least", "by",
    "by-air", "calls", "colours", "credits", "custody", "did", "drops", "epithet", "exactly", "explains",
    "extent", "favours", "few", "group", "harms", "heads", "hedges", "honorific", "instead", "interrogative",
    "it", "less-than", "lives", "many", "more-than", "mourns", "negation", "next", "now", "of", "only",
    "order", "ours", "participle", "passive", "presumes", "pronoun", "rank", "seldom", "sentence", "side",
    "site", "size", "slants", "somebody", "speakers", "stance", "takes", "undergoes", "waits", "weekend",
    "with", "yesterday",
]  # fmt: skip
# What may be asked: a cue, or what is made of several words.
Ask = Literal[AskingCue, "own-deed", "stance"]
Topic = Literal[
    "about-bot", "acceptance", "accusation", "air-strike", "attack", "calm", "capital", "cause", "claims",
    "denial", "drone", "fighting", "first-blow", "heavy", "instruction", "militants",
    "military-base", "negotiation", "origin-of-text", "publisher", "quotation", "recency", "rejection",
    "response", "retaliation", "sheltering", "social-post", "spared", "spokesperson", "tension", "unwilling",
    "verification", "war", "willing",
]  # fmt: skip
Measure = Literal["bodies-held", "captured", "casualties", "hurt", "killed"]
Victims = Literal["civilians", "combatants", "fighters", "people"]
Aside = Literal["chat", "grammar", "light"]
Elsewhere = Literal["other-countries", "other-groups", "other-media", "other-offices", "other-places"]
KnownId = Cue | Topic | Measure | Victims | Aside | Elsewhere

KNOWN_IDS: Mapping[ConceptKind, tuple[str, ...]] = {
    "measure": get_args(Measure),
    "victims": get_args(Victims),
    "topic": get_args(Topic),
    "cue": get_args(Cue),
    "aside": get_args(Aside),
    "elsewhere": get_args(Elsewhere),
}
