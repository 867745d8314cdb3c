#!/usr/bin/env python3
"""What a user would write instead, in Python: `pandas_rank.py FOLDER` reads the files of the generator with
PyYAML (its C loader), takes the lowest and highest level of every answer, sums them by weight with pandas and
prints a ranked CSV. It checks nothing, explains nothing and knows no knock-outs, rules of evidence or layers.
"""

import pathlib
import sys

import pandas
import yaml

LEVELS = {"good": 1.0, "partly": 0.5, "insufficient": 0.0}


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def level(rules, holds):
    for name, rule in rules.items():
        if rule == "otherwise" or holds(rule):
            return LEVELS[name]
    return 0.0


def options(rule, has):
    return len(has) >= rule.get("at-least", 0) and set(rule.get("including", [])) <= has


def spread(criterion, answer):
    """The lowest and highest level that an answer leaves possible."""
    if "one-of" in criterion:
        levels = {name: LEVELS[at] for at, names in criterion["one-of"].items() for name in names}
        given = [answer["answer"]] if "answer" in answer else answer.get("one-of", list(levels))
        found = [levels[name] for name in given]
    elif "any-of" in criterion:
        has, open_ = set(answer.get("has", [])), set(answer.get("not-found", []))
        if "unknown" in answer:
            open_ = set(criterion["any-of"])
        both = (has, has | open_)
        found = [level(criterion["levels"], lambda rule, had=had: options(rule, had)) for had in both]
    else:
        given = [answer["answer"]] * 2 if "answer" in answer else answer.get("between", [0, 10**9])
        found = [level(criterion["levels"], lambda rule, n=n: n <= rule["at-most"]) for n in given]
    return min(found), max(found)


def main():
    folder = pathlib.Path(sys.argv[1])
    criteria, theme_of = {}, {}
    for path in sorted(folder.glob("criteria/*/*.yaml")):
        if path.parent.name != "profiles":
            criteria[path.stem] = load(path)
            theme_of[path.stem] = path.parent.name
    profile = load(folder / "criteria/profiles/algemeen.yaml")
    weights = pandas.Series(profile["weights"], dtype=float).reindex(list(criteria)).fillna(0)
    theme = weights.index.map(theme_of)
    weights = theme.map(profile["themes"]) * weights / weights.groupby(theme).transform("sum")
    rows = []
    for path in sorted(folder.glob("vendors/*/*.yaml")):
        vendor = load(path)
        for variant in vendor["variants"]:
            row = {"id": "%s/%s" % (path.stem, variant), "name": vendor["name"]}
            for name, criterion in criteria.items():
                answer = {"unknown": "not researched"}
                for given in vendor["facts"].get(name, {"answers": []})["answers"]:
                    if given["for"] == "all" or variant == given["for"] or variant in given["for"]:
                        answer = given
                row[name, "low"], row[name, "high"] = spread(criterion, answer)
            rows.append(row)
    table = pandas.DataFrame(rows)
    for end in ("low", "high"):
        levels = table[[(name, end) for name in criteria]].to_numpy()
        table[end] = (levels * weights.to_numpy()).sum(axis=1) / weights.sum() * 100
    table = table.sort_values(["low", "high", "id"], ascending=[False, False, True])
    table.to_csv(sys.stdout, index=False, float_format="%.1f")


if __name__ == "__main__":
    main()
