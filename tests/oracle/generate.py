"""Random data sets for the oracle, from a seed.

A data set is a tree of plain dicts, lists, texts and whole numbers per file, in the shape of the file
format. `write` turns the trees into YAML text; `score.py` judges the same trees (`questions.py` has what both
know of questions and conditions). The YAML is never read back, so an error in one reader cannot hide in the other.
"""

import calendar
import copy
import datetime
import os
import random
import re
import shutil

from questions import OWN, answer_ids, level_names, level_of, level_of_name, option_sets, own_ids

GRADES = ["reported", "pledged", "vendor", "contract", "verified"]
HOSTING = ["cloud", "hosted", "self-hosted"]
AUDIENCES = ["education", "business", "consumer"]
USUAL = ["education", "business"]  # the audiences that are compared without --audience
# `no`, `yes`, `on`, `off` are valid ids that a YAML 1.1 reader would take for booleans.
ANSWERS = ["no", "yes", "on", "off", "absent", "by-default", "self-hosted", "on-request", "never", "v2",
           "in-eea", "in-eea-2", "not-agreed", "partial", "group-only", "no-recording-function", "x1-y2"]
# Ids that are prefixes of each other: they sort differently as pairs and as joined text.
PRODUCTS = ["alfa", "alfa-2", "alfa2", "alfa-pro", "beta", "beta-go", "beta0", "gamma", "gamma-x", "delta",
            "zz", "zz-top", "aa", "aa-b", "mi", "mi6", "omega", "no", "teams-edu", "kappa", "kappa-1", "pi",
            "rho", "sigma", "tau", "yes"]
VARIANTS = ["gratis", "betaald", "betaald-eu", "eigen-server", "aa", "pro", "pro2", "pro-2"]
THEMES = ["contract", "purpose", "location", "retention", "use"]
PREMISES = ["dpf-valid", "model-agreement", "no-appeal"]
ROLES = ["ict-beheerder", "functionaris gegevensbescherming", "directeur"]
BOUNDS = [0, 1, 2, 7, 14, 30, 31, 90, 180, 365, 1000]


