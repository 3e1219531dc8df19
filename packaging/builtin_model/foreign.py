"""Draws speech from outside the vocabulary, which the model has to answer with "no speech".

Three sorts: other English and German words joined with everyday small words, invented words
built from syllables, and the same read by voices of other languages.
"""

# ruff: noqa: SIM905 - word lists read best as running words

import random

ENGLISH = (
    "above accident across advice afraid against agree airplane allow almost alone along already "
    "although always ancient angry animal another anybody apartment appear argue army around "
    "arrive art ask asleep attack aunt away baby balance ball beach bear beautiful became because "
    "bedroom before began behind believe beneath between bicycle bird bitter blanket blood board "
    "boat body bone border bottle bottom bought branch brave break breath bridge bright bring "
    "broken brought brown build burn business busy butcher cabin candle captain castle caught "
    "cause century certain champion chance charge cheap child chimney choose church circle city "
    "class clean climb cloth coast collar color common company complete condition consider "
    "constant control corner country couple courage course cousin cover creature cried cross "
    "crowd cruel culture cup curious curtain danger dark daughter deal death decide deep deer "
    "degree depend desert desire different difficult dinner direct discover distance divide dog "
    "double doubt dream dress drink drive drop dust duty each early earth easy edge effort either "
    "elephant else empire empty enemy engine enjoy enough enter entire equal escape even ever "
    "every evil example except excited exercise expect experience explain express eye face fail "
    "fair faith fall false family famous farmer fast father fault favour fear feather feel feet "
    "fell fence field fight figure fill find finger fire flag flame flat floor flower fly follow "
    "foot force foreign forest forget forgive fortune forward found freedom fresh friend front "
    "fruit future gather general gentle giant girl glad glass goat gold gone grain grass "
    "grave great grew ground group grow guard guess guest guide guilty hair half hall hammer hand "
    "happen happy harbour hard hardly harm hat hate head health heart heavy heaven height held "
    "hidden high hill history hole holy honest honour hope horse house huge human hundred hungry "
    "hunt hurry hurt husband ice idea imagine inch indeed inside instead interest iron island "
    "itself jacket jewel join journey joy judge jump just justice keep key kill king kiss "
    "knee knife knock know labour lady lake lamp language laugh law lead learn least leather "
    "leave left leg lesson level life lift light lion listen lonely look lord lose lost loud love "
    "lucky machine magic main manner many marble marriage master matter meadow mean measure "
    "medicine memory mercy metal middle might mile military mind mirror miss mistake moment money "
    "monkey moon mountain mouse mouth murder music mystery narrow nation nature near neck needle "
    "neighbour never newspaper noble noise none north nothing notice ocean offer often once only "
    "opinion opposite ought outside own oxygen pain painting pair palace pale parents particular "
    "party pass past path patient peace people perfect perhaps person pet pink pipe pirate plain "
    "planet plant play pleasant pleasure pocket poem poison police poor popular position possible "
    "powder power prepare present pretty prince prison private produce promise proper proud prove "
    "public pull pure purpose push queen quite rabbit race raise rather reach ready real reason "
    "receive refuse religion remain repair reply respect result return reward rich ride ring rise "
    "river road rock roof root rope rough round royal rubber rule sail salt same sand savage "
    "scarcely science sea secret seem seldom sense separate servant settle several shade shadow "
    "shake shape sharp sheep shelter shine ship shirt shoe shore shoulder shout shower sight sign "
    "silence silver simple since sing single size skill skin skirt sky sleep slope slow smell "
    "smile smoke smooth snake snow society soft soldier solid someone song sorrow soul sound "
    "source south space speech spider spirit spoon spread spring square stairs stage star state "
    "steam steel step stick stone storm story straight strange stream street strength stretch "
    "strike strong student subject substance succeed sudden suffer suggest summer supper support "
    "sure surface surprise sweet swim sword system tail taste teeth temple terrible thick thin "
    "thousand throat throne through throw thunder tiger tired together tongue touch toward tower "
    "town trade travel treasure tree tremble trouble trousers true trust truth turn twist ugly "
    "uncle understand university unless valley value various vessel victory village violent "
    "virtue visit voice voyage wait walk wall wander war wash waste watch water wave weak wealth "
    "weapon wear weight west wheel whether whisper white whole wicked wide wife wild win wine "
    "wing winter wisdom wise wish without witness wolf woman wonder wooden wool world worse worth "
    "wound yard yellow yesterday yet young youth bed house wow happy sheila marvin up down left "
    "go cat dog follow backward visual off cards player dealer"
).split()

