#!/usr/bin/env python3
"""Compares `keuzehulp compare` with an independent scorer, on random data sets.

    python3 tests/oracle/oracle.py BINARY [--sets N] [--seed S] [--premises] [--keep DIR]

Data set number i has seed S + i, so `--sets 1 --seed X` makes the one with seed X again. `generate.py`
makes a data set, `score.py` judges it by brute force; here the binary is run and the two are compared. It is
run on the whole, on choices among few and with dossiers, and on the same data with other products. What it says
of an alternative must stay the same where only others differ, and what it says must agree with itself.
With `--premises` answers and demands may rest on premises, of which some do not hold or are assumed otherwise.
The first difference is printed, its folder stays, and the exit code is 1. With `--keep` all stay, in DIR
(folders `set-SEED` and, for what is an institution's own, `set-SEED-own`; one that is there already is replaced).
Python 3.9 or later, nothing else.
"""

import argparse
import collections
import copy
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

from generate import AUDIENCES, HOSTING, DataSet, write_tree
from questions import OWN, answer_ids, level_names, level_of, level_of_name
from score import Comparison, Selection, all_answers, printed, printed_shares


def command_lines(data, seed):
    """For each kind a few ways to compare it: (kind, arguments of the scorer, words of `--hosting` and `--audience`,
    arguments of the binary)."""
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
            if data.premises and rng.random() < 0.5:
                names = rng.sample(list(data.premises), rng.randint(1, len(data.premises)))
                choice["assume"] = {name: rng.random() < 0.3 for name in names}
                for name, holds in choice["assume"].items():
                    arguments += ["--assume", "%s=%s" % (name, "yes" if holds else "no")]
            limits = limits_of(data, kind, rng)
            for option, words in limits.items():
                arguments += ["--" + option, ",".join(words)]
            yield kind, choice, limits, arguments


def limits_of(data, kind, rng):
    """Sometimes words for `--hosting` and `--audience`, that nearly always leave something to compare."""
    limits = {}
    if rng.random() < 0.15:
        limits["hosting"] = rng.sample(HOSTING, rng.choice([1, 2, 2, 3]))
    if rng.random() < 0.3:
        limits["audience"] = rng.choice([["all"], ["all"], rng.sample(AUDIENCES, rng.choice([1, 2, 3]))])
    if rng.random() < 0.05:
        return limits
    selection = Selection(**limits)
    variants = [variant for name, (of, tree) in data.vendors.items()
                if of == kind and "retired" not in tree and not data.is_draft(name)
                for variant in tree["variants"].values()]
    left = any(variant["hosting"] in selection.hosting and variant.get("audience", "education") in selection.audiences
               for variant in variants)
    return limits if left else {}


def some_few(data, kind, limits, folder, rng, number):
    """A selection for the scorer with a choice among few, a dossier, or both, the tree of the dossier (or None), and
    the same in arguments of the binary. Sometimes there is no choice, and the dossier says other things."""
    vendor, dossier, arguments = None, None, []
    audiences = Selection(**limits).audiences
    form = rng.choice(["vendor", "vendor", "candidates", "candidates", "both", "both", "dossier", "dossier"])
    if form != "vendor":
        keys = ["candidates"] if form == "candidates" or (form == "both" and rng.random() < 0.5) else []
        keys += [key for key, often in (("in-use", 0.6), ("need", 0.25), ("own-work", 0.8)) if rng.random() < often]
        dossier = data.dossier(rng, kind, keys, audiences)
        path = os.path.join(folder, "dossier-%s-%d.yaml" % (kind, number))
        write_tree(path, dossier, rng)
        arguments += ["--dossier", path]
    if form in ("vendor", "both"):
        vendor = data.words(rng, kind, False, audiences)  # by `--vendor` a product that is gone is an error
        left = vendor + vendor[:1] if rng.random() < 0.1 else list(vendor)
        while left:
            count = rng.choice([1, 2, len(left)])
            arguments += ["--vendor", ",".join(left[:count])]
            left = left[count:]
    return Selection(vendor, dossier, **limits), dossier, arguments


