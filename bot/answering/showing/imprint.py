"""Says of which edition of which briefing a result is."""

from typing import NamedTuple

from bot.answering.claims.index import Index


class Imprint(NamedTuple):
    """The briefing that a result is from, by its id; dates are as ISO 8601 has them.

    `edition_date` is when it was finished, `covers_until` the last day that it tells of, `note` what a
    curator says of its sources.
    """

    briefing: str
    title: str
    edition_date: str
    covers_until: str
    note: str

    @classmethod
    def of(cls, index: Index) -> "Imprint":
        """Return the imprint of a briefing."""
        one = index.briefing
        return cls(
            one.id,
            one.title,
            one.edition_date.isoformat(),
            one.covers_until.isoformat(),
            " ".join(source.note for source in one.sources),
        )
