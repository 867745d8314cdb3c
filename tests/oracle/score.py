"""Judges a data set by the plainest method: every possible answer is tried, and every pair compared.

Nothing here is clever, on purpose. An open question is the list of all answers it may still have; a rule
is tried on all combinations of the answers of the criteria it names; whether demands are violated together
is tried answer by answer; rank ranges are counted straight from their definition. All sums are exact fractions.
Where a fact is the institution's own work, a demand is tried on every answer that the institution could make of it.
Where an answer rests on a premise that does not hold, a demand is tried in every world that this leaves possible.
"""

import datetime
import itertools
from collections import namedtuple
from fractions import Fraction

from generate import AUDIENCES, GRADES, HOSTING, USUAL, add_months
from questions import (OWN, answer_ids, holds, holds_own_id, level_names, level_of, level_of_name, names_any, option_sets,
                       own_ids, resting)

CLASSES = ["eligible", "undecided", "knocked-out"]


def half_up(value, decimals):
    """Rounded half up, as an exact decimal."""
    scaled = value * 10 ** decimals
    return Fraction((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10 ** decimals)


def printed(value, decimals, whole):
    """Rounded half up; what is not exactly nothing or the whole is not shown as such."""
    step = Fraction(1, 10 ** decimals)
    rounded = half_up(value, decimals)
    return rounded if value in (0, whole) else min(max(rounded, step), whole - step)


def printed_shares(shares):
    """Shares that make 1 together, in thousandths that make 1 together: by largest remainder (of equal remainders
    the largest share, and of equal shares the first). One that is not nothing and would become it gets a step of
    the largest."""
    steps = [int(share * 1000) for share in shares]
    places = range(len(shares))
    order = sorted(places, key=lambda place: (steps[place] - shares[place] * 1000, -shares[place], place))
    for place in order[:1000 - sum(steps)]:
        steps[place] += 1
    for place in places:
        if shares[place] > 0 and steps[place] == 0:
            steps[max(places, key=lambda other: (steps[other], shares[other], -other))] -= 1
            steps[place] = 1
    return [Fraction(step, 1000) for step in steps]


# ---- what a question can have as its answer ------------------------------------------------------------

def numbers_in(tree):
    """All whole numbers anywhere in a tree."""
    if isinstance(tree, (dict, list)):
        inner = tree.values() if isinstance(tree, dict) else tree
        return set().union(*[numbers_in(value) for value in inner])
    return {tree} if isinstance(tree, int) else set()


def all_answers(data, name, entries=()):
    """Every answer a question can have. Of the numbers, those around each number that the files mention
    for this criterion, and `entries` of a dossier: between two of them nothing changes. The largest stands
    for all above it."""
    question = data.criteria[name]
    if "one-of" in question:
        return answer_ids(question)
    if "any-of" in question:
        return option_sets(question)
    found = numbers_in([question["levels"], question.get("knock-out", []), list(entries)]) | {0}
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


# ---- premises -----------------------------------------------------------------------------------------

def stands(premise, as_of):
    """Does a premise hold on this day, by its dates? Both are inclusive, and either may be left out."""
    dates = {key: datetime.date.fromisoformat(day) for key, day in premise.get("holds", {}).items()}
    return dates.get("from", as_of) <= as_of <= dates.get("until", as_of)


# ---- one comparison -----------------------------------------------------------------------------------

class Selection:
    """What is compared: `vendor`, `hosting` and `audience` are the words of these options (lists, None without
    them), `dossier` is the tree of a dossier, or None."""

    def __init__(self, vendor=None, dossier=None, hosting=None, audience=None):
        dossier = dossier or {}
        self.chosen = vendor if vendor is not None else dossier.get("candidates")  # None: no choice among few
        self.in_use = dossier.get("in-use", [])  # what is in use alone is no choice
        self.hosting = hosting if hosting is not None else dossier.get("need", {}).get("hosting", HOSTING)
        self.hosting = [self.hosting] if isinstance(self.hosting, str) else self.hosting
        self.audiences = AUDIENCES if audience == ["all"] else audience or USUAL

    def parts(self, comparison):
        """(what is compared, what the hosting leaves out, how many the audience leaves out)."""
        every, in_use = set(comparison.variants), comparison.named(self.in_use, self.audiences)
        if self.chosen is None:
            wanted = {one for one in every if comparison.audience(one) in self.audiences} | in_use
        else:
            every = comparison.named(self.chosen, AUDIENCES) | comparison.named(self.in_use, AUDIENCES)
            wanted = comparison.named(self.chosen, self.audiences) | in_use
        compared = {one for one in wanted if comparison.variants[one]["hosting"] in self.hosting}
        return compared, wanted - compared, len(every - wanted)


# What is known of one criterion for one variant: the possible answers, the status, whether it is firm, and who can
# settle it (`institution` where it is the institution's own work, or its dossier says what it made of that).
Fact = namedtuple("Fact", "possible status firm settled_by")


class Comparison:
    """What `compare KIND` must give, for one profile and the overrides of the command line. `own_work` is what a
    dossier has under that key; `assume` says of premises whether they hold, whatever their dates say."""

    def __init__(self, data, kind, profile, weights=None, require=None, rank_by="low", ungrouped=False, own_work=None,
                 assume=None):
        self.data, self.kind, self.rank_by = data, kind, rank_by
        self.names = data.of_kind(kind)
        self.group_by = None if ungrouped else data.kinds[kind].get("group-by")
        self.profile = inherited(data.profiles, profile)
        self.profile["weights"].update(weights or {})
        self.profile["require"] += [{"criterion": c, "answers": answer} for c, answer in require or []]
        self.own_work = own_work or {}
        holding = {name: stands(premise, data.as_of) for name, premise in getattr(data, "premises", {}).items()}
        self.fallen = {name for name, holds_now in {**holding, **(assume or {})}.items() if not holds_now}
        # Per criterion, the answers that fell, with the level of their `else` or None.
        self.fell = {name: {answer: other for answer, premise, other in resting(data.criteria[name]) if premise in self.fallen}
                     for name in self.names}
        self.universe = {name: all_answers(data, name, self.own_work.get(name, [])) for name in self.names}
        self.levels = {n: {a: level_of(data.criteria[n], a) for a in self.universe[n]} for n in self.names}
        # What the institution could make of its own work, and what is possible where it does not run the service itself.
        self.fixed = {n: [a for a in self.universe[n] if self.levels[n][a] != OWN] for n in self.names}
        self.elsewhere = {n: [a for a in self.universe[n] if not holds_own_id(data.criteria[n], a)] for n in self.names}
        self.weight = {name: self.effective_weight(name) for name in self.names}
        self.total = sum(self.weight.values())
        there = {product: vendor for product, (of, vendor) in data.vendors.items()
                 if of == kind and "retired" not in vendor}
        self.drafts = sorted(product for product, vendor in there.items() if vendor.get("draft") == "true")
        self.variants = {(product, variant): tree for product, vendor in there.items() if product not in self.drafts
                         for variant, tree in vendor["variants"].items()}
        self.judged = None  # the alternatives: judged once, since none depends on another or on what is compared

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
                result += [(name, rule["because"]["nl"], [(name, rule["when"], True)]) for rule in own
                           if rule.get("while") not in self.fallen]
        for rule in self.profile["require"]:
            if rule.get("while") in self.fallen:
                continue
            parts = [(c, condition, True) for c, condition in rule.get("when", {}).items()]
            parts.append((rule["criterion"], rule["answers"], False))
            if all(c in self.names for c, _, _ in parts):
                result.append((rule["criterion"], rule["because"]["nl"] if "because" in rule else None, parts))
        return result

    def judge_fact(self, product, variant, name):
        """What is known of one criterion for one variant, after the evidence rules."""
        _, vendor = self.data.vendors[product]
        hosting, fact = vendor["variants"][variant]["hosting"], vendor["facts"].get(name)
        everything = self.universe[name] if hosting == "self-hosted" else self.elsewhere[name]
        settled_by = self.data.criteria[name].get("settled-by", "public")
        if hosting == "hosted" and own_ids(self.data.criteria[name]):
            settled_by = "contract"
        entry = None
        for candidate in fact["answers"] if fact else []:
            who = candidate["for"]
            if who in ("all", variant) or (isinstance(who, list) and variant in who):
                entry = candidate
        if entry is None:
            return Fact(everything, "not-researched", False, settled_by)
        if "unknown" in entry:
            return Fact(everything, "unknown", False, settled_by)
        possible = [answer for answer in everything if leaves_possible(entry, answer)]
        if all(self.levels[name][answer] == OWN for answer in possible):
            return self.own_fact(product, variant, name, possible, "disputed" not in fact)

        items = [item for item in fact.get("evidence", []) if item.get("for", "all") == "all" or variant in item["for"]]
        sources = [vendor["sources"][item["from"]] for item in items]
        graded = [s for s in sources if GRADES.index(s["grade"]) >= GRADES.index(self.profile["evidence"]["minimum-grade"])]
        fresh = [s for s in graded if not self.is_stale(s, name)]
        counting = fresh if self.profile["evidence"]["stale"] == "unknown" else graded
        firm = "disputed" not in fact and any(
            GRADES.index(s["grade"]) >= GRADES.index("vendor") and (s.get("extent", "whole") == "whole" or "reviewed" in s)
            for s in counting if not self.is_stale(s, name))
        if len(possible) == len(everything):
            status = "unknown"  # nothing is ruled out
        elif not graded:
            status = "below-grade"
        elif not fresh:
            status = "stale"
        else:
            status = "known" if len(possible) == 1 else "partly-known"
            levels = {level for answer in possible for _, level in self.worlds(name, answer)}
            if status == "known" and len(levels) > 1:
                status = "premise-fallen"  # the answer is known, what it is worth is not
        return Fact(possible if counting else everything, status, firm, settled_by)

    def own_fact(self, product, variant, name, possible, firm):
        """A fact that is the institution's own work: what its dossier says of it, or else that it is open to it."""
        for entry in self.own_work.get(name, []):
            if "for" not in entry or (product, variant) in self.named(entry["for"], AUDIENCES):
                stale = self.is_old(entry["on"], name)
                if not (stale and self.profile["evidence"]["stale"] == "unknown"):
                    answers = [answer for answer in self.elsewhere[name] if leaves_possible(entry, answer)]
                    return Fact(answers, "institution", not stale, "institution")
        return Fact(possible, OWN, firm, "institution")

    def is_stale(self, source, name):
        return source.get("copy") == "undated" or self.is_old(source["read"], name)

    def is_old(self, day, name):
        """Is this day longer ago than the shelf life of a criterion?"""
        months = int(self.data.criteria[name].get("shelf-life", "24 months").split()[0])
        return self.data.as_of > add_months(datetime.date.fromisoformat(day), months)

    def worlds(self, name, answer):
        """What one possible answer may be: pairs of an answer and its level. An answer whose premise fell is still the
        answer that the file gives, or something else that no condition names. Its level is that of its
        `else`; without one it is as good as before, or as bad as any level of the question that is not better."""
        level = self.levels[name][answer]
        if answer not in self.fell[name]:
            return [(answer, level)]
        other = self.fell[name][answer]
        if other is not None:
            return [(answer, other), (None, other)]
        declared = {level_of_name(one) for one in level_names(self.data.criteria[name])}
        return [(answer, level)] + [(None, one) for one in sorted(declared) if one <= level]

    def ways_to_violate(self, name, parts, possible):
        """Whether the parts of a rule about one criterion all have their wanted truth, for each possible answer: a set
        of True and False. All parts see the same world of an answer. A condition that does not name own work sees an own-work answer as every fixed answer, the
        same one for all such conditions, and then the parts can be violated and never must be."""
        def as_wanted(some_parts, world):
            return all(holds(condition, *world) == wanted for condition, wanted in some_parts)

        own, result = own_ids(self.data.criteria[name]), set()
        naming = [(condition, wanted) for condition, wanted in parts if names_any(condition, own)]
        others = [(condition, wanted) for condition, wanted in parts if not names_any(condition, own)]
        can_be_made_so = any(as_wanted(others, world) for fixed in self.fixed[name] for world in self.worlds(name, fixed))
        for answer in possible:
            for world in self.worlds(name, answer):
                if self.levels[name][answer] == OWN and others:
                    result |= {False, as_wanted(naming, world) and can_be_made_so}
                else:
                    result.add(as_wanted(parts, world))
        return result

    def judge_rule(self, parts, facts):
        """What one rule says of an alternative: None (met), or a status, and whether it makes it undecided."""
        named = list(dict.fromkeys(c for c, _, _ in parts))
        # Per criterion, the different ways in which its possible answers answer the parts about it.
        ways = {}
        for name in named:
            mine = [(condition, wanted) for c, condition, wanted in parts if c == name]
            ways[name] = self.ways_to_violate(name, mine, facts[name].possible)
        violated = [all(combination) for combination in itertools.product(*ways.values())]
        if not any(violated):
            return None, False
        if all(violated):
            keeping_open = [name for name in named if not facts[name].firm]
            if not keeping_open:
                return "fires", False
            status = "indication"
        else:
            keeping_open = [name for name in named if False in ways[name]]
            status = "open"
        public = any(facts[name].settled_by == "public" for name in keeping_open)
        return ("condition" if status == "open" and not public else status), public

    def violated_together(self, rules, facts):
        """The places in `rules` of the demands that are violated together. Per criterion: of the rules that name
        it and nothing else, each world of each possible answer violates at least one, and none is violated by all. Not
        where own work is among the possible answers: the institution can still make it good.
        (The program gives up above 16,384 sets of options; no question of `generate.py` has that many.)"""
        result = set()
        for name in self.names:
            alone = [place for place, (_, _, parts) in enumerate(rules) if all(c == name for c, _, _ in parts)]
            if any(self.levels[name][answer] == OWN for answer in facts[name].possible):
                continue
            violates = []  # for each world the places of the rules that it violates
            for world in [world for answer in facts[name].possible for world in self.worlds(name, answer)]:
                violates.append({place for place in alone
                                 if all(holds(condition, *world) == wanted for _, condition, wanted in rules[place][2])})
            if all(violates) and not set.intersection(*violates):
                result |= set.union(*violates)
        return result

    def span(self, name, possible):
        """The lowest and the highest level that these answers can have, as fractions; own work can have every
        level of its question."""
        found = set()
        for answer in possible:
            if self.levels[name][answer] == OWN:
                found |= {level_of_name(one) for one in level_names(self.data.criteria[name])}
            else:
                found |= {level for _, level in self.worlds(name, answer)}
        return Fraction(min(found), 100), Fraction(max(found), 100)

    def alternative(self, product, variant):
        tree = self.variants[product, variant]
        facts = {name: self.judge_fact(product, variant, name) for name in self.names}
        span = {name: self.span(name, fact.possible) for name, fact in facts.items()}
        knock_outs, undecided = [], False
        rules = self.rules()
        together = self.violated_together(rules, facts)
        for place, (name, because, parts) in enumerate(rules):
            status, public = self.judge_rule(parts, facts)
            if place in together:
                status = "fires" if facts[name].firm else "indication"
                public = status == "indication" and facts[name].settled_by == "public"
            knock_outs += [(name, because, status, place in together)] if status else []
            undecided = undecided or public
        fires = any(status == "fires" for _, _, status, _ in knock_outs)
        share = {name: self.weight[name] / self.total for name in self.names}
        settled = {name for name in self.names if span[name][0] == span[name][1]}
        own = {name for name in self.names if facts[name].status == OWN}
        gains = {name: share[name] * (span[name][1] - span[name][0]) for name in own}
        shares = [sum(share[name] for name in settled), sum(share[name] for name in own)]
        shares.append(1 - sum(shares))
        group = None
        if self.group_by == "hosting":
            group = tree["hosting"]
        elif self.group_by:
            possible = facts[self.group_by].possible
            # A condition that names an answer whose premise fell is open, and so is a group of that name.
            settled = len(possible) == 1 and possible[0] not in self.fell[self.group_by]
            group = possible[0] if settled else "unknown"
        return {
            "id": (product, variant), "group": group, "hosting": tree["hosting"],
            "audience": self.audience((product, variant)),
            "eligibility": "knocked-out" if fires else "undecided" if undecided else "eligible",
            "low": sum(share[n] * span[n][0] for n in self.names), "own_work": sum(gains.values()),
            "high": sum(share[n] * span[n][1] for n in self.names),
            "shares": shares, "little_known": 3 * shares[2] > 2,
            "own_work_items": {name: gains[name] for name in own if share[name] > 0},
            "tiles": self.tiles(share, span, own),
            "knock_outs": sorted(knock_outs, key=str),
            "criteria": {n: (facts[n].status,) + span[n] for n in self.names},
        }

    def tiles(self, share, span, own):
        """What can be said of each theme that has weight, by the bounds of its criteria."""
        found = {}
        for theme in {self.data.theme_of[name] for name in self.names if share[name] > 0}:
            names = [name for name in self.names if self.data.theme_of[name] == theme]
            part = {name: share[name] / sum(share[other] for other in names) for name in names}
            low = sum(part[name] * span[name][0] for name in names)
            high = sum(part[name] * span[name][1] for name in names)
            arranged = sum(part[name] * span[name][name in own] for name in names)
            unasked = sum(part[name] for name in names if span[name][0] != span[name][1] and name not in own)
            found[theme] = ("favourable" if low >= Fraction(3, 5) else "unfavourable" if high <= Fraction(2, 5)
                            else "own-work" if arranged >= Fraction(3, 5) else "unknown" if unasked > Fraction(1, 2)
                            else "mixed")
        return found

    def audience(self, alternative):
        return self.variants[alternative].get("audience", "education")

    def named(self, words, audiences):
        """The alternatives that words name: a product (its variants for these audiences), `product/variant`, or
        either with an old id of the product. A product that is gone is no alternative, so nothing of it is named."""
        words = [words] if isinstance(words, str) else words
        return {(product, variant) for product, variant in self.variants for known in self.data.ids_of(product)
                if known + "/" + variant in words or (known in words and self.audience((product, variant)) in audiences)}

    def ranking(self, selection):
        """The alternatives that are compared, in order, with rank, rank_best and rank_worst."""
        if self.judged is None:
            self.judged = [self.alternative(product, variant) for product, variant in self.variants]
        compared, _, _ = selection.parts(self)
        in_use = self.named(selection.in_use, selection.audiences)
        rows = [{**row, "in_use": row["id"] in in_use} for row in self.judged if row["id"] in compared]
        group_by = self.group_by if selection.chosen is None else None
        for row in rows:
            row["group"] = row["group"] if group_by else None
        for row in rows:
            others = [other for other in rows if other is not row and other["group"] == row["group"]]
            row["rank"] = 1 + sum(self.key(other) < self.key(row) for other in others)
            row["rank_best"] = 1 + sum(certainly_above(other, row) for other in others)
            row["rank_worst"] = 1 + sum(can_be_above(other, row) for other in others)
        groups = [None, "unknown"]
        if group_by:
            groups = (HOSTING if group_by == "hosting" else answer_ids(self.data.criteria[group_by])) + ["unknown"]
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
