"""A tiny invented knowledge folder, on a flood, that a test may spoil."""

from pathlib import Path

import pytest

from bot.briefing.known_ids import KNOWN_IDS
from bot.briefing.loader import examine
from bot.briefing.models import Briefing
from bot.briefing.problems import Problem

SOURCE = """\
The river Orla broke its banks on 3 May 2031 and flooded the towns of Arden and Belmar.
Arden’s mayor, Ina Holt, said 12 residents were missing and at least 40 were rescued. Both asked for help.
Conflicting accounts
Belmar’s spokesperson, Dr Per Lund, called it “not true”, saying 7 residents were missing.
“Nobody warned us. Nobody came,” he said.
The Gazette said it could not confirm the numbers of missing people.
"""

VOCABULARY = """\
[[measure]]
id = "missing"
aliases.en = ["missing", "lost"]

[[measure]]
id = "rescued"
name = "rescued from the water"
broader = ["helped"]
aliases.en = ["rescued", "saved"]
aliases.de = ["gerettet"]

[[measure]]
id = "helped"

[[victims]]
id = "residents"
aliases.en = ["residents", "townspeople"]

[[topic]]
id = "flood"
aliases.en = ["flood", "flooded"]

[[cue]]
id = "says"
aliases.en = ["said", "saying"]
aliases.de = ["gesagt"]

[[cue]]
id = "according-to"
aliases.en = ["according to"]

[[cue]]
id = "how-many"
aliases.en = ["how many"]

[[cue]]
id = "at-least"
aliases.en = ["at least"]
aliases.de = ["mindestens"]

[[cue]]
id = "more-than"
aliases.en = ["over", "more than"]

[[cue]]
id = "less-than"
aliases.en = ["no more than", "not over"]
"""
VOCABULARY += "".join(
    f'\n[[{kind}]]\nid = "{id_}"\n'
    for kind, known in KNOWN_IDS.items()
    for id_ in known
    if f'id = "{id_}"' not in VOCABULARY
)

BRIEFING = """\
title = "The Orla flood"
language = "en"
edition_date = 2031-06-01
covers_until = 2031-05-04

[[source]]
id = "report"
file = "source.txt"
note = "A news text."

[[party]]
id = "arden"
name = "Arden"
role = "belligerent"
aliases.en = ["arden"]
people.en = ["ardeners"]

[[party]]
id = "arden-council"
name = "Arden’s council"
role = "side"
side = "arden"
aliases.en = ["arden council"]

[[party]]
id = "belmar"
name = "Belmar"
role = "belligerent"
aliases.en = ["belmar"]

[[party]]
id = "gazette"
name = "The Gazette"
role = "media"

[[person]]
id = "ina-holt"
name = "Ina Holt"
office = "Arden’s mayor"
party = "arden-council"
introduced = "missing-holt"
aliases.en = ["holt", "mayor"]

[[person]]
id = "per-lund"
name = "Dr Per Lund"
office = "Belmar’s spokesperson"
party = "belmar"
aliases.en = ["lund"]

[[place]]
id = "arden-town"
name = "Arden"
side = "arden"
aliases.en = ["arden"]

[[place]]
id = "orla"
name = "the Orla"
aliases.en = ["river", "orla"]

[[topic]]
id = "warning"
broader = ["flood"]
aliases.en = ["warning", "warned"]

[[caveat]]
id = "not-confirmed"
source = "report"
statement = "The Gazette said it could not confirm the numbers of missing people."
author = "gazette"
measures = ["missing"]
sides = ["arden", "belmar"]

[[dispute]]
id = "not-true"
matter = "the mayor’s account"
claims = ["missing-holt", "rejects-lund"]
"""

CLAIMS = """\
[[claim]]
id = "flood-may"
statement = "The river Orla broke its banks on 3 May 2031 and flooded the towns of Arden and Belmar."
voice = "publisher"
speech_act = "reports"
happened = 2031-05-03
when = ["on 3 May 2031"]
places = ["orla", "arden-town"]
topics = ["flood"]
phrasings = ["When did the Orla flood?", "which river broke its banks"]

[[claim]]
id = "missing-holt"
statement = "Arden’s mayor, Ina Holt, said 12 residents were missing and at least 40 were rescued."
claimant = "ina-holt"
speech_act = "states"
attributed = "12 residents were missing and at least 40 were rescued"
day = [2031-05-03, 2031-05-04]
actor = "arden-council"
target = "belmar"
people = ["ina-holt"]
contested = true
note = "The day is our reading."
phrasings = ["How many people does the mayor miss?"]
[[claim.figure]]
measure = "missing"
group = "residents"
victims = ["residents"]
side = "arden"
min = 12
max = 12
places = ["arden-town"]
words = "12 residents were missing"
[[claim.figure]]
measure = "rescued"
group = "residents"
victims = ["residents"]
side = "arden"
min = 40
qualifier = "at least"
words = "at least 40"

[[claim]]
id = "rejects-lund"
source = "report"
statement = "Belmar’s spokesperson, Dr Per Lund, called it “not true”, saying 7 residents were missing."
claimant = "belmar"
speaker = "per-lund"
speech_act = "denies"
phrasings = ["What does Lund reject?"]

  [[claim.figure]]
  measure = "missing"
  group = "residents"
  victims = ["residents"]
  side = "arden"
  min = 7
  max = 7
  words = "7 residents"

[[claim]]
id = "not-warned-lund"
statement = "“Nobody warned us. Nobody came,” he said."
claimant = "per-lund"
speech_act = "states"
said = "he said"
topics = ["warning"]
phrasings = [
    "Was Belmar warned?",
    "did anybody come",
]

[[claim]]
id = "not-warned-old"
statement = "“Nobody warned us. Nobody came,” he said."
claimant = "per-lund"
speech_act = "states"
standing = "superseded"
phrasings = ["Was Belmar warned?"]
"""


class Folder:
    """The folder on disk; file names are relative to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write("vocabulary.toml", VOCABULARY)
        self.write("words.en.txt", "# ordinary words\nsuch\nStraße # one more\n\n")
        self.write("flood/briefing.toml", BRIEFING)
        self.write("flood/claims.toml", CLAIMS)
        self.write("flood/source.txt", SOURCE)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, text in UTF-8."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, name: str) -> str:
        return (self.path / name).read_bytes().decode()

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace the first of some words, which must be there."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def line(self, name: str, words: str) -> int:
        """Find the line of the first occurrence of words in a file."""
        text = self.read(name)
        assert words in text
        return text[: text.index(words)].count("\n") + 1

    def problems(self) -> list[str]:
        """Return the problems with the folder's own path left out."""
        return [self.relative(problem) for problem in examine(self.path).problems]

    def relative(self, problem: Problem) -> str:
        return str(problem).removeprefix(str(self.path)).removeprefix("/")

    def briefing(self) -> Briefing:
        """Return the one briefing of a faultless folder."""
        edition = examine(self.path).edition
        assert edition is not None, self.problems()
        return edition.briefings[0]


@pytest.fixture
def flood(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "knowledge")
