#!/usr/bin/env python3
"""Writes published works in houses of its own composition, labelled: notes to train on.

    houses.py GOLD.jsonl... --count N [--seed S] > houses.jsonl

People, titles, journals, places and publishers are those of the published works of GOLD; a house is drawn for each document: in
which order it writes a name, how it marks a title, what stands before the container, how imprint, volume and pages are written.
Whoever learns from the notes of many houses learns each house's habits together with its subject; here the two are apart.
"""
import argparse
import json
import random
import re

LANGUAGES = {
    "en": {"and": ["and", "and", "&"], "in": ["in ", "In ", "in: "], "page": ["p. ", "", "", "pp. "], "pages": ["pp. ", "", "", "pp "],
           "volume": ["", "", "vol. ", "Vol. "], "issue": ["no. ", "no. ", "No. ", "issue "], "etal": ["et al.", "and others"],
           "before": ["ed. ", "edited by ", "eds. ", "ed. by "], "behind": ["ed.", "(ed.)", "eds.", "(eds.)", "(Ed.)", "editor"],
           "translator": ["trans. ", "translated by ", "tr. "], "edition": ["{}nd ed.", "{}. ed."], "quotes": ["“”", "“”", "‘’", "\"\""],
           "thesis": ["PhD diss.", "Ph.D. diss.", "PhD thesis", "unpublished PhD dissertation", "MA thesis", "D.Phil. thesis"],
           "accessed": ["accessed {}", "(accessed {})", "last accessed {}"], "see": ["See ", "See also ", "Cf. ", "For details see ", ""],
           "review": ["(January {y})", "(Spring {y})", "(June {y})"]},
    "de": {"and": ["und", "/", "u."], "in": ["in: ", "In: ", "in "], "page": ["S. "], "pages": ["S. ", "S. ", "S.", ""],
           "volume": ["", "Bd. ", "Jg. ", ""], "issue": ["H. ", "Heft ", "Nr. "], "etal": ["u. a.", "et al."],
           "before": ["hg. v. ", "hrsg. von ", "hg. von ", "Hg. v. "], "behind": ["(Hg.)", "(Hrsg.)", "Hg.", "(Hgg.)", "(Hg)"],
           "translator": ["übers. v. ", "übersetzt von "], "edition": ["{}. Aufl.", "{}. Auflage"], "quotes": ["„“", "»«", "„“", "\"\""],
           "thesis": ["Diss.", "phil. Diss.", "ungedr. Diss.", "Dissertation", "Magisterarbeit"],
           "accessed": ["abgerufen am {}", "(letzter Zugriff: {})", "[{}]"], "see": ["Vgl. ", "Siehe ", "Vgl. dazu ", "Dazu ", ""]},
    "fr": {"and": ["et"], "in": ["in ", "dans ", "in: "], "page": ["p. "], "pages": ["p. ", "pp. "],
           "volume": ["vol. ", "t. ", ""], "issue": ["n° ", "no ", "n° "], "etal": ["et al."],
           "before": ["éd. par ", "sous la direction de "], "behind": ["(dir.)", "(éd.)", "(dirs.)", "dir."],
           "translator": ["trad. de ", "traduit par "], "edition": ["{}e éd."], "quotes": ["«»", "« »", "“”"],
           "thesis": ["thèse de doctorat", "thèse", "mémoire de maîtrise"], "accessed": ["consulté le {}", "(consulté le {})"],
           "see": ["Voir ", "Cf. ", "Voir aussi ", ""]},
    "it": {"and": ["e"], "in": ["in ", "in: "], "page": ["p. "], "pages": ["pp. ", "p. "], "volume": ["vol. ", ""], "issue": ["n. ", "fasc. "],
           "etal": ["et al."], "before": ["a cura di "], "behind": ["(a cura di)", "(ed.)"], "translator": ["trad. it. di "],
           "edition": ["{}ª ed."], "quotes": ["«»", "“”"], "thesis": ["tesi di dottorato", "tesi di laurea"], "accessed": ["consultato il {}"],
           "see": ["Cfr. ", "Si veda ", "Vedi ", ""]},
    "es": {"and": ["y"], "in": ["en ", "En: "], "page": ["p. "], "pages": ["pp. ", "p. "], "volume": ["vol. ", ""], "issue": ["núm. ", "n.º "],
           "etal": ["et al."], "before": ["ed. de "], "behind": ["(ed.)", "(eds.)", "(coord.)"], "translator": ["trad. de "],
           "edition": ["{}.ª ed."], "quotes": ["«»", "“”"], "thesis": ["tesis doctoral", "tesis de licenciatura"],
           "accessed": ["consultado el {}"], "see": ["Véase ", "Cfr. ", "Ver ", ""]},
    "ru": {"and": ["и", ","], "in": ["// ", "// ", "В кн.: "], "page": ["С. ", "с. "], "pages": ["С. ", "С. ", "с. "], "volume": ["Т. ", "т. "],
           "issue": ["№ ", "№ ", "Вып. "], "etal": ["и др."], "before": ["под ред. ", "ред. "], "behind": ["(ред.)", "(сост.)"],
           "translator": ["пер. "], "edition": ["{}-е изд."], "quotes": ["«»"], "thesis": ["дис. … канд. ист. наук", "автореф. дис."],
           "accessed": ["(дата обращения: {})"], "see": ["См.: ", "См. также: ", "См. ", ""]},
    "pl": {"and": ["i", ","], "in": ["w: ", "[w:] ", "[w] "], "page": ["s. "], "pages": ["s. "], "volume": ["t. ", "vol. "], "issue": ["nr ", "z. "],
           "etal": ["i in."], "before": ["red. ", "pod red. "], "behind": ["(red.)", "red."], "translator": ["tłum. "], "edition": ["wyd. {}"],
           "quotes": ["„”", "«»"], "thesis": ["praca doktorska", "rozprawa doktorska"], "accessed": ["(dostęp: {})"],
           "see": ["Zob. ", "Por. ", "Zob. też ", ""]},
    "cs": {"and": ["a", "–"], "in": ["in: ", "In: "], "page": ["s. "], "pages": ["s. "], "volume": ["roč. ", "sv. ", ""], "issue": ["č. "],
           "etal": ["a kol."], "before": ["ed. ", "eds. "], "behind": ["(ed.)", "(eds.)", "(edd.)"], "translator": ["přel. "],
           "edition": ["{}. vyd."], "quotes": ["„“", "‚‘"], "thesis": ["disertační práce", "diplomová práce"], "accessed": ["[cit. {}]"],
           "see": ["Viz ", "Srov. ", "K tomu ", ""]},
    "sr": {"and": ["i"], "in": ["u: ", "in: "], "page": ["str. ", ""], "pages": ["str. ", "", "s. "], "volume": ["", "knj. ", "god. "],
           "issue": ["br. "], "etal": ["i dr."], "before": ["prir. ", "ur. "], "behind": ["prir.", "ur.", "(ur.)", "(prir.)"],
           "translator": ["prev. "], "edition": ["{}. izd."], "quotes": ["»«", "„“", "„”", "“”"],
           "thesis": ["doktorska disertacija", "magistarski rad"], "accessed": ["(pristupljeno {})"],
           "see": ["Vidi ", "Videti: ", "Opširnije: ", "Uporedi: ", ""]},
    "sl": {"and": ["in"], "in": ["v: ", "V: "], "page": ["str. ", ""], "pages": ["str. ", "", "s. "], "volume": ["", "l. "], "issue": ["št. "],
           "etal": ["et al."], "before": ["ur. "], "behind": ["ur.", "(ur.)"], "translator": ["prev. "], "edition": ["{}. izd."],
           "quotes": ["»«", "„“"], "thesis": ["doktorska disertacija", "magistrsko delo"], "accessed": ["(dostop: {})"],
           "see": ["Glej ", "Gl. tudi ", "Prim. ", "Več o tem: ", ""]},
    "hu": {"and": ["–", "és"], "in": ["In: ", "In "], "page": [""], "pages": ["", ""], "volume": ["", ""], "issue": [""], "etal": ["et al."],
           "before": ["szerk. ", "Szerk. "], "behind": ["(szerk.)", "szerk."], "translator": ["ford. "], "edition": ["{}. kiad."],
           "quotes": ["„”", "„”"], "thesis": ["PhD-értekezés", "doktori disszertáció"], "accessed": ["(letöltés: {})"],
           "see": ["Lásd ", "Lásd még ", "Vö. ", "Ld. ", ""]},
    "sv": {"and": ["och", "&"], "in": ["i ", "I: "], "page": ["s. ", "s "], "pages": ["s. ", "s "], "volume": ["", "vol. ", "årg. "],
           "issue": ["nr ", "h. "], "etal": ["m.fl."], "before": ["red. "], "behind": ["(red.)", "red."], "translator": ["övers. "],
           "edition": ["{} uppl."], "quotes": ["””", "\"\""], "thesis": ["doktorsavhandling", "diss."], "accessed": ["(hämtad {})"],
           "see": ["Se ", "Se även ", "Jfr ", ""]},
    "fi": {"and": ["ja"], "in": ["teoksessa ", ""], "page": ["s. "], "pages": ["s. ", "ss. "], "volume": ["", "vol. "], "issue": ["n:o ", ""],
           "etal": ["ym."], "before": ["toim. "], "behind": ["(toim.)", "toim."], "translator": ["suom. "], "edition": ["{}. painos"],
           "quotes": ["””", "»»"], "thesis": ["väitöskirja", "pro gradu"], "accessed": ["(viitattu {})"],
           "see": ["Ks. ", "Ks. myös ", "Vrt. ", "Ks. esim. ", ""]},
    "nl": {"and": ["en"], "in": ["in: ", "in "], "page": ["p. ", "blz. ", ""], "pages": ["p. ", "blz. ", "pp. ", ""], "volume": ["", "dl. "],
           "issue": ["nr. ", ""], "etal": ["e.a."], "before": ["red. "], "behind": ["(red.)", "(eds.)", "ed."], "translator": ["vert. "],
           "edition": ["{}e druk"], "quotes": ["‘’", "“”"], "thesis": ["proefschrift", "doctoraalscriptie"],
           "accessed": ["(geraadpleegd {})"], "see": ["Zie ", "Zie ook ", "Vgl. ", ""]},
    "pt": {"and": ["e"], "in": ["in ", "In: "], "page": ["p. "], "pages": ["p. ", "pp. "], "volume": ["vol. ", "v. ", ""], "issue": ["n.º ", "n. "],
           "etal": ["et al."], "before": ["org. "], "behind": ["(org.)", "(coord.)", "(orgs.)"], "translator": ["trad. de "],
           "edition": ["{}.ª ed.", "{}. ed."], "quotes": ["«»", "“”"], "thesis": ["tese de doutoramento", "dissertação de mestrado"],
           "accessed": ["consultado em {}"], "see": ["Ver ", "Cf. ", "Veja-se ", "Vide ", ""]},
    "ro": {"and": ["și", ","], "in": ["în ", "în vol. ", "in "], "page": ["p. "], "pages": ["p. ", "pp. "], "volume": ["vol. ", "tom ", ""],
           "issue": ["nr. "], "etal": ["et al."], "before": ["coord. ", "ed. "], "behind": ["(coord.)", "(ed.)", "coord."],
           "translator": ["trad. "], "edition": ["ediția a {}-a"], "quotes": ["„”", "„“"], "thesis": ["teză de doctorat"],
           "accessed": ["(accesat la {})"], "see": ["Vezi ", "Vezi și ", "Cf. ", ""]},
    "tr": {"and": ["ve", "-"], "in": ["içinde ", ""], "page": ["s. ", "s."], "pages": ["s. ", "ss. "], "volume": ["C. ", "Cilt: ", ""],
           "issue": ["Sayı: ", "S. ", "sy. "], "etal": ["vd."], "before": ["haz. ", "ed. "], "behind": ["(haz.)", "(ed.)", "(Ed.)"],
           "translator": ["çev. "], "edition": ["{}. baskı"], "quotes": ["“”", "\"\""],
           "thesis": ["Yayımlanmamış Doktora Tezi", "Yüksek Lisans Tezi"], "accessed": ["(erişim: {})"],
           "see": ["Bkz. ", "Bkz: ", "Ayrıca bkz. ", "Krş. ", ""]},
    "uk": {"and": [",", "і"], "in": ["// ", "// ", "В кн.: "], "page": ["С. ", "с. "], "pages": ["С. ", "с. "], "volume": ["Т. ", "т. "],
           "issue": ["№ ", "Вип. "], "etal": ["та ін."], "before": ["за ред. "], "behind": ["(упоряд.)", "(ред.)"], "translator": ["пер. "],
           "edition": ["{}-е вид."], "quotes": ["«»", "„“"], "thesis": ["дис. … канд. іст. наук"], "accessed": ["(дата звернення: {})"],
           "see": ["Див.: ", "Див. також: ", "Детальніше див.: ", ""]},
}
MONTHS = "January February March April May June July August September October November December".split()
NEED = {"book": ("title", "issued"), "chapter": ("title", "container-title", "issued"), "thesis": ("title", "issued"),
        "article-journal": ("title", "container-title", "issued"), "article-newspaper": ("title", "container-title", "issued"),
        "article-magazine": ("title", "container-title", "issued")}
