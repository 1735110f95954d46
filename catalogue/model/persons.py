"""What gives away that a name or an address is a person's: no private data stand in the catalogue, only offices.

There is no list of surnames. A name is a person's if a title, a usual given name or an initial stands before another name; it may be
one, if it is two or three names alone, without any word for an office. An address is a person's if a part of it is a given name, or
if no part is a word for an office; an initial is none. What this does not see: a surname alone that is a word (`koch`,
as the name of an office `Büro Koch`), and a given name alone that is not on the list, of two or three letters. Who errs on the safe
side leaves out the address and names the page of the office.
"""

from __future__ import annotations

import re

OFFICES = re.compile(
    r".*(?:info|kontakt|contact|smart|city|stadt|staedt|digital|projekt|project|service|rathaus|gemeinde|kommun|team|mail|office|buero"
    r"|presse|daten|support|hilfe|dialog|verwaltung|region|innovation|labor|plattform|portal|mobil|klima|umwelt|energie|community"
    r"|verein|zukunft|koordination|leitung|vergabe|beteiligung|sekretariat|referat|dezernat|fachbereich|abteilung|zentral|zentrum"
    r"|center|agentur|stiftung|verband|wirtschaft|wissen|bildung|schul|kultur|touris|verkehr|wasser|abfall|stadtwerk|bauhof|forum"
    r"|museum|biblio|akademie|redaktion|webmaster|anfrage|feedback|news|geschaeft|vorstand|foerder|sicher|security|entwicklung"
    r"|gemeinschaft|government|initiative|stelle|dienst|genossen|landrat|stadtrat|vertrieb|sales|marketing|kommunikation|quartier|gesund|sozial|jugend|senior|buerger|planung|opensource|netzwerk|kreis).*"
    r"|.*amt|(?:hoch|tief)?bau|werke?|haus|land|bund|ort|hub|pilot|code|netz|open"
    r"|post|data|hallo|hello|moin|lab|app|geo|gis|it|iot|lorawan|mpsc|admin|git|dev|web|vhs|ref|[a-z]{2,3}|[a-z]{0,3}\d+"
)
"""Parts of an address that belong to an office. Two or three letters alone are an abbreviation."""

TITLES = re.compile(r"\b(?:Herrn?|Frau|Dr\.|Prof\.|Dipl\.)(?!\w)")

GIVEN_NAMES = """
Achim Albert Alexander Alexandra Alfred Ali Alina Andrea Andreas Andrej André Angela Angelika Anita Anja
Anke Ann Anna Anne Annette Annika Antje Anton Armin Arne Astrid August Axel Barbara Bastian Beate Ben
Benedikt Benjamin Bernd Bernhard Bettina Birgit Björn Bodo Boris Britta Burkhard Carina Carla Carmen Carolin
Caroline Carsten Charlotte Christa Christian Christiane Christin Christina Christine Christof Christoph
Christopher Clara Claudia Claus Constanze Cornelia Corinna Dagmar Daniel Daniela David Denise Dennis Detlef
Dieter Dietmar Dirk Dominik Dorothea Edgar Elena Eleonore Elisabeth Elke Ellen Emma Erich Erik Ernst Eva
Fabian Fatma Felix Florian Frank Franz Franziska Frauke Friederike Friedrich Fritz Gabriele Georg Gerd
Gerhard Gerlinde Gert Gisela Gregor Gudrun Guido Günter Günther Hanna Hannah Hannes Hans Harald Hartmut
Heide Heidi Heike Heiko Heiner Heinrich Heinz Helena Helga Helmut Hendrik Henning Henrik Herbert Hermann
Holger Horst Hubert Ilka Ilona Imke Ines Inga Inge Ingo Ingrid Irene Iris Jakob Jan Jana Janina Janine
Jasmin Jens Jessica Joachim Jochen Johann Johanna Johannes Jonas Jonathan Jörg Josef Julia Julian Juliane
Jürgen Jutta Kai Karin Karl Karla Karsten Katharina Kathrin Katja Katrin Kerstin Kevin Kim Kirsten Klaus
Klara Konrad Konstantin Kristin Kristina Kurt Lara Laura Lars Lea Lena Leon Leonie Lisa Lothar Louisa Luca
Ludwig Luisa Lukas Lutz Maik Maike Manfred Manuel Manuela Marc Marcel Marco Marcus Maren Margarete Maria
Marianne Marie Marina Mario Marion Markus Marlene Martin Martina Mathias Matthias Max Maximilian Mehmet
Meike Melanie Michael Michaela Miriam Mohammed Monika Monica Moritz Murat Nadine Nadja Natalie Nicole Niklas
Nils Nina Norbert Olaf Oliver Oskar Otto Pascal Patricia Patrick Paul Paula Peter Petra Philip Philipp Pia
Rainer Ralf Ralph Ramona Raphael Rebecca Regina Reiner Reinhard Renate Rene René Richard Rita Robert Roland
Rolf Roman Ronald Rosemarie Rudolf Ruth Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian Silke
Silvia Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Susanne Sven Svenja
Sylvia Tanja Tatjana Theo Theresa Thomas Thorsten Tim Timo Tina Tobias Tom Torben Torsten Udo Ulf Ulrich
Ulrike Ursula Ute Uwe Vanessa Vera Verena Veronika Viktor Viktoria Volker Walter Werner Wilhelm Wiebke
Wolfgang Yasmin Yvonne
"""

