"""Compares words the way a reader would: without case, form and punctuation, on any keyboard."""

import unicodedata
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")
APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇`´‛ʹ", "'"))
# What is drawn as a letter in a circle or a square is that letter.
_DRAWN = {
    first + at: chr(ord("a") + at)
    for first in (0x24B6, 0x24D0, 0x1F110, 0x1F130, 0x1F150, 0x1F170)
    for at in range(26)
}
# Two of these are a flag, which is a word.
FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
# Read letter for letter, so that each stays where it was typed.
PLAIN = APOSTROPHES | _DRAWN
# One letter on the keyboards of different languages: kaf, gaf, yeh, heh, alef, waw, noon and the three
# retroflex letters, with hamza or without; and no kashida.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("كڪ", "ک"),
        "ګ": "گ",
        **dict.fromkeys("يىېۍئے", "ی"),
        **dict.fromkeys("ہةۀۃھ", "ه"),
        **dict.fromkeys("أإآٱ", "ا"),
        "ؤ": "و",
        "ں": "ن",
        "ټ": "ٹ",
        "ډ": "ڈ",
        "ړ": "ڑ",
        "ـ": "",
        "ء": "",
    }
)


def folded(words: str) -> str:
    """Return the words in NFKC without case, one space between them."""
    if words.isascii():
        return " ".join(words.lower().split())
    # Folding case can undo the normal form, so it is made again.
    caseless = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(unicodedata.normalize("NFKC", caseless).split())


def bare(words: str) -> str:
    """Return the folded words without apostrophes, and a space for any other punctuation."""
    if words.isascii() and words.replace(" ", "").isalnum():  # most are, and the rest takes ten times as long
        return " ".join(words.lower().split())
    kept = (
        # Marks stay: without them other words come out in Hindi or Arabic.
        " " if unicodedata.category(char)[0] in "PSZC" and char not in FLAG_LETTERS else char
        for char in folded(words)
        if char not in "'’"
    )
    return " ".join("".join(kept).split())


def fold(text: str) -> str:
    """Return *text* without case, accents, vowel marks and digit scripts, so that equal words are equal."""
    if text.isascii():
        return text.translate(APOSTROPHES).lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(PLAIN)).translate(APOSTROPHES).casefold()
    letters = []
    for c in decomposed:
        category = unicodedata.category(c)
        if category == "Nd":
            letters.append(str(unicodedata.digit(c)))
        elif category not in {"Mn", "Cf"}:
            letters.append(c)
    return unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    return str(_STEMMER.stemWord(word))


def root(words: str) -> str:
    """Return what all forms of some words have in common, as they are read."""
    return " ".join(map(stem, bare(fold(words)).split()))