COPIED = ("title", "container-title", "publisher", "publisher-place", "volume", "issue", "page", "edition", "collection-title")


def people_of(work):
    return [person for role in ("author", "editor", "translator") for person in work.get(role, []) if isinstance(person, dict)]


def is_usable(work):
    kind = work.get("type")
    if work.get("kind") != "published" or kind not in NEED or work.get("inherited"):
        return False
    if not all(work.get(field) for field in NEED[kind]) or not (work.get("author") or (kind == "book" and work.get("editor"))):
        return False
    texts = [str(work.get(field, "")) for field in COPIED]
    return (re.fullmatch(r"\d{4}(-\d\d){0,2}", str(work["issued"])) is not None and not any('"' in text for text in texts)
            and all(person.get("family") and person.get("given") for person in people_of(work)))


class House:
    """The habits of one document, drawn once."""

    def __init__(self, draw):
        self.draw = draw
        self.language = draw.choices(list(LANGUAGES), weights=[8, 5, 3, 2, 2, 3, 2, 1] + [0.7] * (len(LANGUAGES) - 8))[0]
        self.words = {key: draw.choice(forms) for key, forms in LANGUAGES[self.language].items()}
        self.given_last = draw.random() < 0.3
        self.capitals = draw.random() < 0.08
        self.initials = draw.random() < 0.35
        self.initial_space = draw.random() < 0.6
        self.behind_people = draw.choices([", ", ": ", ". ", " "], weights=[10, 4, 3, 1])[0]
        if self.language == "ru":
            self.given_last, self.initials, self.behind_people = True, True, draw.choice([" ", " ", ". ", ", "])
        if self.language == "uk":
            self.given_last, self.initials, self.behind_people = True, True, draw.choice([" ", ", "])
        if self.language == "hu":
            self.given_last, self.initials, self.behind_people = True, False, draw.choice([": ", ": ", ", "])
        # "Müller, Jan; Schmidt, Eva: …": all names so, not the first alone.
        self.all_inverted = draw.choice(["; ", "; ", "/", " / "]) if self.given_last and draw.random() < 0.4 else ""
        if self.all_inverted and draw.random() < 0.7:
            self.behind_people = ": "
        self.given_in_bracket = self.language == "fr" and draw.random() < 0.15
        self.year_first = draw.random() < 0.2 and self.language != "ru"
        self.quoted = draw.random() < (0.25 if self.language in ("ru", "uk") else 0.75)
        self.behind_title = draw.choice([", ", ". "]) if self.language in ("de", "ru", "en", "es") else ", "
        self.stop_inside = self.language == "en" and draw.random() < 0.6
        self.journal_in = draw.random() < (0.9 if self.language in ("de", "ru", "uk", "it", "pl", "cs", "ro") else 0.15)
        self.journal_quoted = self.language in ("it", "pl") and draw.random() < 0.6
        self.imprint = draw.randrange(12)
        self.numbers = draw.randrange(10)
        self.most_names = draw.choice([99, 99, 99, 3, 1])
        self.series = draw.choice(["", "", "", ", {} {}", ", {}, {}", " ({} {})", " (= {}, Bd. {})", ", {}"])
        self.before = draw.random() < 0.5
        self.editors_first = draw.random() < 0.5
        self.dash = draw.choice(["–", "-", "–"])
        self.online = draw.random() < 0.12


