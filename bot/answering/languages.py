"""Tells in which language somebody asks, by script and by small words that no other has."""

import re

# Compiled when they are first needed, for whoever asks in English needs few.
_ARABIC_SCRIPT = "[\u0620-\u06ff]"
# Letters that of these languages only one has.
_LETTERS = {"ps": "[ټډړږښڼېۍځڅ]", "ur": "[ٹڈڑںےہھ]"}
_WORDS = {
    "de": frozenset(("wie", "viele", "wer", "was", "wann", "warum", "wurden", "der", "die", "und", "von")),
    "fr": frozenset(("combien", "qui", "quand", "pourquoi", "les", "des", "ont", "été", "une", "selon")),
    "es": frozenset(("cuántos", "quién", "qué", "cuándo", "por", "los", "las", "fueron", "según", "del")),
}
_LEAST_WORDS = 2  # one alone may be anything


def language_of(text: str) -> str:
    """Return the tag of the language of a question, "en" where nothing speaks for another."""
    if not text.isascii() and re.search(_ARABIC_SCRIPT, text):
        return next((tag for tag, letters in _LETTERS.items() if re.search(letters, text)), "fa")
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    found = {tag: len(words & known) for tag, known in _WORDS.items()}
    best = max(found, key=lambda tag: found[tag])
    return best if found[best] >= _LEAST_WORDS else "en"
