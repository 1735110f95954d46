"""One address for each type of page and each of its states; tests of all pages go through this list.

A new type of page joins by one line, in German; the same address under /en is its English form.
"""

from __future__ import annotations

SHORTLIST = "/merkliste?id=zwoenitz-erzmobil&id=cottbus-cloudio&id=dipas"

PAGES = (
    "/",
    "/suche?q=Bus+auf+dem+Dorf",
    "/suche?q=app&feld=mobilitaet&land=bayern",
    "/suche?q=Sensor&ort=14521590&nahe=100&ansicht=karte",
    "/suche?q=xqzvbn",
    "/suche?q=Weserf%C3%A4hre&land=bayern",
    "/massnahmen/zwoenitz-erzmobil",
    "/massnahmen/cottbus-cloudio",
    "/projekte",
    "/projekte/hamburg-leipzig-muenchen",
    "/kommunen",
    "/kommunen?einwohner=6000&art=kleinstadt&land=sachsen",
    "/kommunen?ort=lichtenau",
    "/kommunen/zwoenitz",
    "/kommunen/14521590-stollberg-erzgeb",
    "/kommunen/14521-erzgebirgskreis",
    "/bedarf",
    "/bedarf/rufbus",
    "/bedarf/beteiligung",
    "/themen",
    "/themen/mobilitaet",
    "/ueberblick",
    "/loesungen",
    "/loesungen/smart-village-app",
    "/loesungen/vergleich?id=dipas&id=consul-democracy&id=gibt-es-nicht",
    "/loesungen/smart-village-app/uebernahme",
    "/loesungen/dipas/pruefung?geodaten=ja&it=niemand&groesse=ab-100000",
    "/loesungen?feld=gesundheit-pflege&art=drohne",
    "/transfers",
    "/roadmap",
    "/roadmap/d-betreibermodell",
    "/roadmap/selbsttest",
    "/roadmap/selbsttest?p1-problemraum-loesungsraum=ja",
    "/wissen",
    "/wissen/formate",
    "/wissen/leitfaeden/verstetigung-planungsaufgabe",
    "/ziele",
    "/ziele/nahverkehr",
    "/programm",
    "/neues?art=solution",
    "/daten/downloads",
    "/ausgaben",
    "/merkliste",
    f"{SHORTLIST}&id=gibt-es-nicht&q=bus",
    "/api/",
    "/hilfe",
    "/ueber",
    "/barrierefreiheit",
    "/datenschutz",
    "/impressum",
    "/uebersicht",
    "/gibt-es-nicht",
)
IN_BOTH_LANGUAGES = tuple(f"{root}{page}" for page in PAGES for root in ("", "/en"))
