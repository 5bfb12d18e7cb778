"""Everything the knowledge consists of, parsed once and never changed.

Statements and source texts are exact; every other string is the curator's own wording.
Within a briefing an id is used once, whatever it names.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

ConceptKind = Literal["measure", "victims", "topic", "cue", "aside", "elsewhere", "edition"]
PartyRole = Literal["belligerent", "side", "media", "other"]
SpeechAct = Literal["states", "denies", "alleges", "reports", "announces"]
Standing = Literal["current", "superseded", "retracted"]


class Alias(NamedTuple):
    """Words that name a thing, in one language (BCP 47 tag)."""

    words: str
    language: str


class Concept(NamedTuple):
    """A thing questions speak of: a measure, a kind of victims, a topic, a cue of grammar.

    `broader` holds the ids of concepts that this one is a kind of; `opposite` of the one it denies;
    an `edition` is asked for where there are several briefings, and is no part of what is asked of one;
    an `act` is something that somebody does, mostly to somebody. `gloss` is the English alias that stands
    for the words of other languages, where that is neither the id nor the name.
    """

    id: str
    kind: ConceptKind
    name: str
    aliases: tuple[Alias, ...]
    broader: tuple[str, ...] = ()
    opposite: str | None = None
    act: bool = False
    gloss: str | None = None


Words = tuple[tuple[str, tuple[str, ...]], ...]  # what they mean, and every way to say it


class Grammar(NamedTuple):
    """What there is to know of a language's order of words, and what tells it from another.

    `signs` are words and `letters` letters that only it has; `doer` follows whoever acts, `undergoer` whom
    it is done to, `owner_before` and `owner_after` stand beside the owner of a thing; `agent` is “by” in the
    passive and else “of”. With `verb_last` what is done closes the sentence, with `inverts` the doer may
    follow the verb, with `people_follow` people too ("attacked the Danes"); with `elides` an apostrophe parts
    words. Where words are `spaced`, two of them are never one ("bei den" is not "beiden"). `clitics` are
    short words written onto the word before them, `sounds` letters with others that are read alike ("aa a").
    After `days` a number alone is a day of some month ("am 27.", "el 27"), and so is one before `dates`; a
    full stop after words that are `abbreviated` ends nothing.
    """

    signs: tuple[str, ...] = ()
    letters: str = ""
    stemmer: str | None = None
    endings: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    verb_final: bool = False
    names_follow: bool = False
    adjectives_follow: bool = False
    verb_last: bool = False
    inverts: bool = False
    people_follow: bool = False
    elides: bool = False
    spaced: bool = False
    mixes_english: bool = False
    doer: tuple[str, ...] = ()
    undergoer: tuple[str, ...] = ()
    owner_before: tuple[str, ...] = ()
    owner_after: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()


class Language(NamedTuple):
    """The words of a language (BCP 47 tag) other than English, as vocabulary.<tag>.toml has them.

    `aliases` are by the id of a concept; the others by English words: `initial` only where a sentence
    begins, `after` for what follows its noun and precedes it in English.
    """

    tag: str
    aliases: Words
    phrases: Words
    initial: Words
    after: Words
    grammar: Grammar


class Party(NamedTuple):
    """Who claims, acts or is harmed; `side` is the id of the party it belongs to, or its own.

    `people` are the words for its people ("Danish", "Danes"), as against those for the party ("Denmark").
    """

    id: str
    name: str
    role: PartyRole
    side: str
    aliases: tuple[Alias, ...]
    people: tuple[Alias, ...] = ()


class Person(NamedTuple):
    """A speaker, with the office the source gives and the claim that introduces them."""

    id: str
    name: str
    office: str
    party: str
    aliases: tuple[Alias, ...]
    introduced: str | None = None


class Place(NamedTuple):
    """A place the source names; `side` is the party in whose country it lies, where the source says."""

    id: str
    name: str
    side: str | None
    aliases: tuple[Alias, ...]


class Source(NamedTuple):
    """A document, word for word; `note` says what is known of its origin."""

    id: str
    file: str
    text: str
    note: str


class Passage(NamedTuple):
    """Words proved to stand in a source: `text == source.text[start:end]`, in code points.

    `prefix` and `suffix` are up to 32 code points around it (W3C TextQuoteSelector).
    """

    source: str
    text: str
    start: int
    end: int
    prefix: str
    suffix: str


class Caveat(NamedTuple):
    """A limit on what is known, verbatim, that travels with every claim in its scope.

    The scope is every figure of one of `measures` that a party of `sides` asserts.
    """

    id: str
    passage: Passage
    author: str
    measures: tuple[str, ...]
    sides: tuple[str, ...]


class Figure(NamedTuple):
    """One number in a claim, only as exact as the source.

    `group` are the source's words for the victims, `words` the words that give the number.
    `minimum` and `maximum` are None where the source gives none ("many").
    """

    measure: str
    group: str
    victims: tuple[str, ...]
    side: str | None
    minimum: int | None
    maximum: int | None
    qualifier: str | None
    places: tuple[str, ...]
    words: str


class Claim(NamedTuple):
    """One checkable assertion with the exact words that make it.

    `claimant` is a person's or a party's id, None in the publisher's own voice. `attributed` are the
    words of the statement that the claimant asserts, where that is not the whole of it.
    `happened` is set only where the source gives the date; `day` is a curator's reading, for
    finding the claim and never shown as the source's word. `when` are the source's own words of time.
    `wanted` are words by which somebody says that they want it, of a demand, a plan or an offer that is
    not said to have come true. `contested` is a curator's word that somebody disputes the claim; without a
    dispute it is a problem.
    """

    id: str
    briefing: str
    passage: Passage
    claimant: str | None
    speaker: str | None
    speech_act: SpeechAct
    attributed: str | None
    said: str | None
    happened: tuple[date, date] | None
    day: tuple[date, date] | None
    when: tuple[str, ...]
    actor: str | None
    target: str | None
    places: tuple[str, ...]
    people: tuple[str, ...]
    topics: tuple[str, ...]
    figures: tuple[Figure, ...]
    phrasings: tuple[str, ...]
    wanted: tuple[str, ...]
    contested: bool
    note: str | None
    standing: Standing

    @property
    def statement(self) -> str:
        """Return the exact words."""
        return self.passage.text

    def asserts(self, words: str) -> bool:
        """Tell whether words of the statement are the claimant's, if there is one."""
        return self.attributed is None or words in self.attributed


class Dispute(NamedTuple):
    """Claims on one matter that are at odds, as a curator ties them."""

    id: str
    matter: str
    claims: tuple[str, ...]


class Example(NamedTuple):
    """What somebody may ask, and the claim that answers it best, None where the briefing has none."""

    text: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The curated whole on one subject.

    `edition_date` is the day the curation was finished, `covers_until` the last day its sources tell of.
    `concepts` are the measures, kinds of victims, topics and asides that no other briefing need know;
    `own_words` are English words of the vocabulary that mean nothing here but what these have them mean.
    """

    id: str
    title: str
    language: str
    edition_date: date
    covers_until: date
    sources: tuple[Source, ...]
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    concepts: tuple[Concept, ...]
    caveats: tuple[Caveat, ...]
    disputes: tuple[Dispute, ...]
    claims: tuple[Claim, ...]
    examples: tuple[Example, ...] = ()
    own_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One loaded immutable version of all knowledge, named by the digest of its files."""

    digest: str
    vocabulary: tuple[Concept, ...]
    known_words: frozenset[str]
    small_talk: tuple[str, ...]
    briefings: tuple[Briefing, ...]
    languages: tuple[Language, ...] = ()
