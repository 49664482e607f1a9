"""The turns of phrase that tell what is to be done with amounts, Dutch and English."""

import re
from collections.abc import Mapping

from answer.answer import Operation
from answer.patterns import any_of

TOP_OF = any_of(r"\btop[\s-]?\d")
WENT_MORE = any_of(
    r"\b(meer|minder) (geld )?(ingezet|besteed|uitgegeven)\b",
    r"\b(hoger|groter|larger|higher)\b.{0,40}\b(inzet|bijdrage|subsidie|bedrag|contribution|grant)\b",
    r"\b(ging|gaat|gingen|kreeg|krijgt|kregen|kostte|kostten)\b.{0,20}\b(meer|minder|meeste?|minste?)\b",
)
RISES = any_of(
    r"\b(hoeveel|how much)\b.{0,12}\b(stijgt|stijgen|steeg|stegen|daalt|dalen|daalde|daalden|"
    r"groeit|groeien|groeide|groeiden|rises?|rose|increased?|decreased?)\b",
    r"\bhoeveel\b.{0,60}\b(gestegen|gedaald|gegroeid|omhoog|omlaag)\b",
)
"""Asks by how much something changed: what it came to is no answer."""
WHOLE = any_of(
    r"\b(in )?totaa?le?\b|\boptel\w*\b|\brekensom\w*|\berbij\b|\bsamen\b|"
    r"\bbij elkaar\b|\bbijelkaar\b|\balles\b|\bopgeteld\b|\badd(ed)? up\b|"
    r"\btezamen\b|\bgezamenlijke?\b|\btotaalbedrag\b|\bin total\b|\btotal\b|\bcombined\b|"
    r"\btogether\b|\boverall\b|\btel\b.*\bop\b|\balle \w+ (onderdelen|posten|thema|regels)|"
    r"\ball (parts|items|themes)\b"
)
AROUND = any_of(
    r"\b(?:hele|gehele|whole|entire) (?:paragraaf|thema|hoofdstuk|sectie|section|theme|chapter)\b",
    r"\b(?:paragraaf|thema|hoofdstuk|sectie|section|theme) "
    r"(?:als geheel|in zijn geheel|in het geheel|as a whole|in full)\b",
)
ORDERED = any_of(
    r"\b(rangschik\w*|sorteer\w*|(aflopende|oplopende) volgorde|van (hoog|groot|veel) naar \w+|"
    r"van (laag|klein|weinig) naar \w+|(op|in) volgorde van|ranked?|"
    r"in (descending|ascending) order)\b"
)
RISING = any_of(r"\boplopende? volgorde\b|\bvan (laag|klein|weinig) naar\b|\bascending\b")
DIFFERENCE = any_of(
    r"\b(meer|minder|more|less)\b.{1,60}\b(dan|than)\b",
    r"\b(baten|inkomsten|opbrengsten|income|revenues?)\b.{0,8}\b(min|minus)\b.{0,8}"
    r"\b(lasten|uitgaven|kosten|expenses|costs)\b",
    r"\b(hoeveel|how much|how far)\b.{0,12}\b(ligt|lag|liggen|lagen|is|was)\b.{1,80}"
    r"\b(boven|onder|above|below) (de|het|the)\b",
    r"\bhoeveel\b.{0,30}\b(komt|kwam|gaat|ging) er\b.{0,20}\b\d{4}\b.{1,12}\b\d{4}\b.{0,12}"
    r"\b(bij|af|omhoog|omlaag)\b",
    r"\b(vergeleken met|ten opzichte van|compared (to|with))\b|^\W*verschil\b|"
    r"\b(het|wat|welk|groot|qua) verschil\b|\bverschil (tussen|met|is|was)\b|\bverschil(t|"
    r"d?en)\b.{0,40}\b(dan|met|van|tussen)\b|\bscheel\w*\b|\b(meer|minder|hoger|lager|groter|"
    r"kleiner|duurder|korter|langer|goedkoper) dan\b|\bzit (daar|er)( dan| nu| nog)? ?tussen\b|"
    r"\bdifference\b|\b(more|less|higher|lower) than\b",
)
MAX = any_of(
    r"\b(ging|gaat|gingen|kreeg|kregen|kostte|was|is|werd|did)\b.{0,20}\b(meer|more)\b.{1,80}\b(of|or)\b",
    r"\b(of|or)\b.{1,40}\b(wie|wat|welke?|who|which|what)\b.{0,20}\b(meer|more)\b",
    r"\b(wie|wat|welke?|who|which|what)\b.{0,25}\b(meer|more)\b.{0,30}(:|,| of | or )|"
    r"\b(wie|wat|welke?|who|which|what)\b.{0,30}\b(hoger|groter|duurder|larger|higher|bigger|greater)"
    r"\b(?! (dan|than)\b).{1,80}(:|\b(of|or)\b)|"
    r"\bmaxim(aal|ale|um)\b|\b(het |de )?(aller)?(meeste?|grootste|hoogste|duurste)\b|\bmost\b|"
    r"\b(largest|highest|biggest)\b",
)
MIN = any_of(
    r"\b(ging|gaat|gingen|kreeg|kregen|kostte|was|is|werd|did)\b.{0,20}\b(minder|less)\b.{1,80}\b(of|or)\b",
    r"\b(of|or)\b.{1,40}\b(wie|wat|welke?|who|which|what)\b.{0,20}\b(minder|less)\b",
    r"\bminim(aal|ale|um)\b|\bhoe klein\b|\b(aller)?(minste?|kleinste|laagste|goedkoopste)\b|"
    r"\bleast\b|\b(smallest|lowest)\b",
)
LIMIT = any_of(r"\b(minimaal|maximaal|minimum|maximum|ten ?minste)\b")
SHARE = any_of(
    r"(\bprocent|\bpercentage|\bpercent|%) (van|of) (het|t|'t|de|the) "
    r"(totaal|totale|total|geheel|whole)\b",
    r"\b(welk|hoeveel|wat voor|hoe groot) (deel|percentage|procent|aandeel)\b.{0,80}\b(budget|geld|"
    r"bedrag|middelen|kosten|uitgaven|totaal|totale|inzet|uitgegeven|besteed)\b",
    r"\bwhat (share|percentage|part) of\b.*\b(budget|money|amount|total|spending)\b",
)
PARTS = any_of(
    r"\b(\w*post|\w*posten|taakveld|taakvelden|regel|regels|onderdeel|onderdelen|thema|thema'?s|project|programma|item|items|"
    r"line|paragraaf|hoofdstuk|themes?|parts?)\b"
)
OPERATIONS: Mapping[Operation, re.Pattern[str]] = {
    Operation.DIFFERENCE: DIFFERENCE,
    Operation.MAX: MAX,
    Operation.MIN: MIN,
}
