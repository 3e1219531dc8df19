"""The English half of the demonstration vocabulary: word classes, and patterns over them."""

# ruff: noqa: SIM905 - word lists read best as running words

NAMES = "Anna Ben Carol David Emma Frank Grace Henry Maria Oscar Paul Sophie".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
DIGITS = "zero one two three four five six seven eight nine".split()
HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = [*HOURS, *TEENS, *TENS]
THINGS = (
    "report invoice budget draft meeting slides contract schedule document photo list letter "
    "ticket order project problem question answer plan summary agenda recipe garden phone "
    "computer keyboard window coffee table picture message car train flight book camera"
).split()
PLACES = (
    "office kitchen library station hotel airport studio school hospital restaurant market "
    "museum bank park"
).split()
ACTIONS = (
    "send open close write print share delete save review check finish start move change copy"
).split()
QUALITIES = (
    "new old short long final first second blue red green small large quick quiet important last"
).split()
FOODS = (
    "milk bread apples cheese butter rice eggs sugar tea soup fish oranges tomatoes potatoes"
).split()
WEATHER = "cold warm sunny windy cloudy".split()
PEOPLE = "doctor teacher team manager mother brother sister".split()
TIMES = "morning afternoon evening".split()
WHEN = "today tomorrow tonight".split()
PAUSES = "minutes hours days weeks".split()

SLOTS: dict[str, list[str]] = {
    "name": NAMES,
    "day": DAYS,
    "month": MONTHS,
    "digit": DIGITS,
    "hour": HOURS,
    "number": NUMBERS,
    "tens": TENS,
    "thing": THINGS,
    "place": PLACES,
    "act": ACTIONS,
    "quality": QUALITIES,
    "food": FOODS,
    "weather": WEATHER,
    "person": PEOPLE,
    "time": TIMES,
    "when": WHEN,
    "span": PAUSES,
}

COMMANDS = [
    "comma",
    "full stop",
    "question mark",
    "exclamation mark",
    "colon",
    "new line",
    "new paragraph",
    "scratch that",
]

PHRASES = [
    "thank you very much.",
    "see you soon.",
    "best regards.",
    "kind regards.",
    "have a nice day.",
    "good luck.",
    "good morning.",
    "good evening.",
    "talk to you later.",
    "yes please.",
    "no thank you.",
    "I am sorry.",
    "that is right.",
    "how are you?",
    "what time is it?",
]

SENTENCES = [
    "please {act} the {quality} {thing}.",
    "please {act} the {thing} and the {thing}.",
    "{name} is coming to the {place} on {day}.",
    "remind me to {act} the {thing} on {day} at {hour}.",
    "remind me to call the {person} in {number} {span}.",
    "send the {thing} to {name} before {hour} o'clock.",
    "the {quality} {thing} is in the {place}.",
    "call {name} on {day} {time}.",
    "call my {person} {when} at {hour} {tens}.",
    "we need {number} {quality} chairs for the {place}.",
    "meet me at the {place} at {hour} {tens}.",
    "{name} and {name} wrote the {thing}.",
    "I will {act} the {thing} {when}.",
    "can you {act} the {thing} {when}?",
    "could you send me the {quality} {thing}?",
    "where is the {quality} {thing}?",
    "when will {name} be at the {place}?",
    "who has the {thing} from {name}?",
    "my {thing} is {quality}.",
    "dear {name} comma new line thank you for the {quality} {thing} full stop",
    "dear {name} comma new paragraph I will {act} the {thing} on {day} full stop",
    "hello {name} comma how are you {when} question mark",
    "hello {name} comma please call me at {hour} full stop",
    "best regards comma new line {name}",
    "thank you exclamation mark new line see you on {day}",
    "buy {food} comma {food} and {food}.",
    "we have no {food} and no {food}.",
    "add {number} {food} to the shopping list.",
    "shopping list colon {food} comma {food} comma {food}",
    "on {month} {number} we {act} the {thing}.",
    "the {thing} is due in {month}.",
    "our flight to the {place} is on {day} at {hour}.",
    "the number is {digit} {digit} {digit}.",
    "my phone number is {digit} {digit} {digit} {digit} {digit}.",
    "room {digit} {digit} {digit} at the hotel.",
    "this is a test of the {thing}.",
    "note colon {act} the {quality} {thing}",
    "it costs {number} dollars and {number} cents.",
    "the {quality} {thing} costs {number} dollars.",
    "{name} asked about the {thing} in {month}.",
    "stop the {thing} new paragraph start the {thing}",
    "I think the {thing} is very {quality}.",
    "I think so scratch that {act} the {thing}",
    "the weather is {weather} {when}.",
    "it was {weather} and {weather} on {day}.",
    "the {person} is late by {number} minutes.",
    "my {person} has an old {thing} with a {quality} {thing}.",
    "{name} works at the {place} from {hour} to {hour}.",
    "next week we {act} the {thing} with {name}.",
    "let us {act} the {thing} after the meeting.",
    "do not {act} the {thing} before {day}.",
    "there are {number} {span} until {month}.",
    "the {place} is open from {day} to {day}.",
]

# Sound like another word of the vocabulary, or are spoken too weakly to stand alone in a word list.
NOT_ALONE = frozenset("to for a an the so do us by be is has at in on of it".split())
