#!/usr/bin/env python3
"""A data folder of any size for measuring: `generate.py N FOLDER` writes 50 criteria, one profile and N
products of about 7 KB each, in the proportions of the shipped data (some two variants a product, a source
and a quotation behind every answer, a third of the questions open). The same number always gives the same
file, so a folder of 1,000 products holds the first 1,000 of a folder of 10,000.
"""

import pathlib
import random
import sys

THEMES = ["contract", "purpose", "location", "retention", "settings"]
WORDS = ("de het een van voor met aan door op in instelling aanbieder gegevens student leraar opname dienst "
         "overeenkomst verwerking bewaartermijn verwijderen server land versleuteling beheerder instellen "
         "standaard keuze melding recht inzage doel reclame onderzoek ondersteuning partij").split()
GRADES = ["vendor", "vendor", "vendor", "contract", "reported", "verified"]


def words(rng, least, most):
    """A sentence without meaning, of so many words."""
    chosen = [rng.choice(WORDS) for _ in range(rng.randint(least, most))]
    return " ".join(chosen).capitalize()


def both(text):
    """A text for people in both languages."""
    return '{nl: "%s", en: "%s"}' % (text, text)


def criteria():
    """The questions: per criterion its id, theme, form and file. Always the same fifty."""
    rng = random.Random("criteria")
    found = []
    for number in range(50):
        name = "criterium-%02d" % number
        form = "one-of" if number % 5 else ("any-of" if number % 2 else "number")
        lines = ["title: " + both("Criterium %d" % number), "applies-to: [meten]",
                 "ask: " + both(words(rng, 6, 12) + "?"), "why: " + both(words(rng, 12, 24) + "."),
                 "grounds: []", "from: []"]
        if form == "one-of":
            lines += ["one-of:", "  good:", "    goed: %s" % both("goed geregeld"),
                      "    self-hosted: %s" % both("de instelling regelt het zelf"), "  partly:",
                      "    deels: %s" % both("deels geregeld"), "  insufficient:",
                      "    niet: %s" % both("niet geregeld")]
            if number % 17 == 1:
                lines += ["knock-out:", "  - when: niet", "    because: %s" % both("Zonder dit kan het niet.")]
        elif form == "any-of":
            lines += ["any-of:"] + ["  optie-%d: %s" % (n, both("mogelijkheid %d" % n)) for n in range(5)]
            lines += ["levels:", "  good: {at-least: 4, including: [optie-0]}", "  partly: {at-least: 1}",
                      "  insufficient: otherwise"]
        else:
            lines += ["number: " + both("dagen"), "levels:", "  good: {at-most: 30}", "  partly: {at-most: 90}",
                      "  insufficient: otherwise"]
        found.append((name, THEMES[number % len(THEMES)], form, "\n".join(lines) + "\n"))
    return found


def answer(rng, form):
    """One answer, as the lines of its entry: mostly settled, sometimes open, sometimes looked for in vain."""
    if rng.random() < 0.1:
        return ["        unknown: %s" % words(rng, 5, 10)]
    if form == "one-of":
        ids = ["goed", "self-hosted", "deels", "niet"]
        if rng.random() < 0.15:
            return ["        one-of: [%s]" % ", ".join(rng.sample(ids, 2))]
        return ["        answer: %s" % rng.choice(ids)]
    if form == "any-of":
        lists = {"has": [], "lacks": [], "not-found": []}
        for option in range(5):
            lists[rng.choice(["has", "has", "lacks", "not-found"])].append("optie-%d" % option)
        return ["        %s: [%s]" % (key, ", ".join(value)) for key, value in lists.items() if value]
    if rng.random() < 0.3:
        low = rng.choice([7, 14, 30])
        return ["        between: [%d, %d]" % (low, low * rng.choice([2, 3, 6]))]
    return ["        answer: %d" % rng.choice([0, 7, 14, 30, 31, 90, 180, 365])]


def product(number, questions):
    """The text of one product's file."""
    rng = random.Random("product %d" % number)
    variants = ["gratis", "betaald", "eigen-server"][: rng.choice([1, 2, 2, 3])]
    lines = ["# A product that does not exist, made for measuring.", "name: Product %d" % number,
             "maker: %s BV" % words(rng, 1, 2), 'homepage: "https://product-%d.example"' % number, "variants:"]
    for variant in variants:
        hosting = "self-hosted" if variant == "eigen-server" else "cloud"
        licence = {"gratis": "free", "betaald": "paid", "eigen-server": "open-source"}[variant]
        lines.append("  %s: {name: %s, hosting: %s, licence: %s}" % (variant, words(rng, 2, 4), hosting, licence))
    sources = ["bron-%d" % n for n in range(rng.randint(4, 7))]
    facts, used = facts_of(rng, variants, sources, questions)
    lines.append("sources:")
    for source in sorted(used):
        day = "%d-%02d-%02d" % (rng.choice([2025, 2026]), rng.randint(1, 10), rng.randint(1, 28))
        lines += ["  %s:" % source, "    title: >-", "      %s" % words(rng, 5, 9),
                  '    url: "https://product-%d.example/%s/%s"' % (number, source, rng.choice(WORDS)),
                  "    read: %s" % day, "    grade: %s" % rng.choice(GRADES)]
    return "\n".join(lines + ["facts:"] + facts) + "\n"


def facts_of(rng, variants, sources, questions):
    """The lines of all facts of a product, and the sources that they rest on."""
    lines, used = [], set()
    for name, _, form, _ in questions:
        if rng.random() < 0.6:
            continue
        lines += ["  %s:" % name, "    answers:"]
        split = len(variants) > 1 and rng.random() < 0.2
        settled = False
        for group in ([variants[:1], variants[1:]] if split else [["all"]]):
            said = answer(rng, form)
            settled = settled or not said[0].strip().startswith("unknown")
            lines.append("      - for: %s" % (group[0] if len(group) == 1 else "[%s]" % ", ".join(group)))
            lines += said
        if settled:
            source = rng.choice(sources)
            used.add(source)
            lines += ["    evidence:", "      - from: %s" % source, "        quote: >-"]
            lines += ["          %s" % words(rng, 8, 14), "          %s." % words(rng, 6, 12).lower()]
    return lines, used


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    questions = criteria()
    write(folder / "criteria/kinds.yaml", "meten: {title: %s}\n" % both("Meten"))
    write(folder / "criteria/themes.yaml", "".join("%s: {title: %s}\n" % (t, both(t)) for t in THEMES))
    for name, theme, _, text in questions:
        write(folder / "criteria" / theme / (name + ".yaml"), text)
    weights = "".join("  %s: %d\n" % (name, 1 + number % 3) for number, (name, _, _, _) in enumerate(questions))
    themes = ", ".join("%s: %d" % (theme, 10 + 5 * at) for at, theme in enumerate(THEMES))
    write(folder / "criteria/profiles/algemeen.yaml",
          "title: %s\nbecause: %s\nthemes: {%s}\nweights:\n%s" % (both("Algemeen"), both("Om te meten."), themes, weights))
    for number in range(count):
        write(folder / "vendors/meten" / ("product-%06d.yaml" % number), product(number, questions))


if __name__ == "__main__":
    main()
