"""Makes a briefing's phrasings ready to be asked, or opens them as they were made ready before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.retrieval.head import MOST_PHRASINGS
from bot.answering.retrieval.ranking import build
from bot.desk import cache, retrievals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index
    from bot.answering.retrieval.ranking import Retrieval
    from bot.desk.encoding import Encoder


def open_retrieval(
    index: Index, edition: tuple[str, str] | None, risk: float, encoder: Encoder | None
) -> Retrieval:
    """Return the retrieval of a briefing for a selective risk (0-1), and for an encoder if there is one.

    Under *edition*, its digest and the briefing's id, it is kept between runs; without, it is made anew. Many
    phrasings are made ready in another process, so that questions are answered meanwhile.
    """
    known = index.reader.lexicon.known_words
    if edition is None:
        encode = encoder.encode if encoder else None
        return build(phrasings(index), encode=encode, risk=risk, besides=index.besides, known=known)
    key = (*edition, str(risk), encoder.digest if encoder else "")
    if found := retrievals.read(*key):
        return found
    if encoder is None and sum(len(entry.claim.phrasings) for entry in index.entries) > MOST_PHRASINGS:
        apart = retrievals.build_apart(
            kept_phrasings, edition, key, risk=risk, besides=index.besides, known=known
        )
        if apart:
            return apart
    made = open_retrieval(index, None, risk, encoder)
    retrievals.write(made, *key)
    return made


def phrasings(index: Index) -> Iterator[tuple[str, str]]:
    """Give every phrasing with its claim."""
    return ((entry.claim.id, text) for entry in index.entries for text in entry.claim.phrasings)


def kept_phrasings(digest: str, briefing: str) -> list[tuple[str, str]]:
    """Return the phrasings of a compiled briefing, none where it was not kept."""
    index = cache.read(digest, briefing)
    return list(phrasings(index)) if index else []