class Note:
    """The text of a citation as it grows, and what each part of it is."""

    def __init__(self, house):
        self.text, self.work, self.house = "", {}, house

    def add(self, text):
        self.text += text

    def separate(self, separator):
        """No second stop behind one."""
        self.text += separator[1:] if separator[:1] == "." and self.text.endswith((".", "?", "!")) else separator

    def field(self, name, value, shown=None):
        self.work[name] = value
        self.text += value if shown is None else shown

    def quoted(self, name, value, stop=""):
        marks = self.house.words["quotes"]
        inside = stop.strip() if self.house.stop_inside else ""
        space = " " if len(marks) == 3 else ""
        self.work[name] = value
        self.text += marks[0] + space + value + inside + space + marks[-1]
        self.separate(stop[len(inside):] if inside else stop)


def initials(given, spaced):
    letters = [part[0] + "." for part in re.split(r"[\s.]+", given) if part and part[0].isalpha()]
    return (" " if spaced else "").join(letters)


def names(note, role, people, inverted=False):
    """Writes people and labels them as they are written."""
    house, out = note.house, []
    all_inverted = inverted and house.all_inverted
    cut = len(people) > house.most_names
    people = people[:house.most_names]
    for number, person in enumerate(people):
        family = person["family"].upper() if house.capitals else person["family"]
        given = initials(person["given"], house.initial_space) if house.initials else person["given"]
        if number and all_inverted:
            note.add(all_inverted)
        elif number:
            last = number + 1 == len(people) and not cut
            joint = house.words["and"]
            note.add((joint if joint in "/–," else " " + joint) + " " if last else ", ")
        family_first = house.language in ("ru", "uk", "hu")
        if house.given_in_bracket:
            note.add(family + " (" + given + ")")
        elif house.given_last and (inverted or family_first or house.language == "pl") and (number == 0 or family_first or all_inverted):
            note.add(family + ("" if family_first else ",") + " " + given)
        else:
            note.add(given + " " + family)
        out.append({"family": family, "given": given})
    if cut:
        note.add((", " if len(people) > 1 and house.language == "en" else " ") + house.words["etal"])
    note.work[role] = out


