"""Capital and blank at the caret: how a text continues what stands before it. Pure.

A model writes every take as if it stood alone: "And then we left." Behind "We had lunch" it is to
read " and then we left.", behind "Lunch. " as it is, behind "(" without a blank.

A capital is only taken away from a word that is surely not written with one inside a sentence: one
of a list, or, in English, one with an ending names do not have. So "I", names and abbreviations
stay, German nouns stay, and languages without a list keep all. What stands behind the caret decides
how the text ends (``behind_caret``).
"""

from __future__ import annotations

import re

from dictate.text.behind_caret import ended
from dictate.text.steps import is_unspaced

_CLOSING = frozenset(".,;:!?…)]}%»”’")
_OPENING = frozenset("([{¿¡„‚“‘«/\\-–—@#_'’=<>`~|")
_QUOTE = '"'
_BULLET = re.compile(r"\s*[-*•–—>]$")
_WORD_ENDS = re.compile(r"[.,!?]?(?:\s|$)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»“)\]]*\s+$")
_INSIDE = re.compile(r"[\w,;)\]\"”’»'–—-]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ABBREVIATION = re.compile(
    r"(?:^|\s|\()(?:e\.g|i\.e|etc|vs|approx|mr|mrs|dr|z\. ?B|d\. ?h|u\. ?a|bzw|ca|usw|Nr|Dr)\.\s$"
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SMALL: dict[str, frozenset[str]] = {
    "en": _words(
        """a about above actually after again against all almost already also although always an and
        another any anyway are as at back basically be because been before being below between both
        but by can could did do does don't down during each either else especially even every
        everyone everything except few finally first for from get give go got had has have he hence
        her here hers him his hopefully how however if in indeed instead into is isn't it it's its
        just keep last later least less let let's like look make many maybe me mine more most much
        must my never next no nobody none nor not nothing now of off often on once one only or other
        otherwise our ours out over perhaps please put quite rather really right same see she should
        since so some somebody someone something sometimes soon still such take than thanks that
        that's the their theirs them then there there's therefore these they they're this those
        though through thus to today together tomorrow too two under unless until up upon us use
        very was wasn't we we'll we're we've well were what what's when where whereas whether which
        while who whoever whole whom whose why with within without won't would yes yesterday yet you
        you'll you're your yours"""
    ),
    "de": _words(
        """ab aber alle allem allen aller alles als also am an auch auf aus bei beim bevor bin bis
        bisher bist bitte da dabei dadurch dafür dagegen daher dahin damals damit danach daneben
        dann daran darauf daraus darin darüber darum darunter das dass davon davor dazu dein deine
        deinem deinen deiner dem den denen denn dennoch der deren des deshalb dessen die dies diese
        diesem diesen dieser dieses doch dort du durch ebenso eigentlich ein eine einem einen einer
        eines einfach einige einmal entweder er erst es etwas euch euer falls fast für ganz gar
        gegen genau gerade gern gestern habe haben hat hatte hatten heute hier hin hinter ich ihm
        ihn im immer in indem ins irgendwie ist ja jede jedem jeden jeder jedes jedoch jetzt kann
        kannst kaum kein keine keinem keinen keiner können könnte lass leider machen man manche
        mehr mein meine meinem meinen meiner mich mir mit muss müssen nach nachdem nachher
        natürlich neben nein nicht nichts nie niemand noch nun nur ob obwohl oder oft ohne schon
        sehr sein seine seinem seinen seiner seit selbst sich sind so sobald sodass sogar solange
        soll sollen sollte somit sondern sonst soweit sowie statt trotzdem über überhaupt übrigens
        um und uns unser unsere unserem unseren unserer unter viel viele vielleicht vom von vor
        vorher während wann war waren warum was weder wegen weil welche welchem welchen welcher
        welches wenn wer werden wie wieder wir wird wo wobei wodurch wohin wollen womit worauf
        worüber wurde wurden würde würden zu zuerst zum zur zwar zwei zwischen"""
    ),
    "fr": _words(
        """à afin ainsi alors après au aussi autre aux avant avec beaucoup bien car ce ceci cela ces
        cet cette ceux chaque chez comme comment dans de depuis des donc dont du elle elles en
        encore enfin ensuite est et était être eux il ils je jusque la le les leur leurs lorsque lui
        mais malgré me même mes moi moins mon ne ni nos notre nous on ont or ou où par parce parfois
        pas pendant peut plus plutôt pour pourquoi puis puisque quand que quel quelle quelque qui
        quoi sa sans se sera ses si soit son sont sous souvent sur ta tandis te tes toi ton toujours
        tous tout toute toutes très tu un une vers voici voilà vos votre vous y"""
    ),
    "es": _words(
        """a además ahora al algo algún alguna algunos ante antes aquel aquella aquí así aún aunque
        bien cada casi como con contra cual cuando de del desde después donde dos durante e el él
        ella ellas ellos en entonces entre era es esa ese eso esta está estas este esto estos fue
        ha hacia hasta hay la las le les lo los luego más me mi mientras mis mucho muy nada ni no
        nos nosotros nuestra nuestro nunca o otra otro para pero poco por porque pues que quien se
        según ser si sí siempre sin sino sobre son su sus también tampoco tan tanto te tener tiene
        toda todas todo todos tras tu tus u un una unas uno unos usted y ya yo"""
    ),
}
"""Words that begin with a small letter inside a sentence. German "Sie", "Ihr" and "Ihnen" are not
among them: they may be the polite form; nor "Morgen" and "Mal", which are nouns as well."""

_ENGLISH_ENDINGS = re.compile(
    r"\w{2}(?:ing|tion|tions|ness|ment|ments|able|ible|fully|ously|ally|ively|ently|antly|ized|ised)$"
)
_NAMES_ALL_THE_SAME = _words(
    """beijing nanjing chongqing wyoming lansing flushing reading ealing barking woking worthing
    kettering sterling stirling fleming browning king harding boeing xing viking darling downing
    rowling kipling hawking irving keating manning channing golding fielding spalding harding
    pershing cushing deming jennings corning thanksgiving guinness inverness furness clement
    constable"""
)
_DAYS_AND_MONTHS = frozenset({"may", "march", "august"})


def fitted(
    text: str, before: str, language: str, terms: frozenset[str] = frozenset(), after: str = ""
) -> str:
    """Return ``text`` as it stands between these; ``terms`` keep their capitals."""
    text = ended(text, before, after, language)
    if not text or not before:
        return text
    cased = _cased(text, before, language, terms)
    return f" {cased}" if _wants_blank(before, cased) else cased


def _wants_blank(before: str, text: str) -> bool:
    last, first = before[-1], text[0]
    if last.isspace() or first.isspace() or first in _CLOSING or last in _OPENING:
        return False
    return not (_opens(before) or is_unspaced(last) or is_unspaced(first))


def _cased(text: str, before: str, language: str, terms: frozenset[str]) -> str:
    found = _FIRST_WORD.match(text)
    if found is None or language not in _SMALL:
        return text
    word = found.group()
    if _is_inside(before) and _may_be_small(word, language, terms):
        return text[0].lower() + text[1:]
    whole_word = _WORD_ENDS.match(text, found.end())
    if _SENTENCE_END.search(before) and not _is_inside(before) and word.islower() and whole_word:
        return text[0].upper() + text[1:]
    return text


def _is_inside(before: str) -> bool:
    """Tell whether the caret is inside of a sentence; a line begins a new one."""
    line = before.rpartition("\n")[2].rstrip()
    if _BULLET.match(line) or _opens(line):
        return False
    if _ABBREVIATION.search(f"{line} "):
        return True
    return bool(_INSIDE.search(line)) and not _SENTENCE_END.search(f"{line} ")


def _opens(before: str) -> bool:
    """Tell whether a straight quotation mark stands there that opens."""
    return before[-1:] == _QUOTE and before.rpartition("\n")[2].count(_QUOTE) % 2 == 1


def _may_be_small(word: str, language: str, terms: frozenset[str]) -> bool:
    if not (word[0].isupper() and word[1:] == word[1:].lower()) or word in terms:
        return False
    small = word.lower().replace("’", "'")
    if language == "en" and small in _DAYS_AND_MONTHS:
        return False
    if small in _SMALL[language]:
        return True
    is_english = language == "en" and small not in _NAMES_ALL_THE_SAME
    return is_english and bool(_ENGLISH_ENDINGS.search(small))