GERMAN = (
    "Abenteuer Angst Arbeit Auge Bauer Baum Bein Berg Bild Blume Boden Brücke Bruder Dach Dorf "
    "Ecke Eis Erde Fahrrad Familie Farbe Feld Fenster Feuer Finger Fisch Fluss Frage Frau Freund "
    "Frieden Frühling Fuß Gefahr Geld Gesicht Gewicht Glas Glück Gras Hand Haut Herbst Herz Himmel "
    "Hund Hunger Insel Jahr Junge Katze Kind Kirche Kleid Kopf Kraft Krieg Kuh Kunst Land Leben "
    "Leute Licht Liebe Luft Mädchen Mann Mauer Meer Mensch Mond Mutter Nacht Nase Nebel Pferd "
    "Pflanze Platz Regen Ring Sache Salz Schatten Schiff Schnee Schule See Sommer Sonne Spiel "
    "Sprache Stadt Stein Stern Stimme Straße Tier Tisch Tochter Traum Tür Vater Vogel Volk Wald "
    "Wand Wasser Weg Welt Wind Winter Woche Wolke Wort Zahn Zimmer alt arm breit dunkel einfach "
    "falsch fern fremd früh ganz gefährlich gesund groß hart hell hoch jung klein krank kurz lang "
    "langsam leicht leise müde nah reich schnell schwach schwarz schwer stark still süß tief "
    "traurig weich weiß wild bleiben brechen bringen denken fahren fallen fangen finden fliegen "
    "fragen geben gehen glauben halten hören kämpfen kennen kochen lachen laufen leben lieben "
    "liegen nehmen rufen sagen schlafen schlagen schneiden sehen singen sitzen spielen sprechen "
    "springen stehen sterben suchen tragen trinken vergessen verlieren wachsen warten weinen "
    "werfen wissen wohnen zeigen ziehen immer niemals vielleicht zwischen gegen obwohl trotzdem"
).split()

# Small words glue the others together, as in any real sentence.
GLUE = {
    "en": (
        "the a of and to in he she they was had his her with that it for as but not which were "
        "all have this from by said there what so them would when if no up out more into their"
    ).split(),
    "de": (
        "der die das und in zu den er sie es mit sich auf nicht ein eine dem als auch war aber "
        "hatte wie nur oder noch durch man wenn wird nach bei"
    ).split(),
}
ONSETS = "b bl br d dr f fl g gr h k kl l m n p pl pr r s sk st t tr v w z sh ch".split()
RHYMES = "a al an ar at e el en es i in ir is o ol on or os u um un ur ai au ei ou ou".split()

SHARE_INVENTED = 0.3
SENTENCE_LENGTHS = (1, 12)


def sentence(language: str, generator: random.Random) -> str:
    """Draw a text from outside the vocabulary ("en", "de" or "foreign")."""
    count = generator.randint(*SENTENCE_LENGTHS)
    invented = language == "foreign" or generator.random() < SHARE_INVENTED
    texts: list[str] = []
    for position in range(count):
        known = GLUE.get(language)
        if known and position and position % 2 and generator.random() < 0.7:
            texts.append(generator.choice(known))
        elif invented:
            texts.append(_invented(generator))
        else:
            texts.append(generator.choice(ENGLISH if language == "en" else GERMAN))
    return " ".join(texts)


def _invented(generator: random.Random) -> str:
    syllables = generator.choice([1, 2, 2, 3, 3, 4])
    return "".join(generator.choice(ONSETS) + generator.choice(RHYMES) for _ in range(syllables))
