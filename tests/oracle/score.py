"""Judges a data set by the plainest method: every possible answer is tried, and every pair compared.

Nothing here is clever, on purpose. An open question is the list of all answers it may still have; a rule
is tried on all combinations of the answers of the criteria it names; whether demands are violated together
is tried answer by answer; rank ranges are counted straight from their definition. All sums are exact fractions.
"""

import datetime
import itertools
from fractions import Fraction

from generate import GRADES, add_months, answer_ids

HOSTING = ["cloud", "hosted", "self-hosted"]
CLASSES = ["eligible", "undecided", "knocked-out"]


def level_of_name(name):
    """A level name as a whole percentage; None if the text is not a level."""
    fixed = {"good": 100, "partly": 50, "insufficient": 0}
    return fixed[name] if name in fixed else int(name[:-1]) if name.endswith("%") else None


def half_up(value, decimals):
    """Rounded half up, as an exact decimal."""
    scaled = value * 10 ** decimals
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10 ** decimals)


def printed(value, decimals, whole):
    """Rounded half up; what is not exactly nothing or the whole is not shown as such."""
    step = Fraction(1, 10 ** decimals)
    rounded = half_up(value, decimals)
    return rounded if value in (0, whole) else min(max(rounded, step), whole - step)


# ---- questions, answers and conditions ----------------------------------------------------------------
# An answer is a text (an id of one-of, or a named number), a frozenset of options, or a whole number.

def holds(condition, answer, level):
    """Does the condition hold of this answer, which has this level?"""
    if isinstance(condition, list):
        return any(holds(one, answer, level) for one in condition)
    if isinstance(condition, str):
        if level_of_name(condition) is not None:
            return level == level_of_name(condition)
        return condition in answer if isinstance(answer, frozenset) else condition == answer
    if isinstance(answer, str):  # a named answer is within no bounds, unless `or` names it
        return answer in condition.get("or", [])
    if isinstance(answer, frozenset):
        if not set(condition.get("including", [])) <= answer or answer & set(condition.get("lacking", [])):
            return False
        if "only" in condition and not answer <= set(condition["only"]):
            return False
        answer = len(answer & set(condition["counting"])) if "counting" in condition else len(answer)
    return condition.get("at-least", 0) <= answer and answer <= condition.get("at-most", answer)


def level_of(question, answer):
    """The level of one answer, as a whole percentage."""
    if "one-of" in question:
        return next(level_of_name(name) for name, answers in question["one-of"].items() if answer in answers)
    for name, condition in question["levels"].items():
        if condition == "otherwise" or holds(condition, answer, None):
            return level_of_name(name)


def numbers_in(tree):
    """All whole numbers anywhere in a tree."""
    if isinstance(tree, (dict, list)):
        inner = tree.values() if isinstance(tree, dict) else tree
        return set().union(*[numbers_in(value) for value in inner])
    return {tree} if isinstance(tree, int) else set()


def all_answers(data, name):
    """Every answer a question can have. Of the numbers, those around each number that the files mention
    for this criterion: between two of them nothing changes. The largest stands for all above it."""
    question = data.criteria[name]
    if "one-of" in question:
        return answer_ids(question)
    if "any-of" in question:
        options = list(question["any-of"])
        return [frozenset(chosen) for count in range(len(options) + 1) for chosen in itertools.combinations(options, count)]
    found = numbers_in([question["levels"], question.get("knock-out", [])]) | {0}
    for profile in data.profiles.values():
        for rule in profile.get("require", []):
            found |= numbers_in(rule["answers"]) if rule["criterion"] == name else set()
            found |= numbers_in(rule.get("when", {}).get(name, {}))
    for _, vendor in data.vendors.values():
        found |= numbers_in(vendor["facts"].get(name, {}).get("answers", []))
    return sorted({n + d for n in found for d in (-1, 0, 1) if n + d >= 0}) + answer_ids(question)


