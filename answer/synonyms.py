"""The words that mean the same as one of a question, and Dutch for English ones.

A general glossary of the Dutch social domain and of municipal finance: it holds for every report.
Names of programmes, people or places do not belong here.
"""

from collections.abc import Mapping
from functools import cache

from answer.thesaurus import GROUPS
from store.terms import fold, stem

_ENGLISH = """
fall=val falling=vallen falls=val prevention=preventie care=zorg youth=jeugd young=jonge
mother=moeder mothers=moeders father=vader fathers=vaders child=kind children=kinderen
elderly=ouderen older=oudere seniors=senioren residents=inwoners resident=inwoner adults=volwassenen
mental=mentale health=gezondheid healthy=gezond loneliness=eenzaamheid lonely=eenzaam
informal=mantelzorg carer=mantelzorger carers=mantelzorgers caregiver=mantelzorger
caregivers=mantelzorgers sport=sport sports=sport exercise=bewegen club=vereniging
clubs=verenigingen agreement=akkoord obesity=obesitas overweight=overgewicht weight=gewicht
food=voeding school=school schools=scholen library=bibliotheek newspaper=krant paper=krant art=kunst
arts=kunst culture=cultuur municipality=gemeente municipalities=gemeenten council=raad
alderman=wethouder mayor=burgemeester secretary=secretaris region=regio regional=regionaal
province=provincie owners=eigenaren owner=eigenaar partners=partners partner=partner
employees=medewerkers staff=medewerkers project=project projects=projecten programme=programma
program=programma leader=leider lead=leiding expenses=lasten expenditure=lasten revenue=baten
revenues=baten income=baten returned=teruggestort refunded=teruggestort repaid=teruggestort
subsidy=subsidie subsidies=subsidies grant=subsidie grants=subsidies annual=jaarverslag
adopted=vastgesteld approved=vastgesteld established=vastgesteld started=gestart start=start
began=gestart begin=gestart signed=ondertekend bikes=fietsen bike=fiets bicycle=fiets
bicycles=fietsen tandem=duofietsen meeting=bijeenkomst meetings=bijeenkomsten network=netwerk
visitors=bezoekers earn=verdient earns=verdient salary=salaris wage=salaris age=leeftijd
guests=bezoekers guest=bezoeker look-back=terugblik lookback=terugblik review=terugblik
participants=deelnemers participant=deelnemer people=mensen group=groep groups=groepen
walking=wandelen walk=wandelen walks=wandelen week=week weekly=wekelijks neighbourhood=buurt
neighborhood=buurt district=wijk districts=wijken street=straat house=huis volunteers=vrijwilligers
volunteer=vrijwilliger challenge=challenge diabetes=diabetes coach=coach coaches=coaches
nurse=verpleegkundige physiotherapists=fysiotherapeuten physiotherapist=fysiotherapeut
physiotherapy=fysiotherapie doctor=huisarts doctors=huisartsen gp=huisarts gps=huisartsen
smoking=roken alcohol=alcohol poverty=armoede debt=schulden debts=schulden housing=wonen
environment=leefomgeving living=leef social=sociale basis=basis base=basis foundation=basis
strengthening=versterken opportunity=kansrijk promising=kansrijk upbringing=opgroeien
growing=opgroeien prescription=recept wellbeing=welzijn welfare=welzijn support=ondersteuning
training=training courses=cursussen course=cursus experience=ervaring expert=deskundige
experts=deskundigen card=kaart cards=kaarten christmas=kerst party=feest feast=feest
celebration=feest activity=activiteit activities=activiteiten holiday=vakantie holidays=vakantie
summer=zomer percentage=percentage share=aandeel growth=groei increase=stijging grew=groeide
decrease=daling reached=bereikt reach=bereikt guided=begeleid supported=begeleid helped=geholpen
purchased=aangeschaft bought=aangeschaft wooden=houten gazebo=prieel pavilion=prieel
cemetery=begraafplaats letter=brief ambition=ambitie purpose=doel theme=thema themes=thema's
difference=verschil largest=grootste biggest=grootste smallest=kleinste motion=motie
budgeted=begroot actual=realisatie balance=saldo programme=programma waste=afval roads=wegen
traffic=verkeer safety=veiligheid education=onderwijs climate=klimaat energy=energie
taxes=belastingen tax=belasting reserve=reserve reserves=reserves services=dienstverlening
infrastructure=infrastructuur restaurant=restaurant swimming=zwem pool=bad theatre=theater
museum=museum refugees=vluchtelingen asylum=asiel employment=werk work=werk jobs=banen
benefit=uitkering benefits=uitkeringen parents=ouders parent=ouder parenting=opvoeding
pregnancy=zwangerschap pregnant=zwangere birth=geboorte screening=screening
screenings=screeningstesten test=test tests=testen risk=risico information=informatie
materials=materiaal website=website advice=advies adviser=adviseur director=directeur
manager=manager chair=voorzitter chairman=voorzitter easter=pasen days=dagen day=dag months=maanden
month=maand years=jaren year=jaar life=leven family=familie families=gezinnen deployed=ingezet
used=gebruikt steunouders=steunouders local=lokale national=landelijke combination=combinatie
functions=functies function=functie landed=geland cancelled=geannuleerd crucial=cruciaal
called=genoemd neighbours=buren interested=interesse interest=interesse pilot=pilot respite=respijt
lodging=logeer figure=cijfer number=aantal goal=doel goals=doelen main=belangrijkste
important=belangrijk new=nieuwe building=gebouw buildings=gebouwen land=grond homes=woningen
home=woning apartments=appartementen rent=huur income=inkomen water=water sewer=riool sewage=riool
levy=heffing levies=heffingen fee=tarief fees=tarieven rate=tarief rates=tarieven property=onroerend
costs=kosten deficit=tekort surplus=overschot shortage=tekort shortfall=tekort result=resultaat
results=resultaten effect=effect effects=effecten measures=maatregelen measure=maatregel plan=plan
plans=plannen policy=beleid agreement=akkoord agreements=akkoorden insurer=zorgverzekeraar
insurers=zorgverzekeraars hospital=ziekenhuis hospitals=ziekenhuizen waiting=wacht list=lijst
lists=lijsten time=tijd times=tijden ministry=ministerie minister=minister government=rijk
state=rijk law=wet act=wet rules=regels budget=begroting committee=commissie board=bestuur
association=vereniging organisation=organisatie organisations=organisaties organization=organisatie
organizations=organisaties company=bedrijf companies=bedrijven businesses=ondernemers
entrepreneurs=ondernemers shop=winkel shops=winkels centre=centrum center=centrum town=stad
city=stad village=dorp park=park green=groen trees=bomen tree=boom playground=speeltuin
playgrounds=speeltuinen maintenance=onderhoud road=weg cycling=fiets path=pad bridge=brug
parking=parkeren police=politie fire=brand crime=criminaliteit safe=veilig vaccination=vaccinatie
inhabitants=inwoners citizens=inwoners citizen=inwoner population=bevolking pensioners=ouderen
disabled=gehandicapten disability=beperking wheelchair=rolstoel dementia=dementie
addiction=verslaving drugs=drugs gambling=gokken crisis=crisis domestic=huiselijk violence=geweld
abuse=misbruik foster=pleeg adoption=adoptie babies=baby's baby=baby toddlers=peuters
students=leerlingen pupils=leerlingen teachers=leraren teacher=leraar lessons=lessen music=muziek
dance=dans swimming=zwem gym=gymzaal halls=zalen hall=zaal transport=vervoer bus=bus train=trein
electric=elektrische solar=zonne heat=warmte gas=gas emissions=uitstoot nitrogen=stikstof
recycling=recycling rubbish=afval garbage=afval reported=gemeld registered=geregistreerd
received=ontvangen paid=betaald planned=gepland expected=verwacht increased=gestegen
decreased=gedaald higher=hoger lower=lager first=eerste second=tweede third=derde fourth=vierde
quarter=kwartaal half=helft autumn=najaar spring=voorjaar winter=winter applications=aanvragen
application=aanvraag decision=besluit decisions=besluiten broker=makelaar lifestyle=leefstijl
structure=structuur planning=planning neighbourhoods=buurten pupils=leerlingen aims=doelen
achieve=bereiken achieved=bereikt improve=verbeteren improved=verbeterd improvement=verbetering
prevent=voorkomen prevented=voorkomen reduce=verminderen reduced=verminderd strengthen=versterken
strengthened=versterkt develop=ontwikkelen developed=ontwikkeld development=ontwikkeling
organise=organiseren organised=georganiseerd organized=georganiseerd organiser=organisator
provide=bieden provides=biedt offer=bieden offered=aangeboden offers=biedt delivered=geleverd
hired=ingehuurd appointed=aangesteld employed=aangesteld recruited=geworven launched=gestart
finished=afgerond completed=afgerond closed=gesloten opened=geopend moved=verhuisd built=gebouwd
renovated=gerenoveerd repaired=hersteld postponed=uitgesteld delayed=vertraagd delay=vertraging
moving=bewegen active=actief inactive=inactief fit=fit fitness=fitness groep=groep coach=coach
carnival=carnaval halloween=halloween bingo=bingo koffie=koffie coffee=koffie dinner=diner
lunch=lunch meal=maaltijd meals=maaltijden cooking=koken garden=tuin gardens=tuinen house=huis
neighbour=buur visit=bezoek visits=bezoeken visited=bezocht flyers=flyers leaflet=folder
leaflets=folders guide=gids brochure=brochure magazine=blad campaign=campagne message=bericht
subsidised=gesubsidieerd overview=overzicht attention=aandacht target=doel groups=groepen
mentor=mentor trainer=trainer trainers=trainers teacher=leraar psychologist=psycholoog
therapist=therapeut specialist=specialist manager=manager official=ambtenaar officials=ambtenaren
employee=medewerker ambassador=ambassadeur ambassadors=ambassadeurs coordinator=coordinator
coalition=coalitie alliance=alliantie cooperation=samenwerking collaboration=samenwerking
collaborate=samenwerken partnership=samenwerking stakeholders=partijen supplier=leverancier
suppliers=leveranciers advisory=advies advised=geadviseerd positive=positief negative=negatief
deadline=termijn duration=duur permanent=structureel temporary=tijdelijk structural=structureel
incidental=incidenteel additional=extra extra=extra remaining=resterende unspent=onbesteed
leftover=overschot savings=besparing saving=besparing loan=lening interest=rente debtors=debiteuren
investment=investering investments=investeringen depreciation=afschrijving assets=activa
equity=vermogen provision=voorziening provisions=voorzieningen contribution=bijdrage
contributions=bijdragen picture=beeld image=beeld wages=lonen salaries=salarissen pension=pensioen
insurance=verzekering repay=terugbetalen refund=terugbetalen worries=zorgen worry=zorgen
delivers=levert scheme=regeling nurses=verpleegkundigen external=extern internal=intern
hiring=inhuur hire=inhuur hires=inhuur pools=baden swim=zwemmen ticket=kaartje tickets=kaartjes
entry=toegang won=gewonnen wins=wint winner=winnaar winners=winnaars decide=besloten
decided=besloten decides=besluit vote=stemmen voted=gestemd votes=stemmen unanimously=unaniem
unanimous=unaniem event=evenement events=evenementen calendar=kalender environmental=omgeving
larger=groter tasks=taken task=taak homeless=daklozen homelessness=dakloosheid shelter=opvang
rents=huren rented=huur tenant=huurder tenants=huurders dwelling=woning dwellings=woningen
construction=bouw transition=transitie insulation=isolatie appliances=witgoed appliance=witgoed
electricity=elektriciteit grid=elektriciteitsnet sustainability=duurzaamheid sewerage=riolering
household=huishouden households=huishoudens burglaries=inbraken burglary=inbraak nuisance=overlast
vacancy=leegstand vacant=leegstaand vacancies=vacatures libraries=bibliotheken primary=basis
secondary=voortgezet childcare=kinderopvang toddler=peuter language=taal reading=lezen
literacy=geletterdheid volunteering=vrijwilligerswerk community=buurt communities=gemeenschappen
allowance=toeslag transfer=overheveling amendment=wijziging amendments=wijzigingen concern=betreft
concerns=betreft area=gebied areas=gebieden risks=risicos tariff=tarief tariffs=tarieven
charge=heffing charges=heffingen tourist=toeristen permit=vergunning permits=vergunningen
passport=paspoort passports=paspoorten complaint=klacht complaints=klachten objection=bezwaar
objections=bezwaren appeal=beroep survey=enquete questionnaire=vragenlijst satisfied=tevreden
satisfaction=tevredenheid average=gemiddeld evening=avond evenings=avonden morning=ochtend
afternoon=middag weeks=weken monthly=maandelijks daily=dagelijks hour=uur hours=uren class=les
classes=lessen workshop=workshop session=sessie sessions=sessies lend=uitleen borrowed=geleend
speaker=spreker hosts=gastheren alderwoman=wethouder councillor=raadslid councillors=raadsleden
clerk=griffier servants=ambtenaren municipal=gemeentelijk tender=aanbesteding invoice=factuur
cancel=afgelast successful=geslaagd successfully=geslaagd failed=mislukt missed=gemist
outcome=uitkomst outcomes=uitkomsten youngsters=jongeren teenagers=jongeren teens=jongeren
men=mannen women=vrouwen woman=vrouw girls=meisjes boys=jongens physical=lichamelijke
disadvantage=achterstand disadvantages=achterstanden inequality=ongelijkheid
inequalities=ongelijkheden reducing=terugdringen tackling=aanpak fighting=bestrijden
promoting=bevorderen supporting=ondersteunen organising=organiseren organizing=organiseren
running=uitvoeren leading=leiden hosting=organiseren attending=bezoeken exercising=bewegen
visiting=bezoeken helping=helpen preventing=voorkomen early=vroeg detection=signalering route=route
updated=geactualiseerd update=actualisatie
spread=verspreid distributed=verspreid physio=fysiotherapie collective=collectief gap=achterstand
gaps=achterstanden spot=plek stay=verblijf overnight=logeer ended=gestopt stopped=gestopt
attended=deelgenomen members=leden member=lid kids=kinderen obese=obesitas breakfast=ontbijt
canteen=kantine booklet=gids guides=gidsen resilience=veerkracht buddy=maatje buddies=maatjes
signalling=signalering financial=financieel corporation=corporatie landlord=verhuurder
practice=praktijk practices=praktijken pharmacy=apotheek midwives=verloskundigen
midwife=verloskundige patients=patienten patient=patient treatment=behandeling targets=doelen
objective=doelstelling objectives=doelstellingen period=periode contract=contract
procurement=aanbesteding recruitment=werving absence=verzuim loans=leningen research=onderzoek
study=onderzoek evaluation=evaluatie trial=proef proposal=voorstel proposals=voorstellen
parties=partijen covenant=convenant vision=visie strategy=strategie approach=aanpak method=methode
methodology=methodiek tool=instrument knowledge=kennis trained=geschoold schooling=scholing
daycare=kinderopvang market=markt noise=geluid heating=warmte sustainable=duurzaam nature=natuur
litter=zwerfafval cleaning=schoonmaak lighting=verlichting run=uitgevoerd runs=uitgevoerd led=geleid
leads=leidt written=geschreven saved=bespaard mouth=mond teeth=tanden sleep=slaap loneliest=eenzaam
isolated=eenzaam neighborhoods=buurten streets=straten houses=huizen migrants=migranten
newcomers=nieuwkomers integration=inburgering churches=kerken church=kerk farmers=boeren
tourism=toerisme tourists=toeristen discount=korting purchase=aankoop purchases=aankopen
equipment=materiaal field=veld fields=velden gymnastics=gymnastiek dancing=dansen singing=zingen
painting=schilderen paintings=schilderijen film=film festival=festival festivals=festivals
neighbourly=buurt elderlies=ouderen grandparents=ouderen supporter=ondersteuner helpers=helpers
coordinators=coordinatoren leaders=leiders managers=managers employer=werkgever employers=werkgevers
worker=werker workers=werkers pensioner=oudere overweights=overgewicht drinking=alcohol vaping=vapen
smoke=roken stress=stress depression=depressie suicide=suicide psychologists=psychologen
counsellor=consulent counsellors=consulenten consultant=consulent consultants=consulenten
overspend=overschrijding overspent=overschreden passes=passen pass=pas
"""


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for group in GROUPS.strip().splitlines():
        members = tuple(dict.fromkeys(stem(fold(word)) for word in group.split()))
        for member in members:
            table[member] = tuple(dict.fromkeys((*table.get(member, ()), *members)))
    return table


@cache
def _translations() -> Mapping[str, str]:
    pairs = (pair.split("=") for pair in _ENGLISH.split())
    return {english: fold(dutch) for english, dutch in pairs}


def synonyms(root: str) -> tuple[str, ...]:
    """Return the stems that mean the same as ``root``, itself left out.

    >>> "aangeschaft" in synonyms(stem("gekocht"))
    True
    """
    return tuple(other for other in _table().get(root, ()) if other != root)


def in_dutch(word: str) -> str | None:
    """Return the Dutch word for an English word of this field, or None.

    >>> in_dutch("loneliness")
    'eenzaamheid'
    """
    return _translations().get(word)