def pages(note, value):
    value = re.sub(r"[-–—]+", note.house.dash, str(value))
    label = note.house.words["pages" if re.search(r"\D", value) else "page"]
    note.add(label)
    note.field("page", value)


def year(note, item):
    note.field("issued", item["issued"][:4])


def imprint(note, item, with_year=True):
    """Place, publisher and year; what the record lacks is left out with its separator."""
    place, publisher = item.get("publisher-place"), item.get("publisher")
    form = note.house.imprint
    bracketed = form in (0, 1, 2, 9, 10)
    if form >= 9 and publisher:  # the house alone
        place = None
    note.separate(" (" if bracketed else note.house.behind_title)
    if form in (0, 3, 7) and place and publisher:
        note.field("publisher-place", place)
        note.add(": ")
        note.field("publisher", publisher)
    elif form in (4, 8) and place and publisher:
        note.field("publisher", publisher)
        note.add(", ")
        note.field("publisher-place", place)
    elif form == 5 and place and publisher:
        note.field("publisher-place", place)
        note.add(", ")
        note.field("publisher", publisher)
    elif place:
        note.field("publisher-place", place)
    elif publisher:
        note.field("publisher", publisher)
    if with_year:
        if place or publisher:
            note.add(" " if form in (2, 6, 8) else ", ")
        year(note, item)
    if bracketed:
        note.add(")")


