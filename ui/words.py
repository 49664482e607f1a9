"""Our own words on the page, in the language of the question.

Short, plain (B1) and with "u". Words from a report never stand here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Our words around one answer, in one language."""

    language: str
    your_question: str
    read_as: str
    ask_alone: str
    failed: str
    not_found: str
    supported: str
    supported_sum: str
    contradicted: str
    claim_not_found: str
    how_sum: str
    how_ranking: str
    how_difference: str
    how_figures: str
    alternatives: str
    item: str
    amount: str
    where: str
    together: str
    lines_counted: str
    of: str
    sources: str
    more_sources: str
    chart: str
    source: str
    near: str
    from_to: str
    closest: str
    closest_warning: str
    missing: str
    searched_of: str
    section: str
    page: str
    pages: str
    and_: str
    no_page: str
    quote: str
    on_page: str
    in_text: str
    copy: str
    previous: str
    next: str
    back: str
    page_of: str
    printed: str
    drawing_alt: str
    drawing_alt_bare: str
    nearby: str
    whole_page: str
    changed: str
    no_drawing: str
    unmarked: str
    next_questions: str
    dated: str
    formula: str
    notes: str
    download: str
    feedback: str
    feedback_rating: str
    feedback_ratings: tuple[str, str, str]
    feedback_remark: str
    feedback_kept: str
    feedback_send: str
    feedback_choose: str
    feedback_thanks: str
    feedback_failed: str


DUTCH = Words(
    language="nl",
    your_question="Uw vraag",
    read_as="Ik lees uw vraag als:",
    ask_alone="Stel mijn vraag los van het gesprek",
    failed="Het zoeken naar een antwoord is niet gelukt. Uw vraag staat er nog. Probeer het "
    "opnieuw of stel de vraag met andere woorden.",
    not_found="Dat staat niet in de rapporten",
    supported="Dat klopt",
    supported_sum="Dat klopt, als optelling",
    contradicted="Dat klopt niet",
    claim_not_found="Dat staat er niet in",
    how_sum="Zo is het opgeteld",
    how_ranking="De bedragen naast elkaar",
    how_difference="Zo is het berekend",
    how_figures="De cijfers naast elkaar",
    alternatives="Er zijn meer antwoorden mogelijk",
    item="Onderdeel",
    amount="Bedrag",
    where="Staat in",
    together="Samen",
    lines_counted="{count} van {count} regels",
    of="van",
    sources="Bronnen",
    more_sources="Toon ook de andere {count} bronnen",
    chart="Toon deze bedragen als grafiek",
    source="Bron",
    near="Plek",
    from_to="{first} tot en met {last}",
    closest="Dit komt het dichtst in de buurt",
    closest_warning="Dit is geen antwoord op uw vraag. Het zijn de plekken in de rapporten die er "
    "het meest op lijken.",
    missing="Niet gevonden",
    searched_of="Gezocht in {searched} van {count} rapporten",
    section="paragraaf",
    page="bladzijde",
    pages="bladzijden",
    and_="en",
    no_page="tekst zonder bladzijden",
    quote="Zo staat het er",
    on_page="Op de bladzijde",
    in_text="In de tekst",
    copy="Kopieer citaat met bron",
    previous="Vorige bladzijde",
    next="Volgende bladzijde",
    back="Terug naar het citaat",
    page_of="Bladzijde {number} van {count}",
    printed="gedrukt nummer {label}",
    drawing_alt="Afbeelding van bladzijde {number}, met het citaat geel gemarkeerd. Het citaat "
    "staat hiernaast als tekst.",
    nearby="Bekijk het citaat groot",
    whole_page="Toon de hele bladzijde",
    drawing_alt_bare="Afbeelding van bladzijde {number}, zonder markering.",
    changed="Dit rapport is veranderd sinds dit antwoord. Stel de vraag opnieuw.",
    no_drawing="Van dit rapport is alleen de tekst te tonen.",
    unmarked="Het citaat kon op deze afbeelding niet worden gemarkeerd. Kijk in de tekst "
    "hiernaast.",
    next_questions="Vraag ook eens",
    dated="van {date}",
    formula="Som",
    notes="Goed om te weten",
    download="Download het rapport ({kind})",
    feedback="Klopt dit antwoord? Laat het weten",
    feedback_rating="Het antwoord is",
    feedback_ratings=("Goed", "Fout", "Onvolledig"),
    feedback_remark="Wilt u er iets bij zeggen? Het hoeft niet.",
    feedback_kept="Uw reactie blijft op de computer waar Raadsbron op staat, met uw vraag en het "
    "antwoord, en wordt na {days} dagen gewist. Schrijf geen namen of gegevens van mensen op.",
    feedback_send="Verstuur uw reactie",
    feedback_choose="Kies eerst: goed, fout of onvolledig.",
    feedback_thanks="Bedankt voor uw reactie.",
    feedback_failed="Uw reactie kon niet worden bewaard. Probeer het later opnieuw.",
)

