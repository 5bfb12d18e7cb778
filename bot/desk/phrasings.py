"""Has a briefing's phrasings ready to be asked: made once, kept between runs, opened when first needed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.desk import cache

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.retrieval.ranking import Ranking, Retrieval
    from bot.desk.encoding import Encoder
    from bot.desk.settings import SemanticSettings, Settings


class Phrasings:
    """The phrasings of one briefing of an edition; it holds parts of the index, which holds its `rank`."""

    def __init__(self, index: Index, digest: str, settings: Settings) -> None:
        self._entries = index.entries
        self._besides = index.besides
        self._known = index.reader.lexicon.known_words
        self._settings = settings
        self._briefing = (digest, index.briefing.id)
        self._retrieval: Retrieval | None = None

    def rank(self, text: str) -> Ranking:
        """Rank the claims for a question by their phrasings alone."""
        encoder = _encoder(self._settings.semantic)
        encode = encoder.encode if encoder else None
        return self.retrieval().rank(text, known=self._known, encode=encode)

    def retrieval(self) -> Retrieval:
        """Return what ranks, for the risk and the encoder that are set; EncoderError for the latter."""
        if self._retrieval is None:
            # numpy takes longer to import than a whole question, and most are answered without.
            from bot.desk import retrievals  # noqa: PLC0415

            key = retrieval_key(*self._briefing, self._settings)
            kept = retrievals.read(*key) if self._settings.cache else None
            self._retrieval = kept or self._made()
            if self._settings.cache and not kept:
                retrievals.write(self._retrieval, *key)
        return self._retrieval

    def _made(self) -> Retrieval:
        from bot.answering.retrieval.ranking import build  # noqa: PLC0415 - as above

        encoder = _encoder(self._settings.semantic)
        return build(
            ((entry.claim.id, text) for entry in self._entries for text in entry.claim.phrasings),
            encode=encoder.encode if encoder else None,
            risk=self._settings.selective_risk,
            besides=self._besides,
            known=self._known,
        )


def is_kept(digest: str, briefing: str, settings: Settings) -> bool:
    """Tell whether a briefing's phrasings were made ready; EncoderError for an encoder that is missing."""
    return settings.cache and cache.retrieval_file(*retrieval_key(digest, briefing, settings)).exists()


def retrieval_key(digest: str, briefing: str, settings: Settings) -> tuple[str, ...]:
    """Return all that a retrieval is made from."""
    encoder = _encoder(settings.semantic)
    return (digest, briefing, str(settings.selective_risk), encoder.digest if encoder else "")


@lru_cache(maxsize=1)
def _encoder(settings: SemanticSettings) -> Encoder | None:
    if not settings.enabled:
        return None
    from bot.desk.encoding import open_encoder  # noqa: PLC0415 - an extra, and slow to import

    return open_encoder(settings)
