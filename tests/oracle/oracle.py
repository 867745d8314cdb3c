#!/usr/bin/env python3
"""Compares `keuzehulp compare` with an independent scorer, on random data sets.

    python3 tests/oracle/oracle.py BINARY [--sets N] [--seed S] [--keep DIR]

Data set number i has seed S + i, so `--sets 1 --seed X` makes the one with seed X again. `generate.py`
makes a data set, `score.py` judges it by brute force; here the binary is run and the two are compared. It is
run on the whole and on choices among few, and must say the same of an alternative in a choice as in the whole.
The first difference is printed, its folder stays, and the exit code is 1. With `--keep` all stay, in DIR
(folders `set-SEED`; one that is there already is replaced).
Python 3.9 or later, nothing else.
"""

import argparse
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True  # no __pycache__ beside the tests

from generate import DataSet, answer_ids, level_names, write_tree
from score import Comparison, Few, all_answers, level_of, level_of_name, printed


def command_lines(data, seed):
    """For each kind a few ways to compare it: (kind, arguments of the scorer, arguments of the binary)."""
    rng = random.Random("command lines %d" % seed)
    for kind in data.kinds:
        for _ in range(3):
            profile = rng.choice(list(data.profiles))
            choice, arguments = {"profile": profile}, ["--profile", profile]
            if profile == "algemeen" and rng.random() < 0.2:
                arguments = []  # it is the default
            if rng.random() < 0.7:
                choice["rank_by"] = rng.choice(["low", "high", "middle"])
                arguments += ["--rank-by", choice["rank_by"]]
            if "group-by" in data.kinds[kind] and rng.random() < 0.4:
                choice["ungrouped"] = True
                arguments += ["--ungrouped"]
            names = data.of_kind(kind)
            if names and rng.random() < 0.3:
                chosen = rng.sample(names, rng.randint(1, min(3, len(names))))
                choice["weights"] = {name: rng.choice([0, 1, 2, 5, 100]) for name in chosen}
                for name, weight in choice["weights"].items():
                    arguments += ["--weight", "%s=%d" % (name, weight)]
            if names and rng.random() < 0.4:
                # Often of what has demands already, and sometimes twice of one criterion.
                demanded = [name for name in names if data.demands_on(name, profile)]
                choice["require"] = []
                for _ in range(rng.choice([1, 1, 2, 3])):
                    name = rng.choice(demanded if demanded and rng.random() < 0.6 else names)
                    question = data.criteria[name]
                    answers = answer_ids(question)
                    if not answers or rng.random() < 0.2:
                        reached = {level_of(question, answer) for answer in all_answers(data, name)}
                        answers = [level for level in level_names(question) if level_of_name(level) in reached]
                    answers = rng.sample(answers, rng.randint(1, min(len(answers), rng.choice([1, 1, 2, 3]))))
                    choice["require"].append((name, answers))
                    arguments += ["--require", "%s=%s" % (name, ",".join(answers))]
            yield kind, choice, arguments


def some_few(data, kind, folder, rng, number):
    """A choice among few for the scorer, and the same in arguments of the binary: `--vendor`, a dossier, or both.
    Sometimes it is no choice, and the dossier says only what is in use."""
    vendor, dossier, arguments = None, None, []
    form = rng.choice(["vendor", "vendor", "candidates", "candidates", "both", "both", "in-use"])
    if form in ("candidates", "both", "in-use"):
        keys = {"candidates": ["candidates"], "in-use": [], "both": rng.choice([["candidates"], []])}[form]
        keys = keys + ["in-use"] if form == "in-use" or rng.random() < 0.6 else keys
        dossier = data.dossier(rng, kind, keys)
        path = os.path.join(folder, "dossier-%s-%d.yaml" % (kind, number))
        write_tree(path, dossier, rng)
        arguments += ["--dossier", path]
    if form in ("vendor", "both"):
        vendor = data.words(rng, kind, False)  # by `--vendor` a product that is gone is an error
        left = vendor + vendor[:1] if rng.random() < 0.1 else list(vendor)
        while left:
            count = rng.choice([1, 2, len(left)])
            arguments += ["--vendor", ",".join(left[:count])]
            left = left[count:]
    return Few(vendor, dossier), arguments


