#!/usr/bin/python3
"""Opens our files in LibreOffice as a Dutch office would, and looks.

    /usr/bin/python3 tests/office/office.py PROGRAM

It needs `libreoffice-calc` and `python3-uno`. The office runs without a screen,
with a profile of its own and Dutch settings. What is checked:

- the workbook: sheets, types, no formula made of text, frozen panes, links only
  to https; every stored result is what the office calculates itself; after other
  weights in the sheet the numbers, bars, places and words of themes are those of the
  program with `--weight`; it prints on at most six pages;
- the sheets and CSV files of an institution's checklist and triage;
- the CSV for spreadsheets in Dutch and the CSV for programs in English: numbers
  are numbers, days are days, nothing is a formula, every letter is right;
- the lists of texts in `tests/data/spreadsheet`: what the office makes of each, and
  that all stay texts in our files.
"""

import csv
import fractions
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table.CellContentType import EMPTY, FORMULA, TEXT, VALUE

AS_OF = "2026-11-30"
ROOT = pathlib.Path(__file__).resolve().parents[2]
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
HOSTILE = "=cmd|' /C calc'!A1"


class Office:
    """One office, ended when the work is done."""

    def __init__(self, folder):
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
        pipe = f"keuzehulp{os.getpid()}"
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp",
             f"-env:UserInstallation={(folder / 'profile').as_uri()}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        until = time.monotonic() + 60
        while True:
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if time.monotonic() > until or self.process.poll() not in (None, 81):
                    raise
                # LibreOffice opens its pipe when it is ready; there is nothing else to wait for.
                time.sleep(0.1)
        self.desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    def open(self, path, **options):
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, given(Hidden=True, **options))

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass  # The bridge goes away together with the office.
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


def given(**options):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in options.items())


class Sheet:
    """A sheet of ours: its header, and its rows below it."""

    def __init__(self, book, name, first):
        self.sheet = book.Sheets.getByName(name)
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        self.last = cursor.RangeAddress.EndRow
        self.width = cursor.RangeAddress.EndColumn + 1
        column = self.sheet.getCellRangeByPosition(0, 0, 0, self.last).DataArray
        self.head = next(at for at, (value,) in enumerate(column) if value == first)
        names = self.sheet.getCellRangeByPosition(0, self.head, self.width - 1, self.head).DataArray[0]
        self.names = {name: at for at, name in enumerate(names)}

    def rows(self):
        area = self.sheet.getCellRangeByPosition(0, self.head + 1, self.width - 1, self.last)
        return [dict(zip(self.names, row)) for row in area.DataArray]

    def cell(self, column, row):
        """The cell of a named column, so many rows below the header."""
        return self.sheet.getCellByPosition(self.names[column], self.head + 1 + row)


class Run:
    def __init__(self, program, folder):
        self.program, self.folder, self.count = program, folder, 0

    def __call__(self, *arguments, out=None):
        command = [self.program, "compare", *arguments, "--as-of", AS_OF]
        if out:
            command += ["-o", str(self.folder / out)]
        done = subprocess.run(command, check=True, capture_output=True, env={"PATH": os.environ["PATH"]})
        return self.folder / out if out else done.stdout

    def own(self, command, *arguments, out):
        """What another command makes."""
        target = self.folder / out
        subprocess.run([self.program, command, *arguments, "--as-of", AS_OF, "-o", str(target)],
                       check=True, capture_output=True, env={"PATH": os.environ["PATH"]})
        return target

    def document(self, *arguments):
        return json.loads(self(*arguments, "--format", "json"))


def same(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} is not {wanted!r}")


def formulas(book):
    """The values of all cells with a formula, by sheet and place."""
    found = {}
    for sheet in book.Sheets:
        for area in sheet.queryContentCells(FORMULAS):
            address = area.RangeAddress
            for down, row in enumerate(area.DataArray):
                for right, value in enumerate(row):
                    found[sheet.Name, address.StartRow + down, address.StartColumn + right] = value
    return found


