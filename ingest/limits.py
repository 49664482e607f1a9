"""How much one file may cost before it is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading one file; reports are untrusted input.

    ``memory`` bounds the address space of the reading process (POSIX only), ``unpacked`` what a
    DOCX may hold once unpacked, ``characters`` the stored text. Sizes in bytes, times in seconds:
    ``page_seconds`` of processor time, so that a busy machine reads what a quiet one reads, the
    others by the clock.
    """

    seconds: float = 240.0  # a budget of 200 pages takes 10 to 20 s on two cores
    page_seconds: float = 15.0  # the slowest real page that gave text took under 2 s
    page_wait: float = 120.0  # a page that hangs without working; eight times its processor time
    memory: int = 3 * 1024**3  # the largest real report needs some 400 MB
    size: int = 100 * 1024**2  # the largest real report is 4 MB
    pages: int = 2_000  # a budget with appendices has a few hundred
    unpacked: int = 300 * 1024**2  # the largest real DOCX unpacks to 5 MB
    characters: int = 20_000_000
    ocr_seconds: float = 0.0  # for one page; 0 recognises none. A scanned page takes 4 to 10 s

    @property
    def recognises(self) -> bool:
        """Return whether pages without text are read by text recognition (OCR)."""
        return self.ocr_seconds > 0


OCR_LIMITS = Limits(seconds=3600.0, ocr_seconds=60.0)
"""With text recognition: a scan of 300 pages takes most of an hour on one core."""