def editors(note, item, before):
    if before:
        note.add(note.house.words["before"])
        names(note, "editor", item["editor"])
    else:
        names(note, "editor", item["editor"], inverted=False)
        note.add(" " if note.house.words["behind"].startswith("(") else ", ")
        note.add(note.house.words["behind"])


def volume(note, item, label=True):
    note.add(note.house.words["volume"] if label else "")
    note.field("volume", str(item["volume"]))


def periodical(note, item):
    """Volume, issue, year and pages of a journal."""
    house = note.house
    has = lambda name: item.get(name)
    form = house.numbers
    dated = not house.year_first
    if form in (0, 1, 2):        # 12, no. 3 (1999): 45–67
        note.add(" ")
        if has("volume"):
            volume(note, item, form == 2)
        if has("issue"):
            note.add((", " if has("volume") else "") + house.words["issue"])
            note.field("issue", str(item["issue"]))
        if dated:
            note.add(" (" if has("volume") or has("issue") else "(")
            year(note, item)
            note.add(")")
        if has("page"):
            note.add(": " if form == 0 else ", ")
            pages(note, item["page"]) if form else note.field("page", re.sub(r"[-–—]+", house.dash, str(item["page"])))
    elif form in (3, 4):         # 12/3 (1999), S. 45–67; 12(3), 45–67
        note.add(" ")
        if has("volume"):
            volume(note, item, False)
        if has("issue"):
            note.add(("/" if form == 3 else "(") if has("volume") else "(")
            note.field("issue", str(item["issue"]))
            note.add("" if form == 3 and has("volume") else ")")
        if dated:
            note.add(" (" if form == 3 or has("volume") else "(")
            year(note, item)
            note.add(")")
        if has("page"):
            note.add(", ")
            pages(note, item["page"])
    elif form == 9 and has("volume"):  # 12.3 (1999), pp. 45–67
        note.add(house.draw.choice([" ", ", "]))
        volume(note, item, False)
        if has("issue"):
            note.add(".")
            note.field("issue", str(item["issue"]))
        if dated:
            note.add(" (")
            year(note, item)
            note.add(")")
        if has("page"):
            note.add(", ")
            pages(note, item["page"])
    else:                        # vol. 12, n° 3, 1999, p. 45–67
        parted = ". " if house.language == "ru" else ", "
        note.add(parted if form < 8 or house.language == "ru" else " ")
        parts = []
        if dated and house.language in ("ru", "pl", "cs"):
            parts.append(lambda: year(note, item))
        if has("volume"):
            parts.append(lambda: volume(note, item))
        if has("issue"):
            parts.append(lambda: (note.add(house.words["issue"]), note.field("issue", str(item["issue"]))))
        if dated and house.language not in ("ru", "pl", "cs"):
            parts.append(lambda: year(note, item))
        if has("page"):
            parts.append(lambda: pages(note, item["page"]))
        for number, write in enumerate(parts):
            note.add(parted if number else "")
            write()


