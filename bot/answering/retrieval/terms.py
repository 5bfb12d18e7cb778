"""Takes the words of a phrasing or a question apart into the terms that it is compared by."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from bot.briefing.folding import fold, stem

# Terms are kept by a hash: two that fall together cost less than a table of all would.
BUCKETS = 1 << 18
# How much each kind of term says of the likeness of two texts; they add up to 1. What carries most are
# words, and runs of letters for the forms and spellings that words alone miss.
SHARES = {"word": 0.3, "next": 0.15, "pair": 0.25, "run": 0.3}
RUNS = (2, 3, 4)  # letters
# A text of n words has n(n-1)/2 pairs: more of a long one would drown the rest.
MOST_PAIRED = 24
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the folded words of *text*, apostrophes dropped."""
    folded = text.casefold() if text.isascii() else fold(text)
    return _WORD.findall(folded.replace("'", ""))


def terms_of(words: Sequence[str]) -> Iterator[tuple[float, Counter[int]]]:
    """Yield for each kind of term its share and how often each occurs, by bucket."""
    stems = [stem(word) for word in words]
    edged = ["^", *stems, "$"]
    distinct = sorted(set(stems[:MOST_PAIRED]))
    text = f" {' '.join(words)} "
    kinds = {
        "word": stems,
        "next": [f"{one} {other}" for one, other in pairwise(edged)],
        "pair": [f"{one}+{other}" for n, one in enumerate(distinct) for other in distinct[n + 1 :]],
        "run": [text[at : at + size] for size in RUNS for at in range(len(text) - size + 1)],
    }
    for kind, terms in kinds.items():
        yield SHARES[kind], Counter(bucket_of(kind, term) for term in terms)


def bucket_of(kind: str, term: str) -> int:
    """Return the bucket of a term of this kind."""
    return crc32(f"{kind[0]}{term}".encode()) % BUCKETS
