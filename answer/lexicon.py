"""The words of questions that name nothing in a report: grammar, and the vocabulary of asking.

A question's other words are its content, and each must be found in the evidence. Lists are of the
language, not of any report; forms are folded (lower case, no accents).
"""

GRAMMAR = frozenset(
    """
    de het een 't 'n en of maar want dus ook nog al wel niet geen er daar hier dat die dit deze dan
    toen nu zo te om van voor naar aan in op bij met uit over onder binnen tussen door tegen tot per
    sinds tijdens via volgens rond rondom omtrent wegens vanwege behalve inclusief exclusief zonder
    ik jij je u uw wij we ons onze jullie hij zij ze hen hun haar zijn mijn jouw men iemand iets
    niemand wie wat waar wanneer waarom hoe welk welke hoeveel hoeveelste waarvoor waaraan waarmee
    waarin waarbij waarvan waardoor waarop waarheen waarover hiervoor hieraan daarvoor daaraan
    daarnaartoe hiernaartoe ernaartoe daarheen daarmee daarin daarbij daarvan daardoor daarop daarna
    daarover hiervan ervan eraan ervoor ermee erin ben bent is was waren geweest wees word wordt
    worden werd werden geworden heb hebt heeft had hadden hebben gehad kan kun kunt kunnen kon
    konden mag mogen moet moeten moest moesten zal zult zullen zou zouden wil wilt willen wilde
    wilden ga gaat gaan ging gingen gegaan doe doet doen deed deden gedaan komt komen kwam kwamen
    blijkt lijkt als dan toch he hoor even eens graag alsjeblieft alstublieft aub svp precies
    eigenlijk ongeveer nou ja nee hallo goedemorgen elkaar zich zelf ons alle allemaal alles ieder
    iedere elke heel hele sommige veel weinig meer minder meest minst zowel the a an of to for in on
    at by with from into about and or but not no is are was were be been being has have had do does
    did will would can could should may might this that these those it its they them their there
    here he she his her we our you your i my me what which who whom whose where when why how many
    much long often any some all each every than then so as if too also just please exactly give
    show tell more less most least between within under during per via out up it's s t m re ve ll d
    welk zn z'n m'n d'r nl o.a etc bijv bijvoorbeeld oftewel namelijk zoveel zulke zulk dergelijke
    zodanig waaruit sorry pardon oeps gewoon zoal uitvoert ruim bijna circa ca zon ongeveer krap na
    vanaf weer alweer mee mij heen naast naartoe zo'n des der nee sommigen vind vindt staat staan
    stond stonden ligt lag zit zitten zat heet heten genoemd genaamd daartussen ertussen hiertussen
    """.split()
)
"""Words that carry no content in Dutch or English."""

MONEY = frozenset(
    """
    geld gelden euro euro's euros eur bedrag bedragen budget budgetten kost kosten kostte kostten
    gekost prijs prijzen som totaalbedrag totaalsom duur duurste goedkoopste uitgegeven uitgeven
    uitgaf gaf uitgave uitgaven besteed besteden besteedde bestedingen besteding uitgetrokken
    uittrekken gereserveerd vrijgemaakt betaald betaalt betalen betaalde gefinancierd geinvesteerd
    investeert ingezet ingezette inzet inzetten kreeg kregen gekregen krijgt krijgen ontving
    ontvangt ontvangen ontvingen toegekend verstrekt verleend gegeven beschikbaar beschikbare
    middelen financieel financiele spuk-bijdrage bijdrage geleverd post posten budgetpost
    begrotingspost regel regels budgetregel onderdeel onderdelen gestoken pot potje vrijgekomen
    geldbedrag kostenpost uitgavenpost kostenplaatje krediet kredieten toebedeeld toegewezen kwijt
    neergeteld neertelden neertellen uitgekeerd gespendeerd spendeerde spenderen opgehoest gekregen
    bekostigd bekostigen bedraagt bedroeg bedroegen gestopt draagt droeg dragen droegen money amount
    amounts cost costs costing spend spent spending budget budgets price paid pay pays expenditure
    funding funded fund received receive receives got get gets given allocated allocation euros sum
    combined item items lines
    """.split()
)
"""Words that say that money is asked for; they need not stand in the evidence."""

TOTAL = frozenset(
    """
    totaal totale samen bijelkaar opgeteld opgetelde gezamenlijk gezamenlijke tezamen totaalbedrag
    alles optel optelt optelsom optelling rekensom rekensommetje sommetje erbij bijgeteld bijtelt
    optellen
    overall total together altogether combined sum grand
    """.split()
)
"""Words that ask for a whole."""