def expected_document(data, kind, comparison, few):
    """What the JSON must hold, as a flat mapping from place to value."""
    result = {"schema": "keuzehulp/comparison/1", "kind": kind, "as_of": data.as_of.isoformat()}
    rows, within = comparison.ranking(few), few.within(comparison)
    result["compared"] = len(rows)
    result["within"] = within if within is None else sorted("/".join(one) for one in within)
    result["order"] = ["/".join(row["id"]) for row in rows]
    for name, weight in comparison.weight.items():
        result["weight of " + name] = weight
    for row in rows:
        place = "/".join(row["id"])
        for key in ("group", "hosting", "in_use", "rank", "rank_best", "rank_worst", "eligibility", "block", "knock_outs"):
            result["%s: %s" % (place, key)] = row[key]
        result[place + ": coverage"] = printed(row["coverage"], 3, 1)
        for end in ("low", "high"):
            result["%s: score.%s" % (place, end)] = printed(row[end] * 100, 1, 100)
            result["%s: score.exact_%s" % (place, end)] = str(row[end])
        for name, (status, low, high) in row["criteria"].items():
            result["%s: %s" % (place, name)] = (status, low, high, low * 100, high * 100)
    return result


def found_document(document):
    """The same mapping, out of the binary's JSON (numbers are read as exact decimals)."""
    result = {key: document.get(key) for key in ("schema", "kind", "as_of", "compared")}
    result["within"] = sorted(document["within"]) if isinstance(document["within"], list) else document["within"]
    result["order"] = [row["alternative"] for row in document["ranking"]]
    for criterion in document["criteria"]:
        result["weight of " + criterion["id"]] = Fraction(criterion["weight"])
    for row in document["ranking"]:
        place = row["alternative"]
        for key in ("group", "hosting", "in_use", "rank", "rank_best", "rank_worst", "eligibility", "block"):
            result["%s: %s" % (place, key)] = row[key]
        result[place + ": knock_outs"] = sorted((found_demand(entry) for entry in row["knock_outs"]), key=str)
        result[place + ": coverage"] = row["coverage"]
        for key in ("low", "high", "exact_low", "exact_high"):
            result["%s: score.%s" % (place, key)] = row["score"][key]
        for entry in row["criteria"]:
            levels = level_of_name(entry["level_low"]), level_of_name(entry["level_high"])
            result["%s: %s" % (place, entry["id"])] = (entry["status"], Fraction(entry["low"]), Fraction(entry["high"])) + levels
    return result


def found_demand(entry):
    """(criterion, reason, status, together?). The reasons of the files start with NL."""
    because, together = entry["because"], "together" in entry
    if together and entry["together"] is not True:  # the field is true or is not there
        together = entry["together"]
    return entry["criterion"], because if because.startswith("NL ") else None, entry["status"], together


def shown(value):
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(shown(one) for one in value)
    return str(value)


def differences(expected, found):
    lines = []
    for key in list(expected) + [key for key in found if key not in expected]:
        want, got = expected.get(key, "(nothing)"), found.get(key, "(nothing)")
        same = want == got
        if key.startswith("weight of ") and isinstance(want, Fraction) and isinstance(got, Fraction):
            same = abs(want - got) <= Fraction(1, 1000)
        if not same:
            lines.append("  %s\n    expected %s\n    got      %s" % (key, shown(want), shown(got)))
    return lines