def online(note, draw):
    house = note.house
    site = draw.choice(["https://doi.org/10.{}/{}", "http://www.archive.example/{}/{}", "https://www.jstor.org/stable/{}{}"])
    url = site.format(draw.randrange(1000, 9999), draw.randrange(10000, 99999))
    note.separate(draw.choice([", ", ", ", ". ", ". Online: <"]))
    marked = note.text.endswith("<")
    if "doi.org" in url:
        note.work["DOI"] = url.split("doi.org/")[1]
        note.add(url + (">" if marked else ""))
    else:
        note.field("URL", url)
        if marked:
            return note.add(">")
        day, month, when = draw.randrange(1, 29), draw.randrange(12), draw.randrange(2005, 2023)
        written = f"{day} {MONTHS[month]} {when}" if house.language == "en" else f"{day:02d}.{month + 1:02d}.{when}"
        form = house.words["accessed"]
        note.add((" " if form[0] in "([" else ", ") + form.format(written))
        note.work["accessed"] = f"{when}-{month + 1:02d}-{day:02d}"


def series(note, item):
    """The series of a book and its number there."""
    if not note.house.series or not item.get("collection-title"):
        return
    for piece in re.split(r"({})", note.house.series):
        if piece != "{}":
            note.add(piece)
        elif "collection-title" not in note.work:
            note.field("collection-title", item["collection-title"])
        else:
            note.field("number", str(item["number"]))


