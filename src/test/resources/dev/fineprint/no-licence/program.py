# Copyright 2026 the Otter team. Licensed under the Apache License; see the file LICENSE.
"""Cuts texts into tokens."""
import re
from dataclasses import dataclass, field

WORD = re.compile(r"[a-z]+|[0-9]+|\S")


@dataclass
class Tokenizer:
    """Keeps a vocabulary and counts how often each token came up."""

    vocabulary: dict = field(default_factory=dict)
    limit: int = 32_000

    def tokens(self, text: str) -> list:
        found = [m.group(0) for m in WORD.finditer(text.lower())]
        for token in found:
            self.vocabulary[token] = self.vocabulary.get(token, 0) + 1
        return found

    def prune(self) -> None:
        if len(self.vocabulary) > self.limit:
            kept = sorted(self.vocabulary.items(), key=lambda item: -item[1])[: self.limit]
            self.vocabulary = dict(kept)


def main(path: str) -> int:
    tokenizer = Tokenizer()
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if number % 10_000 == 0:
                print(f"{number} lines, {len(tokenizer.vocabulary)} tokens")
            tokenizer.tokens(line)
    tokenizer.prune()
    return 0