def expected_document(data, kind, comparison, selection):
    """What the JSON must hold, as a flat mapping from place to value."""
    result = {"schema": "keuzehulp/comparison/2", "kind": kind, "as_of": data.as_of.isoformat()}
    rows = comparison.ranking(selection)
    compared, by_need, result["left_out_by_audience"] = selection.parts(comparison)
    result["left_out_drafts"] = comparison.drafts if selection.chosen is None else []
    result["compared"] = len(rows)
    result["within"] = None if selection.chosen is None else sorted("/".join(one) for one in compared)
    result["left_out_by_need"] = sorted(("/".join(one), comparison.variants[one]["hosting"]) for one in by_need)
    result["order"] = ["/".join(row["id"]) for row in rows]
    for name, weight in comparison.weight.items():
        result["weight of " + name] = weight
    for row in rows:
        place = "/".join(row["id"])
        for key in ("group", "hosting", "audience", "in_use", "rank", "rank_best", "rank_worst", "eligibility",
                    "little_known", "knock_outs"):
            result["%s: %s" % (place, key)] = row[key]
        result[place + ": block"] = row["eligibility"]
        result[place + ": own_work_items"] = {name: str(gain) for name, gain in row["own_work_items"].items()}
        result[place + ": tiles"] = row["tiles"]
        result[place + ": shares"] = printed_shares(row["shares"])
        low, both, high = [printed(value * 100, 1, 100) for value in (row["low"], row["low"] + row["own_work"], row["high"])]
        exact = {"exact_" + key: str(row[key]) for key in ("low", "own_work", "high")}
        for key, value in {"low": low, "own_work": both - low, "high": high, **exact}.items():
            result["%s: score.%s" % (place, key)] = value
        for name, (status, low, high) in row["criteria"].items():
            result["%s: %s" % (place, name)] = (status, low, high, low * 100, high * 100)
    return result


def found_document(document):
    """The same mapping, out of the binary's JSON (numbers are read as exact decimals)."""
    result = {key: document.get(key) for key in ("schema", "kind", "as_of", "compared")}
    result["within"] = sorted(document["within"]) if isinstance(document["within"], list) else document["within"]
    result["left_out_by_audience"] = document.get("left_out_by_audience", 0)
    result["left_out_drafts"] = document["left_out_drafts"]
    result["left_out_by_need"] = sorted((one["alternative"], one["hosting"]) for one in document.get("left_out_by_need", []))
    result["order"] = [row["alternative"] for row in document["ranking"]]
    for criterion in document["criteria"]:
        result["weight of " + criterion["id"]] = Fraction(criterion["weight"])
    for row in document["ranking"]:
        place = row["alternative"]
        for key in ("group", "hosting", "audience", "in_use", "rank", "rank_best", "rank_worst", "eligibility", "block",
                    "little_known"):
            result["%s: %s" % (place, key)] = row[key]
        result[place + ": knock_outs"] = sorted((found_demand(entry) for entry in row["knock_outs"]), key=str)
        result[place + ": own_work_items"] = {one["criterion"]: one["exact_points"] for one in row["own_work_items"]}
        result[place + ": tiles"] = {one["theme"]: one["tile"] for one in row["tiles"]}
        result[place + ": shares"] = [row["shares"][key] for key in ("known", "own_work", "open")]
        for key in ("low", "own_work", "high", "exact_low", "exact_own_work", "exact_high"):
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


def contradictions(data, document):
    """Lines that say where the binary's JSON does not agree with itself, by sums over what it says itself."""
    lines = []
    weight = {criterion["id"]: Fraction(criterion["exact_weight"]) for criterion in document["criteria"]}
    total = sum(weight.values())
    for row in document["ranking"]:
        score, cells = row["score"], row["criteria"]
        low, own_work, high = [Fraction(score["exact_" + key]) for key in ("low", "own_work", "high")]
        least = {cell["id"]: level_of_name(cell["level_low"]) for cell in cells}
        for cell in cells:
            if cell["status"] == OWN:  # as bad as can be: then nothing of it is in `low`
                least[cell["id"]] = min(level_of_name(name) for name in level_names(data.criteria[cell["id"]]))
        arranged = {one["criterion"]: Fraction(one["exact_points"]) for one in row["own_work_items"]}
        off = [abs(Fraction(one["points"]) - Fraction(one["exact_points"]) * 100) for one in row["own_work_items"]]
        own = {cell["id"] for cell in cells if cell["status"] == OWN and weight[cell["id"]] > 0}
        for says, so in {
            "no points of own work are in low": low * 100 * total == sum(weight[name] * level for name, level in least.items()),
            "low is not above low + own work, and that not above high": low <= low + own_work <= high,
            "printed low is not above low + own work, and that not above high":
                score["low"] <= score["low"] + score["own_work"] <= score["high"],
            "printed shares make 1": sum(row["shares"].values()) == 1,
            "the items of own work are the criteria that are own work and weigh": set(arranged) == own,
            "the items of own work make all of it": sum(arranged.values()) == own_work,
            "the printed items of own work make the printed whole":
                sum(Fraction(one["points"]) for one in row["own_work_items"]) == score["own_work"],
            "a printed item of own work is less than two steps from the exact one": all(one < Fraction(2, 10) for one in off),
            "nothing of version 1 is left": not {"coverage", "self_arranged"} & set(row),
        }.items():
            if not so:
                lines.append("  %s: not so: %s\n    %s\n    %s\n    %s" % (
                    row["alternative"], says, shown(score), shown(row["shares"]), shown(row["own_work_items"])))
    return lines


