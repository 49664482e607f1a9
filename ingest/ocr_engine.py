"""Whether text recognition (OCR) can be done on this machine, and what is missing if not."""

from ingest.errors import RaadsbronError

LANGUAGE = "nld"
"""The language that Tesseract reads in; its data is the Debian package tesseract-ocr-nld."""

_INSTALL = (
    "Installeer het met: sudo apt install tesseract-ocr tesseract-ocr-nld (macOS: brew install "
    "tesseract tesseract-lang), of zet tekstherkenning uit."
)


def check_ocr() -> None:
    """Do nothing where scans can be read.

    Raises:
        RaadsbronError: the Python package, Tesseract itself or its Dutch data is missing; the
            message is Dutch and says what to install.
    """
    try:
        import pytesseract  # noqa: PLC0415 - an extra that need not be there
    except ImportError as error:
        message = (
            "Tekstherkenning (OCR) staat aan, maar het onderdeel daarvoor is niet geïnstalleerd. "
            "Installeer het met: pip install 'raadsbron[ocr]', of zet tekstherkenning uit."
        )
        raise RaadsbronError(message) from error
    try:
        languages = pytesseract.get_languages(config="")
    except (pytesseract.TesseractNotFoundError, OSError) as error:
        message = (
            "Tekstherkenning (OCR) staat aan, maar Tesseract is niet gevonden op deze machine. "
            f"{_INSTALL}"
        )
        raise RaadsbronError(message) from error
    if LANGUAGE not in languages:
        message = (
            "Tekstherkenning (OCR) staat aan, maar Tesseract kent hier geen Nederlands; het kent: "
            f"{', '.join(languages) or 'niets'}. {_INSTALL}"
        )
        raise RaadsbronError(message)
