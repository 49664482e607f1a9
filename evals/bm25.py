"""BM25 over Dutch stems, for the peers: exact scores of every text for one question."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import snowballstemmer
from numpy.typing import NDArray

from evals.normalise import words

K1, B = 1.2, 0.75  # the values of Lucene and most libraries


@dataclass(frozen=True, slots=True)
class Bm25:
    """The counts that BM25 needs: per text its stems, and per stem in how many texts it stands."""

    counts: tuple[Counter[str], ...]
    frequency: Counter[str]
    mean_length: float

    @classmethod
    def over(cls, texts: Sequence[str]) -> "Bm25":
        """Return the counts over ``texts``, in their order."""
        counts = tuple(Counter(stems(text)) for text in texts)
        frequency = Counter(stem for count in counts for stem in count)
        lengths = [count.total() for count in counts]
        return cls(counts, frequency, sum(lengths) / len(lengths) if lengths else 0.0)

    def scores(self, query: str) -> NDArray[np.float64]:
        """Return one score per text, 0 where no word matches; higher is better."""
        wanted = [stem for stem in dict.fromkeys(stems(query)) if self.frequency[stem]]
        return np.array([self._score(count, wanted) for count in self.counts])

    def _score(self, count: Counter[str], wanted: Sequence[str]) -> float:
        norm = K1 * (1 - B + B * count.total() / self.mean_length) if self.mean_length else K1
        return sum(
            self._idf(stem) * count[stem] * (K1 + 1) / (count[stem] + norm) for stem in wanted
        )

    def _idf(self, stem: str) -> float:
        texts, having = len(self.counts), self.frequency[stem]
        return math.log(1 + (texts - having + 0.5) / (having + 0.5))


def stems(text: str) -> list[str]:
    """Return the Dutch stems of the words of ``text``, in order.

    >>> stems("Subsidies voor de gemeente")
    ['subsidies', 'vor', 'de', 'gemeent']
    """
    stemmer = snowballstemmer.stemmer("dutch_porter")
    return [str(stem) for stem in stemmer.stemWords(list(words(text)))]
