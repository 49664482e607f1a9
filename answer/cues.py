"""The turns of phrase that tell what a question asks for, Dutch and English."""

import re

from answer.frame import Ask
from answer.patterns import any_of

ABOUT = any_of(
    r"^\W*(hallo|hoi|hey|hi|hello|goede\w*(morgen|middag|avond|dag)|dag|help|bedankt|dank\w*|"
    r"thanks)\b[\s\w]{0,12}\W*$",
    r"\bwat (kun|kan|doe) (je|jij|u|deze|dit)( (allemaal|hier|zoal|eigenlijk|precies|voor \w+|"
    r"doen))*"
    r"\W*$",
    r"\bwie (ben|bent) (je|jij|u)\b",
    r"\bwhat can you do\b|\bwho are you\b|\bhow do(es)? (you|this) work\b",
    r"\bhoe werk(t|en)? (dit|je|jij|u|deze)\b",
    r"\b(welke|wat voor) (rapporten|verslagen|documenten|stukken|bronnen|rapportages)\b.{0,30}"
    r"(kun|kunt|kan|zijn|heb|hebt|heeft|ken|kent|er|doorzoek|staan|zitten|lees)",
    r"\bwhich (reports|documents|sources)\b",
    r"\bwat (weet|weten) (je|jij|u)\b",
    r"\b(ben|bent|are) (je|jij|u|you)\b.{0,25}\b(robot|mens|ai|computer|human|betrouwbaar|"
    r"reliable)\b",
    r"\bverzin(t|nen)? (je|jij|u)\b|\bdo you make\b|\bwaar (haal|haalt) (je|jij|u)\b|"
    r"\bhoe (kom|komt) (je|jij|u) aan\b",
    r"\bkan ik (je|jou|u|dit) vertrouwen\b|\bgebruik(t)? (je|jij|u) (ai|chatgpt|internet)\b",
)
CLAIM = any_of(
    r"\bklopt\b|\bkloppen\b|\bis (het|dat) (waar|juist|zo|correct)\b|\bwaar of niet\b",
    r"\b(correct|toch|h[eè]|nietwaar|niet waar|of niet|of wel|right)\s*\?*\s*$|\btoch\b",
    r"\bis (it|this|that) (true|correct|right|so)\b|\bdid .* really\b",
    r"^\W*(en |maar )?(staat|zegt|stelt|meldt|vermeldt|schrijft|beweert)\b[^?!;:]{0,60}?\bdat\b"
    r"|^\W*does\b.{0,40}\b(say|state|mention|claim) that\b",
)
ORDER = any_of(r"\b(noem|geef|toon|laat|vertel|som|lijst|list|show|give|tel|rangschik|sorteer)\b")
QUESTION_WORD = any_of(
    r"\b(hoeveel|hoeveelste|wat|wie|waar\w*|wanneer|hoe|welke?|hoezo|how|what|who|where|when|why|"
    r"which)\b"
)
AMOUNT = any_of(
    r"\bwat is er\b.{0,40}\bnaar\b.{1,40}\b(gegaan|toegegaan|toe gegaan)\b",
    r"\bwat (is|was|werd) er\b.{1,80}\b(bij elkaar|in totaal|samen|opgeteld)\b.{0,20}"
    r"\b(ingezet|besteed|uitgegeven|uitgetrokken)\b",
    r"\b(wat|hoeveel) (kwam|komt|kwamen|komen) er\b.{0,20}\b(binnen|bij)\b|"
    r"\bwat (is|was|werd) er\b.{1,60}\bvoor\b.{1,40}\b(ingezet|bestemd)\b",
    r"\b(wat|hoeveel) (zijn|is|waren|was|ben) \w+\b.{0,40}\bkwijt\b",
    r"\bwat (is|was|werd) er (alles bij elkaar|bij elkaar|in totaal|samen|opgeteld) \w+",
    r"\b(voor|aan) neergelegd\b",
    r"\bhoeveel (\w+[- ])?(geld|euro'?s?|budget|subsidie|middelen|kost\w*|uitgaven)\b",
    r"\bging\b.{0,40}\bin zitten\b",
    r"\bhoeveel\b.{0,60}\b(uitgegeven|besteed|gekost|ingezet|betaald|uitgetrokken|gereserveerd|"
    r"vrijgemaakt|ge[iï]nvesteerd|begroot|geraamd|gerealiseerd|ontvangen|gekregen|beschikbaar|"
    r"toegekend)\b",
    r"\bhoeveel\b.{0,60}\b(terug)?(betalen|betaald|storten|gestort|uitgeven|besteden|investeren)\b",
    r"\bhoeveel\b.{0,60}\bterug(ge)?vorder\w+",
    r"\bhoeveel (daarvan|hiervan|ervan) (ging|gaat|gingen) (er )?(naar|aan)\b",
    r"\bhoeveel (ging|gaat|gaan|gingen|kreeg|krijgt|kregen|kost\w*|ontving\w*|betaal\w*|besteed\w*|"
    r"geeft|gaf|kwam|zat|zit|stond|was|is er (naar|voor|aan|in))\b",
    r"\bwat\b.{0,120}\b(gekost|uitgegeven|besteed|betaald|betaalt|begroot|geraamd|gerealiseerd|"
    r"neergeteld|uitgekeerd|gespendeerd|opgehoest|bekostigd)\b",
    r"\bwat (kost\w*|kreeg|krijgt|kregen|verdien\w*|betaal\w*)\b",
    r"\b(ge)?optel\w*\b|\bkom(en)? (ik|we|je|u)\b.{0,20}\buit\b|\brekensom\w*|\boptelsom\b",
    r"\b(bij elkaar|samen|opgeteld)\b.{0,12}\bwat (is|wordt|maakt|geeft) (dat|het|dit)\b|"
    r"\bwat krijg(en|t)? (die|ze|zij|hij|dat)\b",
    r"\bwat (is|was|werd|wordt|kwam)\b.{0,60}\b(bestemd|uitgetrokken)\b|"
    r"\bwelke (middelen|gelden|bedragen)\b.{0,80}\b(ingezet|besteed|beschikbaar|uitgegeven)\b",
    r"\bwat (ging|gaat|gingen|is gegaan)\b.{0,20}\bnaar\b|\bkwijt (aan|voor)\b|"
    r"\bbedr(aagt|oeg|oegen)\b|"
    r"\bhoeveel\b.{0,20}\bkwijt\b|\bput into\b",
    r"\bhoeveel (hoger|lager|duurder|goedkoper)\b",
    r"\bstand\b.{0,20}\b(reserve|voorziening|lening|schuld)\w*",
    r"\bhoe (duur|hoog)\b|\b(bedrag\w*|budget\w*|prijs|kosten|kostte\w*|som|totaalsom|"
    r"kostenplaatje)\b",
    r"\bwat (is|was|waren|wordt|zijn) er (?:in \d{4} )?(vrijgemaakt|uitgetrokken|gereserveerd|"
    r"beschikbaar|ingezet|toegekend|uitgegeven|besteed)\b|"
    r"\bwat (is|was) .{0,40}(beschikbaar|vrijgemaakt|gereserveerd)\b",
    r"\bwat (is|zijn|was|waren)\b.{0,80}\b\w*(kosten|opbrengst(en)?|budget|krediet|bijdrage|"
    r"inkomsten|"
    r"uitgaven|tarief|tekort|overschot|prijs|heffing)\b",
    r"\bwelke \S*bijdrage\b|\bgeld (voor|naar)\b|\buitgaven\b|"
    r"\b(baten|lasten|inkomsten|opbrengst(en)?|saldo|begroot|geraamd|raming|"
    r"realisatie|gerealiseerd|aangevraagd|verleend|"
    r"toegekend)\b|\btota(al|le)\b|\btotal\b",
    r"\bwhat (did|does|do)\b.{1,60}\b(get|receive|cost)\b(?! to\b)|"
    r"\bhow much\b|\b(amount|cost|costs|budget|price|spent|funding|expenses|revenues?)\b",
    r"\beuro'?s?\b|€|\btotaalbedrag\b|\b(draag|droeg|dragen)\w*\b.*\bbij\b",
    r"\bwat\b.{0,40}\b(vrijgemaakt|uitgetrokken|gereserveerd|toegekend|besteed|uitgegeven)\b",
)
LEFT_OVER = any_of(
    # "Over" means "about" before a name: "de brief over Twentse Koers".
    r"\b(?:hiel\w*|houd\w*|bleef|blijft|bleven|nog|er|geld)\b.{0,60}\bover\b"
    r"(?=\W*$|\s+(?:van|vd|v/d|op|bij|in|uit|voor|na|aan)\b)",
    r"\bover\s?gehouden\b|\bovergebleven\b|\bresteert\b|\bresteerde\b|\brestant\b|\bleft over\b",
    r"\bonderbesteding\b|\bonderuitputting\b|\bniet (?:besteed|uitgegeven|opgemaakt)\b",
)
OVERRUN = any_of(
    r"\boverschr[ei]\w+|\boverspen[dt]\w*|\bover budget\b",
    r"\bmeer (?:uitgegeven|besteed|gekost|kwijt)\b.{0,40}\b(?:begroot|budget|gepland|geraamd)",
)
MONEY_WORD = any_of(r"\b(geld|money|besteed|besteding|bestedingen|uitgegeven|spent)\b")
SIZE = any_of(r"\b(hoe|how) (groot|klein|lang|kort|oud|jong|ver|breed|long|large|small|big|old)\b")
OFTEN = any_of(r"\bhoe (vaak|dikwijls)\b|\bhow often\b")
OWN_VIEW = any_of(
    r"\b(ben|bent|vind|vindt|denk|denkt|zou|zoudt) (jij|je|u)\b.{0,60}\b(eens|terecht|goed|slecht|"
    r"genoeg|verstandig|nodig|zelf|kiezen|doen)\b",
    r"\bwat (vind|vindt|denk|denkt|adviseer|adviseert|raad|raadt) (jij|je|u)\b|"
    r"\b(jouw|uw) (mening|advies)\b",
    r"\b(do|would) you (think|agree|prefer|recommend|advise)\b|\byour (opinion|advice)\b",
)
"""Asks for the view of the tool itself, which has none."""
THEIR_VIEW = any_of(
    r"^\W*(en |maar |and )?(vindt?|vond|vonden|meent|menen|denkt|denken|"
    r"(do|does|did) .{2,30} think)\b"
)
"""Asks what somebody thinks of it: no amount, and answered only where the report tells it."""
OF_THAT = any_of(r"\b(daarvan|hiervan|ervan|van (hen|hun|die|deze)|of (that|those|them))\b")
"""Asks of what went before."""
HOW_USED = any_of(
    r"^\W*(en )?(hoe|how) (is|zijn|was|waren|werd|werden|wordt|worden|are|were)\b(?! (duur|hoog|"
    r"groot))"
)
NUMBER = any_of(
    r"\bhoeveel\b|\baantal(len)?\b|\bhow many\b|\bnumber of\b|\bpercentage\b|\bprocent\b|"
    r"\bpercent\b",
    r"\bhoe (groot|klein|lang|kort|oud|jong|ver|breed|veel)\b|\bwelk (deel|aandeel)\b|"
    r"\bhow (often|long|large|big|old)\b",
)
PERCENT = any_of(r"\bprocent\w*\b|\bpercent\w*\b|%")
PART_OF = any_of(
    r"\bwelk (deel|aandeel)\b|\bwhat (share|part|fraction)\b|"
    r"\bhoe groot (is|was) het (deel|aandeel)\b"
)
DATE = any_of(
    r"\bwanneer\b|\bwhen\b|\b(in|uit|vanaf|sinds|voor|van|tot|by|in|from) (welke?|what|"
    r"which) (jaar|"
    r"jaren|maand|maanden|kwartaal|periode|years?|months?)\b|\bwelke? (jaar|jaren|kwartaal)\b|"
    r"\bwelke (datum|maand|dag|dagen|"
    r"periode)\b",
    r"\bop welke (dag|datum)\b|\b(what|which) (date|days?|year)\b|\b\w*datum\b|\bgedateerd\b|"
    r"\bsinds wanneer\b",
    r"\bhoe laat\b|\b\w*ge\w+ (in|op)\s*\?\s*$",
)
PERSON = any_of(r"\bwie(ns)?\b|\bwho(se|m)?\b|\bdoor welke (organisatie|partij|persoon)\b")
PLACE = any_of(
    r"\bwaar\b(?! (ging|gaat|gingen|is|was) (dat|het|die) \w* ?(aan|voor|over)\b)(?!.*\b(aan|voor|"
    r"over|uit|naar) (besteed|uitgegeven|ingezet)\b)",
    r"\bwhere\b|\b(in|op|bij) welke? (wijk|buurt|straat|plaats|school|locatie|stad|dorp|plek|"
    r"gebouw)\b",
    r"\bwelke (wijk|buurt|straat|locatie)\b",
)
REASON = any_of(
    r"\bwaarom\b|\bwhy\b|\bhoe komt\b|\bhoe kwam\b|\bhoezo\b|"
    r"\bwat (is|was) de (\w+e )?(reden|oorzaak|aanleiding)\b|\bwaardoor\b|\boorzaak\b|"
    r"\breden(en)?\b"
)
DEFINITION = any_of(
    r"\bwat (is|zijn|was|waren|betekent|betekenen|houdt|houden|doet|doen|wordt bedoeld)\b|"
    r"\bwaar staat .* voor\b",
    r"\b(vertel|iets|info|informatie|uitleg|meer) over\b|\bwat staat er over\b|\btell me about\b",
    r"\bwat moet (ik|je|men) (me|mij|zich)\b.{0,60}\bvoorstellen\b",
    r"\bvoluit\b|\bwaarvoor (dient|staat)\b|\bwat voor\b|\bbetekenis\b|\bwhat (is|are|does)\b|"
    r"\bafkorting\b|\b(omschrijving|definitie|uitleg) van\b",
)
GOAL = any_of(
    r"\bwaarvoor (dient|dienen|is|zijn|was)\b|\bwat is (het|de) (doel|nut|bedoeling|ambitie)\b|"
    r"^\W*(het )?(doel(en|stelling(en)?)?|ambities?)\b|\bdoel(en)? van\b|"
    r"\bwaartoe\b|\bwaar (is|zijn) .* (goed|bedoeld) voor\b|\bpurpose\b|"
    r"\b(goal|aim|ambition)\b|\bbeoogd\w*\b|\bambities?\b|"
    r"\bwat (wil|willen|wilde|wilden|hoopt|hopen)\b.{0,40}\b(bereiken|met|doen)\b"
)
NAME = any_of(
    r"^\W*(de )?(naam|namen)\b|\bnamen van\b|\bnames of\b",
    r"\bhoe (heet|heten|heette|heetten)\b|\b(welke|de|onder welke) (naam|titel)\b|"
    r"\b(naam|titel) van\b|\bhoe (is|wordt|werd) .* genoemd\b|\bcalled\b|\bname of\b|\btitle of\b",
)
MANNER = any_of(r"\bhoe\b|\bop welke (manier|wijze)\b|\bhow\b")
LIST = any_of(
    r"\b(noem|opsomming|lijst|lijstje|list|name (the|all))\b|\bwat voor \S+(en|s)\b",
    r"\bwaaruit best\w+|\buit (welke|wat)\b.*\bbest(aat|aan|ond|onden)\b",
    r"\bwaaraan\b|\bwelke zijn dat\b|\bwhat (activities|themes|items|actions)\b",
)
PURPOSE = any_of(
    r"\bwelke (?:\w+ )?(?:posten|regels|onderdelen|projecten)\b"
    r"(?!.*\b(?:dan|boven|onder|beneden|tussen|minstens|minimaal|vanaf)\b)",
    r"\bwat (?:is|werd|wordt|was) (?:er )?(?:daar|er|hier)?(?:van|mee)\b.{0,12}"
    r"\b(?:betaald|gekocht|gedaan|gefinancierd|bekostigd)\b",
    r"\bwaarvoor\b|\bwaaraan\b|\bwaar (was|is|ging|gaat|werd|zijn|gingen) .*(voor|aan|naar|heen|"
    r"naartoe)\b|\bwaar (was|is|ging|gaat|werd) (dat|het|die)\b|\bwhat .* for\b|\bwelke? (post|"
    r"regel|onderdeel|project)\b|\bwat is (er )?(met|voor)\b|\bwie kreeg\b|\bwhich (item|line|"
    r"project)\b|\bbestemd\b|\bbedoeld\b",
)
TEXT_ASKS: tuple[tuple[Ask, re.Pattern[str]], ...] = (
    (Ask.REASON, REASON),
    (Ask.DATE, DATE),
    (Ask.NAME, NAME),
    (Ask.LIST, LIST),
    (Ask.GOAL, GOAL),
    (Ask.PERSON, PERSON),
    (Ask.DEFINITION, DEFINITION),
    (Ask.PLACE, PLACE),
    (Ask.MANNER, MANNER),
)
"""Tried in this order once money and numbers are ruled out."""
YES_NO = any_of(
    r"^\W*(en |ook )?[^\W\d]+(en|t) (ze|zij|hij|die|dat|er|het|jullie|u|we|they|it)\b",
    r"^\W*(en |ook )?(is|zijn|was|waren|heeft|hebben|had|kreeg|krijgt|werd|werden|wordt|worden|"
    r"gaat|gaan|ging|kan|kun|kunnen|mag|moet|doet|doen|deed|komt|kwam|staat|bestaat|vindt?|vond|"
    r"vonden|meent|denkt|does|do|"
    r"did|are|has|have|can)\b",
)