SURNAMES = re.compile(
    r"schul(?:z|t|zt?e)\w*|.*mann|stadt?l(?:er|ers)|kreis(?:el|ler|er)\w*|wasser(?:meier|fall)|bauer|energie?r"
)
"""Surnames that hold a word for an office."""

GIVEN = "|".join(GIVEN_NAMES.split())
WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "é": "e"})
GIVEN_IN_ADDRESSES = frozenset(name.lower().translate(WITHOUT_UMLAUTS) for name in GIVEN_NAMES.split())

NAME = r"[A-ZÄÖÜ][a-zäöüßéèçğş]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"

PERSON = re.compile(
    rf"\b(?:{GIVEN})(?:-[A-ZÄÖÜ][a-zäöüß]+)?\s+(?:[A-Z]\.\s+)?(?:von |van |de |zu |von der )*{NAME}"
    rf"|\b{NAME},\s+(?:{GIVEN})\b|(?<![\w.])[A-ZÄÖÜ]\.\s+{NAME}"
)

NAMES_ALONE = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][^\W\d_A-ZÀ-ÖØ-Þ]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]+)?(?: |$)){2,3}"
)
"""Two or three words that each begin with a capital and have no second one, as abbreviations have."""

NAMED_AFTER = re.compile(
    r"\b(?:Stiftung|Institut|Universität|Hochschule|Schule|Gymnasium|Akademie|Gesellschaft|Haus|GmbH|AG|KG|UG)\b",
    re.IGNORECASE,
)
"""An organisation may bear the name of a person."""

PHONE = re.compile(
    r"\b(?:Tel|Telefon|Fon|Mobil|Handy|Durchwahl)\b\.?:?\s*[+0-9(]|\+49[\s\d(]|\b0\d{2,5}[\s/-]+\d{3,}"
)


def is_person(name: str) -> bool:
    """Whether the name of a contact names a person, with or without an office."""
    if TITLES.search(name):
        return True
    return bool(PERSON.search(name)) and not NAMED_AFTER.search(name)


def may_be_person(name: str) -> bool:
    """Whether the name of a contact is two or three names alone, such as `Aylin Yıldız`, without a word for an office."""
    return bool(NAMES_ALONE.fullmatch(name)) and not any(
        OFFICES.fullmatch(word) and not SURNAMES.fullmatch(word) for word in name.casefold().split()
    )


def is_office_address(local_part: str, office: str = "") -> bool:
    """Whether what stands before the `@` belongs to an office: `smartcity`, `info`, `sls`, but not `huber` or `m.huber`.

    A word of the name of the office is one of the office: `rufbus` of `Projektbüro Rufbus`.
    """
    parts = re.split(r"[._+-]", local_part.lower())
    if {*parts} & {*re.findall(r"\w{4,}", office.casefold())}:
        return True
    if {*parts} & GIVEN_IN_ADDRESSES:
        return False
    return any(
        OFFICES.fullmatch(part) and not SURNAMES.fullmatch(part)
        for part in parts
        if len(parts) == 1 or len(part) > 1
    )