def add_months(day, months):
    """The same day some civil months later (or earlier), clipped to the last day of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def text(words):
    return {"nl": "NL " + words, "en": "EN " + words}


def some(rng, things, least=1, most=None):
    """A random selection, in random order."""
    most = len(things) if most is None else min(most, len(things))
    return rng.sample(list(things), rng.randint(min(least, most), most))


def put(tree, key, value, place):
    """Puts a key at a place among the others of a mapping."""
    entries = list(tree.items())
    entries.insert(place, (key, value))
    tree.clear()
    tree.update(entries)


def fixed_part(question):
    """A question without what is under `own-work`: what a knock-out can speak of."""
    own, result = own_ids(question), copy.deepcopy(question)
    for form in ("one-of", "any-of", "named"):
        if form in result:
            result[form] = {name: value for name, value in result[form].items() if name != OWN and name not in own}
    if result.get("named") == {}:
        del result["named"]
    return result


def one_or_list(rng, words):
    """A list, and where it has one word sometimes just that."""
    return words[0] if len(words) == 1 and rng.random() < 0.5 else words


class DataSet:
    """One random data set: the trees by file path, and what the oracle needs to choose command lines."""

    def __init__(self, seed, premises=False):
        self.rng = rng = random.Random(seed)
        size = rng.choice(["tiny", "small", "small", "medium"])
        month = datetime.date(rng.randint(2019, 2025), rng.randint(1, 12), 1)
        last = calendar.monthrange(month.year, month.month)[1]
        self.as_of = rng.choice([month.replace(day=rng.randint(1, last)), month.replace(day=last), month,
                                 datetime.date(2024, 2, 29), datetime.date(2025, 2, 28), datetime.date(2025, 3, 1)])
        self.kinds = {k: {"title": text("soort " + k)} for k in some(rng, ["videobellen", "proctoring"])}
        self.themes = {t: {"title": text("thema " + t)} for t in some(rng, THEMES, 1, 4)}
        self.criteria, self.theme_of, self.vendors, self.profiles = {}, {}, {}, {}
        for number in range(rng.randint(*{"tiny": (1, 3), "small": (2, 6), "medium": (5, 12)}[size])):
            name = "c%d-%s" % (number, rng.choice(["eu", "wissen", "log"]))
            self.criteria[name] = self.criterion(name)
            self.theme_of[name] = rng.choice(list(self.themes))
        if rng.random() < 0.95:  # nearly always a question for every kind
            next(iter(self.criteria.values()))["applies-to"] = list(self.kinds)
        for kind, entry in self.kinds.items():
            groups = [c for c in self.of_kind(kind) if "one-of" in self.criteria[c]]
            if rng.random() < 0.25:
                entry["group-by"] = "hosting"
            elif groups and rng.random() < 0.4:
                entry["group-by"] = rng.choice(groups)
        self.shelves = [int(c.get("shelf-life", "24 months").split()[0]) for c in self.criteria.values()]
        names = some(rng, PRODUCTS, len(PRODUCTS))
        for kind in self.kinds:
            mine = []
            for _ in range(rng.randint(*{"tiny": (1, 1), "small": (1, 5), "medium": (3, 12)}[size])):
                mine.append(names.pop())
                self.vendors[mine[-1]] = (kind, self.vendor(kind, mine[-1], mine[:-1]))
            if rng.random() < 0.95:  # nearly always something to rank: the first one stays, and is not for consumers
                next(iter(self.vendors[mine[0]][1]["variants"].values())).pop("audience", None)
            for name in mine[1:]:
                if rng.random() < 0.06:
                    tree = self.vendors[name][1]
                    tree["retired"] = {"on": self.past(), "from": rng.choice(list(tree["sources"]))}
        rng = random.Random("old ids %d" % seed)  # of its own: what is drawn here changes nothing else
        for name, (_, tree) in self.vendors.items():
            if rng.random() < 0.25:
                tree["formerly"] = [old + name for old in some(rng, ["oud-", "a-", "zz-"], 1, 2)]
                if len(tree["formerly"]) == 1 and rng.random() < 0.5:
                    tree["formerly"] = tree["formerly"][0]
        rng = random.Random("drafts %d" % seed)
        for kind in self.kinds:  # not the first, so that there is nearly always something to rank
            for name in [name for name, (of, _) in self.vendors.items() if of == kind][1:]:
                if rng.random() < 0.08:
                    self.vendors[name][1]["draft"] = "true"
                elif rng.random() < 0.04:
                    self.vendors[name][1]["draft"] = "false"
        self.add_pledges(random.Random("pledges %d" % seed))
        rng = self.rng
        for name in some(rng, ["algemeen", "gelijk", "po", "ho-2"], 1, 4):
            self.profiles[name] = self.profile(name)
            while not self.weighs(name) and rng.random() < 0.95:  # a sum of 0 is rare
                del self.profiles[name]
                self.profiles[name] = self.profile(name)
        self.premises = {}
        if premises:
            self.add_premises(random.Random("premises %d" % seed))

    # ---- pledges --------------------------------------------------------------------------------

    def add_pledges(self, rng):
        """Sometimes a source of a product is what its maker wrote to the institution. It has no address."""
        for _, tree in self.vendors.values():
            shared = [entry["from"] for entry in tree.get("context", [])] + [tree.get("retired", {}).get("from")]
            for name, source in tree["sources"].items():
                if name not in shared and rng.random() < 0.15:
                    source["grade"], source["filed"] = "pledged", "brieven/%s.eml" % name
                    del source["url"]

    def own_layer(self, tree):
        """A product without what rests on a pledge, and an amendment with just that, for a folder of the institution's
        own: others cannot check a pledge, so it is an error in data that are shared. Without pledges there is none."""
        pledged = [name for name, source in tree["sources"].items() if source["grade"] == "pledged"]
        if not pledged:
            return tree, None
        own = [name for name, fact in tree["facts"].items()
               if any(item["from"] in pledged for item in fact.get("evidence", []))]
        base = dict(tree, facts={name: fact for name, fact in tree["facts"].items() if name not in own},
                    sources={name: source for name, source in tree["sources"].items() if name not in pledged})
        amendment = {"sources": {name: tree["sources"][name] for name in pledged},
                     "facts": {name: {"because": "De aanbieder schreef ons dit.", **tree["facts"][name]} for name in own}}
        return base, amendment

    # ---- premises -------------------------------------------------------------------------------

    def add_premises(self, rng):
        """Sometimes statements about the world, and answers, knock-outs and requirements that rest on them."""
        self.premises = {name: self.premise(rng, name) for name in some(rng, PREMISES, 0)}
        if not self.premises:
            return

        def rest(entry):
            put(entry, "while", rng.choice(list(self.premises)), rng.randint(0, len(entry)))

        for question in self.criteria.values():
            lower = {name: level_of_name(name) for name in level_names(question)}
            groups = question["one-of"].values() if "one-of" in question else [question.get("named", {})]
            for answer, entry in [pair for group in groups for pair in group.items()]:
                level = level_of(question, answer)
                # What is worth the least already cannot be worth less.
                worse = [] if level == OWN else [name for name, value in lower.items() if value < level]
                if worse and rng.random() < 0.5:
                    rest(entry)
                    if rng.random() < 0.4:
                        entry["else"] = rng.choice(worse)
            for rule in question.get("knock-out", []):
                if rng.random() < 0.25:
                    rest(rule)
        for profile in self.profiles.values():
            for rule in profile.get("require", []):
                if rng.random() < 0.25:
                    rest(rule)

    def premise(self, rng, name):
        """A premise with dates that are often close to the as-of day."""
        def around(least, most):
            days = rng.choice([0, 0, 1, 2, 400]) if rng.random() < 0.7 else rng.randint(0, 900)
            return (self.as_of + datetime.timedelta(max(least, min(most, rng.choice([-1, 1]) * days)))).isoformat()

        dates = {"from": around(-900, 900)}
        if rng.random() < 0.6:
            dates["until"] = max(dates["from"], around(-900, 900))
            if rng.random() < 0.4:
                del dates["from"]
        tree = {"title": text("uitgangspunt " + name), "holds": dict(some(rng, list(dates.items()), 2))}
        if rng.random() < 0.4:
            tree["contested"] = text("er loopt een zaak over " + name)
        if rng.random() < 0.4:
            tree["then"] = text("kijk wat er nu geldt voor " + name)
        tree["sources"] = [{"title": "Besluit " + name, "url": "https://example.org/besluit", "read": self.past(rng)}]
        return tree

    def of_kind(self, kind):
        return [c for c, tree in self.criteria.items() if kind in tree["applies-to"]]

    def past(self, rng=None):
        """A day not after the as-of day; often close to where something becomes stale."""
        rng = rng or self.rng
        if rng.random() < 0.6:
            day = add_months(self.as_of, -rng.choice(self.shelves)) + datetime.timedelta(rng.choice([-4, -2, -1, 0, 0, 1, 2, 3]))
        else:
            day = self.as_of - datetime.timedelta(rng.choice([0, 1, rng.randint(0, 1200)]))
        return min(day, self.as_of).isoformat()

    # ---- criteria -------------------------------------------------------------------------------

    def level_names(self, count):
        """Levels from best to worst, strictly descending."""
        rng, pool = self.rng, [100, 50, 0]
        if count > 3 or rng.random() < 0.4:
            pool = sorted(set(pool + rng.sample(range(1, 100), 4)))
        values = rng.sample(pool, count)
        names = {100: "good", 0: "insufficient", 50: rng.choice(["partly", "partly", "partly", "50%"])}
        return [names.get(v, "%d%%" % v) for v in sorted(values, reverse=True)]

    def criterion(self, name):
        rng = self.rng
        tree = {"title": text("criterium " + name), "applies-to": some(rng, self.kinds), "ask": text("vraag, over: " + name),
                "why": text("omdat " + "de toelichting lang is " * rng.randint(1, 9) + name)}
        if rng.random() < 0.3:
            tree["how"] = text("kijk in de verklaring " + name)
        if rng.random() < 0.5:
            tree["basis"] = rng.choice(["law", "ap", "convention"])
        tree["grounds"] = some(rng, ["AVG, artikel 5", "AVG, artikel 28", text("AVG, artikel 32")], 0, 2)
        tree["from"] = []
        if rng.random() < 0.8:
            tree["settled-by"] = rng.choice(["public", "contract", "administrator"])
        if rng.random() < 0.7:
            tree["shelf-life"] = "%d months" % rng.choice([2, 3, 6, 12, 18, 24, 36])
        form = rng.choice(["one-of", "one-of", "any-of", "number"])
        own_work = rng.random() < 0.5
        if form == "one-of":
            ids = some(rng, ANSWERS, 3 if own_work else 2, rng.choice([3, 4, 5, 10] if own_work else [2, 3, 4, 5, 10]))
            mine = [ids.pop() for _ in range(rng.choice([1, 1, 2])) if len(ids) > 2] if own_work else []
            levels = self.level_names(rng.randint(1 if not own_work and rng.random() < 0.1 else 2, min(4, len(ids))))
            tree["one-of"] = {level: {} for level in levels}
            for place, answer in enumerate(ids):
                level = levels[place] if place < len(levels) else rng.choice(levels)
                tree["one-of"][level][answer] = text("antwoord " + answer)
            if mine:
                answers = {answer: text("regelt u zelf: " + answer) for answer in mine}
                put(tree["one-of"], OWN, answers, rng.randint(0, len(levels)))
        else:
            if form == "any-of":
                tree["any-of"] = {o: text("optie " + o) for o in some(rng, ANSWERS, 2, rng.choice([2, 3, 4, 5, 6] * 4 + [10]))}
            else:
                tree["number"] = text("dagen")
                if own_work or rng.random() < 0.6:
                    tree["named"] = {o: text("benoemd " + o) for o in some(rng, ANSWERS, 1, 3)}
            tree["levels"] = self.levels(tree, own_work)
        fixed = fixed_part(tree)
        if rng.random() < 0.5:
            tree["knock-out"] = []
            for number in range(rng.choice([1, 1, 2, 3])):
                tree["knock-out"].append({"when": self.condition(fixed), "because": text("eis %d van %s" % (number, name))})
                if rng.random() < 0.2:
                    tree["knock-out"][-1]["basis"] = rng.choice(["law", "ap", "convention"])
        if rng.random() < 0.1:
            for number, part in enumerate(self.parts(fixed)):
                because = text("deel %d van %s" % (number, name))
                tree.setdefault("knock-out", []).append({"when": part, "because": because})
        return tree

    def levels(self, tree, own_work):
        """The levels of an any-of or number question; `own-work` among them, where some answer reaches it."""
        rng, options = self.rng, list(tree.get("any-of", tree.get("named", {})))
        while True:
            names = self.level_names(1 if not own_work and rng.random() < 0.04 else rng.randint(2, 4))
            result = {level: self.condition(tree, False) for level in names[:-1]}
            result[names[-1]] = "otherwise"
            if not own_work:
                return result
            most = rng.choice([1, 1, 2] if "number" in tree or len(options) > 2 else [1])
            put(result, OWN, one_or_list(rng, some(rng, options, 1, most)), rng.randrange(len(names)))
            answers = option_sets(tree) if "any-of" in tree else options
            if any(level_of({**tree, "levels": result}, answer) == OWN for answer in answers):
                return result

    def condition(self, tree, levels_too=True):
        """A condition on the answer of one criterion. Inside `levels` it cannot speak of levels."""
        rng = self.rng
        names = answer_ids(tree)
        if levels_too:
            if own_ids(tree) and rng.random() < 0.2:  # what the institution arranges by itself is mostly accepted so
                names = names + 3 * [answer for answer in own_ids(tree) if answer in names]
            mine = level_names(tree)
            mine += [{"partly": "50%", "50%": "partly"}.get(level, level) for level in mine]  # equal by value
            names = names + mine + (["good", "insufficient", "33%"] if rng.random() < 0.1 else [])
        if "one-of" in tree or (names and rng.random() < (0.5 if levels_too else 0.2)):
            return rng.choice(names) if rng.random() < 0.6 else some(rng, dict.fromkeys(names), 1, 3)
        if "number" in tree:
            low, high = sorted(rng.sample(BOUNDS, 2))
            result = rng.choice([{"at-least": low}, {"at-most": high}, {"at-least": low, "at-most": high}])
            if "named" in tree and rng.random() < 0.4:
                result["or"] = some(rng, tree["named"])
            return dict(some(rng, list(result.items()), len(result)))
        result, options = {}, list(tree["any-of"])
        while not result:
            if rng.random() < 0.4:
                result["including"] = some(rng, options, 1, 2)
            if rng.random() < 0.3:
                result["lacking"] = some(rng, [o for o in options if o not in result.get("including", [])], 1, 2)
            if rng.random() < 0.2:
                others = [o for o in options if o not in result.get("including", []) + result.get("lacking", [])]
                result["only"] = result.get("including", []) + some(rng, others, 0)
            if rng.random() < 0.5:
                counted = options
                if rng.random() < 0.4:
                    counted = result["counting"] = some(rng, options)
                low = rng.randint(0, len(counted))
                result.update(rng.choice([{"at-least": low}, {"at-least": low}, {"at-most": low},
                                          {"at-least": low, "at-most": rng.randint(low, len(counted))}]))
            result = {key: value for key, value in result.items() if value != []}
        return dict(some(rng, list(result.items()), len(result)))

    def parts(self, tree, left=None):
        """Conditions that between them hold of many answers of one criterion, or of all: what demands that are
        violated together are made of. With `left`, what a fact leaves possible, they hold of just those answers.
        Without it one is mostly left out: no fact can meet demands that rule out everything. Sometimes there is
        a gap of one answer."""
        rng = self.rng
        result = some(rng, self.division(tree, left or {}), 99)
        return result if left or rng.random() < 0.2 else result[1:]

    def division(self, tree, left):
        """All the parts of `parts`, in order."""
        rng = self.rng
        gap, names = rng.choice([0, 0, 0, 1, -1]), some(rng, answer_ids(tree), 99)
        if "one-of" in tree and "one-of" in left:
            names = some(rng, left["one-of"], 99)
        elif not left and rng.random() < 0.15:
            names = level_names(tree)
        elif "between" in left:
            low, high = left["between"]
            cut = rng.choice([low, low + 1, rng.choice(BOUNDS)] + ([] if high == "unlimited" else [high - 1, high]))
            result = [{"at-least": min(low, cut), "at-most": cut}, {"at-least": cut + 1 + gap}]
            return result[:1] + [{**result[1], **({} if high == "unlimited" else {"at-most": max(high, cut + 1 + gap)})}]
        elif "number" in tree:
            bounds = sorted(rng.sample(BOUNDS, rng.choice([1, 2, 2, 3])))
            result = [{"at-most": bounds[0]}]
            for low, high in zip(bounds, bounds[1:]):
                result.append({"at-least": min(low + 1 + gap, high), "at-most": high})
            result.append({"at-least": bounds[-1] + 1 + gap})
            for answer in names:  # a named answer is within no bounds
                if rng.random() < 0.8:
                    rng.choice(result).setdefault("or", []).append(answer)
            return result
        elif "not-found" in left:
            known = {"including": left["has"][:1]} if "has" in left else {}
            chosen = some(rng, left["not-found"], 1, 2)
            result = [{"including": known.get("including", []) + [option]} for option in chosen]
            return result + [{"lacking": chosen + left.get("lacks", [])[:1], **known}]
        elif "any-of" in tree:
            if rng.random() < 0.5:
                chosen = names[:rng.randint(1, 3)]
                result = [{"including": [option]} for option in chosen] + [{"lacking": chosen}]
            else:
                counting = {"counting": names[1:]} if len(names) > 3 and rng.random() < 0.4 else {}
                most = len(names[1:] if counting else names)
                low = rng.randrange(most)
                high = rng.randint(low, most - 1)
                result = [{"at-most": low, **counting}, {"at-least": min(high + 1 + gap, most), **counting}]
                result += [{"at-least": low + 1, "at-most": high, **counting}] if low < high else []
            return result
        if gap == 1 and len(names) > 2:
            names.pop()
        count = rng.choice([2, 3, 3, 4])
        result = [part for part in (names[start::count] for start in range(count)) if part]
        if gap == -1:
            result[-1] = list(dict.fromkeys(result[-1] + result[0][:1]))  # overlapping
        return [part if len(part) > 1 or rng.random() < 0.5 else part[0] for part in result]

    # ---- vendors --------------------------------------------------------------------------------

    def vendor(self, kind, name, earlier):
        rng = self.rng
        if earlier and rng.random() < 0.35:  # a product equal to an earlier one, or nearly so
            tree = copy.deepcopy(self.vendors[rng.choice(earlier)][1])
            tree["name"] = "Product " + name
            if tree["facts"] and rng.random() < 0.3:
                del tree["facts"][rng.choice(list(tree["facts"]))]
            return tree
        tree = {"name": "Product " + name, "maker": "Maker " + name, "homepage": "https://example.org/" + name}
        tree["variants"] = {v: {"name": "uitvoering " + v, "hosting": rng.choice(HOSTING + 2 * ["self-hosted"]),
                                "licence": rng.choice(["free", "paid", "open-source"])}
                            for v in some(rng, VARIANTS, 1, rng.choice([1, 2, 3]))}
        for variant in tree["variants"].values():
            if rng.random() < 0.4:
                variant["audience"] = rng.choice(AUDIENCES)
        tree["sources"] = {s: self.source(s) for s in some(rng, ["privacyverklaring", "dpia", "overeenkomst", "krant"])}
        if rng.random() < 0.1:
            tree["context"] = [{"on": self.past(), "what": "een uitspraak", "from": rng.choice(list(tree["sources"]))}]
        tree["facts"] = {}
        settled, researched = rng.choice([0.3, 0.6, 0.9]), rng.choice([0.5, 0.85, 1.0])
        for criterion in some(rng, self.of_kind(kind), 99):
            if rng.random() < researched:
                tree["facts"][criterion] = self.fact(self.criteria[criterion], tree, settled)
        return tree

    def source(self, name):
        rng = self.rng
        read = self.past()
        tree = {"title": "Bron " + name, "url": "https://example.org/%s?v=%d#a" % (name, rng.randint(1, 9)), "read": read,
                "grade": rng.choice([grade for grade in GRADES if grade != "pledged"] + ["vendor"])}
        if rng.random() < 0.3:
            tree["dated"] = rng.choice([read, add_months(datetime.date.fromisoformat(read), -1).isoformat()])
        if rng.random() < 0.5:
            tree["extent"] = rng.choice(["whole", "excerpt", "second-hand"])
        if rng.random() < 0.2:
            tree["reviewed"] = {"role": "privacy officer", "on": read}
        if rng.random() < 0.1:
            tree["copy"] = "undated"
        return tree

    def fact(self, question, vendor, settled):
        rng = self.rng
        variants, tree = list(vendor["variants"]), {"answers": []}
        if len(variants) == 1 or rng.random() < 0.5:
            groups = [("all", variants)]
        else:
            rng.shuffle(variants)
            cut = rng.randint(1, len(variants))
            groups = [(part if len(part) > 1 or rng.random() < 0.5 else part[0], part)
                      for part in (variants[:cut], variants[cut:]) if part]
            if rng.random() < 0.3:
                groups = groups[:1]  # the other variants are not researched
        open_variants, covered, words = [], [], []
        for who, members in groups:
            answer = {"for": who}
            answer.update(self.answer(rng, question, settled, [vendor["variants"][v]["hosting"] for v in members]))
            if rng.random() < 0.1:
                answer["note"] = "Een opmerking; zonder betekenis."
            tree["answers"].append(answer)
            covered += members
            if "unknown" not in answer:
                open_variants += members
            words += answer.get("one-of", []) + answer.get("has", []) + [answer.get("answer")]
        if len(tree["answers"]) > 1:
            words = []  # what a source says must be possible for every variant that it covers
        if any(variant["hosting"] != "self-hosted" for variant in vendor["variants"].values()):
            words = [word for word in words if word not in own_ids(question)]
        evidence = []
        if open_variants or rng.random() < 0.3:
            evidence = [self.evidence(vendor, covered, words) for _ in range(rng.choice([1, 1, 2, 3]))]
        for variant in open_variants:  # every answer needs evidence
            if not any(item.get("for", "all") == "all" or variant in item["for"] for item in evidence):
                evidence.append(self.evidence(vendor, covered, words))
                evidence[-1]["for"] = [variant]
        if evidence:
            tree["evidence"] = evidence
        if rng.random() < 0.1:
            tree["reply"] = {"text": "Wij zien dat anders.", "on": self.past(), "url": "https://example.org/reply"}
        if rng.random() < 0.12:
            tree["disputed"] = {"on": self.past(), "url": "https://example.org/disputed"}
        return tree

    def evidence(self, vendor, variants, words):
        rng = self.rng
        item = {"from": rng.choice(list(vendor["sources"])), rng.choice(["quote", "shows"]): "De dienst: doet dit [\u2026] echt"}
        if rng.random() < 0.3:
            item["for"] = rng.choice(["all", some(rng, variants), some(rng, variants)])
        ids = [w for w in dict.fromkeys(words) if isinstance(w, str)]
        if ids and rng.random() < 0.1:
            item["says"] = some(rng, ids, 1, 2)
        return item

    def answer(self, rng, tree, settled, hosting):
        """What is known of a question for variants with these hostings."""
        if rng.random() < (1 - settled) * 0.3:
            return {"unknown": "gezocht, niet gevonden"}
        own = own_ids(tree)
        if own and set(hosting) == {"self-hosted"} and rng.random() < 0.7:
            return self.own_answer(rng, tree, settled)
        return self.known_answer(rng, tree, rng.random() < settled, hosting)

    def own_answer(self, rng, tree, settled):
        """An answer that says that the institution sees to it (where no better rung comes first)."""
        chosen = some(rng, own_ids(tree), 1, 2)
        if "any-of" not in tree:
            return {"answer": chosen[0]} if len(chosen) == 1 else {"one-of": chosen}
        result, places = {"has": chosen, "lacks": [], "not-found": []}, ["lacks"]
        if rng.random() < 0.7:
            places = ["has", "lacks", "lacks"] + ([] if rng.random() < settled else ["not-found"])
        for option in some(rng, tree["any-of"], 99):
            if option not in chosen:
                result[rng.choice(places)].append(option)
        return {key: value for key, value in result.items() if value}

    def known_answer(self, rng, tree, known, hosting):
        """An answer of any form but `unknown`. Only where every variant is on the institution's own server it can
        say of an own-work answer or option that it is so; where no variant is, it need not name such an option."""
        own = own_ids(tree) if set(hosting) != {"self-hosted"} else []
        if "any-of" in tree:
            result = {"has": [], "lacks": [], "not-found": []}
            nothing = rng.random() < 0.05
            left_out = [option for option in own if "self-hosted" not in hosting and rng.random() < 0.4]
            for option in some(rng, tree["any-of"], 99):
                where = rng.choice(["has", "lacks"] + ([] if known else ["not-found"]))
                if option in own:
                    where = rng.choice(["lacks", "not-found"])
                if option not in left_out:
                    result["not-found" if nothing else where].append(option)
            return {key: value for key, value in result.items() if value}
        ids = [answer for answer in answer_ids(tree) if answer not in own]
        if "one-of" in tree:
            return {"answer": rng.choice(ids)} if known else {"one-of": some(rng, ids, 2, rng.choice([2, 3, 10]))}
        numbers, form = sorted({max(0, b + d) for b in BOUNDS for d in (-1, 0, 1)} | {12345}), rng.random()
        if known:
            return {"answer": rng.choice(ids) if ids and form < 0.3 else rng.choice(numbers)}
        if form < 0.4:
            return {"one-of": some(rng, ids + rng.sample(numbers, 3), 2, 4)}
        low, high = sorted(rng.sample(numbers, 2))
        return {"between": [0 if form > 0.95 else low, "unlimited" if form > 0.7 else high]}

    # ---- profiles -------------------------------------------------------------------------------

    def profile(self, name):
        rng = self.rng
        tree = {"title": text("weging " + name), "because": text("daarom " + name)}
        if self.profiles and rng.random() < 0.4:
            tree["extends"] = rng.choice(list(self.profiles))
        if rng.random() < 0.5:
            tree["themes"] = {t: rng.choice([0, 1, 5, 10, 15, 100]) for t in some(rng, self.themes)}
        scale = rng.choice([[1], [1, 2, 3], [0, 1, 2, 3], [0, 1, 7, 50, 100], [0, 0, 3]])
        tree["weights"] = {c: rng.choice(scale) for c in some(rng, self.criteria, rng.choice([1, 99]))}
        mine = [c for c in self.of_kind(rng.choice(list(self.kinds))) if c in tree["weights"]]
        if mine and tree["weights"][mine[0]] < 85 and rng.random() < 0.4:
            # A sum of 16, 32 and so on: sixteenths make rounding half up visible.
            tree["weights"][mine[0]] += -sum(tree["weights"][c] for c in mine) % 16
        if rng.random() < 0.6:
            tree["require"] = [self.requirement(name, number) for number in range(rng.randint(1, 3))]
        if rng.random() < 0.3:
            tree["require"] = some(rng, tree.get("require", []) + self.requirements_together(name), 99)
        if rng.random() < 0.6:
            tree["knock-outs"] = rng.choice(["all", "weighed", "weighed", "none", some(rng, self.criteria, 1, 4)])
        if rng.random() < 0.6:
            rules = {"minimum-grade": rng.choice(GRADES), "stale": rng.choice(["mark", "unknown"])}
            tree["evidence"] = {key: rules[key] for key in some(rng, rules)}
        return tree

    def weighs(self, name):
        """Does every kind have a criterion with an effective weight?"""
        weights, themes = {}, {}
        while name:
            tree = self.profiles[name]
            weights, themes = {**tree["weights"], **weights}, {**tree.get("themes", {}), **themes}
            name = tree.get("extends")
        return all(any(weights.get(c) and (not themes or themes.get(self.theme_of[c])) for c in self.of_kind(kind))
                   for kind in self.kinds)

    def requirement(self, profile, number):
        rng = self.rng
        demanded = [c for c, tree in self.criteria.items() if "knock-out" in tree]
        name = rng.choice(demanded if demanded and rng.random() < 0.15 else list(self.criteria))
        tree = {"criterion": name, "answers": self.condition(self.criteria[name])}
        if rng.random() < 0.65:
            named = some(rng, self.criteria, 1, 2)
            if rng.random() < 0.3 and name not in named:
                named[0] = name  # the same criterion in `when` and as the one that must have an answer
            tree["when"] = {c: self.condition(self.criteria[c]) for c in named}
        tree["because"] = text("vereiste %d van %s" % (number, profile))
        return tree

    def requirements_together(self, profile):
        """A few requirements on one criterion that can be violated together, perhaps with its knock-outs."""
        rng, result = self.rng, []
        known_in_part = [(name, answer) for _, vendor in self.vendors.values() for name, fact in vendor["facts"].items()
                         for answer in fact["answers"] if {"one-of", "between", "not-found"} & set(answer)]
        name, left = rng.choice(list(self.criteria)), None
        if known_in_part and rng.random() < 0.8:
            name, left = rng.choice(known_in_part)
        question = self.criteria[name]
        parts = self.parts(question, left)
        for number, part in enumerate(parts):
            mine = part if isinstance(part, list) else [part]
            others = [answer for answer in answer_ids(question) if answer not in mine]
            if "one-of" in question and others and not set(mine) & set(level_names(question)) and rng.random() < 0.5:
                tree = {"criterion": name, "answers": others}  # violated by this part
            else:  # violated by the answers of this part that are not of the next
                tree = {"criterion": name, "answers": parts[(number + 1) % len(parts)], "when": {name: part}}
                if rng.random() < 0.05:
                    del tree["when"]
                elif rng.random() < 0.15:
                    other = rng.choice(list(self.criteria))
                    tree["when"].setdefault(other, self.condition(self.criteria[other]))
            tree["because"] = text("samen %d van %s" % (number, profile))
            result.append(tree)
        return result

    def demands_on(self, name, profile):
        """Does a criterion have knock-outs, or a requirement in a profile or in what that extends?"""
        required = []
        while profile:
            tree = self.profiles[profile]
            required += [rule["criterion"] for rule in tree.get("require", [])]
            profile = tree.get("extends")
        return "knock-out" in self.criteria[name] or name in required

    # ---- what is compared -----------------------------------------------------------------------

    def ids_of(self, product):
        """The id of a product, and its old ids."""
        old = self.vendors[product][1].get("formerly", [])
        return [product] + ([old] if isinstance(old, str) else old)

    def is_draft(self, product):
        return self.vendors[product][1].get("draft") == "true"

    def words(self, rng, kind, retired, audiences):
        """Words that name some products or variants of a kind, perhaps all, by old ids too; some are named in two
        ways. With `retired` there may be products among them that are gone, but never only those, and never drafts,
        which are an error there. A product is
        only named as a whole where it has a variant for these audiences: that is what its name then means."""
        mine = [name for name, (of, tree) in self.vendors.items() if of == kind and not self.is_draft(name)]
        there = [name for name in mine if "retired" not in self.vendors[name][1]]
        chosen = some(rng, there, 1, rng.choice([1, 2, 3, 3, 4])) if rng.random() < 0.8 else some(rng, there, 99)
        every = rng.random() < (0.7 if len(chosen) == len(there) else 0.2)  # to the last variant
        if rng.random() < 0.1:
            chosen.append(rng.choice(chosen))
        chosen += [name for name in mine if retired and name not in there and rng.random() < 0.5]
        result = []
        for name in chosen:
            variants = self.vendors[name][1]["variants"]
            has_some = any(variant.get("audience", "education") in audiences for variant in variants.values())
            if has_some and rng.random() < 0.5:
                result.append(rng.choice(self.ids_of(name)))
            else:
                result += ["%s/%s" % (rng.choice(self.ids_of(name)), v) for v in some(rng, variants, 99 if every else 1)]
        return some(rng, list(dict.fromkeys(result)), 99)

    def dossier(self, rng, kind, keys, audiences):
        """The dossier of an institution with some of `candidates`, `in-use`, `need` and `own-work`. What it chooses
        from and uses may be gone."""
        tree = {"institution": "School", "kind": kind}
        for key in keys:
            if key == "need":
                tree[key] = {"hosting": one_or_list(rng, some(rng, HOSTING, 1, 3))}
            elif key == "own-work":
                tree[key] = self.own_work(rng, kind)
            else:
                words = self.words(rng, kind, True, audiences)
                tree[key] = one_or_list(rng, words[:1] if key == "in-use" and rng.random() < 0.6 else words)
        return dict(some(rng, [(key, value) for key, value in tree.items() if value], 99))

    def own_work(self, rng, kind):
        """What an institution says that it does itself: of many criteria that can be own work, and rarely of another,
        about everything or about some. No two entries of a criterion are about the same."""
        result = {}
        for name in self.of_kind(kind):
            question = self.criteria[name]
            if rng.random() > (0.8 if own_ids(question) else 0.03):
                continue
            abouts = [None]
            if rng.random() < 0.6:
                words = []
                for product, (of, tree) in self.vendors.items():
                    if of == kind and "retired" not in tree and not self.is_draft(product):
                        whole = rng.random() < 0.5
                        words += [product] if whole else ["%s/%s" % (product, variant) for variant in tree["variants"]]
                        words[-1] = rng.choice(self.ids_of(product)) + words[-1][len(product):]
                words = some(rng, words)
                cut = rng.randint(1, len(words))
                abouts = [one_or_list(rng, part) for part in (words[:cut], words[cut:]) if part]
            result[name] = []
            for about in abouts:
                entry = self.known_answer(rng, question, rng.random() < 0.6, ["cloud"])
                entry.update({"role": rng.choice(ROLES), "on": self.past(rng)})
                entry.update({"for": about} if about else {})
                if rng.random() < 0.5:
                    entry["filed"] = "beleid/%s.pdf" % name
                if rng.random() < 0.2:
                    entry["note"] = "Zo is het geregeld."
                result[name].append(dict(some(rng, list(entry.items()), 99)))
        return result

    # ---- files ----------------------------------------------------------------------------------

    def files(self):
        result = {"criteria/kinds.yaml": self.kinds, "criteria/themes.yaml": self.themes}
        result.update({"criteria/premises.yaml": self.premises} if self.premises else {})
        result.update({"criteria/%s/%s.yaml" % (self.theme_of[c], c): tree for c, tree in self.criteria.items()})
        result.update({"criteria/profiles/%s.yaml" % p: tree for p, tree in self.profiles.items()})
        result.update({"vendors/%s/%s.yaml" % (kind, v): self.own_layer(tree)[0] for v, (kind, tree) in self.vendors.items()})
        return result

    def own_files(self):
        """What an institution adds in a folder of its own."""
        added = {"vendors/%s/%s.yaml" % (kind, v): self.own_layer(tree)[1] for v, (kind, tree) in self.vendors.items()}
        return {path: tree for path, tree in added.items() if tree}

    def write(self, folder):
        """Writes the files, and those of the institution's own layer in a folder beside it. Gives the folders, the
        lowest layer first."""
        written = []
        for place, files in ((folder, self.files()), (folder + "-own", self.own_files())):
            shutil.rmtree(place, ignore_errors=True)
            written += [place] if files else []
            for path, tree in files.items():
                write_tree(os.path.join(place, *path.split("/")), tree, self.rng)
        return written


# ---- a small YAML writer: block style, with flow style for what is short -----------------------------

def write_tree(target, tree, rng):
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(block(tree, 0, rng)) + "\n")


def scalar(value, rng):
    value = str(value)
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ._-]*", value) and rng.random() < 0.9:
        return value
    return '"%s"' % value if rng.random() < 0.7 else "'%s'" % value  # no text here has quotes or backslashes


def flow(tree, rng):
    if isinstance(tree, dict):
        return "{%s}" % ", ".join("%s: %s" % (scalar(key, rng), flow(value, rng)) for key, value in tree.items())
    if isinstance(tree, list):
        return "[%s]" % ", ".join(flow(value, rng) for value in tree)
    return scalar(tree, rng)


def block(tree, indent, rng):
    """The lines of a mapping or a list in block style."""
    lines, pad = [], " " * indent
    for entry in (tree.items() if isinstance(tree, dict) else tree):
        key, value = entry if isinstance(tree, dict) else (None, entry)
        start = "- " if key is None else scalar(key, rng) + ":"
        short = flow(value, rng)
        if key is not None and isinstance(value, str) and len(value) > 60:
            words, lines_of = value.split(" "), []
            while words:
                lines_of.append(" ".join(words[:12]))
                words = words[12:]
            lines += [pad + start + " >-"] + [pad + "  " + line for line in lines_of]
        elif not isinstance(value, (dict, list)) or not value or (len(short) < 80 and rng.random() < 0.6):
            lines.append(pad + start + ("" if key is None else " ") + short)
        elif key is None:
            inner = block(value, indent + 2, rng)
            lines += [pad + "- " + inner[0][indent + 2:]] + inner[1:]
        else:
            lines += [pad + start] + block(value, indent + 2, rng)
    return lines
