"""The shapes of the TOML files, table by table, in pydantic.

Only the loader may import this module: importing pydantic takes longer than answering a question.
What needs more than one table to judge is in `references` and `checks`.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from bot.briefing.models import PartyRole, SpeechAct, Standing


def _period(value: object) -> object:
    """Return a single date as the period of that day; refuse what is no date or two of them."""
    days = value if isinstance(value, list) else [value]
    # A TOML datetime is a date to Python; its hours would be lost silently.
    if len(days) in (1, 2) and all(isinstance(d, date) and not isinstance(d, datetime) for d in days):
        return (days[0], days[-1])
    raise PydanticCustomError("period", "must be a date such as 2026-01-31, or a list of two")


def _day(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("day", "must be a date such as 2026-01-31, without quotation marks")


# A file name is plain and not hidden: a source lies in its briefing's folder and nowhere else.
PATTERNS = {
    "id": (r"^[a-z0-9][a-z0-9-]*$", "must be lower-case letters, digits and hyphens"),
    "words": (r"\S", "must not be blank"),
    "language": (r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", "must be a language tag such as en or pt-BR"),
    "sound": (r"^\S+ \S+$", "must be letters, a space, and what they are read as"),
    "file": (r"^[^./\\\x00][^/\\\x00]*$", "must be the plain name of a file in the briefing's folder"),
}

LONGEST_LABEL = 200  # characters of an id, a title, a name or an office

Id = Annotated[str, StringConstraints(pattern=PATTERNS["id"][0], max_length=LONGEST_LABEL)]
Words = Annotated[str, StringConstraints(pattern=PATTERNS["words"][0])]
# What stands beside a statement, several to a card.
Label = Annotated[str, StringConstraints(pattern=PATTERNS["words"][0], max_length=LONGEST_LABEL)]
Language = Annotated[str, StringConstraints(pattern=PATTERNS["language"][0])]
FileName = Annotated[str, StringConstraints(pattern=PATTERNS["file"][0])]
Sound = Annotated[str, StringConstraints(pattern=PATTERNS["sound"][0])]
Day = Annotated[date, BeforeValidator(_day)]
Period = Annotated[tuple[date, date], BeforeValidator(_period)]
Count = Annotated[int, Field(ge=0, le=10**15)]  # more are counted of nothing, and no chart could draw them
Aliases = dict[Language, list[Words]]


class Shape(BaseModel):
    """Know every key, take no value for another, change nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ConceptShape(Shape):
    """Shape [[measure]], [[victims]], [[topic]], [[cue]], [[aside]], [[elsewhere]], [[edition]]."""

    id: Id
    name: Label | None = None
    broader: list[Words] = []
    opposite: Id | None = None
    act: bool = False
    gloss: Words | None = None
    aliases: Aliases = {}


class GrammarShape(Shape):
    """Shape [grammar] of a language."""

    signs: Annotated[list[Words], Field(min_length=1)]
    letters: str = ""
    stemmer: Literal["french", "german", "spanish"] | None = None
    endings: list[Words] = []
    clitics: list[Words] = []
    sounds: list[Sound] = []
    verb_final: bool = False
    names_follow: bool = False
    adjectives_follow: bool = False
    verb_last: bool = False
    inverts: bool = False
    people_follow: bool = False
    elides: bool = False
    spaced: bool = False
    mixes_english: bool = False
    doer: list[Words] = []
    undergoer: list[Words] = []
    owner_before: list[Words] = []
    owner_after: list[Words] = []
    agent: list[Words] = []
    days: list[Words] = []
    dates: list[Words] = []
    abbreviated: list[Words] = []


class LanguageShape(Shape):
    """Shape a file of the words of one language."""

    language: Language
    aliases: dict[Id, list[Words]] = {}
    phrases: dict[Words, list[Words]] = {}
    initial: dict[Words, list[Words]] = {}
    after: dict[Words, list[Words]] = {}
    grammar: GrammarShape


class SourceShape(Shape):
    """Shape [[source]]."""

    id: Id
    file: FileName
    note: Words


class PartyShape(Shape):
    """Shape [[party]]."""

    id: Id
    name: Label
    role: PartyRole
    side: Words | None = None
    aliases: Aliases = {}
    people: Aliases = {}


class PersonShape(Shape):
    """Shape [[person]]."""

    id: Id
    name: Label
    office: Label
    party: Words
    introduced: Words | None = None
    aliases: Aliases = {}


class PlaceShape(Shape):
    """Shape [[place]]."""

    id: Id
    name: Label
    side: Words | None = None
    aliases: Aliases = {}


class CaveatShape(Shape):
    """Shape [[caveat]]."""

    id: Id
    source: Words
    statement: Words
    author: Words
    measures: Annotated[list[Words], Field(min_length=1)]
    sides: Annotated[list[Words], Field(min_length=1)]


class DisputeShape(Shape):
    """Shape [[dispute]]."""

    id: Id
    matter: Words
    claims: Annotated[list[Words], Field(min_length=2)]


class HeadShape(Shape):
    """Shape the keys of briefing.toml that stand above its tables."""

    title: Label
    language: Language
    edition_date: Day
    covers_until: Day
    own_words: list[Words] = []


class ExamplesShape(Shape):
    """Shape a file of what people ask: texts by the claim that answers them, and those that none does."""

    unanswered: list[Words] = []
    answered: dict[Id, list[Words]] = {}


class EmptyShape(Shape):
    """Shape the top of a file that consists of tables only."""


class FigureShape(Shape):
    """Shape [[claim.figure]]."""

    measure: Words
    group: Words
    victims: list[Words] = []
    side: Words | None = None
    min: Count | None = None
    max: Count | None = None
    qualifier: Words | None = None
    places: list[Words] = []
    words: Words


class ClaimShape(Shape):
    """Shape [[claim]]."""

    id: Id
    statement: Words
    source: Words | None = None
    claimant: Words | None = None
    voice: Literal["publisher"] | None = None
    speaker: Words | None = None
    speech_act: SpeechAct
    attributed: Words | None = None
    said: Words | None = None
    happened: Period | None = None
    day: Period | None = None
    when: list[Words] = []
    actor: Words | None = None
    target: Words | None = None
    places: list[Words] = []
    people: list[Words] = []
    topics: list[Words] = []
    wanted: list[Words] = []
    contested: bool = False
    note: Words | None = None
    standing: Standing = "current"
    phrasings: Annotated[list[Words], Field(min_length=1)]
    figure: list[FigureShape] = []
