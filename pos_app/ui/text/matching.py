"""Which letters of a name a search text matched."""

from __future__ import annotations


def matched_spans(name: str, text: str) -> list[tuple[int, int]]:
    """Start and length of every part of `name` that a word of `text` matches, in order, without overlaps."""
    folded = name.casefold()
    if len(folded) != len(name):  # a letter that folds into two would shift every mark
        folded = name.lower()
    marked = [False] * len(name)
    for word in text.casefold().split():
        start = folded.find(word)
        while start >= 0:
            marked[start : start + len(word)] = [True] * min(len(word), len(name) - start)
            start = folded.find(word, start + 1)
    spans: list[tuple[int, int]] = []
    for at, is_marked in enumerate(marked):
        if not is_marked:
            continue
        if spans and spans[-1][0] + spans[-1][1] == at:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((at, 1))
    return spans