ASKING = frozenset(
    """
    rapport rapportage verslag terugblik raadsbrief brief document stuk notitie bladzijde pagina
    paragraaf hoofdstuk sectie tabel overzicht gemeente college raad wethouder vraag antwoord aantal
    aantallen getal cijfer percentage procent deel aandeel keer maal maximaal minimaal plek plekken
    groot grote klein kleine lang lange oud hoog hoge echt feitelijk eigenlijk dient dienen diende
    vertellen vertel noem noemt geef geeft weet weten zeggen zeg aangeven laat zien toon uitleggen
    leg zoek vermeld vermeldt genoemde beschreven volgens omschrijving betekent betekenis staan
    klopt kloppen waar juist correct gelooft dacht lees las gelezen hoorde hoor gehoord bericht
    titel naam namen soort soorten manier wijze reden redenen doel doelen plaats plek locatie datum
    jaar maand week dag dagen welke hoort hoorde reeds inmiddels sprake gebeurd gebeurt gebeurde
    categorie gebruikt gebruik gebruikte bestaat bestaan bestond bestonden telt telde kent kende
    omvat voert voeren voerde voerden houdt houden inhoudt lang duurt duurde duren heet heten bekend
    gemaakt maken maakt maakte voluit afkorting zaken dingen ding onderwerp thema onderwerpen lijst
    lijstje opsomming gevallen verwacht vorig vorige volgend volgende komend komende afgelopen
    huidig huidige alleen bedoel bedoelde ineens plotseling opeens dringend juist meteen gelijk
    concreet straks onlangs alvast tevens bovendien grotendeels voornamelijk hoofdzakelijk overigens
    trouwens kennelijk blijkbaar daadwerkelijk uiteindelijk momenteel tegenwoordig destijds voortaan
    qua rest overige resteert goed goede beter netjes volledig volledige overblijft apart
    afzonderlijk losstaand concrete concreets nodig ontvangst laatste laatst procentueel procentuele
    aanleiding meerdere betreft luidt luiden betreffen betrof rangschik rangschikken sorteer
    volgorde laag aflopend aflopende oplopend oplopende eind einde vinden gevonden terugvinden
    nalezen raadplegen last next previous only mean number numbers percentage percent report letter
    document page section purpose goal aim reason list name names title true correct right claim
    year month date people stuks exemplaren zet enzo ofzo add draait draaien draaide
    draaiden gedraaid gehele voornaamste belangrijkste voorstellen tel
    tellen
    """.split()
)
"""Words of asking that are nice to find in the evidence but never have to be there."""

MEASURES = frozenset(
    """
    begroot begroting begrote geraamd geraamde raming ramingen realisatie gerealiseerd gerealiseerde
    werkelijk werkelijke werkelijkheid rekening verantwoord verantwoorde netto bruto lasten baten
    saldo resultaat verschil afwijking aangevraagd gevraagd verleend toegekend oorspronkelijk
    oorspronkelijke primitief primitieve actual actually budgeted realised
    """.split()
)
"""Words that tell the columns of a budget apart; a follow-up keeps the earlier ones."""

PARTICLES = frozenset(
    "aan af bij door in mee na om op over samen terug toe uit vast voor weg".split()
)
"""What verbs are parted from: "pakt ... aan"."""

DECISIVE = frozenset(
    """
    stopt stoppen stopte gestopt stopgezet gestaakt ingetrokken geannuleerd afgelast gesloten sluit
    sluiten beeindigd geschrapt afgewezen ontslagen verboden mislukt failliet opgeheven verhuisd
    gedaald gestegen verhoogd verlaagd afgebroken verdient verdienen salaris loon leeftijd tevreden
    tevredenheid telefoonnummer adres unaniem terugbetaald terugbetalen teruggestort terugstorten
    teruggevorderd terugvorderen winst schade boete rechtszaak klacht klachten fraude wachtlijst
    """.split()
)
"""Words on which an answer turns: where the evidence lacks one of them there is no answer."""

COMPARING = frozenset(
    """
    verschil verschillen verschilt scheelt scheelde meeste grootste hoogste duurste minste kleinste
    laagste goedkoopste allermeeste allerminst allergrootste allerkleinste top difference differ
    largest biggest highest smallest lowest least hoger lager groter kleiner duurder goedkoper losse
    higher lower vergeleken vergelijken vergelijking compared comparison
    """.split()
)
"""Words that ask for a comparison."""

MONEY_NOUNS = frozenset("subsidie subsidies bijdragen funding subsidy".split())
"""Nouns of money that also name something: counted as money, but to be found in the evidence."""

PERSONS = frozenset(
    """
    mens mensen persoon personen inwoner inwoners bewoner bewoners burger burgers deelnemer
    deelnemers bezoeker bezoekers kind kinderen jongere jongeren oudere ouderen volwassene
    volwassenen tiener tieners moeder moeders vader vaders ouder ouders medewerker medewerkers
    vrijwilliger vrijwilligers client clienten leerling leerlingen lid leden buurtbewoner
    buurtbewoners senior senioren jeugdige jeugdigen man vrouw mannen vrouwen people persons
    residents participants opkomst bezoekersaantal deelnemersaantal
    """.split()
)
"""Nouns for persons; "mensen" and its like (`ANYBODY`) may stand for any of them."""

ANYBODY = frozenset(
    "mensen mens personen persoon inwoners inwoner people persons men iemand man deelnemers".split()
)
"""Nouns that may mean any of `PERSONS`."""
