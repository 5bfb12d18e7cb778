"""Folds and tokenises what people type, in any script."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from string import ascii_lowercase
from typing import NamedTuple

from bot.briefing.folding import FLAG_LETTERS, PLAIN, fold, stem

# Nobody asks in more, and reading stays short. A message may be a whole article.
MAX_CHARACTERS = 4_000
MAX_MESSAGE = 20_000
MOST_FOUND = 4
# A longer word is no word of a language, and to look for what it may be short of or too long by is endless.
LONGEST_WORD = 32

# What marks a letter up without being one: accents, vowel signs, strokes through it.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\ufe0f"
# Two regional letters are a flag, which is a word of its own; apart they spell one.
_SPELT = str.maketrans(FLAG_LETTERS, ascii_lowercase, " ")
_LETTER = f"[{FLAG_LETTERS}]"
_FLAG = re.compile(f"{_LETTER}{{2}}")
# What of HTML is a tag, and no word that somebody put in angle brackets.
_TAGS = (
    "a abbr b blockquote body br button center code dd del details div dl dt em font footer form h1 h2 h3 h4"
    " h5 h6 head header hr html i iframe img input ins kbd li link mark meta nav ol p pre q s samp script"
    " small span strike strong style sub sup svg table tbody td tfoot th thead title tr tt u ul var video wbr"
)
_ATTRIBUTE = r"\s+[\w:-]+\s*=\s*(?:\"[^\"<>]{0,200}\"|'[^'<>]{0,200}'|[^\s\"'<>]{1,200})"
# Markup and addresses are no words of the asker.
_MARKUP = re.compile(
    r"\x1b\[[0-9;?]*[A-Za-z]|https?://[^\s<>()\[\]]+|<script\b.*?</script>|<!--.*?-->"
    rf"|</?(?:{'|'.join(_TAGS.split())})(?:{_ATTRIBUTE}){{0,9}}\s*/?>",
    re.DOTALL | re.IGNORECASE,
)
# What parts what is told from what else is told.
APART = re.compile(r"[,;:.!?()—–]")
# Of several blanks one is as good, and no pattern has to try where among a thousand something begins.
_BLANKS = re.compile(r"\s{2,}")
# What people begin a sentence with before they say anything.
_OPENING = "so|and|but|well|ok|okay|wait|hey|oh|um|lol|wow|btw"
# Dates in digits and numbers keep their separators, words their inner apostrophes; all else parts tokens.
_TOKEN = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|\d{1,2}/\d{1,2}\b|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)\b)?|[^\W\d_](?:[^\W\d_]|["
    + _MARKS
    + rf"])*(?:'[^\W\d_]+)*|{_FLAG.pattern}|{_LETTER}(?: {_LETTER})*(?!{_LETTER})",
    re.IGNORECASE,
)
# A full stop after a single letter ("U.S."), what is short for a longer word ("acc. to"), or a short word
# before a number ("Feb. 27"), ends nothing.
_SHORT = "".join(rf"(?<!\b{word}\.)" for word in ("acc", "approx", "vs", "lt", "gen", "col", "maj", "brig"))
_SENTENCE_END = re.compile(
    rf"(?i:{_SHORT})"
    r"(?<![\s.(][A-Za-z]\.)(?<=[.!?؟…])(?!(?<=\b[A-Z][a-z][a-z]\.)\s+\d)[\s\"”’)]+(?=\S)|[\n\r]+|;\s"
)
# A comma inside a number parts nothing, nor one before the year of a date.
_CLAUSE = re.compile(
    r"(?:(?<!\d),\s+|,\s+(?!\d{4}\b))(?:and\s+)?|;\s*"
    r"|\s+(?:but|while|whereas|and later|and then|although|though|after)\s+|\s*—\s*|:\s+"
    r"|\s+[/|]\s*(?=\d)",
    re.IGNORECASE,
)
_POSSESSIVES = ("'s", "s'")
# Words in quotation marks, as they are set or typed anywhere; a single mark inside a word is an apostrophe.
QUOTED = re.compile(
    r"“[^“”]+[“”]|„[^„“”]+[“”]|‟[^‟”]+”|”[^“”]+”|«[^«»]+»|»[^«»]+«"
    r"|\u2039[^\u2039\u203a]+\u203a|\u203a[^\u2039\u203a]+\u2039|「[^「」]+」|『[^『』]+』"
    r"|\"[^\"]+\"|\uff02[^\uff02]+\uff02"
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))+’(?!\w)"
    r"|(?<!\w)\u201a(?:[^\u201a‘’]|(?<=\w)’(?=\w))+[‘’](?!\w)"
    r"|(?<![\w.,!?…])'(?!(?:em|til|cause|tis|twas|n)\b)(?:[^']|(?<=\w)'(?=\w))+'(?!\w)",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """One folded word, its stem, and where it stands in the text as typed (code points)."""

    word: str
    stem: str
    start: int
    end: int
    possessive: bool = False


def clean(text: str, limit: int = MAX_CHARACTERS) -> str:
    """Drop what cannot be seen or read aloud: controls, format characters, lone surrogates, blank on blank.

    Line breaks and tabs become spaces' equals: they stay, for they part sentences.
    """
    text = _MARKUP.sub(" ", text[:limit])
    if not text.isprintable():
        text = "".join(
            c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
        )
    return _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", text)


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    """Fold a word, as what was folded before: the last words and texts are in memory, none on the disk."""
    return fold(word if is_flag(word) else word.translate(_SPELT))


def found_in(sentence: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where words stand in a sentence that is read again for each of them.

    What is said more than a few times tells nothing, and would take the square of its length.
    """
    return islice(pattern.finditer(sentence), MOST_FOUND)


@lru_cache(maxsize=16)  # a question is taken apart by its language, by what it names and by each of its parts
def tokenise(text: str) -> tuple[Token, ...]:
    """Split *text* into folded tokens; a possessive ending is noted and cut off."""
    tokens = []
    plain = text.translate(PLAIN)
    for match in _TOKEN.finditer(plain):
        word = _folded(match.group())
        possessive = word.endswith(_POSSESSIVES[0])
        if possessive:
            word = word[:-2]
        word = word.replace("'", "")
        if word:
            possessive = possessive or (word.endswith("s") and plain.startswith("'", match.end()))
            tokens.append(Token(word, stem(word), match.start(), match.end(), possessive))
    return tuple(tokens)


def is_flag(word: str) -> bool:
    """Tell whether a token is the flag of a country, which no letter is."""
    return _FLAG.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def tokens_of(words: str) -> tuple[Token, ...]:
    """Return the tokens of words from a vocabulary, which are asked for again while it is compiled."""
    return tokenise(clean(words))


def sentences(text: str) -> tuple[str, ...]:
    """Split what somebody typed into sentences, roughly: chat has no grammar to rely on."""
    return tuple(part for part in (p.strip() for p in _SENTENCE_END.split(text)) if part)


@lru_cache(maxsize=16)  # each clause of a message is held against all that its sentence quotes
def quoted(text: str) -> tuple[str, ...]:
    """Return the words in quotation marks, without the marks."""
    return tuple(words[1:-1] for words in QUOTED.findall(text))


def opening(*more: str) -> str:
    """Return a pattern of what a sentence opens with and that says nothing: "so", "well, but", and *more*."""
    return rf"^\W*(?:(?:{'|'.join((_OPENING, *more))})\b\W*)*"


def clauses(sentence: str) -> tuple[str, ...]:
    """Split a sentence where one thing said ends and the next begins."""
    return tuple(part for part in (p.strip() for p in _CLAUSE.split(sentence)) if part)
