"""The noun of "welke organisatie", which tells the kind of the answer and need not stand in it."""

from collections.abc import Sequence
from dataclasses import replace

from answer.words import Role, Word
from store.terms import stem


def asked_kind(read: Sequence[Word]) -> list[Word]:
    """Make light of the noun of "welke organisatie": it tells the kind of the answer."""
    made: list[Word] = []
    naming = False
    for word in read:
        kind = naming and stem(word.text) in _KINDS
        made.append(replace(word, weight=word.weight * _KIND, is_kind=True) if kind else word)
        ahead = naming and word.role is Role.CONTENT and word.text.endswith("e")
        naming = word.text in _WHICH or ahead
    return made


_WHICH = ("welk", "welke", "which", "what")
_KIND = 0.5
# What an organisation, a piece of paper or a matter may be called; a report names the thing itself.
# "Welke voetbalclub" is not among them: a report that names no football club has no answer.
_KINDS = frozenset(
    map(
        stem,
        """
        gremium gremia orgaan
        organisatie organisaties partij partijen instantie instanties instelling instellingen
        functionaris functie functies thema onderwerp onderdeel project projecten programma plan
        plannen document documenten stuk stukken nummer platform netwerk vergadering overleg
        doelgroep doelgroepen groep groepen middel middelen gebied gebieden moment periode actie
        acties activiteit activiteiten maatregel maatregelen initiatief initiatieven vorm vormen
        opdracht opdrachten type rol taak taken vraag vragen probleem problemen resultaat
        resultaten aspect aspecten
        taakveld taakvelden beleidsveld
        uitgangspunt uitgangspunten punt punten beleidsplan beleidsplannen bron bronnen regeling
        organisation organisations organization party parties theme project projects group groups
        """.split(),
    )
)