def run(binary, data, folder, kind, comparison, few, arguments):
    """Runs the binary once: (command, what it found or None if nothing is compared, lines that say what differs)."""
    command = [binary, "compare", kind, "--no-builtin", "--data", folder, "--as-of", data.as_of.isoformat()]
    command += arguments + ["--lang", "nl", "--format", "json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    exit_code = 0 if comparison.total else 1
    output = done.stdout.decode("utf-8", "replace")
    if done.returncode != exit_code:
        return command, None, ["  exit code\n    expected %d\n    got      %d" % (exit_code, done.returncode),
                               output[:4000], done.stderr.decode("utf-8", "replace")[:4000]]
    try:
        document = json.loads(output, parse_float=Fraction)
        if exit_code == 1:  # all weights are 0: findings, nothing to compare
            schema, wanted = document["schema"], "keuzehulp/findings/1"
            return command, None, [] if schema == wanted else differences({"schema": wanted}, {"schema": schema})
        found = found_document(document)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return command, None, ["  the document cannot be read: %r" % error, output[:4000]]
    return command, found, differences(expected_document(data, kind, comparison, few), found)


def of_itself(found):
    """What a document says of each alternative by itself: all but its place among others, and the mark of use."""
    places = (": group", ": in_use", ": rank", ": rank_best", ": rank_worst")
    return {key: value for key, value in found.items() if ": " in key and not key.endswith(places)}


def changed_by_choice(whole, found):
    """Lines that say what the binary says otherwise of an alternative in a choice than in the whole."""
    shown_here = set(found["order"])
    before = {key: value for key, value in of_itself(whole).items() if key.split(": ")[0] in shown_here}
    lines = differences(before, of_itself(found))
    return ["  in the choice otherwise than in the whole:"] + lines if lines else []


def changed_by_choosing_all(ungrouped, found):
    """Lines that say where a choice of all is not what the whole is in one list, but for what it says of the choice."""
    before, after = [{key: value for key, value in document.items() if key != "within" and not key.endswith(": in_use")}
                     for document in (ungrouped, found)]
    lines = differences(before, after)
    return ["  in a choice of all otherwise than with --ungrouped:"] + lines if lines else []


def runs(binary, data, folder, kind, choice, arguments, rng, number):
    """Compares all, and mostly also a choice among few in the same way: (what `run` gives, is it a choice?)."""
    comparison = Comparison(data, kind, **choice)
    command, whole, lines = run(binary, data, folder, kind, comparison, Few(), arguments)
    yield command, whole, lines, False
    if lines or rng.random() < 0.4:
        return
    few, more = some_few(data, kind, folder, rng, number)
    command, found, lines = run(binary, data, folder, kind, comparison, few, arguments + more)
    is_choice = few.chosen is not None
    if found is not None and not lines:
        lines = changed_by_choice(whole, found)
    if found is not None and not lines and is_choice and len(found["order"]) == len(whole["order"]):
        if comparison.group_by:
            alone = Comparison(data, kind, **{**choice, "ungrouped": True})
            other, whole, lines = run(binary, data, folder, kind, alone, Few(), arguments + ["--ungrouped"])
            if lines:
                command = other
        lines = lines or changed_by_choosing_all(whole, found)
    yield command, found, lines, is_choice


def with_together(found):
    """How many alternatives have demands that are violated together."""
    return sum(any(together for _, _, _, together in value) for key, value in found.items() if key.endswith(": knock_outs"))


def main():
    parser = argparse.ArgumentParser(description="Compare keuzehulp with an independent scorer on random data sets.")
    parser.add_argument("binary")
    parser.add_argument("--sets", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--keep", metavar="DIR", help="write the data sets here and leave them")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    if not os.path.isfile(binary):
        parser.error("no such file: " + options.binary)
    root = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="keuzehulp-oracle-")
    comparisons = choices = together = 0
    for seed in range(options.seed, options.seed + options.sets):
        data = DataSet(seed)
        folder = os.path.join(root, "set-%d" % seed)
        shutil.rmtree(folder, ignore_errors=True)
        data.write(folder)
        rng = random.Random("choices %d" % seed)
        for number, (kind, choice, arguments) in enumerate(command_lines(data, seed)):
            for command, found, lines, is_choice in runs(binary, data, folder, kind, choice, arguments, rng, number):
                if found is not None:
                    comparisons += 1
                    choices += is_choice
                    together += with_together(found)
                if lines:
                    print("oracle: difference in the data set with seed %d" % seed)
                    print("folder:  " + folder)
                    print("command: " + " ".join(shlex.quote(part) for part in command))
                    print("\n".join(lines[:40]))
                    if len(lines) > 40:
                        print("  and %d more" % (len(lines) - 40))
                    return 1
        if not options.keep:
            shutil.rmtree(folder)
    if not options.keep:
        os.rmdir(root)
    print("oracle: %d data sets, %d comparisons, %d of them of a choice among few, "
          "%d alternatives with demands violated together, all equal" % (options.sets, comparisons, choices, together))
    return 0


if __name__ == "__main__":
    sys.exit(main())
