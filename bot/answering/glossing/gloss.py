"""Puts a question of another language into the vocabulary's English words, so that one decision reads all.

A gloss is no translation and is never shown: word for word, what the vocabulary knows becomes the English
alias of the same concept, in English order; what it does not know stays and explains nothing.
"""

from dataclasses import dataclass, replace

from bot.answering.deciding.outcome import Abstention, Answer, Outcome, Premise


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text in the vocabulary's English words; `pieces` tell which words of the asker's each stands for."""

    text: str
    original: str
    pieces: tuple[tuple[int, int, int, int], ...]

    def own(self, words: str) -> str:
        """Return the asker's own words for words of the gloss."""
        return ", ".join(self._own(part) for part in words.split(", "))

    def quoted(self, words: str) -> str:
        """Return the asker's own words from the first to the last that words of the gloss stand for."""
        ranges = self._ranges(words)
        if not ranges:
            return words
        return self.original[min(start for start, _ in ranges) : max(end for _, end in ranges)]

    def _own(self, words: str) -> str:
        ranges = self._ranges(words)
        if not ranges:
            return words
        joined: list[list[int]] = []
        for start, end in ranges:
            if joined and not any(c.isalnum() for c in self.original[joined[-1][1] : start]):
                joined[-1][1] = max(end, joined[-1][1])
            else:
                joined.append([start, end])
        return " ".join(self.original[start:end] for start, end in joined)

    def _ranges(self, words: str) -> list[tuple[int, int]]:
        """Return where the asker's own words for words of the gloss stand."""
        at = self.text.find(words)
        if at < 0:
            found = [
                piece for word in words.split() for piece in self._within(self.text.find(word), len(word))
            ]
        else:
            found = self._within(at, len(words))
        return sorted({(start, end) for _, _, start, end in found if end > start})

    def _within(self, at: int, length: int) -> list[tuple[int, int, int, int]]:
        return [piece for piece in self.pieces if piece[0] < at + length and at < piece[1]] if at >= 0 else []


def restored(outcome: Outcome, gloss: Gloss) -> Outcome:
    """Return an outcome on a gloss with the asker's own words in it again."""
    receipt = outcome.receipt
    slots = tuple(
        slot._replace(words=gloss.own(slot.words), repaired=None) for slot in receipt.question.slots
    )
    receipt = replace(receipt, question=replace(receipt.question, text=gloss.original, slots=slots))
    match outcome:
        case Answer(left=left):
            return replace(outcome, receipt=receipt, left=left and _parts(gloss, left))
        case Premise(taken=taken, left=left):
            return replace(
                outcome, receipt=receipt, taken=gloss.own(taken), left=left and _parts(gloss, left)
            )
        case Abstention(about=about):
            return replace(outcome, receipt=receipt, about=about and gloss.own(about))
        case _:
            return replace(outcome, receipt=receipt)


def _parts(gloss: Gloss, left: str) -> str:
    return "; ".join(gloss.own(part) for part in left.split("; "))
