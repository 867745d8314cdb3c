#!/usr/bin/env python3
"""The figures by which we measure how much the data says.

    python3 tests/figures/figures.py PROGRAM [--data DIR] [--profile ID] [--as-of DAY] [--only FILE]
                                     [--least NAME=NUMBER …] [--most NAME=NUMBER …]

Per kind, and for all kinds together:

  known     the mean share of the weight that is known, in percent (`shares.known` of `compare --format json`)
  width     the mean width of the range of points, high minus low, out of 100
  undated   the share of the sources that are copies without a date (`copy: undated`), in percent; of all products

`known` and `width` are means over the variants without own work: what an institution still has to see to itself is
neither known nor open. Who a variant is made for makes no difference (`--audience all`). With `--only` they are over
the variants that the file lists, one `product/variant` on a line; `#` begins a remark. `version-0.1.txt` lists those
of version 0.1, so that two days can be compared whatever was added since.

`--least known.videobellen=32` and `--most width.all=60` are bounds: a figure beyond one is named, and the exit code
is 1. They can be repeated. Figures are rounded to one decimal for people and compared as they are.
Python 3.9 or later, nothing else.
"""

import argparse
import json
import os
import subprocess
import sys
from fractions import Fraction

ALL = "all"
COLUMNS = ["variants", "known", "width", "undated"]


def output(program, arguments):
    """What a command of the program writes, as a tree of JSON."""
    command = [program] + arguments + ["--format", "json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit("%s\n%s%s" % (" ".join(command), done.stdout.decode()[:2000], done.stderr.decode()[:2000]))
    return json.loads(done.stdout, parse_float=Fraction)


def listed(path):
    """The ids in a file, one on a line."""
    with open(path, encoding="utf-8") as file:
        lines = [line.split("#")[0].strip() for line in file]
    return [line for line in lines if line]


def measured(kinds, rankings, sources, only):
    """Per kind and for all together, the figures by name; of nothing there is no figure."""
    result = {}
    for kind in kinds + [ALL]:
        mine = kinds if kind == ALL else [kind]
        rows = [row for one in mine for row in rankings[one]]
        if only is None:
            rows = [row for row in rows if not row["own_work_items"]]
        else:
            rows = [row for row in rows if row["alternative"] in only]
        undated = [source["undated_copy"] for source in sources if source["kind"] in mine]
        width = [Fraction(row["score"]["exact_high"]) - Fraction(row["score"]["exact_low"]) for row in rows]
        result[kind] = {"variants": Fraction(len(rows)), "known": mean([row["shares"]["known"] for row in rows]),
                        "width": mean(width), "undated": mean(undated)}
    return result


def mean(values):
    """The mean, out of 100; `None` of nothing."""
    return Fraction(100 * sum(Fraction(value) for value in values), len(values)) if values else None


def shown(name, value):
    if value is None:
        return "-"
    return str(value) if name == "variants" else "%.1f" % float(value)


def table(figures):
    wide = max(len(kind) for kind in figures)
    lines = ["%s %s" % (" " * wide, " ".join("%9s" % name for name in COLUMNS))]
    for kind, of_kind in figures.items():
        cells = " ".join("%9s" % shown(name, of_kind[name]) for name in COLUMNS)
        lines.append("%-*s %s" % (wide, kind, cells))
    return lines


def bound(text):
    """`known.videobellen=32` as a name, a kind and a number."""
    try:
        what, number = text.split("=")
        name, kind = what.split(".")
        return name, kind, Fraction(number)
    except ValueError:
        raise argparse.ArgumentTypeError("%r is not like known.videobellen=32" % text)


def broken(figures, least, most):
    """A line for each bound that does not hold."""
    lines = []
    for bounds, word in ((least, "least"), (most, "most")):
        for name, kind, number in bounds:
            value = figures[kind][name]
            holds = value is not None and (value >= number if word == "least" else value <= number)
            if not holds:
                lines.append("%s.%s is %s, and should be at %s %s" % (name, kind, shown(name, value), word, float(number)))
    return lines


def main():
    parser = argparse.ArgumentParser(description="How much the data says, in a few figures.")
    parser.add_argument("program")
    parser.add_argument("--data", default=".", help="the folder with `vendors` and `criteria`")
    parser.add_argument("--profile", default="algemeen")
    parser.add_argument("--as-of", help="the as-of date; without it today")
    parser.add_argument("--only", help="a file with the variants to count")
    parser.add_argument("--least", type=bound, action="append", default=[], metavar="NAME=NUMBER")
    parser.add_argument("--most", type=bound, action="append", default=[], metavar="NAME=NUMBER")
    options = parser.parse_args()

    kinds = sorted(os.listdir(os.path.join(options.data, "vendors")))
    for name, kind, _ in options.least + options.most:
        if name not in COLUMNS or kind not in kinds + [ALL]:
            parser.error("there is no figure %s.%s" % (name, kind))
    given = ["--no-builtin", "--data", options.data] + (["--as-of", options.as_of] if options.as_of else [])
    compared = ["--profile", options.profile, "--audience", "all"]
    rankings = {kind: output(options.program, ["compare", kind] + compared + given)["ranking"] for kind in kinds}
    sources = output(options.program, ["sources", "list"] + given)["sources"]
    only = listed(options.only) if options.only else None
    figures = measured(kinds, rankings, sources, only)

    print("\n".join(table(figures)))
    there = {row["alternative"] for ranking in rankings.values() for row in ranking}
    for gone in [one for one in only or [] if one not in there]:
        print("not compared any more, and not counted: %s" % gone)
    lines = broken(figures, options.least, options.most)
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
