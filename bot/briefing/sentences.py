"""Divides a source into sentences.

The rules for the many languages are sentencex's (Wikimedia): abbreviations, initials, quotations.
Ours is only the paragraph, because a heading ends without a full stop.
"""

import re

Span = tuple[int, int]  # start and end in code points, white space around it left out

# A line is a paragraph unless the next one goes on in lower case, as a wrapped text does.
_LINE_END = re.compile(r"\r?\n")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the span of every sentence in order; the language is a BCP 47 tag."""
    # Whoever only asks need not load it.
    import sentencex  # type: ignore[import-untyped]  # noqa: PLC0415 - a compiled module without stubs

    code = language.partition("-")[0].lower()
    spans = []
    for start, end in _paragraphs(text):
        at = start
        for piece in sentencex.segment(code, text[start:end]):
            first = at + len(piece) - len(piece.lstrip())
            last = at + len(piece.rstrip())
            if first < last:
                spans.append((first, last))
            at += len(piece)
    return tuple(spans)


def _paragraphs(text: str) -> list[Span]:
    paragraphs = []
    start = 0
    for line_end in _LINE_END.finditer(text):
        if not text[line_end.end() : line_end.end() + 1].islower():
            paragraphs.append((start, line_end.start()))
            start = line_end.end()
    paragraphs.append((start, len(text)))
    return paragraphs