def whole(text, up):
    """Whole points of a fraction, rounded outwards: what is more than nothing is at least one."""
    part = 100 * fractions.Fraction(text)
    return min(math.ceil(part), 99 if part < 100 else 100) if up else max(math.floor(part), int(part > 0))


WORDS = {"favourable": "gunstig", "mixed": "gemengd", "unfavourable": "ongunstig", "own-work": "regelt u zelf",
         "unknown": "onbekend"}


def people_read(book, document, what):
    """Bars, whole points, places and themes say what the document says."""
    rows = {row["Product-id"]: row for row in Sheet(book, "Rangorde", "Plaats").rows()}
    themes = {row["Product-id"]: row for row in Sheet(book, "Per thema", "Plaats").rows()}
    same((set(rows), set(themes)), 2 * ({item["alternative"] for item in document["ranking"]},), f"{what}: sheets")
    for item in document["ranking"]:
        name, score = f"{what}: {item['alternative']}", item["score"]
        row, theme = rows[item["alternative"]], themes[item["alternative"]]
        own = fractions.Fraction(score["exact_low"]) + fractions.Fraction(score["exact_own_work"])
        points = [whole(score["exact_low"], False), whole(own, False), whole(score["exact_high"], True)]
        if score["exact_own_work"] == "0":
            points[1] = points[0]
        same([row[key] for key in ("Punten van", "Met eigen werk", "Punten tot")], points, f"{name}, points")
        ends = [0, *((20 * point + 50) // 100 for point in points), 20]
        bar = "".join(sign * (to - since) for sign, since, to in zip("█▒░·", ends, ends[1:]))
        same(row["Van 0 tot 100"], bar, f"{name}, bar")
        # After a weight is changed each share is rounded by itself.
        assert abs(row["Beantwoord (%)"] - 100 * item["shares"]["known"]) <= 1, name
        best, worst = item["rank_best"], item["rank_worst"]
        places = "" if item["block"] == "knocked-out" or item["shares"]["open"] == 1 else (
            best if best == worst else f"{best}–{worst}")
        same([row["Plaats"], theme["Plaats"]], [places, places], f"{name}, places")
        tiles = [value for key, value in theme.items() if value in WORDS.values() and key != "Product"]
        same(tiles, [WORDS[tile["tile"]] for tile in item["tiles"]], f"{name}, themes")


def ranking_is(book, document, what):
    """The sheets say what the document says."""
    people_read(book, document, what)
    rows = {row["Product-id"]: row for row in Sheet(book, "Niveaus", "Product-id").rows()}
    same(set(rows), {item["alternative"] for item in document["ranking"]}, f"{what}: alternatives")
    places = 0
    for item in document["ranking"]:
        row = rows[item["alternative"]]
        name = f"{what}: {item['alternative']}"
        same(row["Punten van"], item["score"]["low"], f"{name}, from")
        same(row["Punten tot"], item["score"]["high"], f"{name}, to")
        same(row["Punten eigen werk"], item["score"]["own_work"], f"{name}, eigen werk")
        # The document has three decimals of 1, the sheet one of 100.
        for key, header in (("known", "Beantwoord (%)"), ("own_work", "Eigen werk (%)"), ("open", "Open (%)")):
            # After a weight is changed each share is rounded by itself: a tenth may differ.
            tenths = round(row[header] * 10), round(item["shares"][key] * 1000)
            assert abs(tenths[0] - tenths[1]) <= 1, f"{name}, {header}: {tenths}"
        if row["Plaats"] != "":
            places += 1
            same([row[key] for key in ("Plaats", "Beste plaats", "Slechtste plaats")],
                 [item["rank"], item["rank_best"], item["rank_worst"]], f"{name}, plaatsen")
        else:
            assert item["block"] == "knocked-out" or item["shares"]["open"] == 1, f"{name} has no place"
    return places


def sums_agree(book, what):
    """The printed parts make the printed scores, and the shares make 100."""
    def tenths(number):
        return round(10 * number)

    parts = {}
    for row in Sheet(book, "Antwoorden", "Product").rows():
        low, high = parts.get(row["Product-id"], (0, 0))
        parts[row["Product-id"]] = (low + tenths(row["Deel van de punten, laagst"]),
                                    high + tenths(row["Deel van de punten, hoogst"]))
    wanted = {row["Product-id"]: (tenths(row["Punten van"]), tenths(row["Punten tot"]))
              for row in Sheet(book, "Niveaus", "Product-id").rows()}
    same(parts, wanted, f"{what}: parts and points")
    for sheet, first in (("Criteria", "Thema"), ("Verdeling", "Thema")):
        shares = [tenths(row["Aandeel (%)"]) for row in Sheet(book, sheet, first).rows()]
        same(sum(shares), 1000, f"{what}: the shares of {sheet}")


def workbook(office, run, kind, weights, profile="algemeen"):
    """A workbook as it is, and after other weights."""
    path = run(kind, "--profile", profile, out=f"{kind}-{profile}.xlsx")
    book = office.open(path)
    stored = formulas(book)
    assert len(stored) > 1000, "the workbook calculates"
    document = run.document(kind, "--profile", profile)
    ranking_is(book, document, f"{kind}, {profile}, as stored")
    book.calculateAll()
    again = formulas(book)
    differing = [(place, stored[place], again[place]) for place in stored if stored[place] != again[place]]
    same(differing, [], f"{kind}, {profile}: stored results")
    places = ranking_is(book, document, f"{kind}, {profile}, recalculated")
    sums_agree(book, f"{kind}, {profile}, recalculated")
    # Other weights, as a user would type them.
    criteria = Sheet(book, "Criteria", "Thema")
    numbers = {row["Criterium-id"]: at for at, row in enumerate(criteria.rows())}
    arguments = []
    for criterion, weight in weights.items():
        criteria.cell("Gewicht (aan te passen)", numbers[criterion]).setValue(weight)
        arguments += ["--weight", f"{criterion}={weight}"]
    book.calculateAll()
    changed = run.document(kind, "--profile", profile, *arguments)
    assert changed["ranking"] != document["ranking"], "the weights matter"
    ranking_is(book, changed, f"{kind}, {profile}, {weights}")
    shares = {row["Criterium-id"]: row["Aandeel (%)"] for row in criteria.rows()}
    whole = sum(item["weight"] for item in changed["criteria"])
    for item in changed["criteria"]:
        assert abs(shares[item["id"]] - 100 * item["weight"] / whole) <= 0.051, item["id"]
    written = {row["Criterium-id"]: row["Gewicht bij het maken"] for row in criteria.rows()}
    for criterion in weights:
        criteria.cell("Gewicht (aan te passen)", numbers[criterion]).setValue(written[criterion])
    book.calculateAll()
    again = formulas(book)
    same({place for place in stored if stored[place] != again[place]}, set(), "the weights as they were")
    for row in numbers.values():
        criteria.cell("Gewicht (aan te passen)", row).setValue(0)
    book.calculateAll()
    for column in ("Plaats", "Van 0 tot 100", "Punten van", "Met eigen werk", "Punten tot", "Beantwoord (%)"):
        same({row[column] for row in Sheet(book, "Rangorde", "Plaats").rows()}, {""}, f"no weights: {column}")
    assert not any(value in WORDS.values() for row in Sheet(book, "Per thema", "Plaats").rows() for value in row.values())
    book.close(True)
    print(f"  {path.name}: {len(stored)} results, {places} places, and with {len(weights)} other weights")


NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def q(name):
    prefix, local = name.split(":")
    return f"{{{NS[prefix]}}}{local}"


def flat(office, run, path):
    """The workbook as flat ODF: types, links, panes, and no program in it."""
    book = office.open(path)
    view = book.CurrentController
    for number, sheet in enumerate(book.Sheets):
        view.setActiveSheet(sheet)
        same(view.hasFrozenPanes(), number > 1, f"frozen panes of {sheet.Name}")
    target = run.folder / (path.stem + ".fods")
    book.storeToURL(target.as_uri(), given(FilterName="OpenDocument Spreadsheet Flat XML"))
    table = run.folder / (path.stem + "-rangorde.csv")
    # The last option is the number of the sheet, from 1.
    book.storeToURL(table.as_uri(), given(FilterName="Text - txt - csv (StarCalc)",
                                          FilterOptions="59,34,76,1,,1043,false,true,false,false,false,11"))
    book.close(True)
    made = next(run.folder.glob(path.stem + "-rangorde*.csv"))
    text = made.read_text(encoding="utf-8")
    assert ",0;" in text or ",5;" in text, "a decimal comma in Dutch"
    root = ET.parse(target).getroot()
    same(root.findall(".//" + q("office:event-listeners")), [], "macros")
    names = [table.get(q("table:name")) for table in root.iter(q("table:table"))]
    same(names, ["In het kort", "Lees mij", "Rangorde", "Per thema", "Eigen werk", "Criteria", "Verdeling",
                 "Antwoorden", "Bronnen", "Open vragen", "Niveaus"], "sheets")
    links = 0
    for link in root.iter(q("text:a")):
        links += 1
        assert link.get(q("xlink:href")).startswith("https://"), link.get(q("xlink:href"))
    assert links > 0
    types = {}
    for cell in root.iter(q("table:table-cell")):
        kind, formula = cell.get(q("office:value-type")), cell.get(q("table:formula"))
        types[kind] = types.get(kind, 0) + 1
        if kind == "string" and not formula:
            continue
        assert kind in (None, "float", "date", "string"), kind
        if formula:
            shown = "".join(cell.itertext())
            assert formula.startswith(("of:=IF(", "of:=INDEX(", "of:=SUM", "of:=1", "of:=[.$E")), formula
            assert not shown.startswith("Err:") and not shown.startswith("#"), (formula, shown)
    assert types["date"] > 5 and types["float"] > 100, types
    print(f"  {target.name}: {types}, {links} links")
    return root


def paper(office, run):
    """A workbook prints on at most six pages, and a reader can ask for all answers."""
    dossier = str(ROOT / "tests/data/dossiers/proctoring-dossier.yaml")
    few = "microsoft-teams/onderwijs,zoom/onderwijs,jitsi-meet/zelf-gehost"
    many = "microsoft-teams,zoom,jitsi-meet,google-meet,webex,whereby"
    cases = [("videobellen",), ("videobellen", "--lang", "en"), ("proctoring",), ("proctoring", "--lang", "en"),
             ("videobellen", "--vendor", few), ("videobellen", "--vendor", many, "--lang", "en"),
             ("proctoring", "--dossier", dossier)]
    counts = []
    for number, arguments in enumerate(cases):
        book = office.open(run(*arguments, out=f"paper-{number}.xlsx"))
        counts.append(pages(book, run.folder / f"paper-{number}.pdf"))
        assert 4 <= counts[-1] <= 6, (arguments, counts[-1])
        if number == 0:
            # As the sheets say: what is selected becomes the print range.
            sheet = Sheet(book, "Antwoorden", "Product")
            sheet.sheet.setPrintAreas((sheet.sheet.getCellRangeByPosition(0, 0, 5, sheet.last).RangeAddress,))
            assert pages(book, run.folder / "paper-all.pdf") > 20, "all answers on request"
        book.close(True)
    print(f"  paper: {counts} pages")


def pages(book, path):
    """How many pages a book is printed on."""
    book.storeToURL(path.as_uri(), given(FilterName="calc_pdf_Export"))
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def hostile(office, run):
    """Names that a spreadsheet would run stay text, whatever is done with them."""
    data = run.folder / "hostile"
    shutil.copytree(ROOT / "tests/data/small", data)
    beta = data / "vendors/videobellen/beta.yaml"
    lines = beta.read_text(encoding="utf-8").splitlines()
    lines[0] = f'name: "{HOSTILE}"'
    beta.write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ("videobellen", "--no-builtin", "--data", str(data))
    path = run(*options, out="hostile.xlsx")
    flat(office, run, path)
    book = office.open(path)
    sheet = Sheet(book, "Rangorde", "Plaats")
    names = [sheet.cell("Product", row) for row in range(len(sheet.rows()))]
    found = [cell for cell in names if cell.String == HOSTILE]
    assert found and all(cell.Type == TEXT for cell in names), [cell.String for cell in names]
    book.close(True)
    path = run(*options, "--format", "csv", "--columns", "wide", out="hostile.csv")
    table(office, path, ";", 1043, days=("Stand op",), numbers=("Punten van",))


def opened(office, path, delimiter, locale):
    """A CSV as a spreadsheet reads it: it looks for days and numbers in every cell."""
    options = f"{ord(delimiter)},34,76,1,,{locale},false,true,false,false,false,0,true"
    return office.open(path, FilterName="Text - txt - csv (StarCalc)", FilterOptions=options)


def table(office, path, delimiter, locale, days, numbers, texts=()):
    """A CSV as a spreadsheet reads it, beside what it says. The columns `texts` hold
    texts only; `None`: all columns but the days and numbers."""
    book = opened(office, path, delimiter, locale)
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    sheet = book.Sheets.getByIndex(0)
    same(list(formulas(book)), [], f"{path.name}: formulas")
    formats = book.NumberFormats
    head = rows[0]
    seen = dict.fromkeys((*days, *numbers), 0)
    for down, row in enumerate(rows):
        for right, wanted in enumerate(row):
            cell = sheet.getCellByPosition(right, down)
            name = head[right]
            is_text = name not in (*days, *numbers) if texts is None else name in texts
            if wanted != "" and (down == 0 or is_text):
                same(cell.Type, TEXT, f"{path.name}: {name}, row {down}: {wanted}")
            if down == 0 or (name not in days and name not in numbers):
                if cell.Type == TEXT:
                    same(cell.String, wanted, f"{path.name}: {name}, row {down}")
                continue
            if wanted == "":
                same(cell.Type, EMPTY, f"{path.name}: {name}, row {down}")
                continue
            if name in days and ";" in wanted:
                continue
            seen[name] += 1
            same(cell.Type, VALUE, f"{path.name}: {name}, row {down}: {wanted}")
            if name in days:
                kind = formats.getByKey(cell.NumberFormat).Type
                assert kind & 2, f"{path.name}: {wanted} is not a day"
            else:
                same(cell.Value, float(wanted.replace(",", ".")), f"{path.name}: {name}, row {down}")
    for name, count in seen.items():
        assert count > 0, f"{path.name}: no {name}"
    letters = sum(not c.isascii() for row in rows for value in row for c in value)
    book.close(True)
    print(f"  {path.name}: {len(rows) - 1} rows, {letters} letters beyond ASCII")


NAMES = ("Groep", "Product", "Aanbieder", "Variant", "Wat telt hoe zwaar", "Gegevensversie", "Product-id")


def tables(office, run):
    for kind in ("videobellen", "proctoring"):
        path = run(kind, "--format", "csv", out=f"{kind}-council.csv")
        table(office, path, ";", 1043, days=(), numbers=(
            "Punten van", "Met eigen werk", "Punten tot", "Beantwoord (%)"), texts=("Product", "Eisen", "Product-id"))
        path = run(kind, "--format", "csv", "--columns", "wide", out=f"{kind}.csv")
        table(office, path, ";", 1043, days=("Stand op",), numbers=(
            "Punten van", "Punten tot", "Beantwoord (%)", "Volgorde", "Open vragen"), texts=NAMES)
    only = ("--vendor", "zoom", "--vendor", "edumeet", "--vendor", "wire")
    tidy = ("videobellen", *only, "--format", "csv", "--columns", "tidy")
    path = run(*tidy, out="tidy.csv")
    table(office, path, ";", 1043, days=("Stand op", "Gelezen op"), numbers=(
        "Deel van de punten, laagst", "Deel van de punten, hoogst", "Gewicht (%)"))
    path = run("videobellen", "--format", "csv", "--csv", "rfc4180", out="machines.csv")
    table(office, path, ",", 1033, days=("as_of",), numbers=("points_low", "points_high", "known_percent"))
    path = run(*tidy, "--csv", "rfc4180", out="machines-tidy.csv")
    table(office, path, ",", 1033, days=("as_of", "date_read"), numbers=("part_low", "part_high"))


def institution(office, run):
    """What an institution does itself: two sheets of the workbook, and two CSV files."""
    dossier = str(ROOT / "tests/data/dossiers/proctoring-dossier.yaml")
    path = run("proctoring", "--dossier", dossier, out="dossier.xlsx")
    book = office.open(path)
    view = book.CurrentController
    for name, first, days, texts in (
        ("Checklist", "Fase", ("Gedaan op", "Opnieuw bekijken op"), {"Waar het ligt": "=cmd()"}),
        ("Afweging", "Toets", ("Wanneer",), {"Opgeschreven": "=1+1"}),
    ):
        sheet = Sheet(book, name, first)
        view.setActiveSheet(sheet.sheet)
        assert view.hasFrozenPanes(), f"frozen header of {name}"
        rows = sheet.rows()
        seen = 0
        for at, row in enumerate(rows):
            for day in days:
                cell = sheet.cell(day, at)
                if row[day] != "":
                    seen += 1
                    same(cell.Type, VALUE, f"{name}: {day}, row {at}")
                    assert book.NumberFormats.getByKey(cell.NumberFormat).Type & 2, f"{name}: {cell.String} is no day"
        assert rows and seen > 0, f"{name}: no days"
        for column, text in texts.items():
            cells = [sheet.cell(column, at) for at in range(len(rows))]
            assert any(text in cell.String for cell in cells), f"{name}: {text} is not shown"
            assert all(cell.Type in (TEXT, EMPTY) for cell in cells), f"{name}: {column} is not text"
        same([place for place in formulas(book) if place[0] == name], [], f"{name}: formulas")
    book.close(True)
    print(f"  {path.name}: Checklist and Afweging")
    path = run.own("checklist", dossier, "--format", "csv", out="checklist.csv")
    days = ("Gedaan op", "Opnieuw bekijken op", "Stand op")
    table(office, path, ";", 1043, days=days, numbers=(), texts=None)
    path = run.own("triage", dossier, "--format", "csv", out="afweging.csv")
    table(office, path, ";", 1043, days=("Wanneer", "Stand op"), numbers=(), texts=None)


def listed(name):
    """The lines of a list in `tests/data/spreadsheet`."""
    text = (ROOT / "tests/data/spreadsheet" / name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("# ")]
    return [re.sub(r"\\u\{(\w+)\}", lambda found: chr(int(found[1], 16)), line) for line in lines]


def eaten(office, run):
    """The lists say what the office does, and nothing of them is eaten in our files."""
    lists = {name: listed(f"{name}.txt") for name in ("eaten", "excel", "kept")}
    for name, texts in lists.items():
        path = run.folder / f"list-{name}.csv"
        with open(path, "w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows([text, "x"] for text in texts)
        book = opened(office, path, ";", 1043)
        sheet = book.Sheets.getByIndex(0)
        for row, text in enumerate(texts):
            wanted = VALUE if name == "eaten" else TEXT
            same(sheet.getCellByPosition(0, row).Type, wanted, f"{path.name}: {text!r}")
        book.close(True)
    texts = [text for texts in lists.values() for text in texts]
    data = run.folder / "eaten"
    shutil.copytree(ROOT / "tests/data/small", data)
    # A product has at most 64 variants. JSON is YAML.
    for first in range(0, len(texts), 50):
        product = {"name": "3-4", "maker": "0031", "homepage": "https://delta.example.org", "variants": {
            f"v{at}": {"name": text, "hosting": "cloud", "licence": "paid"}
            for at, text in list(enumerate(texts))[first:first + 50]
        }, "sources": {}, "facts": {}}
        text = json.dumps(product, ensure_ascii=False)
        (data / f"vendors/videobellen/delta{first}.yaml").write_text(text, encoding="utf-8")
    criterion = data / "criteria/security/access-control.yaml"
    lines = criterion.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("title: "), lines[0]
    lines[0] = 'title: {nl: "10:30", en: "10:30"}'
    (data / "criteria/security/mei-26.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ("videobellen", "--no-builtin", "--data", str(data))
    path = run(*options, "--format", "csv", "--columns", "wide", out="eaten.csv")
    table(office, path, ";", 1043, days=("Stand op",), numbers=(), texts=NAMES)
    book = opened(office, path, ";", 1043)
    sheet = Sheet(book, book.Sheets.getByIndex(0).Name, "Groep")
    seen = {row["Product-id"]: row for row in sheet.rows()}
    for at, text in enumerate(texts):
        row = seen[f"delta{at // 50 * 50}/v{at}"]
        same((row["Product"], row["Aanbieder"]), ("'3-4", "'0031"), "product and maker")
        assert row["Variant"].removeprefix("'") in (text, text.removeprefix("'")), (row["Variant"], text)
    assert any("10:30" in name for name in sheet.names), list(sheet.names)
    book.close(True)
    path = run(*options, "--format", "csv", "--columns", "tidy", out="eaten-tidy.csv")
    tidy = ("Product", "Variant", "Thema", "Criterium", "Antwoord", "Product-id", "Criterium-id")
    table(office, path, ";", 1043, days=("Stand op", "Gelezen op"), numbers=(), texts=tidy)
    path = run(*options, out="eaten.xlsx")
    book = office.open(path)
    sheet = Sheet(book, "Rangorde", "Plaats")
    rows = sheet.rows()
    found = set()
    for at, row in enumerate(rows):
        for column in ("Product", "Aanbieder", "Variant"):
            same(sheet.cell(column, at).Type, TEXT, f"{path.name}: {column}, row {at}")
        found.add(row["Variant"])
    missing = [text for text in texts if text not in found]
    same(missing, [], f"{path.name}: variants")
    book.close(True)
    print(f"  {path.name}: {len(texts)} texts that a spreadsheet may take for something else")


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run = Run(program, folder)
        office = Office(folder)
        try:
            workbook(office, run, "videobellen", {"open-source": 7, "processing-agreement": 0, "eea-processing": 13})
            workbook(office, run, "proctoring", {"eyetracking": 17, "direct-deletion": 1, "subprocessor-objection": 0})
            workbook(office, run, "videobellen", {"open-source": 41, "eea-processing": 97, "ai-features": 89,
                                                  "business-model": 83, "breakout-rooms": 53}, profile="gelijk")
            workbook(office, run, "proctoring", {"eyetracking": 5}, profile="ap-keuzehulp")
            flat(office, run, run.folder / "proctoring-algemeen.xlsx")
            paper(office, run)
            hostile(office, run)
            institution(office, run)
            tables(office, run)
            eaten(office, run)
        finally:
            office.end()
    print("The office sees what the program says.")


if __name__ == "__main__":
    main()
