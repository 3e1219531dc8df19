"""A day of mails, notes and code comments: no step may damage what people say without thinking.

By default every sentence of ``PROSE`` stays as the model wrote it. With all steps on, only what
``IN_DIGITS`` and ``REPAIRED`` say is changed.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.settings.schema import TextSettings
from dictate.text.writer import Heard, Writer

ENGLISH = """\
Hi Anna, thanks for your e-mail. I'll get back to you by Friday.
Yes.
No.
Okay.
Thank you.
Thank you very much!
Bye.
You.
Please, please call me back.
No, no, no.
Uh-oh.
Uh oh, that is not good.
Uh huh.
Uh?
Uh-huh, go on.
The U.S. and the U.K. signed it.
She lives in the U.S.
E.g. the first one, i.e. the red one, etc.
Dr. Smith met Mr. and Mrs. Jones at 10 a.m. on St. James St.
Call me at (555) 123-4567 or +49 30 901820.
It costs $19.99, i.e. about €17.50 (or £15).
The invoice is $1,250.00 for 3.5 hours at 20% off.
See https://example.org/path?x=1&y=2#top for details.
Write to anna.meier@example.org or info@example.co.uk, please.
Open C:\\Users\\me\\file.txt and ~/.bashrc.
Call foo_bar() in main.py, then check self.x[0] != None.
Use std::vector<int> and a->b instead of a.b.
TODO: fix the off-by-one error in parse_args().
The function returns None if x >= 3 and y < 4.
Set --max-count=5, then run git commit -m "fix".
Open comma.py, src/semicolon and newline.txt.
Run cd .. and then ls -la.
The .gitignore and the .env file are missing.
The .NET runtime, version 4.8.1, is on www.example.org.
I met her on Monday, May 5th, at 3:30 p.m.
It's 12:45. The score was 3:2, then 4-2.
The deadline is 2026-11-21 at 17:00.
"Really?" she asked. "Yes," he said, "really."
He said: 'It's fine.'
He said "quote unquote" twice.
He is a quote unquote expert.
He is a, quote, unquote, expert.
That's a quote from Shakespeare.
Here is the price. Quote: 500 dollars.
I need a quote, a bill and an invoice.
Milk, eggs, bread, and butter.
1. Buy milk. 2. Call Bob. 3. Sleep.
- first - second - third
There's a big question mark over the project.
There is no question mark at the end.
There's no comma in that sentence.
The sentence has no full stop.
The car came to a complete full stop.
Remove the trailing comma.
Please remove trailing commas.
Missing semicolon in line 5.
Unexpected newline in string.
JavaScript has automatic semicolon insertion.
The file is a comma separated list.
Split the string on commas, or on the first comma.
The fields are separated by comma or tab.
The comma operator is rarely used.
That is a comma splice.
Use semicolons, not commas.
She is our new line manager.
Talk to his new line manager about it.
We are launching a whole new line of products.
We added several new line items to the invoice.
Start a new paragraph after the second line.
Make it a bullet point list.
He dodged a bullet.
The bullet hit the wall.
The trial period ends on Friday.
In that period, sales rose.
Period costumes are expensive.
The colon is part of the intestine.
He made a dash for the door.
I had to dash. See you later.
Add a hyphen between the words.
Press the dash key.
Brackets, braces and parentheses are different things.
Please close the bracket on the shelf.
Can you open the file, delete that line, and save it?
If you see an old backup, delete that.
When it breaks, undo that and try again.
You should scratch that itch.
Delete that. It is wrong.
If there's an error, undo that.
We had had enough by then.
What it is is a mess.
I know that that is true.
Will will be there.
Ask whether Will will be there.
New York, New York is a song.
The Polish polish their shoes.
Bye bye, see you.
Very, very good.
Ha ha ha.
It is so, so cold.
Come on in in the morning.
My code is A A 7.
Ms. Erm and Mr. Urn were there.
An umbrella, a museum, an UM professor.
The band is called ABBA, the album "Thank You".
Wait... what?
Wait… what?
What?! No way!
Well - maybe.
It's a well-known, state-of-the-art, long-term plan.
The years 1999–2004 were good.
5 < 6 && 7 > 2 || !done
x = y * 2 + 3; // twice
if (a == b) { return; }
#hashtag @mention ~tilde ^caret | pipe
50 % of it; 20°C; 5 km/h; 100 m²; H2O; CO₂.
Café, naïve, façade, Müller, Zoë, señor, Ærø.
Emoji 🙂 and 👩‍💻 stay.
Section 3.2.1 (see p. 45, fig. 7) says so.
The ratio is 3 : 1.
The TV show "Who's the Boss?" is on at 8.
O'Brien's brother-in-law said ’twas fine.
I'd've gone, but y'all weren't there.
Rock 'n' roll!
A/B testing, and/or, w/o, c/o.
iPhone, eBay, macOS, LaTeX, McDonald's.
Ping 192.168.0.1:8080.
The temperature is -5 degrees.
See you at 5. Bring 2 or 3 friends.
Room 101, 2nd floor, 21st century, the 90s.
The hex value is 0xFF; the regex is \\d+.
Dear Sir or Madam,
Kind regards, Tom
P.S. I love you.
Sent from my phone.
Copy that.
Never mind.
I'm sorry.
So?
Thanks for watching the kids!
Don't forget to like and share the load.
I subscribe to the paper, please subscribe as well.
See you in the next meeting.
You're welcome.
Literally everyone was there.
That is a literal translation.
She opened quotes from three companies.
The end quote is missing.
Literal strings are in quotes.
I may first want to see it.
You may second that motion.
They march first, we march second.
In May we go; May I come?
Give me a second.
For a moment, one of them was gone.
One of us is wrong.
The one and only.
A thousand thanks.
Hundreds of people came.
I have two kids and three cats.
At one point five of us were left.
On the one hand, on the other hand.
No one knows.
It is one to one.
He works nine to five.
First, second, third.
Two thirds of them, one half of us.
He lost ten pounds in five weeks, so he is thinner.
It is ten to five.
It is twenty past three.
Let's meet ten thirty or eleven fifteen.
On the twenty first of May.
On the twenty-first of May we meet.
My number is five five five one two three four.
The code is zero one seven six twenty three.
Nine eleven and seven eleven.
Two to three hundred people.
The Big Ten and Ocean's Eleven.
The Dictate program dictated his letters; he dictates.
Annas and Anna's are different.
The PIN is on the back.
Please open quotes in a new tab.
It is late. Uh? What do you mean?
Open bracket season starts in March. He is a quote unquote expert.
Here is the price. Quote: 500 dollars. Close brackets are rare.
An improperly placed newline will cause a syntax error.
It uses universal newline support for text files.
Comma delimitation is used.
See python:ellipsis and `comma`.
Open bracket season starts in March.
Close brackets are rare.
Say comma to get one.
Inverted commas are quotes, an inverted comma opens one.
Decimal comma or decimal point?
Bora Bora is lovely; so is Walla Walla.
Yada yada yada.
Half past ten.
Five foot eleven.
Twelve Monkeys is a film.
Twenty One Pilots played.
You forgot the comma, and a semicolon is missing.
The question mark key is broken.
From scratch that would take weeks.
Tick tock tick tock.
It's a fifty-fifty chance.
The six thirty train.
Room two oh four.
A hundred and twenty.
A thousand and one nights.
Hundred and five.
Twenty twenty twenty.
""".splitlines()

GERMAN = """\
Hallo Anna, danke für deine E-Mail. Ich melde mich bis Freitag.
Ja.
Nein.
Okay.
Danke.
Vielen Dank.
Vielen Dank!
Bis zum nächsten Mal!
Das war's für heute.
Tschüss.
Äh?
Bis dann.
Guten Tag, Herr Dr. Müller, wie geht es Ihnen?
Z. B. so, d. h. anders, u. a. auch bzw. usw.
Z.B. so, d.h. anders, u.a. auch.
Am 3. Mai 2026 um 14:30 Uhr in der Hauptstr. 5.
Am Dienstag, den 24.12., um 18 Uhr.
Das kostet 1.250,50 € inkl. 19 % MwSt.
Ruf mich unter 030 901820 oder +49 170 1234567 an.
„Wirklich?“, fragte sie. „Ja“, sagte er, „wirklich.“
Er sagte: „Das ist gut.“
»Schön«, sagte sie.
Sie heißt Groß, er heißt Weiß, das Maß ist voll.
Straße, Fußgänger, Maßnahme, Grüße, süß, MASSE.
Donaudampfschifffahrtsgesellschaft und Rechtsschutzversicherung.
Die Haftpflicht-, Unfall- und Lebensversicherung.
Siehe https://example.org/weg?x=1 oder www.example.de.
Schreib an anna.maier@example.de, bitte.
Das Komma fehlt.
Da steht noch ein großes Fragezeichen dahinter.
Es gibt noch ein paar Fragezeichen.
Setze ein zusätzliches Komma.
Die Werte sind durch Komma getrennt.
Eine durch Semikolon getrennte Liste.
Das geht in null Komma nichts.
Null Komma nichts ist übrig.
Das sind drei Komma vierzehn Meter.
Es sind zwei Komma fünf Prozent.
Der springende Punkt ist der Preis.
Punkt für Punkt gehen wir es durch.
Wir treffen uns um Punkt acht.
Der nächste Punkt, der wichtig ist, ist der Preis.
Tagesordnung, Punkt 1: Budget.
Punkt, Punkt, Komma, Strich, fertig ist das Mondgesicht.
Nach § 5 Absatz 2 Satz 1 BGB gilt das nicht.
Paragraf 5, Absatz 2, Satz 1.
Der Absatz ist zu lang.
Ein neuer Absatz beginnt hier.
Der Strich ist zu dick.
Unterm Strich bleibt nichts übrig.
Das Zitat stammt von Goethe.
Er schrieb. Zitat: Ich komme.
Mach bitte die Klammer auf und dann die Klammer zu.
In der Klammer steht nichts.
Mit Bindestrich geschrieben.
Ohne Doppelpunkt geht es nicht.
Wenn du es findest, lösch das bitte.
Wenn es alt ist, lösch das.
Vergiss das. Ich komme morgen.
Das kann man nicht rückgängig machen.
Wenn es falsch ist, rückgängig machen.
Ich streiche das Zimmer.
Die, die die Zeile kennen, gehen.
Das, was war, war gut.
Sie sagte, dass sie sie sehen will.
Wenn Fliegen hinter Fliegen fliegen.
Ich habe eine Uhr gekauft.
Sie hat eine neue Uhr.
Tausend Dank für alles!
Ein paar hundert Leute kamen.
Mehrere tausend Menschen waren da.
Hundert Mal habe ich es gesagt.
Ich habe zwei Kinder und drei Katzen.
Einer von uns, eine von euch, ein Mal.
Gib acht!
Der erste, der zweite, der dritte.
Am zweiten Tag kam sie.
Es ist halb drei.
Es ist zwanzig nach drei.
Es ist fünf vor zwölf.
Zehn bis zwölf Leute.
Zwei bis dreihundert Leute.
Meine Nummer ist null eins sieben sechs dreiundzwanzig.
Zwanzig zwanzig war schwer.
Die Fünf ist eine Primzahl.
Wir achten auf die Umwelt.
Hundertprozentig sicher.
Der Einundzwanzigste war ein Montag.
Ähnlich wie gestern.
Öhringen liegt in Baden-Württemberg.
Baden-Baden ist schön.
Um acht gehen wir um den See.
Das Spiel endete 2 : 1.
Das Spiel endete 2:1.
Der Umsatz stieg um 5 % auf 3,5 Mio. €.
Die Wohnung hat 80 m² und 3 1/2 Zimmer.
Ich bin's, Hans' Bruder.
Wie geht's dir? Mir geht's gut!
Mit freundlichen Grüßen, Anna Meier
Liebe Grüße
Wörtlich sagte er das nicht.
Das ist buchstäblich wahr.
Prost! Hm, na ja.
Ich weiß nicht... vielleicht.
Ich weiß nicht … vielleicht.
Die Variable foo_bar ist in main.py, Zeile 12.
Das Passwort ist abc-123_X!
Untertitel sind in diesem Film wichtig.
Vielen Dank fürs Zuhören.
Ja, ja, so ist es.
Nein, nein, nein!
Das ist sehr, sehr gut.
Der Chef, der der Firma vorsteht, kommt.
Er hat das, was er hatte, verloren.
Die drei ??? ist eine Serie.
Wir fahren nach Baden Baden.
Eier, Meier und Geier.
Die Klammer auf der linken Seite fehlt.
Lösch das Licht.
Auf den Punkt gebracht: Es ist zu teuer.
Es ist zehn nach acht.
Zwei, drei Leute.
Fünfzig fünfzig.
Eine Katze und eine Katze.
Die Elf vom Niederrhein.
Das habe ich außer Acht gelassen.
""".splitlines()

FRENCH = """\
Bonjour Anna, merci pour votre message !
Quoi ? Vraiment ?
Il a marqué deux points.
Nous avons deux points à discuter.
Il aime la pêche à la ligne.
Allez à la ligne 3.
Il manque une virgule.
Il y a un gros point d'interrogation.
Le taux est de deux virgule cinq pour cent.
Sur leur nouvelle ligne, tout va bien.
C'est le point de départ.
Un point, c'est tout.
Si c'est faux, efface ça.
Annule ça si tu veux.
Nous nous levons, vous vous couchez.
Merci.
Oui.
Au revoir.
L'heure est 14 h 30 ; le prix est 12,50 €.
« Bonjour », dit-il.
""".splitlines()

SPANISH = """\
Hola, Luis: gracias por tu mensaje.
¿Qué? ¡No puede ser!
Ganó por dos puntos.
Tenemos dos puntos que tratar.
Falta una coma.
Hay un gran signo de interrogación.
Viajamos en la nueva línea de metro.
Nuestra nueva línea es buena.
El punto de partida es este.
Si está mal, borra eso.
Coma usted, por favor.
Gracias.
Adiós.
Muy, muy bien.
""".splitlines()

IN_DIGITS = [
    ("en", "Let's meet at ten thirty.", "Let's meet at 10:30."),
    ("en", "Let's meet at ten thirty p.m. tomorrow.", "Let's meet at 10:30 p.m. tomorrow."),
    ("en", "We open at nine a.m.", "We open at 9 a.m."),
    ("en", "We open Monday nine fifteen.", "We open Monday 9:15."),
    ("en", "At two twenty minute breaks are over.", "At two twenty minute breaks are over."),
    ("en", "It took twenty-five minutes.", "It took 25 minutes."),
    ("en", "Between one hundred and two hundred people", "Between 100 and 200 people"),
    ("en", "between five hundred and one thousand", "between 500 and 1000"),
    ("en", "between one hundred and fifty and two hundred", "between 150 and 200"),
    ("en", "between twenty and thirty", "between 20 and 30"),
    ("en", "Five to twenty people", "5 to 20 people"),
    ("en", "Twenty to thirty people", "20 to 30 people"),
    ("en", "Ten or fifteen days", "10 or 15 days"),
    ("en", "ten dollars and fifty cents", "$10.50"),
    ("en", "twenty pounds of sugar", "20 pounds of sugar"),
    ("en", "on June fifth", "on June 5"),
    ("en", "It was nineteen eighty-four.", "It was 1984."),
    ("en", "One hundred percent.", "100%."),
    ("en", "Version three point two.", "Version 3.2."),
    ("de", "Wir treffen uns um zehn Uhr dreißig.", "Wir treffen uns um 10:30 Uhr."),
    ("de", "Um ein Uhr nachts", "Um 1 Uhr nachts"),
    ("de", "Acht Uhr null fünf", "8:05 Uhr"),
    ("de", "Zwölf Uhr null null", "12:00 Uhr"),
    ("de", "Um acht Uhr fünf", "Um 8:05 Uhr"),
    ("de", "Das kostet drei Euro fünfzig.", "Das kostet 3,50 €."),
    ("de", "Das kostet drei Euro und nicht vier.", "Das kostet 3 € und nicht vier."),
    ("de", "zwanzig Euro zehn Cent", "20,10 €"),
    ("de", "drei Euro fünf Cent", "3,05 €"),
    ("de", "zwei Meter zwanzig", "2,20 m"),
    ("de", "Er ist ein Meter achtzig groß.", "Er ist 1,80 m groß."),
    ("de", "ein Meter Stoff", "ein Meter Stoff"),
    ("de", "zwanzig Meter weiter", "20 m weiter"),
    ("en", "in the nineteen eighties", "in the 1980s"),
    ("de", "drei Komma vierzehn Meter", "3,14 m"),
    ("de", "hundert Prozent", "100 %"),
    ("de", "Zwischen zehn und zwanzig Leute", "Zwischen 10 und 20 Leute"),
    ("en", "between five and fifteen", "between 5 and 15"),
    ("en", "Python three point eleven", "Python 3.11"),
    ("en", "Version one point two point three", "Version 1.2.3"),
    ("de", "tausend Euro", "1000 €"),
    ("de", "Zehn bis fünfzehn Leute", "10 bis 15 Leute"),
    ("de", "Zwischen zwanzig und dreißig Leute", "Zwischen 20 und 30 Leute"),
    ("de", "fünfzehn Millionen Euro", "15 Millionen Euro"),
    ("de", "am dritten Mai zweitausendsechsundzwanzig", "am 3. Mai 2026"),
]

CHANGED_BY_NUMBERS = {
    "He lost ten pounds in five weeks, so he is thinner.",
    "Das sind drei Komma vierzehn Meter.",
    "Es sind zwei Komma fünf Prozent.",
}

REPAIRED = [
    ("en", "Um, iPhone sales are up.", "iPhone sales are up."),
    ("en", "Um - yes, of course.", "Yes, of course."),
    ("en", "I think, uh, that is it.", "I think that is it."),
    ("en", "New line iPhone", "\niPhone"),
    ("en", "Dear all comma new line www.example.org is up", "Dear all,\nwww.example.org is up"),
    ("en", "Ask Dr. Smith. Scratch that. Ask Bob.", "Ask Bob."),
    ("en", "Go home. Delete that. Stay here.", "Stay here."),
    ("en", "Is it a dog question mark", "Is it a dog?"),
    ("en", "that is great dot dot dot", "that is great…"),
    ("de", "Das ist gut Punkt Punkt Punkt", "Das ist gut…"),
    ("en", "He said, quote, hello, close quote, and left.", 'He said "hello" and left.'),
    ("en", "I said no comma but he came", "I said no, but he came"),
    ("en", "Dear Anna comma newline thanks", "Dear Anna,\nThanks"),
    (
        "en",
        "He said, quote, I am late, end quote. Then he left.",
        'He said "I am late". Then he left.',
    ),
    (
        "en",
        "He said, quote, I am late. End quote. Then he left.",
        'He said "I am late." Then he left.',
    ),
    ("de", "Er kam, Klammer auf, spät, Klammer zu. Dann ging er.", "Er kam (spät). Dann ging er."),
    ("en", "Hello. Newline. Thanks", "Hello.\nThanks"),
    ("en", "Call mom. New line. Call dad", "Call mom.\nCall dad"),
    ("en", "I live in Oxford comma England", "I live in Oxford, England"),
    ("en", "on my own comma I can", "on my own, I can"),
    ("fr", "Bonjour virgule ça va point d'interrogation", "Bonjour, ça va ?"),
    ("fr", "Voici, deux points, du lait. À la ligne. Des œufs", "Voici : du lait.\nDes œufs"),
    ("fr", "Un. Deux. Efface ça.", "Un."),
    ("es", "Esto, dos puntos, leche. Nueva línea. Pan", "Esto: leche.\nPan"),
    ("de", "Am 3. Mai. Streich das. Am 4. Juni.", "Am 4. Juni."),
    ("de", "Komm um fünf. Vergiss das. Komm um sechs.", "Komm um sechs."),
    ("de", "Das muss sein Komma sagt er", "Das muss sein, sagt er"),
    ("de", "Er kommt durch Komma sie nicht", "Er kommt durch, sie nicht"),
    ("de", "Hallo Anna Komma", "Hallo Anna,"),
]

DEFAULT = TextSettings()
ALL_BUT_NUMBERS = TextSettings(repeats=True, vocabulary_similarity=0.85)
ALL = TextSettings(repeats=True, numbers=True, vocabulary_similarity=0.85)
TERMS = ("Dictate", "Anna", "Kubernetes", "Müller", "PostgreSQL", "Grafana", "Meier")
LANGUAGES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
PROSE = [(code, text) for code, texts in LANGUAGES.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), PROSE)
def test_by_default_prose_stays(language: str, text: str) -> None:
    written = Writer(DEFAULT).write(Heard(text, language, 1.0))
    assert (written.text, written.declined, written.undo) == (text, False, False)


ALONE = {
    "Uh?",
    "Äh?",
    "Delete that. It is wrong.",
    "Vergiss das. Ich komme morgen.",
    "Please open quotes in a new tab.",
    "Open bracket season starts in March.",
    "Open bracket season starts in March. He is a quote unquote expert.",
    "Here is the price. Quote: 500 dollars.",
    "Here is the price. Quote: 500 dollars. Close brackets are rare.",
    "#hashtag @mention ~tilde ^caret | pipe",
}
"""Behind another sentence these mean something else."""
joined = st.sampled_from(sorted(LANGUAGES)).flatmap(
    lambda code: st.tuples(
        st.just(code),
        st.lists(
            st.sampled_from(
                [
                    text
                    for text in LANGUAGES[code]
                    if text not in ALONE and text.endswith((".", "!", "?"))
                ]
            ),
            min_size=2,
            max_size=6,
            unique=True,
        ).map(" ".join),
    )
)


@given(joined)
def test_sentences_in_a_row_stay_as_well(heard: tuple[str, str]) -> None:
    language, text = heard
    assert Writer(DEFAULT).write(Heard(text, language, 60.0)).text == text


@pytest.mark.parametrize(("language", "text"), PROSE)
def test_with_all_steps_prose_stays(language: str, text: str) -> None:
    wanted = ALL_BUT_NUMBERS if text in CHANGED_BY_NUMBERS else ALL
    assert Writer(wanted, TERMS).write(Heard(text, language, 1.0)).text == text


@pytest.mark.parametrize(("language", "said", "written"), IN_DIGITS)
def test_numbers_come_out_whole(language: str, said: str, written: str) -> None:
    assert Writer(ALL).write(Heard(said, language)).text == written


@pytest.mark.parametrize(("language", "said", "written"), REPAIRED)
def test_what_was_meant_is_done(language: str, said: str, written: str) -> None:
    assert Writer(ALL).write(Heard(said, language)).text == written


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Yes."), ("en", "Thank you."), ("en", "Bye."), ("de", "Ja."), ("de", "Vielen Dank.")],
)
def test_a_short_answer_that_was_spoken_is_written(language: str, text: str) -> None:
    for speech_s in (0.26, 0.3, 0.5, 1.0, 5.0):
        assert Writer(DEFAULT).write(Heard(text, language, speech_s)).text == text
