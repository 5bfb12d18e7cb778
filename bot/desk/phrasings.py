"""Has a briefing's phrasings ready to be asked: made once, kept between runs, opened when first needed."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING
from weakref import proxy

from bot.answering.deciding.decision import tried
from bot.answering.deciding.grounds import same
from bot.desk import cache

if TYPE_CHECKING:
    from bot.answering.claims.index import Index
    from bot.answering.retrieval.building import Examples
    from bot.answering.retrieval.ranking import Ranking, Retrieval
    from bot.desk.edition_files import Loading
    from bot.desk.encoding import Encoder
    from bot.desk.settings import SemanticSettings, Settings


class Phrasings:
    """The phrasings of one briefing of an edition, and what people ask; the index holds its `rank`."""

    def __init__(self, index: Index, loading: Loading, settings: Settings) -> None:
        self._index = proxy(index)
        self._loading = loading
        self._known = index.reader.lexicon.known_words
        self._settings = settings
        self._briefing = (loading.contents.digest, index.briefing.id)
        self._retrieval: Retrieval | None = None

    def rank(self, text: str) -> Ranking:
        """Rank the claims for a question by their phrasings alone."""
        encoder = _encoder(self._settings.semantic)
        encode = encoder.encode if encoder else None
        return self.retrieval().rank(text, known=self._known, encode=encode)

    def retrieval(self) -> Retrieval:
        """Return what ranks, for the risk and the encoder that are set; EncoderError for the latter."""
        if self._retrieval is None:
            from bot.desk import retrievals  # noqa: PLC0415 - most questions are answered without

            key = retrieval_key(*self._briefing, self._settings)
            kept = retrievals.read(*key) if self._settings.cache else None
            self._retrieval = kept or self._made()
            if self._settings.cache and not kept:
                retrievals.write(self._retrieval, *key)
        return self._retrieval

    def _made(self) -> Retrieval:
        from bot.answering.retrieval.building import build  # noqa: PLC0415 - numpy is slow to import

        index, encoder = self._index, _encoder(self._settings.semantic)
        return build(
            ((entry.claim.id, text) for entry in index.entries for text in entry.claim.phrasings),
            encode=encoder.encode if encoder else None,
            risk=self._settings.selective_risk,
            besides=index.besides,
            known=self._known,
            examples=self._examples() if index.learnt else None,
        )

    def _examples(self) -> Examples:
        """Return what people ask, but for that which is after a claim of the past."""
        import logging  # noqa: PLC0415 - only where something is learnt

        from bot.answering.retrieval.building import Examples  # noqa: PLC0415 - numpy is slow to import

        index = self._index
        log = logging.getLogger(__name__)
        log.warning("learning from the examples of %s, once for this edition", index.briefing.id)
        briefing = next(one for one in self._loading.edition().briefings if one.id == index.briefing.id)
        asked = [
            (example.claim, example.text)
            for example in briefing.examples
            if example.claim is None or example.claim in index.by_id
        ]
        return Examples(asked, partial(same, index), partial(tried, index))


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