def shown(value):
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join(shown(one) for one in value)
    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (key, shown(one)) for key, one in value.items())
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


def run(binary, data, folder, kind, comparison, selection, arguments):
    """Runs the binary once: (command, what it found or None if nothing is compared, lines that say what differs)."""
    layers = [part for layer in (folder, folder + "-own") if os.path.isdir(layer) for part in ("--data", layer)]
    command = [binary, "compare", kind, "--no-builtin", *layers, "--as-of", data.as_of.isoformat()]
    command += arguments + ["--lang", "nl", "--format", "json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = done.stdout.decode("utf-8", "replace")
    left_something_out = comparison.variants or comparison.drafts or selection.chosen is not None
    if not selection.parts(comparison)[0] and left_something_out:  # an empty rest is refused
        exit_codes = [1, 2]
    else:
        exit_codes = [0] if comparison.total else [1]
    if done.returncode not in exit_codes:
        return command, None, ["  exit code\n    expected %s\n    got      %d" % (shown(exit_codes), done.returncode),
                               output[:4000], done.stderr.decode("utf-8", "replace")[:4000]]
    if exit_codes == [1, 2]:
        return command, None, []
    try:
        document = json.loads(output, parse_float=Fraction)
        if exit_codes == [1]:  # all weights are 0: findings, nothing to compare
            schema, wanted = document["schema"], "keuzehulp/findings/1"
            return command, None, [] if schema == wanted else differences({"schema": wanted}, {"schema": schema})
        found = found_document(document)
        lines = differences(expected_document(data, kind, comparison, selection), found)
        return command, found, lines or contradictions(data, document)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return command, None, ["  the document cannot be read: %r" % error, output[:4000]]


def of_itself(found):
    """What a document says of each alternative by itself: all but its place among others, and the mark of use."""
    places = (": group", ": in_use", ": rank", ": rank_best", ": rank_worst")
    return {key: value for key, value in found.items() if ": " in key and not key.endswith(places)}


def changed_by_others(whole, found, renamed=None):
    """Lines that say what the binary says otherwise of an alternative when others are compared, or have changed.
    `renamed` has the old id of each alternative that has a new one."""
    renamed, lines = renamed or {}, []
    first, second = of_itself(whole), of_itself(found)
    for place in found["order"]:
        old = renamed.get(place, place)
        if old in whole["order"]:
            before = {key.split(": ", 1)[1]: value for key, value in first.items() if key.startswith(old + ": ")}
            after = {key.split(": ", 1)[1]: value for key, value in second.items() if key.startswith(place + ": ")}
            lines += ["  of %s:" % place + line for line in differences(before, after)]
    return ["  with other alternatives otherwise than before:"] + lines if lines else []


def changed_by_choosing_all(ungrouped, found):
    """Lines that say where a choice of all is not what the whole is in one list, but for what it says of the choice."""
    of_choice = ("within", "left_out_by_need", "left_out_by_audience", "left_out_drafts")
    before, after = [{key: value for key, value in document.items() if key not in of_choice and not key.endswith(": in_use")}
                     for document in (ungrouped, found)]
    lines = differences(before, after)
    return ["  in a choice of all otherwise than with --ungrouped:"] + lines if lines else []


def worse_by_own_work(whole, found):
    """Lines that say where what an institution says of its own work moves a lowest score down, a highest one up,
    or makes less known."""
    lines = []
    for place in found["order"]:
        if place in whole["order"]:
            low, high = [[Fraction(one["%s: score.exact_%s" % (place, end)]) for one in (whole, found)] for end in ("low", "high")]
            known = [one[place + ": shares"][0] for one in (whole, found)]
            if low[0] > low[1] or high[0] < high[1] or known[0] > known[1] + Fraction(2, 1000):  # rounded
                lines.append("  %s is worse by what a dossier says of own work: %s" % (place, shown([low, high, known])))
    return lines


def with_other_products(data, seed):
    """The same data with one product gone, one added and one renamed, and the old ids of the alternatives renamed."""
    rng, other = random.Random("other products %d" % seed), copy.copy(data)
    products = list(data.vendors)
    gone, renamed, like = rng.choice(products), rng.choice(products), rng.choice(products)
    other.vendors, old_ids = {}, {}
    for product, entry in data.vendors.items():
        name = "nieuw-" + product if product == renamed else product
        if product != gone or product == renamed:
            other.vendors[name] = entry
        if product == renamed:
            old_ids.update({"%s/%s" % (name, variant): "%s/%s" % (product, variant) for variant in entry[1]["variants"]})
    kind, tree = copy.deepcopy(data.vendors[like])
    tree.pop("formerly", None)
    tree["name"] = "Nog een " + tree["name"]
    other.vendors["erbij"] = (kind, tree)
    return other, old_ids


def runs(binary, data, folder, kind, choice, limits, arguments, rng, number):
    """Compares all; sometimes again with other products, and mostly also a choice among few, or with a dossier. Gives
    what `run` gives."""
    comparison = Comparison(data, kind, **choice)
    command, whole, lines = run(binary, data, folder, kind, comparison, Selection(**limits), arguments)
    yield command, whole, lines
    if not lines and whole is not None and rng.random() < 0.2:
        other, old_ids = with_other_products(data, number)
        other_folder = folder + "-other"
        written = other.write(other_folder)
        changed = Comparison(other, kind, **choice)
        command, found, lines = run(binary, other, other_folder, kind, changed, Selection(**limits), arguments)
        if found is not None and not lines:
            lines = changed_by_others(whole, found, old_ids)
        yield command, found, lines
        for layer in [] if lines else written:
            shutil.rmtree(layer)
    if lines or rng.random() < 0.4:
        return
    selection, dossier, more = some_few(data, kind, limits, folder, rng, number)
    own_work = (dossier or {}).get("own-work")
    comparison = Comparison(data, kind, own_work=own_work, **choice)
    command, found, lines = run(binary, data, folder, kind, comparison, selection, arguments + more)
    if found is not None and whole is not None and not lines:
        lines = worse_by_own_work(whole, found) if own_work else changed_by_others(whole, found)
        if not lines and selection.chosen is not None and not own_work and sorted(found["order"]) == sorted(whole["order"]):
            if comparison.group_by:
                alone = Comparison(data, kind, **{**choice, "ungrouped": True})
                other, whole, lines = run(binary, data, folder, kind, alone, Selection(**limits), arguments + ["--ungrouped"])
                if lines:
                    command = other
            lines = lines or changed_by_choosing_all(whole, found)
    yield command, found, lines


def seen_in(found):
    """How often a document has what a random data set need not have: worth knowing that it was tried."""
    cells = [value[0] for value in found.values() if isinstance(value, tuple)]
    demands = [value for key, value in found.items() if key.endswith(": knock_outs")]
    return {
        "of a choice among few": found["within"] is not None,
        "alternatives with demands violated together": sum(any(one[3] for one in value) for value in demands),
        "with a condition": sum(any(one[2] == "condition" for one in value) for value in demands),
        "for consumers": sum(value == "consumer" for key, value in found.items() if key.endswith(": audience")),
        "left out by need": len(found["left_out_by_need"]),
        "drafts": len(found["left_out_drafts"]),
        "answers that are own work": cells.count(OWN),
        "of an institution": cells.count("institution"),
    }


def main():
    parser = argparse.ArgumentParser(description="Compare keuzehulp with an independent scorer on random data sets.")
    parser.add_argument("binary")
    parser.add_argument("--sets", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--premises", action="store_true", help="let answers and demands rest on premises")
    parser.add_argument("--keep", metavar="DIR", help="write the data sets here and leave them")
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    if not os.path.isfile(binary):
        parser.error("no such file: " + options.binary)
    root = os.path.abspath(options.keep) if options.keep else tempfile.mkdtemp(prefix="keuzehulp-oracle-")
    comparisons, seen = 0, collections.Counter()
    for seed in range(options.seed, options.seed + options.sets):
        data = DataSet(seed, options.premises)
        folder = os.path.join(root, "set-%d" % seed)
        written = data.write(folder)
        rng = random.Random("choices %d" % seed)
        for number, (kind, choice, limits, arguments) in enumerate(command_lines(data, seed)):
            for command, found, lines in runs(binary, data, folder, kind, choice, limits, arguments, rng, number):
                if found is not None:
                    comparisons += 1
                    seen.update(seen_in(found))
                if lines:
                    print("oracle: difference in the data set with seed %d" % seed)
                    print("folder:  " + folder)
                    print("command: " + " ".join(shlex.quote(part) for part in command))
                    print("\n".join(lines[:40]))
                    if len(lines) > 40:
                        print("  and %d more" % (len(lines) - 40))
                    return 1
        for layer in [] if options.keep else written:
            shutil.rmtree(layer)
    if not options.keep:
        os.rmdir(root)
    print("oracle: %d data sets, %d comparisons, all equal" % (options.sets, comparisons))
    print("oracle: " + ", ".join("%d %s" % (count, words) for words, count in seen.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