def leaves_possible(entry, answer):
    """Does an entry of `answers` leave this answer possible?"""
    if "answer" in entry:
        return answer == entry["answer"]
    if "one-of" in entry:
        return answer in entry["one-of"]
    if "between" in entry:
        low, high = entry["between"]
        return isinstance(answer, int) and low <= answer and (high == "unlimited" or answer <= high)
    if "unknown" in entry:
        return True
    return set(entry.get("has", [])) <= answer and not answer & set(entry.get("lacks", []))


# ---- one comparison -----------------------------------------------------------------------------------

class Few:
    """A choice among few: the words of `--vendor` (a list, None without it) and the tree of a dossier, or None."""

    def __init__(self, vendor=None, dossier=None):
        self.chosen = vendor if vendor is not None else (dossier or {}).get("candidates")
        self.in_use = (dossier or {}).get("in-use", [])

    def within(self, comparison):
        """The alternatives that are compared with each other; None if that is all of them, for want of a choice."""
        if self.chosen is None:
            return None  # what is in use alone is no choice
        return comparison.named(self.chosen) | comparison.named(self.in_use)


class Comparison:
    """What `compare KIND` must give, for one profile and the overrides of the command line."""

    def __init__(self, data, kind, profile, weights=None, require=None, rank_by="low", ungrouped=False):
        self.data, self.kind, self.rank_by = data, kind, rank_by
        self.names = data.of_kind(kind)
        self.group_by = None if ungrouped else data.kinds[kind].get("group-by")
        self.profile = inherited(data.profiles, profile)
        self.profile["weights"].update(weights or {})
        self.profile["require"] += [{"criterion": c, "answers": answer} for c, answer in require or []]
        self.universe = {name: all_answers(data, name) for name in self.names}
        self.levels = {n: {a: level_of(data.criteria[n], a) for a in self.universe[n]} for n in self.names}
        self.weight = {name: self.effective_weight(name) for name in self.names}
        self.total = sum(self.weight.values())
        self.judged = None  # the alternatives: judged once, since none depends on another or on a choice

    def effective_weight(self, name):
        weights, themes = self.profile["weights"], self.profile["themes"]
        own, theme = weights.get(name, 0), self.data.theme_of[name]
        if not themes:
            return Fraction(own)
        in_theme = sum(weights.get(c, 0) for c in self.names if self.data.theme_of[c] == theme)
        return Fraction(themes.get(theme, 0) * own, in_theme) if own else Fraction(0)

    def rules(self):
        """Everything that can knock out: (criterion, reason, list of (criterion, condition, wanted truth)); a rule
        is violated when each condition has its wanted truth. A rule of the command line has no reason."""
        result, choice = [], self.profile["knock-outs"]
        for name in self.names:
            if choice == "all" or (choice == "weighed" and self.weight[name] > 0) or (isinstance(choice, list) and name in choice):
                own = self.data.criteria[name].get("knock-out", [])
                result += [(name, rule["because"]["nl"], [(name, rule["when"], True)]) for rule in own]
        for rule in self.profile["require"]:
            parts = [(c, condition, True) for c, condition in rule.get("when", {}).items()]
            parts.append((rule["criterion"], rule["answers"], False))
            if all(c in self.names for c, _, _ in parts):
                result.append((rule["criterion"], rule["because"]["nl"] if "because" in rule else None, parts))
        return result

    def judge_fact(self, vendor, variant, name):
        """(possible answers, status, firm) of one criterion for one variant, after the evidence rules."""
        everything, fact = self.universe[name], vendor["facts"].get(name)
        entry = None
        for candidate in fact["answers"] if fact else []:
            who = candidate["for"]
            if who in ("all", variant) or (isinstance(who, list) and variant in who):
                entry = candidate
        if entry is None:
            return everything, "not-researched", False
        possible = [answer for answer in everything if leaves_possible(entry, answer)]
        if "unknown" in entry:
            return everything, "unknown", False

        items = [item for item in fact.get("evidence", []) if item.get("for", "all") == "all" or variant in item["for"]]
        sources = [vendor["sources"][item["from"]] for item in items]
        graded = [s for s in sources if GRADES.index(s["grade"]) >= GRADES.index(self.profile["evidence"]["minimum-grade"])]
        fresh = [s for s in graded if not self.is_stale(s, name)]
        counting = fresh if self.profile["evidence"]["stale"] == "unknown" else graded
        firm = "disputed" not in fact and any(
            s["grade"] != "reported" and (s.get("extent", "whole") == "whole" or "reviewed" in s)
            for s in counting if not self.is_stale(s, name))
        if len(possible) == len(everything):
            status = "unknown"  # nothing is ruled out
        elif not graded:
            status = "below-grade"
        elif not fresh:
            status = "stale"
        else:
            status = "known" if len(possible) == 1 else "partly-known"
        return (possible if counting else everything), status, firm

    def is_stale(self, source, name):
        months = int(self.data.criteria[name].get("shelf-life", "24 months").split()[0])
        end = add_months(datetime.date.fromisoformat(source["read"]), months)
        return source.get("copy") == "undated" or self.data.as_of > end

    def judge_rule(self, parts, facts):
        """What one rule says of an alternative: None (met), or a status, and whether it makes it undecided."""
        named = list(dict.fromkeys(c for c, _, _ in parts))
        # Per criterion, the different ways in which its possible answers answer the parts about it.
        ways = {}
        for name in named:
            mine = [(condition, wanted) for c, condition, wanted in parts if c == name]
            ways[name] = {tuple(holds(condition, answer, self.levels[name][answer]) == wanted for condition, wanted in mine)
                          for answer in facts[name][0]}
        violated = [all(all(way) for way in combination) for combination in itertools.product(*ways.values())]
        if not any(violated):
            return None, False
        if all(violated):
            keeping_open = [name for name in named if not facts[name][2]]
            if not keeping_open:
                return "fires", False
            status = "indication"
        else:
            keeping_open = [name for name in named if not all(all(way) for way in ways[name])]
            status = "open"
        public = any(self.data.criteria[name].get("settled-by", "public") == "public" for name in keeping_open)
        return ("condition" if status == "open" and not public else status), public

    def violated_together(self, rules, facts):
        """The places in `rules` of the demands that are violated together. Per criterion: of the rules that name
        it and nothing else, each possible answer violates at least one, and none is violated by all of them.
        (The program gives up above 16,384 sets of options; no question of `generate.py` has that many.)"""
        result = set()
        for name in self.names:
            alone = [place for place, (_, _, parts) in enumerate(rules) if all(c == name for c, _, _ in parts)]
            violates = []  # for each possible answer the places of the rules that it violates
            for answer in facts[name][0]:
                level = self.levels[name][answer]
                violates.append({place for place in alone
                                 if all(holds(condition, answer, level) == wanted for _, condition, wanted in rules[place][2])})
            if all(violates) and not set.intersection(*violates):
                result |= set.union(*violates)
        return result

    def alternative(self, product, vendor, variant):
        facts = {name: self.judge_fact(vendor, variant, name) for name in self.names}
        span = {}
        for name, (possible, _, _) in facts.items():
            found = [Fraction(self.levels[name][answer], 100) for answer in possible]
            span[name] = (min(found), max(found))
        knock_outs, undecided = [], False
        rules = self.rules()
        together = self.violated_together(rules, facts)
        for place, (name, because, parts) in enumerate(rules):
            status, public = self.judge_rule(parts, facts)
            if place in together:
                status = "fires" if facts[name][2] else "indication"
                public = status == "indication" and self.data.criteria[name].get("settled-by", "public") == "public"
            knock_outs += [(name, because, status, place in together)] if status else []
            undecided = undecided or public
        fires = any(status == "fires" for _, _, status, _ in knock_outs)
        low = sum(self.weight[n] * span[n][0] for n in self.names) / self.total
        high = sum(self.weight[n] * span[n][1] for n in self.names) / self.total
        coverage = sum(self.weight[n] for n in self.names if span[n][0] == span[n][1]) / self.total
        eligibility = "knocked-out" if fires else "undecided" if undecided else "eligible"
        too_little = not fires and coverage < Fraction(1, 3)
        group = None
        if self.group_by == "hosting":
            group = vendor["variants"][variant]["hosting"]
        elif self.group_by:
            possible = facts[self.group_by][0]
            group = possible[0] if len(possible) == 1 else "unknown"
        return {
            "id": (product, variant), "group": group, "hosting": vendor["variants"][variant]["hosting"],
            "eligibility": eligibility, "block": "too-little" if too_little else eligibility,
            "low": low, "high": high, "coverage": coverage,
            "knock_outs": sorted(knock_outs, key=str),
            "criteria": {n: (facts[n][1],) + span[n] for n in self.names},
        }

    def named(self, words):
        """The alternatives that words name: a product, `product/variant`, or either with an old id of the product.
        A product that is gone is no alternative, so nothing of it is named."""
        words = [words] if isinstance(words, str) else words
        return {(product, variant) for product, (kind, vendor) in self.data.vendors.items()
                if kind == self.kind and "retired" not in vendor for variant in vendor["variants"]
                if any(word in (known, known + "/" + variant) for known in self.data.ids_of(product) for word in words)}

    def ranking(self, few):
        """The alternatives in order, with rank, rank_best and rank_worst: all, or those of a choice among few."""
        if self.judged is None:
            self.judged = [self.alternative(product, vendor, variant) for product, (kind, vendor) in self.data.vendors.items()
                           if kind == self.kind and "retired" not in vendor for variant in vendor["variants"]]
        within, in_use = few.within(self), self.named(few.in_use)
        rows = [{**row, "in_use": row["id"] in in_use} for row in self.judged if within is None or row["id"] in within]
        group_by = self.group_by if within is None else None
        for row in rows:
            row["group"] = row["group"] if group_by else None
        for row in rows:
            others = [other for other in rows if other is not row and other["group"] == row["group"]]
            row["rank"] = 1 + sum(self.key(other) < self.key(row) for other in others)
            row["rank_best"] = 1 + sum(certainly_above(other, row) for other in others)
            row["rank_worst"] = 1 + sum(can_be_above(other, row) for other in others)
        by_answer = HOSTING if group_by == "hosting" else answer_ids(self.data.criteria[group_by]) if group_by else []
        groups = [None] + by_answer + ["unknown"]
        return sorted(rows, key=lambda row: (groups.index(row["group"]), row["rank"], row["id"]))

    def key(self, row):
        low, high = row["low"], row["high"]
        order = {"low": (low, high), "high": (high, low), "middle": (low + high, low)}[self.rank_by]
        return (CLASSES.index(row["eligibility"]), -order[0], -order[1])


def certainly_above(b, a):
    b_in, a_out = b["eligibility"] == "eligible", a["eligibility"] == "knocked-out"
    return (b_in and a_out) or ((b_in or a_out) and b["low"] > a["high"])


def can_be_above(b, a):
    a_in, b_out = a["eligibility"] == "eligible", b["eligibility"] == "knocked-out"
    return not ((a_in and b_out) or ((a_in or b_out) and a["low"] >= b["high"]))


def inherited(profiles, name):
    """A profile with everything it takes over through `extends`."""
    own = profiles[name]
    if "extends" in own:
        result = inherited(profiles, own["extends"])
    else:
        result = {"weights": {}, "themes": {}, "require": [], "knock-outs": "all",
                  "evidence": {"minimum-grade": "reported", "stale": "mark"}}
    for key in ("weights", "themes", "evidence"):
        result[key].update(own.get(key, {}))
    result["require"] = result["require"] + own.get("require", [])
    result["knock-outs"] = own.get("knock-outs", result["knock-outs"])
    return result
