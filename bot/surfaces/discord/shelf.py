"""Writes into a button what listing it is about, so that it works after a restart."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from bot.surfaces.discord.trail import EDITION, LANGUAGE, changed_since

if TYPE_CHECKING:
    import re

    from bot.answering.claims.index import Index
    from bot.answering.showing.figure_table import Filter
    from bot.desk.knowledge import Knowledge

What = Literal["figures", "quotes", "timeline", "sources"]
KEY = 4  # characters of base64
# Custom ids of older messages end with the page or the language.
PATTERN = (
    rf"(?P<what>{'|'.join(get_args(What))}):(?P<side>[\w-]{{0,{KEY}}})\.(?P<measure>[\w-]{{0,{KEY}}})"
    rf"\.(?P<claimant>[\w-]{{0,{KEY}}}):(?P<page>\d{{1,3}})(?:@(?P<briefing>[\w-]{{{KEY}}}))?"
    rf"(?:\.(?P<language>{LANGUAGE}))?(?:~(?P<edition>[0-9a-f]{{{EDITION}}}))?"
)


class Shelf(NamedTuple):
    """What is looked at: which listing, what narrows it, which page, which briefing; keys, "" for none.

    `language` is that of the card it stands on; `edition` are the first digits of the one it was shown from.
    """

    what: What
    side: str = ""
    measure: str = ""
    claimant: str = ""
    page: int = 0
    briefing: str = ""
    language: str = "en"
    edition: str = ""

    @classmethod
    def read(cls, match: re.Match[str]) -> Shelf:
        """Return the shelf of a custom id."""
        what: What = match["what"]  # type: ignore[assignment] # the pattern has no others
        narrowed = (match["side"], match["measure"], match["claimant"])
        return cls(
            what,
            *narrowed,
            int(match["page"]),
            match["briefing"] or "",
            match["language"] or "en",
            match["edition"] or "",
        )

    def narrowed(self, by: Filter, key: str) -> Shelf:
        """Return the first page of the shelf with one of its filters set."""
        match by:
            case "side":
                return self._replace(side=key, page=0)
            case "measure":
                return self._replace(measure=key, page=0)
            case "claimant":
                return self._replace(claimant=key, page=0)

    def of(self, knowledge: Knowledge, index: Index) -> Shelf:
        """Return the shelf of a briefing, as it is now."""
        return self._replace(briefing=key_of(index.briefing.id), edition=knowledge.digest[:EDITION])

    def changed(self, knowledge: Knowledge) -> bool:
        """Tell whether it was shown from another edition."""
        return changed_since(self.edition, knowledge)

    def briefing_in(self, knowledge: Knowledge) -> Index | None:
        """Return the briefing of the shelf, None where it is gone.

        Older messages do not say which where there was only one, so that of several it may be any.
        """
        for one in knowledge.briefings:
            if key_of(one) == self.briefing:
                return knowledge.index(one)
        alone = not self.briefing and len(knowledge.briefings) == 1
        return knowledge.index() if alone else None

    def custom_id(self, verb: str) -> str:
        """Return the custom id of what does *verb* with this shelf."""
        briefing = f"@{self.briefing}" if self.briefing else ""
        language = "" if self.language == "en" else f".{self.language}"
        narrowed = f"{self.side}.{self.measure}.{self.claimant}"
        edition = f"~{self.edition}" if self.edition else ""
        return f"{verb}:{self.what}:{narrowed}:{self.page}{briefing}{language}{edition}"


def key_of(name: str) -> str:
    """Return the key of an id in a custom id."""
    return urlsafe_b64encode(hashlib.sha256(name.encode()).digest()).decode()[:KEY]
