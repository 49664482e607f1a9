"""Rebuilds the tokenizer of multilingual-e5-small from the packaged pieces."""

from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from store.packaged_weights import Pieces

# The packaged table of normalisations was compared with NFKC over all of Unicode: it is NFKC, but
# for these characters, which vanish or become a space, and for letters newer than the table.
_VANISH = "[\\x{01}-\\x{08}\\x{0B}\\x{0E}-\\x{1F}\\x{7F}\\x{8F}\\x{9F}]"
_SPACE = (
    "[\\x{09}\\x{0A}\\x{0C}\\x{0D}\\x{1680}\\x{200B}-\\x{200F}\\x{2028}\\x{2029}\\x{2581}"
    "\\x{FEFF}\\x{FFFD}]"
)


def packaged_tokenizer(pieces: Pieces) -> Tokenizer:
    """Return a `tokenizers.Tokenizer` that gives the ids that the package's own engine uses.

    Unigram over text that is normalised (NFKC), its white space folded, each word marked with the
    metaspace "▁", also the first one; between <s> and </s>.
    """
    vocabulary = list(zip(pieces.texts, pieces.scores, strict=True))
    tokenizer = Tokenizer(Unigram(vocabulary, pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_VANISH), ""),
            normalizers.Replace(Regex(_SPACE), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    start, end = pieces.texts[pieces.start], pieces.texts[pieces.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=f"{start} $A {end} {end} $B {end}",
        special_tokens=[(start, pieces.start), (end, pieces.end)],
    )
    tokenizer.add_special_tokens(
        [pieces.texts[i] for i in (pieces.start, pieces.padding, pieces.end, pieces.unknown)]
        + ["<mask>"]
    )
    return tokenizer
