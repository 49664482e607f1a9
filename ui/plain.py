"""Document text on the page: never Markdown, never HTML, always what it says."""

import html
import re
import string

_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")
_SPACES = re.compile(r"\s+")


def as_html(text: str) -> str:
    """Return text that a browser shows as it is, wherever it stands in our own HTML.

    >>> as_html('<img src=x onerror="alert(1)"> 5 & 6')
    '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; 5 &amp; 6'
    """
    return html.escape(text, quote=True)


def as_label(text: str) -> str:
    r"""Return text for a button: on one line, every punctuation mark escaped for Markdown.

    Streamlit reads labels as Markdown, and images, links, maths and emoji codes all begin with a
    punctuation mark; a backslash before each keeps it a character.

    >>> as_label("Wat kost ![x](http://y)\n en $z$ :smile:?")
    'Wat kost \\!\\[x\\]\\(http\\:\\/\\/y\\) en \\$z\\$ \\:smile\\:\\?'
    """
    return _PUNCTUATION.sub(r"\\\1", one_line(text))


def one_line(text: str) -> str:
    r"""Return text with every run of white space folded into one space.

    >>> one_line("45.000 Inzet\n  Avedan ")
    '45.000 Inzet Avedan'
    """
    return _SPACES.sub(" ", text).strip()