ENGLISH = Words(
    language="en",
    your_question="Your question",
    read_as="I read your question as:",
    ask_alone="Ask it without the conversation",
    failed="Looking for an answer did not work. Your question is still there. Try again, or ask "
    "it in other words.",
    not_found="The reports do not say that",
    supported="That is correct",
    supported_sum="That is correct, as a sum",
    contradicted="That is not correct",
    claim_not_found="The reports do not say that",
    how_sum="How it adds up",
    how_ranking="The amounts side by side",
    how_difference="How it was computed",
    how_figures="The figures side by side",
    alternatives="There is more than one answer",
    item="Item",
    amount="Amount",
    where="Stands in",
    together="Together",
    lines_counted="{count} of {count} lines",
    of="of",
    sources="Sources",
    more_sources="Show the other {count} sources too",
    chart="Show these amounts as a chart",
    source="Source",
    near="Place",
    from_to="{first} to {last}",
    closest="This comes closest",
    closest_warning="This does not answer your question. These are the places in the reports that "
    "look most like it.",
    missing="Not found",
    searched_of="Searched {searched} of {count} reports",
    section="section",
    page="page",
    pages="pages",
    and_="and",
    no_page="text without pages",
    quote="As it is written",
    on_page="On the page",
    in_text="In the text",
    copy="Copy quote with source",
    previous="Previous page",
    next="Next page",
    back="Back to the quote",
    page_of="Page {number} of {count}",
    printed="printed number {label}",
    drawing_alt="Image of page {number} with the quote marked in yellow. The quote stands beside "
    "it as text.",
    nearby="Enlarge the quote",
    whole_page="Show the whole page",
    drawing_alt_bare="Image of page {number}, nothing marked.",
    changed="This report has changed since this answer. Ask the question again.",
    no_drawing="Only the text of this report can be shown.",
    unmarked="The quote could not be marked on this image. See the text beside it.",
    next_questions="You could also ask",
    dated="of {date}",
    formula="Sum",
    notes="Good to know",
    download="Download the report ({kind})",
    feedback="Is this answer right? Let us know",
    feedback_rating="The answer is",
    feedback_ratings=("Good", "Wrong", "Incomplete"),
    feedback_remark="Would you like to add something? You need not.",
    feedback_kept="Your remark stays on the machine that runs Raadsbron, with your question and "
    "the answer, and is deleted after {days} days. Please write no names or details of people.",
    feedback_send="Send your remark",
    feedback_choose="Choose first: good, wrong or incomplete.",
    feedback_thanks="Thank you for your remark.",
    feedback_failed="Your remark could not be kept. Please try again later.",
)


def words_for(language: str) -> Words:
    """Return our words in the language of a question, "nl" or "en".

    >>> words_for("en").sources
    'Sources'
    """
    return ENGLISH if language == "en" else DUTCH
