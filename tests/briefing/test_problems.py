"""Each fault that a curator can make is found, at its line, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.briefing.evidence import LONGEST_STATEMENT

if TYPE_CHECKING:
    from tests.briefing.conftest import Folder

BRIEFING = "flood/briefing.toml"
CLAIMS = "flood/claims.toml"
VOCABULARY = "vocabulary.toml"
AHEAD = "and only a day that the source looks ahead to may be later, as the day of a claim"


@dataclass(frozen=True)
class Fault:
    """`new` for `old` in a file brings the message, at the line of `at` or else of `new`."""

    file: str
    old: str
    new: str
    message: str
    at: str = ""
    where: str = ""  # the file with the problem, where that is another
    echoes: int = 0  # further problems that follow from the same fault


FAULTS = {
    "dangling broader": Fault(
        VOCABULARY, '["helped"]', '["helpd"]', 'no concept has the id "helpd", did you mean helped?'
    ),
    "dangling opposite": Fault(
        VOCABULARY,
        'id = "helped"',
        'id = "helped"\nopposite = "x"',
        'no concept has the id "x"',
        at="opposite",
    ),
    "dangling opposite of a topic": Fault(
        BRIEFING, 'broader = ["flood"]', 'opposite = "drought"', 'no concept has the id "drought"'
    ),
    "broader in a circle": Fault(
        VOCABULARY,
        'id = "helped"',
        'id = "helped"\nbroader = ["helped"]',
        '"helped" is a kind of itself',
        at='broader = ["helped"]\n\n[[victims]]',
    ),
    "dangling side": Fault(
        BRIEFING, 'side = "arden"', 'side = "ardn"', 'no party has the id "ardn", did you mean arden?'
    ),
    "dangling party": Fault(BRIEFING, 'party = "belmar"', 'party = "x"', 'no party has the id "x"'),
    "dangling introduced": Fault(
        BRIEFING, 'introduced = "missing-holt"', 'introduced = "m"', 'no claim has the id "m"'
    ),
    "dangling place side": Fault(
        BRIEFING,
        'name = "Arden"\nside = "arden"',
        'name = "Arden"\nside = "orla"',
        'no party has the id "orla", it is that of a place',
        at='side = "orla"',
    ),
    "dangling topic broader": Fault(
        BRIEFING,
        'broader = ["flood"]',
        'broader = ["warnin"]',
        'no concept has the id "warnin", did you mean warning?',
    ),
    "dangling caveat source": Fault(
        BRIEFING, 'source = "report"', 'source = "r"', 'no source has the id "r"'
    ),
    "dangling author": Fault(BRIEFING, 'author = "gazette"', 'author = "g"', 'no party has the id "g"'),
    "dangling measure": Fault(
        BRIEFING,
        'measures = ["missing"]',
        'measures = [\n"missing",\n"gone"]',
        'no measure has the id "gone"',
        at='"gone"',
    ),
    "dangling sides": Fault(
        BRIEFING,
        'sides = ["arden", "belmar"]',
        'sides = ["arden", "belmar", "b"]',
        'no party has the id "b"',
    ),
    "attributed to another": Fault(
        CLAIMS,
        'claimant = "ina-holt"',
        'claimant = "belmar"',
        'the words attribute to ina-holt, the claimant is "belmar": name who asserts it, or, where the '
        'statement has both assert something, add the claimant’s verb to the cue "says" in vocabulary.toml, '
        'as "put it at" where a word stands between',
        at='claimant = "belmar"',
        echoes=2,
    ),
    "one-sided caveat": Fault(
        BRIEFING,
        'sides = ["arden", "belmar"]',
        'sides = ["arden"]',
        "the caveat covers one side’s figures and leaves out belmar",
    ),
    "another measure": Fault(
        CLAIMS,
        'measure = "missing"\ngroup = "residents"\nvictims = ["residents"]\nside = "arden"\nmin = 12',
        'measure = "rescued"\ngroup = "residents"\nvictims = ["residents"]\nside = "arden"\nmin = 12',
        'the words "12 residents were missing" count another measure than "rescued"',
        at='measure = "rescued"\ngroup = "residents"\nvictims = ["residents"]\nside = "arden"\nmin = 12',
    ),
    "dangling dispute": Fault(
        BRIEFING,
        'claims = ["missing-holt", "rejects-lund"]',
        'claims = ["missing-holt", "rejects-lund", "x"]',
        'no claim has the id "x"',
    ),
    "dangling source": Fault(
        CLAIMS, 'source = "report"', 'source = "reprt"', 'no source has the id "reprt", did you mean report?'
    ),
    "dangling claimant": Fault(
        CLAIMS,
        'claimant = "belmar"',
        'claimant = "bel"',
        'no party or person has the id "bel", did you mean belmar?',
    ),
    "dangling speaker": Fault(
        CLAIMS,
        'speaker = "per-lund"',
        'speaker = "belmar"',
        'no person has the id "belmar", it is that of a party',
    ),
    "dangling actor": Fault(CLAIMS, 'actor = "arden-council"', 'actor = "x"', 'no party has the id "x"'),
    "dangling target": Fault(CLAIMS, 'target = "belmar"', 'target = "x"', 'no party has the id "x"'),
    "dangling places": Fault(CLAIMS, '"orla", "arden-town"', '"x", "arden-town"', 'no place has the id "x"'),
    "dangling people": Fault(CLAIMS, 'people = ["ina-holt"]', 'people = ["x"]', 'no person has the id "x"'),
    "dangling topics": Fault(CLAIMS, 'topics = ["flood"]', 'topics = ["x"]', 'no topic has the id "x"'),
    "dangling figure measure": Fault(
        CLAIMS, 'measure = "rescued"', 'measure = "x"', 'no measure has the id "x"'
    ),
    "dangling victims": Fault(
        CLAIMS, 'victims = ["residents"]', 'victims = ["x"]', 'no victims has the id "x"'
    ),
    "dangling figure side": Fault(CLAIMS, '  side = "arden"', '  side = "x"', 'no party has the id "x"'),
    "dangling figure place": Fault(
        CLAIMS, 'places = ["arden-town"]', 'places = ["x"]', 'no place has the id "x"'
    ),
    "an id twice in the vocabulary": Fault(
        VOCABULARY,
        'id = "how-many"',
        'id = "missing"',
        'the id "missing" is already that of a measure',
        at='id = "missing"\naliases.en = ["how',
        echoes=1,
    ),
    "an id twice in a briefing": Fault(
        BRIEFING,
        'id = "ina-holt"\nname',
        'id = "arden"\nname',
        'the id "arden" is already that of a party',
        at='id = "arden"\nname = "Ina',
        echoes=2,
    ),
    "a topic of the vocabulary again": Fault(
        BRIEFING,
        'id = "warning"\nbroader = ["flood"]',
        'id = "flood"',
        'the id "flood" is already in the vocabulary',
        at='id = "flood"',
        echoes=1,
    ),
    **{
        f"a {kind} with an id of the vocabulary": Fault(
            BRIEFING,
            "[[topic]]",
            f'[[{kind}]]\nid = "missing"\nname = "The Missing"\n{more}\n\n[[topic]]',
            'the id "missing" is already in the vocabulary',
            at='id = "missing"',
        )
        for kind, more in (
            ("party", 'role = "other"'),
            ("place", ""),
            ("person", 'office = "Arden’s mayor"\nparty = "arden-council"\nintroduced = "missing-holt"'),
        )
    },
    "an id that is no id": Fault(
        BRIEFING,
        'id = "orla"',
        'id = "The Orla"',
        'id must be lower-case letters, digits and hyphens, not "The Orla"',
        echoes=1,
    ),
    "a side of a side": Fault(
        CLAIMS,
        '  side = "arden"',
        '  side = "arden-council"',
        '"arden-council" belongs to another side, so name that: "arden"',
    ),
    "unknown key": Fault(CLAIMS, 'note = "The', 'nots = "The', 'unknown key "nots", did you mean note?'),
    "unknown key of a figure": Fault(
        CLAIMS, "min = 40", "minimun = 40", 'unknown key "minimun", did you mean min?'
    ),
    "unknown key like nothing": Fault(CLAIMS, "contested = true", "qqq = true", 'unknown key "qqq"'),
    "unknown table": Fault(
        VOCABULARY,
        '[[measure]]\nid = "helped"',
        '[[mesure]]\nid = "helped"',
        'unknown key "mesure", did you mean measure?',
        echoes=1,
    ),
    "unknown key at the top": Fault(
        BRIEFING,
        'title = "The Orla flood"',
        'title = "The Orla flood"\ntitel = "x"',
        'unknown key "titel", did you mean title?',
        at="titel",
    ),
    "unknown table of claims": Fault(
        CLAIMS, "[[claim]]", "[claims]\n[[claim]]", 'unknown key "claims", did you mean claim?', at="[claims]"
    ),
    "key missing": Fault(BRIEFING, 'title = "The Orla flood"\n', "", "title is missing", at="language"),
    "key of a table missing": Fault(
        CLAIMS, 'speech_act = "denies"\n', "", "speech_act is missing", at='[[claim]]\nid = "rejects-lund"'
    ),
    "no such word": Fault(
        BRIEFING,
        'role = "media"',
        'role = "press"',
        "role must be 'belligerent', 'side', 'media' or 'other', not \"press\"",
    ),
    "text wanted": Fault(
        BRIEFING, 'matter = "the mayor’s account"', "matter = 3", 'matter must be text, not "3"'
    ),
    "a list wanted": Fault(
        CLAIMS, 'people = ["ina-holt"]', 'people = "ina-holt"', 'people must be a list, not "ina-holt"'
    ),
    "true or false wanted": Fault(
        CLAIMS, "contested = true", 'contested = "yes"', 'contested must be true or false, not "yes"'
    ),
    "a whole number wanted": Fault(
        CLAIMS, "min = 40", "min = 40.5", 'figure.min must be a whole number, not "40.5"'
    ),
    "a count wanted": Fault(CLAIMS, "min = 40", "min = -1", 'figure.min must be 0 or more, not "-1"'),
    "languages wanted": Fault(
        BRIEFING,
        'aliases.en = ["lund"]',
        'aliases = ["lund"]',
        "aliases must be a table by language, such as aliases.en",
    ),
    "a language wanted": Fault(
        BRIEFING,
        'aliases.en = ["lund"]',
        'aliases.english = ["lund"]',
        'aliases.english must be a language tag such as en or pt-BR, not "english"',
    ),
    "a count beyond all counting": Fault(
        CLAIMS,
        "min = 40",
        "min = 1000000000000001",
        'figure.min must be 1000000000000000 or less, not "1000000000000001"',
    ),
    "a number made of a word that gives none": Fault(
        CLAIMS,
        'min = 40\nqualifier = "at least"\nwords = "at least 40"',
        'min = 40\nwords = "were rescued"',
        'min 40 is not the number in the words "were rescued"',
    ),
    "a number in the qualifier": Fault(
        CLAIMS,
        'min = 40\nqualifier = "at least"\nwords = "at least 40"',
        'qualifier = "12 residents"\nwords = "were rescued"',
        'qualifier "12 residents" gives a number, which only the words may',
        at='qualifier = "12',
    ),
    "a figure wanted": Fault(
        CLAIMS,
        'phrasings = ["What does Lund reject?"]\n\n  [[claim.figure]]',
        'phrasings = ["What does Lund reject?"]\nfigure = [1]\n[claim.rest]',
        'figure must be a table, not "1"',
        at="figure = [1]",
        echoes=1,
    ),
    "blank": Fault(BRIEFING, 'name = "the Orla"', 'name = " "', 'name must not be blank, not " "'),
    **{
        f"a {key} that no card has room for": Fault(
            BRIEFING,
            f'{key} = "{old}"',
            f'{key} = "{"x" * 201}"',
            f"{key} must have at most 200 characters, not 201",
            echoes=key == "id",
        )
        for key, old in (
            ("title", "The Orla flood"),
            ("name", "the Orla"),
            ("office", "Arden’s mayor"),
            ("id", "orla"),
        )
    },
    "too few claims in a dispute": Fault(
        BRIEFING, '["missing-holt", "rejects-lund"]', '["missing-holt"]', "claims must list at least 2, not 1"
    ),
    "no phrasing": Fault(CLAIMS, '["What does Lund reject?"]', "[]", "phrasings must list at least 1, not 0"),
    "a source elsewhere": Fault(
        BRIEFING,
        'file = "source.txt"',
        'file = "../source.txt"',
        'file must be the plain name of a file in the briefing\'s folder, not "../source.txt"',
    ),
    "a hidden source": Fault(
        BRIEFING,
        'file = "source.txt"',
        'file = ".source.txt"',
        'file must be the plain name of a file in the briefing\'s folder, not ".source.txt"',
    ),
    "a table that is none": Fault(
        BRIEFING, "[[dispute]]", "[dispute]", "dispute must be written as [[dispute]]", at="[dispute]"
    ),
    "a control character": Fault(
        CLAIMS, "The day is our reading.", "\\u001b[2J", '"\\x1b[2J" holds the control character U+001B'
    ),
    "a date in quotation marks": Fault(
        BRIEFING,
        "edition_date = 2031-06-01",
        'edition_date = "2031-06-01"',
        'edition_date must be a date such as 2026-01-31, without quotation marks, not "2031-06-01"',
    ),
    "a date with hours": Fault(
        BRIEFING,
        "edition_date = 2031-06-01",
        "edition_date = 2031-06-01T10:00:00",
        'edition_date must be a date such as 2026-01-31, without quotation marks, not "2031-06-01 10:00:00"',
    ),
    "no such date": Fault(
        BRIEFING,
        "edition_date = 2031-06-01",
        "edition_date = 2031-06-31",
        "the file is not TOML: Invalid date or datetime",
    ),
    "a period of three": Fault(
        CLAIMS,
        "happened = 2031-05-03",
        "happened = [2031-05-03, 2031-05-03, 2031-05-03]",
        "happened must be a date such as 2026-01-31, or a list of two",
    ),
    "a period of words": Fault(
        CLAIMS,
        "happened = 2031-05-03",
        'happened = "May"',
        'happened must be a date such as 2026-01-31, or a list of two, not "May"',
    ),
    "curated before it happened": Fault(
        BRIEFING,
        "edition_date = 2031-06-01",
        "edition_date = 2031-05-01",
        f"edition_date 2031-05-01 is before covers_until 2031-05-04, {AHEAD}",
    ),
    "a period that runs back": Fault(
        CLAIMS,
        "day = [2031-05-03, 2031-05-04]",
        "day = [2031-05-04, 2031-05-03]",
        "day ends on 2031-05-03, before it begins on 2031-05-04",
    ),
    "after what is covered": Fault(
        CLAIMS,
        "happened = 2031-05-03",
        "happened = 2031-05-05",
        f"happened 2031-05-05 is after covers_until 2031-05-04, {AHEAD}",
    ),
    "an alias of two measures": Fault(
        VOCABULARY,
        '"rescued", "saved"',
        '"rescued", "LOST"',
        'the alias "LOST" is already that of the measure "missing", so leave it to one of the two; '
        "see vocabulary.toml:3",
    ),
    "an alias of two topics": Fault(
        BRIEFING,
        '"warning", "warned"',
        '"warning", "flooded"',
        'the alias "flooded" is already that of the topic "flood", so put a word beside it, or take it over '
        'with own_words = ["flooded"] at the top of briefing.toml, or leave it out and have '
        'broader = ["flood"]; see vocabulary.toml:21',
    ),
    "an alias of two people": Fault(
        BRIEFING,
        'aliases.en = ["lund"]',
        'aliases.en = [\n"lund",\n"mayor",\n]',
        'the alias "mayor" is already that of the person "ina-holt", so leave it to one of the two; '
        "see flood/briefing.toml:42",
        at='"mayor",\n]',
    ),
    "an alias of two parties": Fault(
        BRIEFING,
        'aliases.en = ["belmar"]',
        'aliases.en = ["ardeners"]',
        'the alias "ardeners" is already that of the party "belmar", so leave it to one of the two; '
        "see flood/briefing.toml:29",
        at='people.en = ["ardeners"]',
    ),
    "a phrasing of two claims": Fault(
        CLAIMS,
        '"did anybody come"',
        '"when did the ORLA flood"',
        'the phrasing "when did the ORLA flood" is already that of "flood-may"',
    ),
    "a phrasing without a word": Fault(
        CLAIMS, '"did anybody come"', '"???"', 'the phrasing "???" has no word'
    ),
    "a claimant missing": Fault(
        CLAIMS,
        'claimant = "ina-holt"\n',
        "",
        'claimant is missing where "said" attributes, name one or the publisher\'s voice',
        at='statement = "Arden’s mayor',
    ),
    "claimant and voice": Fault(
        CLAIMS,
        'voice = "publisher"',
        'voice = "publisher"\nclaimant = "arden"',
        'claimant "arden" and voice "publisher" exclude each other',
        at='voice = "publisher"',
    ),
    "words not said": Fault(
        CLAIMS,
        'attributed = "12 residents',
        'attributed = "13 residents',
        'attributed "13 residents were missing and at least 40 were rescued" does not stand in the statement',
    ),
    "said at no time": Fault(
        CLAIMS, 'said = "he said"', 'said = "later"', 'said "later" does not stand in the statement'
    ),
    "when not said": Fault(
        CLAIMS,
        '"on 3 May 2031"',
        '"on 3 May 2031",\n"at dawn"',
        'when "at dawn" does not stand in the statement',
        at='"at dawn"',
    ),
    "wanted in no word of the statement": Fault(
        CLAIMS,
        "contested = true",
        'wanted = ["called on"]\ncontested = true',
        "none of the words under wanted stands in the statement",
        at="wanted =",
    ),
    "figure words not said": Fault(
        CLAIMS,
        'words = "at least 40"',
        'words = "at most 40"',
        'words "at most 40" does not stand in the statement',
    ),
    "qualifier not said": Fault(
        CLAIMS,
        'qualifier = "at least"',
        'qualifier = "about"',
        'qualifier "about" does not stand in the statement',
    ),
    "group not in the source": Fault(
        CLAIMS,
        'group = "residents"',
        'group = "farmers"',
        'group "farmers" stands neither in the statement nor in the source',
    ),
    "min above max": Fault(
        CLAIMS,
        "min = 40",
        "min = 40\nmax = 12",
        "min 40 is more than max 12",
        at="min = 40",
        echoes=2,
    ),
    "another number": Fault(
        CLAIMS, "  min = 7", "  min = 6", 'min 6 is not the number in the words "7 residents"'
    ),
    "number left out": Fault(
        CLAIMS,
        "min = 40\n",
        "",
        'words "at least 40" give a number, but min and max are missing',
        at='words = "at least 40"',
    ),
    "a decimal taken for a tenfold number": Fault(
        CLAIMS,
        'min = 40\nqualifier = "at least"\nwords = "at least 40"',
        'min = 405\nwords = "40.5 percent"',
        'min 405 is not the number in the words "40.5 percent"; '
        "of a decimal only the words are shown, so leave min and max out",
        echoes=1,
    ),
    "a dispute of one side": Fault(
        BRIEFING,
        'claims = ["missing-holt", "rejects-lund"]',
        'claims = ["not-warned-lund", "rejects-lund"]',
        "the dispute ties no two current claims of different sides",
    ),
    "contested by nobody": Fault(
        CLAIMS,
        'topics = ["warning"]',
        "contested = true",
        "the claim is contested, but no dispute and no figure of another side stands against it",
        at="contested = true\nphrasings = [\n",
    ),
    "two sources to choose from": Fault(
        BRIEFING,
        "[[source]]",
        '[[source]]\nid = "second"\nfile = "source.txt"\nnote = "again"\n[[source]]',
        "source is missing, and the briefing has more than one",
        at="[[claim]]",
        where=CLAIMS,
        echoes=3,
    ),
    "no such source file": Fault(
        BRIEFING, 'file = "source.txt"', 'file = "sauce.txt"', 'the folder has no file "sauce.txt"'
    ),
}


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        (CLAIMS, "The river Orla broke its banks on 3 May 2031 and flooded the towns of Arden and Belmar."),
        (BRIEFING, "The Gazette said it could not confirm the numbers of missing people."),
    ],
)
def test_a_statement_that_fits_on_no_card_is_refused(flood: Folder, file: str, statement: str) -> None:
    most = statement[:-1].ljust(LONGEST_STATEMENT - 2) + "x."
    for name in (file, "flood/source.txt"):
        flood.replace(name, statement, most)
    assert not flood.problems()
    for name in (file, "flood/source.txt"):
        flood.replace(name, most, f"{most[:-1]}x.")
    (problem,) = flood.problems()
    assert problem.startswith(f"{file}:{flood.line(file, most[:40])}: the statement has 3501 characters")


@pytest.mark.parametrize(
    ("claim", "words"), [("missing-holt", "12 residents were missing"), ("rejects-lund", "7 residents")]
)
def test_a_figure_without_a_side_is_told_as_what_contests_nothing(
    flood: Folder, claim: str, words: str
) -> None:
    flood.replace(
        BRIEFING, 'claims = ["missing-holt", "rejects-lund"]', 'claims = ["rejects-lund", "flood-may"]'
    )
    text = flood.read(CLAIMS)
    at = text.index('side = "arden"', text.index(f'id = "{claim}"'))
    flood.write(CLAIMS, text[:at] + text[at:].replace('side = "arden"', "", 1))
    (problem,) = (one for one in flood.problems() if "contested, but" in one)
    assert problem.endswith(
        f': the figure "{words}" of "{claim}" has no side, so give it that of the party whose they are, or '
        "tie the claims in a [[dispute]]"
    )


def test_a_day_that_the_source_looks_ahead_to_may_be_later(flood: Folder) -> None:
    flood.replace(CLAIMS, "day = [2031-05-03, 2031-05-04]", "day = [2031-05-03, 2031-12-24]")
    assert not flood.problems()


def test_a_decimal_stands_without_min_and_max(flood: Folder) -> None:
    for name in ("flood/source.txt", CLAIMS, CLAIMS):
        flood.replace(name, "at least 40 were", "40.5 percent were")
    flood.replace(CLAIMS, 'min = 40\nqualifier = "at least"\nwords = "at least 40"', 'words = "40.5 percent"')
    assert not flood.problems()


@pytest.mark.parametrize(
    ("language", "words", "is_open"),
    [
        ("en", "at least 40 were rescued", True),
        ("en", "over 40 were rescued", True),
        ("en", "over 40 and more were rescued", True),
        ("en", "not over 40 were rescued", False),
        ("en", "no more than 40 were rescued", False),
        ("en", "40 were rescued over two days", False),
        ("en", "40 were rescued over 2 days", False),
        ("de", "mindestens 40 were rescued", True),
        ("de", "40 were rescued over two days", False),
    ],
)
def test_a_number_that_words_leave_open_has_no_max(
    flood: Folder, language: str, words: str, *, is_open: bool
) -> None:
    flood.replace(BRIEFING, 'language = "en"', f'language = "{language}"')
    flood.replace(CLAIMS, 'min = 40\nqualifier = "at least"', "min = 40\nmax = 40")
    flood.replace(CLAIMS, 'words = "at least 40"', f'words = "{words}"')
    for name in (CLAIMS, CLAIMS, "flood/source.txt"):
        flood.replace(name, "at least 40 were rescued", words)
    expected = f'the words "{words}" set no upper end, so there is no max'
    assert flood.problems() == ([f"{CLAIMS}:{flood.line(CLAIMS, 'max = 40')}: {expected}"] if is_open else [])


@pytest.mark.parametrize(("qualifier", "is_open"), [("no more than", False), ("more than", True)])
def test_a_qualifier_is_read_whole(flood: Folder, qualifier: str, *, is_open: bool) -> None:
    for name in (CLAIMS, CLAIMS, "flood/source.txt"):
        flood.replace(name, "at least 40 were rescued", "no more than 40 were rescued")
    flood.replace(CLAIMS, 'min = 40\nqualifier = "at least"', f'max = 40\nqualifier = "{qualifier}"')
    flood.replace(CLAIMS, 'words = "at least 40"', 'words = "40 were rescued"')
    problem = 'the words "40 were rescued" set no upper end, so there is no max'
    assert [one.partition(": ")[2] for one in flood.problems()] == ([problem] if is_open else [])


@pytest.mark.parametrize("alias", ["Ardén", "ARDEN", "arden’s", "Arden!", "ar\u00adden"])
def test_an_alias_that_questions_are_read_alike_for_is_that_of_another(flood: Folder, alias: str) -> None:
    flood.replace(BRIEFING, 'aliases.en = ["belmar"]', f'aliases.en = ["belmar", "{alias}"]')
    (problem,) = flood.problems()
    assert ' is already that of the party "arden", so leave it to one of the two; see ' in problem


def test_a_word_of_another_language_may_differ_by_an_accent(flood: Folder) -> None:
    flood.replace(BRIEFING, 'aliases.en = ["belmar"]', 'aliases.en = ["belmar"]\naliases.fr = ["ardén"]')
    assert not flood.problems()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_at_its_line(flood: Folder, fault: Fault) -> None:
    flood.replace(fault.file, fault.old, fault.new)
    where = fault.where or fault.file
    problems = flood.problems()
    assert f"{where}:{flood.line(where, fault.at or fault.new)}: {fault.message}" in problems
    assert len(problems) == 1 + fault.echoes, problems
