#!/usr/bin/env python3
"""Measures `keuzehulp` as a whole process, in turn with what it is compared to (A B C, A B C, ...), so that a
machine that slows down slows all of them alike. Prints a table of medians, of ratios to the first command of a
set, and of the most memory; what it prints is in docs/performance.md.

    tests/bench/run.py PROGRAM PARSER [--rounds 7] [--python PYTHON] [--node-modules FOLDER] [SIZE ...]

PROGRAM is a release build, PARSER the benchmark `parser` (`cargo bench --no-run --bench parser` tells where it
is). With --python (that has PyYAML and pandas) and --node-modules (that has js-yaml) the peers run too, up to
1,000 files, and their scores are compared with ours.
"""

import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def run(command, folder):
    """One run: seconds on the clock, seconds of processor time, megabytes at most."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.chdir(folder)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit("failed (%d): %s" % (status, " ".join(command)))
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def measure(commands, rounds):
    for _, command, folder in commands:
        run(command, folder)
    results = {name: [] for name, _, _ in commands}
    for _ in range(rounds):
        for name, command, folder in commands:
            results[name].append(run(command, folder))
    first = results[commands[0][0]]
    for name, found in results.items():
        middle = [statistics.median(figures) for figures in zip(*found)]
        ratio = statistics.median(mine[0] / other[0] for mine, other in zip(found, first))
        work = statistics.median(mine[1] / other[1] for mine, other in zip(found, first))
        print("| %s | %.1f | %.1f | %.2f | %.2f | %.1f |" % (name, middle[0] * 1e3, middle[1] * 1e3, ratio, work, middle[2]))


def scores(text, names):
    rows = csv.DictReader(text.splitlines())
    return {row[names[0]]: (row[names[1]], row[names[2]]) for row in rows}


def agree(ours, theirs, who):
    """The peers compute with fractions of two: a tenth of a point may fall the other way."""
    mine = scores(subprocess.run(ours, capture_output=True, text=True, check=True).stdout, ("product_id", "points_low", "points_high"))
    other = scores(subprocess.run(theirs[0], capture_output=True, text=True, check=True, cwd=theirs[1]).stdout, ("id", "low", "high"))
    if mine.keys() != other.keys():
        sys.exit("%s compares other alternatives" % who)
    worst = max(abs(float(a) - float(b)) for at in mine for a, b in zip(mine[at], other[at]))
    if worst > 0.11:
        sys.exit("%s gives other scores: %.2f points apart" % (who, worst))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("parser", type=pathlib.Path)
    parser.add_argument("sizes", nargs="*", type=int, default=[40, 1000, 10000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--python")
    parser.add_argument("--node-modules", type=pathlib.Path)
    given = parser.parse_intermixed_args()
    program, yardstick = str(given.program.resolve()), str(given.parser.resolve())
    with tempfile.TemporaryDirectory() as work:
        for size in given.sizes:
            folder = os.path.join(work, str(size))
            subprocess.run([sys.executable, HERE / "generate.py", str(size), folder], check=True)
            ours = [program, "compare", "meten", "--no-builtin", "--data", folder, "--as-of", "2026-11-21"]
            commands = [("the YAML parser alone", [yardstick, folder], "."),
                        ("keuzehulp, table", ours, "."), ("keuzehulp, CSV", ours + ["--format", "csv"], ".")]
            machine = ours + ["--format", "csv", "--csv", "rfc4180"]
            if given.node_modules and size <= 1000:
                peer = (["node", str(HERE.resolve() / "node_rank.mjs"), folder], given.node_modules)
                agree(machine, peer, "js-yaml")
                commands.append(("Node with js-yaml", *peer))
            if given.python and size <= 1000:
                peer = ([given.python, str(HERE.resolve() / "pandas_rank.py"), folder], ".")
                agree(machine, peer, "pandas")
                commands.append(("PyYAML (C) with pandas", *peer))
            print("\n%d files\n" % size)
            print("| | clock (ms) | processor (ms) | clock, ratio | processor, ratio | most memory (MB) |")
            print("|---|--:|--:|--:|--:|--:|")
            measure(commands, given.rounds)


if __name__ == "__main__":
    main()
