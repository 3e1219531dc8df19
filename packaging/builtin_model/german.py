"""The German half of the demonstration vocabulary: word classes, and patterns over them."""

# ruff: noqa: SIM905 - word lists read best as running words

NAMEN = "Anna Ben Julia Karl Lena Otto Petra Thomas".split()
TAGE = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
MONATE = "Januar März April Juni Juli August Oktober Dezember".split()
ZAHLEN = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
ZIFFERN = "null eins zwei drei vier fünf sechs sieben acht neun".split()
DINGE = "Bericht Brief Vertrag Entwurf Termin Kaffee Schlüssel Computer Garten Plan".split()
ORTE = "Büro Hotel Museum Restaurant Krankenhaus Haus".split()
WAREN = "Milch Brot Butter Käse Äpfel Zucker Reis".split()
WETTER = "kalt warm schön".split()
ZEITEN = "heute morgen".split()
TUN = "lesen schreiben schicken drucken löschen".split()

SLOTS: dict[str, list[str]] = {
    "name": NAMEN,
    "tag": TAGE,
    "monat": MONATE,
    "zahl": ZAHLEN,
    "ziffer": ZIFFERN,
    "ding": DINGE,
    "ort": ORTE,
    "ware": WAREN,
    "wetter": WETTER,
    "zeit": ZEITEN,
    "tun": TUN,
}

COMMANDS = ["Komma", "Punkt", "Fragezeichen", "Doppelpunkt", "neue Zeile", "neuer Absatz"]

PHRASES = [
    "vielen Dank und bis bald.",
    "guten Morgen.",
    "guten Abend.",
    "mit freundlichen Grüßen.",
    "bis morgen.",
    "ja bitte.",
    "nein danke.",
    "wie geht es dir?",
]

SENTENCES = [
    "{name} kommt am {tag} ins {ort}.",
    "bitte schick mir den {ding}.",
    "bitte schick {name} den {ding} am {tag}.",
    "ruf {name} am {tag} um {zahl} Uhr an.",
    "wir treffen uns um {zahl} Uhr im {ort}.",
    "der {ding} ist im {ort}.",
    "wo ist der {ding} von {name}?",
    "ich brauche {zahl} neue Stühle.",
    "guten Morgen {name} Komma wie geht es dir Fragezeichen",
    "der Termin ist am {tag} um {zahl} Uhr.",
    "die Nummer ist {ziffer} {ziffer} {ziffer}.",
    "meine Nummer ist {ziffer} {ziffer} {ziffer} {ziffer}.",
    "hallo {name} Komma neue Zeile vielen Dank für den {ding} Punkt",
    "Liste Doppelpunkt {ware} Komma {ware} Komma {ware}",
    "kannst du den {ding} {zeit} {tun}?",
    "ich möchte den {ding} am {tag} {tun}.",
    "wir kaufen {ware} und {ware}.",
    "das Wetter ist {zeit} sehr {wetter}.",
    "im {monat} ist {name} nicht im {ort}.",
    "{name} und {name} schreiben den {ding}.",
    "der {ding} kostet {zahl} Euro.",
]

NOT_ALONE = frozenset("am im an um es du der die das den ins uns".split())
