"""Everyday Dutch words and the words of municipal reports that mean the same.

General vocabulary of local government, of the social domain and of municipal finance: a group holds
for every report. Names of programmes, people or places do not belong here. A line is one group; any
word of it is met by any other (`answer.bag` gives it three quarters of the word itself).
"""

GROUPS = """
ouderen senioren bejaarden 65+ 65+ers 65-plussers plussers oudere senior gepensioneerden
seniorenbeleid ouderenbeleid
jongeren jeugd jeugdigen tieners jongere jeugdige pubers puber tiener adolescenten
kinderen kind peuters kleuters kids kleintjes
baby baby's zuigeling zuigelingen pasgeborenen
inwoners inwoner bewoners bewoner burgers burger
wijkbewoners buurtbewoners
buren buurtgenoten buurman buurvrouw buurtbewoners
mantelzorger mantelzorgers
dik dikke overgewicht obesitas zwaarlijvig zwaarlijvige
lasten uitgaven uitgegeven kosten uitgaf besteding bestedingen uitgeven
baten inkomsten opbrengsten ontvangsten
ozb onroerendezaakbelasting onroerendzaakbelasting
begroot begroting geraamd raming begrote
realisatie gerealiseerd werkelijk
verschil afwijking
tekort tekorten deficit
overschot overschotten surplus
reserve reserves spaarpot
lening leningen schuld
gestart begonnen start begin gestarte aangevangen begint beginnen opgestart aanvang
gekocht aangeschaft aanschaf kopen koop aankoop aanschaffen
vastgesteld goedgekeurd vaststelling vaststellen goedkeuring
bereikt bereikte bereik bereiken
bezoekers bezoeker aanwezigen gasten deelnemers
opgesteld geschreven
deelgenomen deelnemers deelnemen meegedaan meededen meedoen deelnemer meedoet deelname
begeleid geholpen ondersteund begeleiding hulp ondersteuning
gesproken gesprek gesprekken sprak spreken
individueel persoonlijk
magazine blad tijdschrift
krant nieuwsblad zorgkrant
folder folders flyer flyers brochure brochures voorlichtingsmateriaal informatiemateriaal
gids boekje
poster posters affiche affiches
terugstort terugstorten teruggestort terugbetaling teruggave
terugbetalen terug teruggestort terugstorten teruggeven teruggegeven terugbetaald terugvorderen
lager minder daling gedaald afname afgenomen gezakt
opnieuw nieuw nieuwe
hoger meer stijging gestegen groei groeide toename toegenomen
personeel personeelsbestand medewerkers werknemers personeelsleden medewerker fte collega collega's
deelnemende meedoende
scholing geschoold opleiding opgeleid bijscholing bijgeschoold
ingezet inzet inzetten gebruikt
actie acties akties activiteit activiteiten
uitjes uitje uitstapjes uitstapje activiteiten
verwachten verwachting verwacht gepland verwachte gehoopt hoopte hoopten
ondertekend getekend handtekening ondertekenaar
gemeenten gemeente
eenzaamheid eenzaam alleen eenzame
lopen wandelen wandelden liep doorlopen wandel wandeling wandelingen
fiets fietsen
samenwerken samenwerking samengewerkt werkten
partijen partners partner organisaties deelnemers
ziekenhuis spoedeisende
huisarts huisartsen dokter dokters
gratis kosteloos kosteloze
blijvend structureel duurzaam
plan plannen
gebouwd gerealiseerd gemaakt gecreeerd
afgerond klaar voltooid gereed afronding
vallen val valpartijen valpartij gevallen
voorkomen preventie preventief voorkomt vermijden tegengaan
doel doelstelling ambitie beoogd doelstellingen
reden oorzaak doordat
uitgesteld doorgeschoven vertraagd vertraging opgeschoven
eigenaren eigenaar deelnemers
psychisch psychische mentaal mentale geestelijk geestelijke
problemen klachten moeilijkheden problematiek
opkomst deelnemers bezoekersaantal aanwezigen
organisator organisatoren organiserende organiseren
voorlichting informatie
fysio fysiotherapie fysiotherapeut fysiotherapeuten
bijeenkomst bijeenkomsten vergadering samenkomst bijeen
gestopt beeindigd stopgezet
doorgegaan doorging
afgelast geannuleerd afgeblazen
kleiner verkleinen terugdringen
groter vergroten
bestrijding aanpak tegengaan bestrijden
belangstelling interesse animo
belangstellenden geinteresseerden aanmeldingen
koppeling koppelingen match matches koppels gekoppeld koppelen
minimaal minstens tenminste minimum
maximaal hoogstens hooguit maximum
naschools buitenschools
naschoolse buitenschoolse
opvang kinderopvang bso
crisis crisissen noodsituatie
zwangerschap zwanger zwangeren zwangere
verslaving verslaafd verslaafden
roken rook rookvrij sigaretten
drank alcohol drinken
gezond gezonde gezondheid
eten voeding voedsel maaltijd maaltijden
bewegen beweging sporten bewegingsactiviteiten
sportclub sportclubs sportvereniging sportverenigingen sportaanbieder sportaanbieders
club clubs vereniging verenigingen
vrijwilliger vrijwilligers vrijwillig
armoede arm arme armen minima
schulden schuld geldzorgen geldproblemen
bijstand bijstandsuitkering
baan banen werk arbeidsplaats arbeidsplaatsen
werkloos werklozen werkzoekenden werkzoekende werkloosheid
vluchteling vluchtelingen statushouders asielzoekers
huis woning woningen huizen
huurhuis huurwoning huurwoningen
verhuurder woningcorporatie woningbouwvereniging corporatie
dakloos daklozen thuisloos
gebouw pand panden
tuin tuinen
straat weg wegen
stoep trottoir voetpad
vuilnis afval huisvuil
bos bomen boom
plein pleinen
auto auto's wagen
vervoer taxi
gehandicapt gehandicapten beperking beperkt handicap invalide
laaggeletterd laaggeletterdheid analfabeten
dementie dement alzheimer
opgenomen opname
ambtenaar ambtenaren ambtelijk ambtelijke
baas leidinggevende manager directeur
trekker kartrekker projectleider kwartiermaker programmaleider projectleiding
coordineert coordinator coordinatie coordineren
oprichting opgericht oprichten
contract overeenkomst contracten overeenkomsten convenant
afspraak afspraken
verzoek verzocht verzoekt vraagt gevraagd
besluit besloten beslissing beslist besluiten
brief schrijven
uitleg toelichting
verantwoording verantwoord
controle toezicht handhaving
vergunning vergunningen
veilig veiligheid veilige
overlast hinder
aanvraag aanvragen verzoeken
wachttijd wachttijden
klacht klachten
cursus cursussen training trainingen scholing opleiding
cursisten deelnemers
les lessen
leraar leraren docent docenten leerkracht leerkrachten
leerling leerlingen scholier scholieren
vakantie vakanties vakantieperiode schoolvakantie
pasen paas
kerst kerstmis
feest feesten viering
koken kookles kooklessen
ruzie ruzies conflict conflicten onenigheid
bekendheid publiciteit ruchtbaarheid bekend
reclame promotie campagne
internet website site webpagina
online digitaal digitale
telefoon telefonisch
vernieuwd vernieuwing vernieuwen geactualiseerd bijgewerkt
verbeterd verbetering verbeteringen verbeteren beter
versterkt versterken versterking
veranderd verandering veranderingen gewijzigd wijziging
uitgebreid uitbreiding uitbreiden breidde breidden
gegroeid groei toegenomen
voortgezet voortzetting doorgaan vervolgd vervolg
overgedragen overdracht
opgeleverd geleverd levering oplevering
opgeslagen opslag
gesubsidieerd subsidie subsidies
aangesteld benoemd aanstelling
geworven werving
vergoed vergoeding vergoedingen
verdeeld verdeling
vrouwen vrouw
mannen man
moeder moeders
vader vaders
gezin gezinnen
ouder ouders
pleegkind pleegkinderen pleegzorg
scheiding echtscheiding gescheiden
test testen screening screenings
onderzoek onderzoeken onderzocht
enquete vragenlijst peiling
proef pilot experiment proefproject
resultaat resultaten uitkomst uitkomsten
effect effecten gevolg gevolgen
knelpunt knelpunten probleem problemen
kans kansen mogelijkheid mogelijkheden
nadruk focus accent zwaartepunt
belangrijk belangrijke essentieel cruciaal
visie toekomstbeeld
jaarlijks jaarlijkse
wekelijks wekelijkse
maandelijks maandelijkse
dagelijks dagelijkse
gezamenlijk gezamenlijke gemeenschappelijk
lokaal lokale plaatselijk plaatselijke
landelijk landelijke nationaal nationale
regionaal regionale
centrum binnenstad stadscentrum
begraafplaats kerkhof
bibliotheek bieb
zwembad zwembaden
theater schouwburg
kunst kunsten
sporthal sporthallen gymzaal
speeltuin speelplek speelplaats
ontmoetingsplek ontmoetingspunt ontmoetingsplaats
gastheer gastheren gastvrouw gastvrouwen
kar karren bakfiets
uitje uitjes uitstapje uitstapjes excursie
spullen materiaal materialen
gereedschap materieel
verhuisd verhuizing
gesloten sluiting dicht
geopend opening open
ziek zieken zieke ziekte
arts artsen
verpleegkundige verpleegkundigen wijkverpleegkundige
verzekeraar zorgverzekeraar zorgverzekeraars
rijk rijksoverheid ministerie
rijksbijdrage rijksmiddelen rijksgeld
wet wetgeving
regel regels
advies adviezen geadviseerd adviseren adviseerde
"""
"""Groups of words that mean the same, one group a line."""
