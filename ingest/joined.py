"""Lines of a cell joined to running text."""

import re

# "jeugd-\nen jongerenwerk" keeps its hyphen: the second part stands for a whole word.
_CUT = re.compile(r"(?<=[a-zà-ÿ]{2})-\s*\n\s*(?!(?:en|of|tot|als|naar|op)\b)(?=[a-zà-ÿ]{2})")
_NAME = re.compile(r"(?<=[A-Z0-9])-\s*\n\s*(?=\w)")


def joined(text: str) -> str:
    r"""Return ``text`` on one line: white space single, a word cut at a line end made whole.

    >>> joined("Netwerkontwikke-\nling en\nbijeenkomsten")
    'Netwerkontwikkeling en bijeenkomsten'
    >>> joined("jeugd-\nen  jongerenwerk volgens de ABCD-\naanpak")
    'jeugd- en jongerenwerk volgens de ABCD-aanpak'
    """
    whole = _NAME.sub("-", _CUT.sub("", text.replace("\u00ad\n", "").replace("\u00ad", "")))
    return " ".join(whole.split())