def in_print(note, item):
    """Volume, imprint and pages of a book, or of the book that a chapter is in."""
    house = note.house
    if item.get("volume"):
        note.separate(", ")
        volume(note, item)
    behind = house.series.startswith(" (")
    if not behind:
        series(note, item)
    imprint(note, item, not house.year_first)
    if behind:
        series(note, item)
    if item.get("page"):
        note.separate(". " if house.language == "ru" else ", ")
        pages(note, item["page"])


def write(item, house):
    """One work as the house writes it."""
    note, draw = Note(house), house.draw
    kind = item["type"]
    edited = kind == "book" and not item.get("author")
    if edited:
        editors(note, item, False)
    else:
        names(note, "author", item["author"], inverted=True)
    if house.year_first:
        note.separate(" (" if house.imprint % 2 else ". ")
        year(note, item)
        note.add(")" if house.imprint % 2 else "")
    note.separate(house.behind_people if not note.text.endswith(")") or house.behind_people != " " else ", ")
    if kind == "book":
        note.field("title", item["title"])
        if item.get("editor") and not edited:
            note.separate(", ")
            editors(note, item, True)
        if item.get("translator"):
            note.separate(", ")
            note.add(house.words["translator"])
            names(note, "translator", item["translator"])
        if item.get("edition") and re.fullmatch(r"\d+", str(item["edition"])):
            note.separate(", ")
            before, behind = house.words["edition"].split("{}")
            note.add(before)
            note.field("edition", str(item["edition"]))
            note.add(behind)
        in_print(note, item)
    elif kind == "thesis":
        note.quoted("title", item["title"], " ") if house.quoted else (note.field("title", item["title"]), note.separate(" " if house.imprint < 5 else ", "))
        school = item.get("publisher") or item.get("publisher-place")
        bracketed = house.imprint < 5
        note.separate("(" if bracketed and note.text.endswith(" ") else " (" if bracketed else "" if note.text.endswith(" ") else ", ")
        note.field("genre", house.words["thesis"])
        if school:
            note.add(", " if draw.random() < 0.7 else " ")
            note.field("publisher" if item.get("publisher") else "publisher-place", school)
        if not house.year_first:
            note.add(", " if draw.random() < 0.7 else " ")
            year(note, item)
        note.add(")" if bracketed else "")
        if item.get("page"):
            note.separate(", ")
            pages(note, item["page"])
    elif kind == "chapter":
        stop = ", " if house.words["in"][:1] in ("", "i", "[", "w") or house.language == "fr" else ". "
        stop = " " if house.words["in"].startswith("//") else stop
        note.quoted("title", item["title"], stop) if house.quoted else (note.field("title", item["title"]), note.separate(stop))
        if house.language == "en" and draw.random() < 0.1:
            note.add(f"chap. {draw.randrange(1, 19)} ")
        note.add(house.words["in"])
        if item.get("editor") and house.editors_first:
            editors(note, item, False)
            note.separate(": " if house.behind_people == ": " else ", ")
        note.field("container-title", item["container-title"])
        if item.get("editor") and not house.editors_first:
            note.separate(", ")
            editors(note, item, True)
        in_print(note, item)
    else:
        into = house.words["in"] if house.journal_in else ""
        stop = " " if into.startswith("//") else house.behind_title if house.quoted and house.stop_inside else ", "
        note.quoted("title", item["title"], stop) if house.quoted else (note.field("title", item["title"]), note.separate(stop))
        note.add(into)
        if house.journal_quoted:
            note.quoted("container-title", item["container-title"])
        else:
            note.field("container-title", item["container-title"])
        if kind == "article-journal":
            periodical(note, item)
        else:
            note.add(", ")
            parts = [int(part) for part in item["issued"].split("-")]
            if house.language == "en" and len(parts) == 3:
                shown = draw.choice(["{m} {d}, {y}", "{d} {m} {y}", "{m} {d}, {y}"]).format(m=MONTHS[parts[1] - 1], d=parts[2], y=parts[0])
            elif len(parts) == 3:
                shown = draw.choice(["{d}.{m}.{y}", "{d}. {m}. {y}", "{d:02d}.{m:02d}.{y}"]).format(m=parts[1], d=parts[2], y=parts[0])
            else:
                shown = str(parts[0])
            note.field("issued", item["issued"] if len(parts) == 3 else item["issued"][:4], shown)
            if item.get("page"):
                note.add(", ")
                pages(note, item["page"])
    if house.online and draw.random() < 0.5:
        online(note, draw)
    note.text = note.text.rstrip(" ,")
    work = {"span": note.text, "kind": "published", "type": kind}
    work.update(note.work)
    return work


