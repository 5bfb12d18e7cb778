"""Compares the curator's words the way a reader would: without case, form and punctuation."""

import unicodedata


def folded(words: str) -> str:
    """Return the words in NFKC without case, one space between them."""
    # Folding case can undo the normal form, so it is made again.
    caseless = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(unicodedata.normalize("NFKC", caseless).split())


def bare(words: str) -> str:
    """Return the folded words without apostrophes, and a space for any other punctuation."""
    kept = (
        # Marks stay: without them other words come out in Hindi or Arabic.
        " " if unicodedata.category(char)[0] in "PSZC" else char
        for char in folded(words)
        if char not in "'’"
    )
    return " ".join("".join(kept).split())
