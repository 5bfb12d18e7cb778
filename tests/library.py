"""An invented briefing, on a library, of which the vocabulary knows nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.shipped import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = {
    "renewing": (
        "A loan can be renewed twice unless another reader has reserved the item.",
        [
            "how do I renew a book",
            "can I keep my book for longer",
            "extend my loan please",
            "renewal of borrowed items",
            "my loan runs out and I have not finished reading",
            "how often may a loan be renewed",
            "prolong the loan of a novel",
            "is it possible to renew a borrowed book online",
        ],
    ),
    "card": (
        "A lost card is replaced at the desk for a fee of two crowns.",
        [
            "I lost my library card",
            "where do I get a new card",
            "replace a lost card",
            "my reader's card has gone missing",
            "what does a replacement card cost",
            "library card stolen",
            "need another card since mine vanished",
            "how do I replace my library card",
        ],
    ),
    "rooms": (
        "Reading rooms can be booked for up to four hours a day.",
        [
            "can I book a reading room",
            "reserve a room for my study group",
            "how long may we use a reading room",
            "study room booking",
            "is there a quiet room to hire",
            "book a room for four hours",
            "room reservation for students",
            "where can our group study undisturbed",
        ],
    ),
    "printing": (
        "Printing costs a tenth of a crown a page and is paid at the machine.",
        [
            "how do I print something",
            "what does printing cost",
            "price per printed page",
            "where is the printer",
            "can I print my thesis here",
            "how do I pay for printing",
            "is there a colour printer",
            "print from my phone",
        ],
    ),
    "returning": (
        "Items are returned at the slot beside the door at any hour.",
        [
            "where do I return a book",
            "can I bring a book back at night",
            "return slot location",
            "giving back borrowed items",
            "drop off my books after closing",
            "how do returns work",
            "hand back what I borrowed",
            "is there a book drop",
        ],
    ),
    "late": (
        "A late item costs a twentieth of a crown a day.",
        [
            "what is the fine for a late book",
            "how much are overdue charges",
            "I am late with my book what now",
            "overdue fee per day",
            "penalty when something comes back too late",
            "late fees",
            "do I pay if I forget the deadline",
            "cost of an overdue item",
        ],
    ),
    "joining": (
        "Anybody who lives in the county can join for free.",
        [
            "how do I join the library",
            "become a member",
            "sign up as a reader",
            "who can register here",
            "is membership free",
            "registration for new readers",
            "I want to enrol",
            "joining as a resident of the county",
        ],
    ),
    "archive": (
        "The archive of newspapers is open by appointment.",
        [
            "can I see old newspapers",
            "newspaper archive access",
            "how do I make an appointment for the archive",
            "historical papers",
            "looking for a newspaper from my birth year",
            "visit the archive",
            "are the archives open to everybody",
            "old periodicals",
        ],
    ),
}


def library_in(folder: Path) -> Path:
    """Make a folder with the briefing alone."""
    (folder / "library").mkdir(parents=True)
    for name in ("vocabulary.toml", "words.en.txt", "small-talk.en.txt"):
        shutil.copy(FOLDER / name, folder)
    (folder / "library" / "source.txt").write_text("\n".join(text for text, _ in TOPICS.values()) + "\n")
    (folder / "library" / "briefing.toml").write_text(
        'title = "The library"\nlanguage = "en"\nedition_date = 2026-02-01\ncovers_until = 2026-02-01\n'
        '[[source]]\nid = "s"\nfile = "source.txt"\nnote = "A leaflet."\n'
    )
    (folder / "library" / "claims.toml").write_text(
        "".join(
            f'[[claim]]\nid = "{claim}"\nstatement = "{text}"\nvoice = "publisher"\nspeech_act = "states"\n'
            f"phrasings = {phrasings}\n"
            for claim, (text, phrasings) in TOPICS.items()
        )
    )
    return folder