def documents(items, count, draw):
    """Notes of some works each, a house to a document of about six notes."""
    number = 0
    every = sorted({work["collection-title"] for group in items.values() for work in group if work.get("collection-title")})
    while number < count:
        house = House(draw)
        for _ in range(min(6, count - number)):
            works = []
            for _ in range(draw.choices([1, 2, 3], weights=[6, 3, 1])[0]):
                kind = draw.choices(list(items), weights=[len(group) ** 0.7 for group in items.values()])[0]
                item = {key: value for key, value in draw.choice(items[kind]).items() if key not in ("collection-title", "number")}
                if every and kind in ("book", "chapter") and draw.random() < 0.4:
                    item.update({"collection-title": draw.choice(every), "number": draw.randrange(1, 240)})
                works.append(write(item, house))
            text = house.words["see"]
            for at, work in enumerate(works):
                joint = "; " if house.language != "de" or draw.random() < 0.7 else " sowie "
                text += (joint if at else "") + work["span"]
            yield {"id": f"house-{number}", "document": f"house-{number // 6}", "lang": house.language, "note": text + ("." if text[-1] != "." else ""),
                   "works": works}
            number += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    items = {}
    for path in options.gold:
        for line in open(path, encoding="utf-8"):
            for work in json.loads(line)["works"] if line.strip() else []:
                if is_usable(work):
                    items.setdefault(work["type"], []).append(work)
    for note in documents(items, options.count, random.Random(options.seed)):
        print(json.dumps(note, ensure_ascii=False))


if __name__ == "__main__":
    main()
