"""Judges how like a misspelling of another one word is: of a concept's, a name's or a phrasing's."""

from collections.abc import Sequence

# Shorter words have too many neighbours one letter away for a repair to mean anything.
SHORTEST = 4
# Normalised OSA similarity (0-1) from which a word is a misspelling: one edit in four letters …
SIMILAR = 0.72
# … and where the word is an ordinary one, which is hardly a misspelling, but "solders" and "minster" are.
SIMILAR_KNOWN = 0.84
# What speaks for one reading over another as near: few mistype the first letter.
FIRST_LETTER = 0.08


def likened(
    word: str, others: Sequence[str], *, known: bool, least: float = SIMILAR, most: int | None = None
) -> list[tuple[str, float, int]]:
    """Return those that *word* may be a misspelling of, each with its similarity and its place in *others*.

    At most the *most* similar come; of a *known* word more has to be alike than the *least*.
    """
    # Most questions have nothing to repair, and need not wait for this.
    from rapidfuzz import process  # noqa: PLC0415 - see above
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - see above

    needed = SIMILAR_KNOWN if known else least
    return process.extract(word, others, scorer=OSA.normalized_similarity, score_cutoff=needed, limit=most)
