#!/usr/bin/env python3
"""Holds the scorer against examples worked out by hand, and the generator against the rules of the files.

    python3 tests/oracle/test_score.py

No program is needed: this is about `score.py` and `generate.py` by themselves.
"""

import datetime
import random
import sys
import unittest
from fractions import Fraction

sys.dont_write_bytecode = True  # no __pycache__ beside the tests

from generate import AUDIENCES, USUAL, DataSet
from questions import (OWN, answer_ids, level_names, level_of, level_of_name, names_any, option_sets, own_ids,
                       resting)
from score import Comparison, Selection, printed_shares, stands

AS_OF = datetime.date(2025, 6, 30)
READ, OLD = "2025-01-01", "2022-01-01"


def small():
    """Three questions with own work, one of each form, that weigh 2, 1 and 1; a product with a variant of each
    hosting, and one for consumers on the institution's own server. Nothing is known yet."""
    data = object.__new__(DataSet)
    data.as_of, data.kinds = AS_OF, {"bellen": {"group-by": "hosting"}}
    data.criteria = {
        "wissen": {"one-of": {"good": {"schema": 0}, OWN: {"zelf": 0, "samen": 0}, "partly": {"knop": 0},
                              "insufficient": {"nooit": 0}},
                   "knock-out": [{"when": "nooit", "because": {"nl": "NL wissen"}}]},
        "dagen": {"number": 0, "named": {"zelf": 0, "geen": 0},
                  "levels": {"good": {"at-most": 30}, OWN: "zelf", "partly": {"at-most": 90}, "20%": "otherwise"}},
        "sloten": {"any-of": {"deur": 0, "raam": 0, "zelf": 0},
                   "levels": {"good": {"including": ["deur", "raam"]}, OWN: ["zelf"], "insufficient": "otherwise"}},
    }
    for tree in data.criteria.values():
        tree["applies-to"] = ["bellen"]
    data.theme_of = dict.fromkeys(data.criteria, "thema")
    variants = {"server": {"hosting": "self-hosted"}, "huis": {"hosting": "hosted", "audience": "business"},
                "wolk": {"hosting": "cloud"}, "thuis": {"hosting": "self-hosted", "audience": "consumer"}}
    source = {"read": READ, "grade": "vendor"}
    data.vendors = {"alfa": ("bellen", {"variants": variants, "facts": {}, "formerly": "oud",
                                        "sources": {"site": source, "krant": {**source, "grade": "reported", "read": OLD}}})}
    data.profiles = {"p": {"weights": {"wissen": 2, "dagen": 1, "sloten": 1}}}
    return data


def know(data, name, variant, answer, source="site", **more):
    _, tree = data.vendors["alfa"]
    fact = tree["facts"].setdefault(name, {"answers": [], "evidence": [], **more})
    fact["answers"].append({"for": variant, **answer})
    fact["evidence"].append({"from": source, "for": [variant]})


def row_of(data, variant="server", **choice):
    """What the scorer says of one variant."""
    rows = Comparison(data, "bellen", "p", **choice).ranking(Selection(audience=["all"]))
    return next(row for row in rows if row["id"] == ("alfa", variant))


def own_server():
    """The server, with own work twice: once on old and weak evidence, which does not matter."""
    data = small()
    know(data, "wissen", "server", {"answer": "zelf"}, "krant")
    know(data, "dagen", "server", {"answer": "zelf"})
    know(data, "sloten", "server", {"has": ["deur", "raam", "zelf"]})  # a better rung comes first
    return data


class Scores(unittest.TestCase):
    def test_own_work_is_in_no_lowest_score(self):
        row = row_of(own_server())
        self.assertEqual((row["low"], row["own_work"], row["high"]), (Fraction(3, 10), Fraction(7, 10), 1))
        self.assertEqual(row["shares"], [Fraction(1, 4), Fraction(3, 4), 0])
        self.assertEqual(row["own_work_items"], {"wissen": Fraction(1, 2), "dagen": Fraction(1, 5)})
        self.assertEqual(row["criteria"], {"wissen": (OWN, 0, 1), "dagen": (OWN, Fraction(1, 5), 1), "sloten": ("known", 1, 1)})
        self.assertFalse(row["little_known"])

    def test_some_own_work_is_open(self):
        data = small()
        know(data, "wissen", "server", {"one-of": ["zelf", "knop"]})
        know(data, "dagen", "server", {"one-of": ["zelf", 5]})
        know(data, "sloten", "server", {"has": ["zelf"], "lacks": ["raam"], "not-found": ["deur"]})
        row = row_of(data)
        self.assertEqual((row["low"], row["own_work"], row["high"]), (Fraction(1, 20), Fraction(1, 4), 1))
        self.assertEqual(row["shares"], [0, Fraction(1, 4), Fraction(3, 4)])
        self.assertTrue(row["little_known"])

    def test_two_own_work_answers_are_own_work(self):
        data = small()
        know(data, "wissen", "server", {"one-of": ["zelf", "samen"]})
        self.assertEqual(row_of(data)["criteria"]["wissen"], (OWN, 0, 1))

    def test_elsewhere_own_work_is_impossible(self):
        data = small()
        know(data, "sloten", "wolk", {"has": ["deur"], "lacks": ["raam"]})
        know(data, "sloten", "huis", {"has": ["deur"], "lacks": ["raam"], "not-found": ["zelf"]})
        for variant in ("wolk", "huis"):
            row = row_of(data, variant)
            self.assertEqual(row["criteria"]["sloten"], ("known", 0, 0))
            self.assertEqual(row["criteria"]["dagen"], ("not-researched", Fraction(1, 5), 1))
            self.assertEqual(row["own_work"], 0)
        self.assertEqual(row_of(data, "wolk", require=[("sloten", ["zelf"])])["eligibility"], "knocked-out")

    def test_two_thirds_open_is_not_little(self):
        data = small()
        data.profiles["p"]["weights"] = {"wissen": 1, "dagen": 1, "sloten": 1}
        know(data, "sloten", "wolk", {"lacks": ["deur", "raam"]})
        self.assertEqual(row_of(data, "wolk")["shares"], [Fraction(1, 3), 0, Fraction(2, 3)])
        self.assertFalse(row_of(data, "wolk")["little_known"])

    def test_printed_shares_make_one(self):
        for shares, printed in [((1, 1, 1), (334, 333, 333)), ((4, 0, 9996), (1, 0, 999)), ((9996, 4, 0), (999, 1, 0)),
                                ((1, 0, 0), (1000, 0, 0)), ((999, 999, 2), (500, 499, 1)), ((1, 5, 2), (125, 625, 250)),
                                ((1, 99998, 1), (1, 998, 1))]:
            exact = [Fraction(share, sum(shares)) for share in shares]
            self.assertEqual([int(share * 1000) for share in printed_shares(exact)], list(printed))


class Demands(unittest.TestCase):
    def demand(self, data, rules, variant="server", **choice):
        """The demands of requirements (and of the knock-out on `wissen`), and the eligibility."""
        data.profiles["p"]["require"] = [{"because": {"nl": "NL r"}, **rule} for rule in rules]
        row = row_of(data, variant, **choice)
        return [(name, because, status) for name, because, status, _ in row["knock_outs"]], row["eligibility"]

    def test_a_condition_that_does_not_name_it_never_fires(self):
        knock_out = ("wissen", "NL wissen", "condition")
        for answers in ("good", ["good", "knop"], "schema", "33%"):
            found = self.demand(own_server(), [{"criterion": "wissen", "answers": answers}])
            self.assertEqual(found, ([("wissen", "NL r", "condition"), knock_out], "eligible"))
        found = self.demand(own_server(), [{"criterion": "wissen", "answers": ["schema", "knop", "nooit"]}])
        self.assertEqual(found, ([knock_out], "eligible"))  # every fixed answer is accepted

    def test_a_condition_that_names_it_sees_the_answer(self):
        knock_out = ("wissen", "NL wissen", "condition")
        met = self.demand(own_server(), [{"criterion": "wissen", "answers": ["good", "zelf"]}])
        self.assertEqual(met, ([knock_out], "eligible"))
        found = self.demand(own_server(), [{"criterion": "wissen", "answers": ["good", "samen"]}])
        self.assertEqual(found, ([("wissen", "NL r", "fires"), knock_out], "knocked-out"))
        found = self.demand(own_server(), [{"criterion": "dagen", "answers": {"at-most": 30, "or": ["zelf"]}}])
        self.assertEqual(found, ([knock_out], "eligible"))
        found = self.demand(own_server(), [{"criterion": "sloten", "answers": {"at-most": 2}, "when": {"wissen": "zelf"}}])
        self.assertEqual(found, ([("sloten", "NL r", "fires"), knock_out], "knocked-out"))

    def test_conditions_of_one_rule_on_one_criterion(self):
        rule = {"criterion": "dagen", "answers": {"at-most": 30}}
        found, _ = self.demand(own_server(), [{**rule, "when": {"dagen": {"at-least": 31, "or": ["zelf"]}}}])
        self.assertIn(("dagen", "NL r", "condition"), found)  # `when` is so, and the rest can be
        found, _ = self.demand(own_server(), [{**rule, "when": {"dagen": {"at-most": 30, "or": ["geen"]}}}])
        self.assertIn(("dagen", "NL r", "condition"), found)  # the fixed answer `geen` for both
        found, _ = self.demand(own_server(), [{**rule, "when": {"dagen": {"at-most": 30}}}])
        self.assertNotIn("dagen", [name for name, _, _ in found])  # no fixed answer is as both say

    def test_another_criterion_can_make_it_undecided(self):
        data = small()
        know(data, "wissen", "server", {"answer": "zelf"})
        rule = {"criterion": "dagen", "answers": "good", "when": {"wissen": "knop"}}
        self.assertEqual(self.demand(data, [rule])[1], "undecided")  # `dagen` is open, and public
        data.criteria["dagen"]["settled-by"] = "administrator"
        self.assertEqual(self.demand(data, [rule])[1], "eligible")

    def test_own_work_beside_others_is_settled_as_ever(self):
        data = small()
        know(data, "wissen", "server", {"one-of": ["zelf", "nooit"]})
        self.assertEqual(self.demand(data, []), ([("wissen", "NL wissen", "open")], "undecided"))

    def test_a_hoster_settles_it_by_contract(self):
        self.assertEqual(self.demand(small(), [], "huis"), ([("wissen", "NL wissen", "condition")], "eligible"))
        self.assertEqual(self.demand(small(), [], "wolk"), ([("wissen", "NL wissen", "open")], "undecided"))

    def test_elsewhere_a_demand_for_it_fires(self):
        data = small()
        know(data, "sloten", "wolk", {"has": ["deur"], "not-found": ["raam", "zelf"]})
        found = self.demand(data, [{"criterion": "sloten", "answers": {"including": ["zelf"]}}], "wolk")
        self.assertIn(("sloten", "NL r", "fires"), found[0])

    def test_together_only_without_own_work(self):
        rules = [{"criterion": "wissen", "answers": ["schema", "zelf"]}, {"criterion": "wissen", "answers": ["knop", "samen"]}]
        for variant, answers, status in [("wolk", ["schema", "knop"], "fires"), ("server", ["schema", "knop"], "fires"),
                                         ("server", ["schema", "knop", "zelf"], "open"),
                                         ("server", ["zelf", "samen"], "condition")]:
            data = small()
            know(data, "wissen", variant, {"one-of": answers})
            found, _ = self.demand(data, rules, variant)
            self.assertEqual([one[2] for one in found if one[1] == "NL r"], [status, status])

    def test_disputed_own_work_is_not_firm(self):
        data = small()
        know(data, "wissen", "server", {"answer": "zelf"}, disputed={})
        found = self.demand(data, [{"criterion": "wissen", "answers": ["good", "samen"]}])
        self.assertEqual(found, ([("wissen", "NL r", "indication"), ("wissen", "NL wissen", "condition")], "eligible"))


def fallen():
    """The cloud variant, of which `schema` (good), `geen` (20%) and 5 days are known or may be; `schema` and `geen` rest
    on a premise that does not hold."""
    data = small()
    data.premises = {"besluit": {"holds": {"until": "2025-06-29"}}}
    data.criteria["wissen"]["one-of"]["good"]["schema"] = {"while": "besluit"}
    data.criteria["dagen"]["named"]["geen"] = {"while": "besluit"}
    know(data, "wissen", "wolk", {"answer": "schema"})
    know(data, "dagen", "wolk", {"one-of": ["geen", 5]})
    know(data, "sloten", "wolk", {"has": ["deur", "raam"]})
    return data


class Premises(unittest.TestCase):
    """By the specification: an answer of which the premise does not hold is worth its own level or one below it."""

    def demand(self, data, answers, when=None, criterion="wissen", **choice):
        """What a requirement comes to."""
        rule = {"criterion": criterion, "answers": answers, "because": {"nl": "NL r"}}
        data.profiles["p"]["require"] = [{**rule, "when": when} if when else rule]
        row = row_of(data, "wolk", **choice)
        return [status for _, because, status, _ in row["knock_outs"] if because == "NL r"]

    def test_both_days_are_inclusive(self):
        days = {"from": "2025-06-30", "until": "2025-06-30"}
        for dates, so in [({}, True), (days, True), ({"from": "2025-07-01"}, False), ({"until": "2025-06-29"}, False),
                          ({"from": "2025-01-01", "until": "2025-12-31"}, True), ({"until": "2025-06-30"}, True)]:
            self.assertEqual(stands({"holds": dates}, AS_OF), so, dates)

    def test_a_fallen_answer_may_be_worth_less(self):
        row = row_of(fallen(), "wolk")
        self.assertEqual(row["criteria"]["wissen"], ("premise-fallen", 0, 1))  # insufficient, partly or good
        self.assertEqual(row["criteria"]["dagen"], ("partly-known", Fraction(1, 5), 1))  # `geen` is worth the least already
        self.assertEqual((row["low"], row["own_work"], row["high"]), (Fraction(1, 4) + Fraction(1, 20), 0, 1))
        self.assertEqual(row["shares"], [Fraction(1, 4), 0, Fraction(3, 4)])

    def test_it_is_worth_no_more_than_its_own_level(self):
        data = fallen()
        data.criteria["wissen"]["one-of"]["partly"]["knop"] = {"while": "besluit"}
        data.vendors["alfa"][1]["facts"]["wissen"]["answers"][0]["answer"] = "knop"
        self.assertEqual(row_of(data, "wolk")["criteria"]["wissen"], ("premise-fallen", 0, Fraction(1, 2)))

    def test_with_else_it_is_worth_that(self):
        data = fallen()
        data.criteria["wissen"]["one-of"]["good"]["schema"]["else"] = "partly"
        row = row_of(data, "wolk")
        self.assertEqual(row["criteria"]["wissen"], ("known", Fraction(1, 2), Fraction(1, 2)))
        self.assertEqual(row["shares"], [Fraction(3, 4), 0, Fraction(1, 4)])
        self.assertEqual(row["knock_outs"], [])

    def test_what_is_assumed_goes_before_the_dates(self):
        data = fallen()
        row = row_of(data, "wolk", assume={"besluit": True})
        self.assertEqual(row["criteria"]["wissen"], ("known", 1, 1))
        data.premises["besluit"]["holds"] = {}
        self.assertEqual(row_of(data, "wolk"), row)
        self.assertEqual(row_of(data, "wolk", assume={"besluit": False}), row_of(fallen(), "wolk"))

    def test_what_does_not_rest_on_it_stays(self):
        data = fallen()
        data.vendors["alfa"][1]["facts"]["wissen"]["answers"][0]["answer"] = "knop"
        self.assertEqual(row_of(data, "wolk")["criteria"]["wissen"], ("known", Fraction(1, 2), Fraction(1, 2)))

    def test_a_condition_that_names_it_may_hold_or_not(self):
        for answers in ("schema", ["schema", "zelf"], ["good"], ["schema", "good"], ["schema", "partly"]):
            self.assertEqual(self.demand(fallen(), answers), ["open"], answers)
        self.assertEqual(self.demand(fallen(), "33%"), ["fires"])  # no level that it can have
        every_level = ["schema", "good", "partly", "insufficient"]
        self.assertEqual(self.demand(fallen(), every_level), [])
        self.assertEqual(self.demand(fallen(), ["knop", "nooit"]), ["fires"])  # it is neither of these, whatever it is
        self.assertEqual(self.demand(fallen(), "good", assume={"besluit": True}), [])

    def test_else_is_the_only_level(self):
        for answers, status in [("good", ["fires"]), ("partly", []), ("schema", ["open"]), ("insufficient", ["fires"]),
                                (["knop", "nooit"], ["fires"])]:
            data = fallen()
            data.criteria["wissen"]["one-of"]["good"]["schema"]["else"] = "partly"
            self.assertEqual(self.demand(data, answers), status, answers)

    def test_a_number_that_fell_is_within_no_bounds(self):
        data = fallen()
        data.vendors["alfa"][1]["facts"]["dagen"]["answers"] = [{"for": "wolk", "answer": "geen"}]
        for answers, status in [({"at-least": 0}, ["fires"]), ({"at-least": 0, "or": ["geen"]}, ["open"]),
                                ({"at-most": 30, "or": ["zelf"]}, ["fires"]), ("20%", []), ("geen", ["open"])]:
            self.assertEqual(self.demand(data, answers, criterion="dagen"), status, answers)

    def test_one_demand_sees_one_world(self):
        # Violated where `when` holds and the demand does not: nowhere, since both are about the same level.
        self.assertEqual(self.demand(fallen(), ["good"], when={"wissen": ["good"]}), [])
        self.assertEqual(self.demand(fallen(), ["partly"], when={"wissen": ["good"]}), ["open"])
        # It is `schema`, or something that nothing names and that may be good all the same.
        self.assertEqual(self.demand(fallen(), ["schema"], when={"wissen": ["good"]}), ["open"])
        self.assertEqual(self.demand(fallen(), ["good"], when={"wissen": ["schema"]}), [])

    def test_demands_together_are_judged_per_world(self):
        data = fallen()
        because = {"because": {"nl": "NL r"}}
        data.profiles["p"]["require"] = [{"criterion": "wissen", "answers": "partly", **because},
                                         {"criterion": "wissen", "answers": "good", **because}]
        found = [one for one in row_of(data, "wolk")["knock_outs"] if one[1] == "NL r"]
        self.assertEqual(found, 2 * [("wissen", "NL r", "fires", True)])  # no level is both
        data.profiles["p"]["require"][1]["answers"] = ["good", "partly"]
        found = [one for one in row_of(data, "wolk")["knock_outs"] if one[1] == "NL r"]
        self.assertEqual(found, 2 * [("wissen", "NL r", "open", False)])

    def test_what_an_institution_makes_of_its_own_work_can_have_fallen(self):
        data = fallen()
        know(data, "wissen", "server", {"answer": "zelf"})
        row = row_of(data, "server", own_work={"wissen": [{"answer": "schema", "on": READ}]})
        self.assertEqual(row["criteria"]["wissen"], ("institution", 0, 1))
        self.assertEqual(row_of(data)["criteria"]["wissen"], (OWN, 0, 1))  # own work spans what it always did

    def test_fallen_knock_outs_and_requirements_are_not_there(self):
        data = fallen()
        data.criteria["wissen"]["knock-out"][0]["while"] = "besluit"
        self.assertEqual(row_of(data, "wolk")["knock_outs"], [])
        self.assertEqual(self.demand(data, ["knop"], assume={"besluit": True}), ["fires"])
        data.profiles["p"]["require"][0]["while"] = "besluit"
        self.assertEqual(row_of(data, "wolk")["knock_outs"], [])

    def test_premises_that_hold_change_nothing(self):
        for seed in range(1, 31):
            data, plain = DataSet(seed, premises=True), DataSet(seed)
            for kind in data.kinds:
                for profile in data.profiles:
                    every = dict.fromkeys(data.premises, True)
                    found, before = Comparison(data, kind, profile, assume=every), Comparison(plain, kind, profile)
                    if before.total:
                        self.assertEqual(found.ranking(Selection()), before.ranking(Selection()))

    def test_a_fall_lowers_and_never_raises(self):
        moved = 0
        for seed in range(1, 61):
            data = DataSet(seed, premises=True)
            for kind in data.kinds:
                profile = next(iter(data.profiles))
                whole, fell = [Comparison(data, kind, profile, assume=dict.fromkeys(data.premises, so)) for so in (True, False)]
                if not whole.total:
                    continue
                changed = {row["id"]: row for row in fell.ranking(Selection())}
                for before in whole.ranking(Selection()):
                    after = changed[before["id"]]
                    self.assertLessEqual(after["low"], before["low"])
                    self.assertLessEqual(after["high"], before["high"])
                    moved += after["low"] < before["low"]
        self.assertGreater(moved, 20)


class Dossiers(unittest.TestCase):
    def test_the_institution_makes_it_known(self):
        data = own_server()
        row = row_of(data, own_work={"wissen": [{"answer": "knop", "on": READ}]})
        self.assertEqual((row["low"], row["own_work"], row["high"]), (Fraction(11, 20), Fraction(1, 5), Fraction(3, 4)))
        self.assertEqual(row["criteria"]["wissen"], ("institution", Fraction(1, 2), Fraction(1, 2)))
        self.assertEqual(row["knock_outs"], [])
        row = row_of(data, own_work={"wissen": [{"answer": "nooit", "on": READ}]})
        self.assertEqual(row["eligibility"], "knocked-out")

    def test_a_range_is_open_and_settled_by_the_institution(self):
        row = row_of(own_server(), own_work={"wissen": [{"one-of": ["knop", "nooit"], "on": READ}]})
        self.assertEqual(row["shares"], [Fraction(1, 4), Fraction(1, 4), Fraction(1, 2)])
        self.assertEqual([one[2] for one in row["knock_outs"]], ["condition"])

    def test_options_of_its_own_need_no_mention(self):
        data = small()
        know(data, "sloten", "server", {"has": ["zelf"], "lacks": ["deur", "raam"]})
        for entry in ({"has": ["deur"], "lacks": ["raam"]}, {"has": ["deur"], "lacks": ["raam"], "not-found": ["zelf"]}):
            row = row_of(data, own_work={"sloten": [{**entry, "on": READ}]})
            self.assertEqual(row["criteria"]["sloten"], ("institution", 0, 0))

    def test_it_ages(self):
        data, entry = own_server(), {"answer": "nooit", "on": OLD}
        row = row_of(data, own_work={"wissen": [entry]})
        self.assertEqual([one[2] for one in row["knock_outs"]], ["indication"])  # it counts, and is not firm
        self.assertEqual(row["eligibility"], "eligible")
        data.profiles["p"]["evidence"] = {"stale": "unknown"}
        self.assertEqual(row_of(data, own_work={"wissen": [entry]})["criteria"]["wissen"], (OWN, 0, 1))

    def test_it_is_for_what_it_names(self):
        data = own_server()
        for about, so in [("alfa", True), ("oud/server", True), (["alfa/wolk", "alfa/server"], True), ("alfa/wolk", False)]:
            row = row_of(data, own_work={"wissen": [{"for": about, "answer": "knop", "on": READ}]})
            self.assertEqual(row["criteria"]["wissen"][0] == "institution", so)

    def test_elsewhere_it_changes_nothing(self):
        data, entry = small(), {"wissen": [{"answer": "knop", "on": READ}]}
        know(data, "wissen", "server", {"one-of": ["zelf", "knop"]})
        for variant in ("server", "huis", "wolk"):
            self.assertEqual(row_of(data, variant, own_work=entry), row_of(data, variant))


class Selected(unittest.TestCase):
    def parts(self, **words):
        compared, by_need, by_audience = Selection(**words).parts(Comparison(small(), "bellen", "p"))
        return sorted(variant for _, variant in compared), sorted(variant for _, variant in by_need), by_audience

    def test_who_it_is_made_for(self):
        self.assertEqual(self.parts(), (["huis", "server", "wolk"], [], 1))
        self.assertEqual(self.parts(audience=["all"]), (["huis", "server", "thuis", "wolk"], [], 0))
        self.assertEqual(self.parts(audience=["business", "consumer"]), (["huis", "thuis"], [], 2))
        self.assertEqual(self.parts(dossier={"in-use": "oud/thuis"}), (["huis", "server", "thuis", "wolk"], [], 0))
        self.assertEqual(self.parts(vendor=["alfa"]), (["huis", "server", "wolk"], [], 1))
        self.assertEqual(self.parts(vendor=["alfa/thuis", "alfa/wolk"]), (["thuis", "wolk"], [], 0))
        self.assertEqual(self.parts(vendor=["alfa/huis"], audience=["education"]), (["huis"], [], 0))

    def test_who_runs_it(self):
        need = {"need": {"hosting": "cloud"}}
        self.assertEqual(self.parts(dossier=need), (["wolk"], ["huis", "server"], 1))
        self.assertEqual(self.parts(dossier=need, hosting=["hosted"]), (["huis"], ["server", "wolk"], 1))
        used = {**need, "candidates": ["alfa/wolk"], "in-use": "alfa/thuis"}
        self.assertEqual(self.parts(dossier=used), (["wolk"], ["thuis"], 0))
        self.assertEqual(self.parts(dossier=used, vendor=["alfa/huis"]), ([], ["huis", "thuis"], 0))

    def test_groups_of_hosting(self):
        rows = Comparison(small(), "bellen", "p").ranking(Selection())
        self.assertEqual([row["group"] for row in rows], ["cloud", "hosted", "self-hosted"])
        rows = Comparison(small(), "bellen", "p").ranking(Selection(vendor=["alfa"]))
        self.assertEqual([row["group"] for row in rows], [None] * 3)


class Generated(unittest.TestCase):
    """What the generator makes keeps the rules for own work, so that a program that refuses it is wrong."""

    SEEDS = range(1, 61)

    def check_entry(self, question, entry, hosting, by_institution=False):
        """One answer about variants with these hostings."""
        own = set(own_ids(question))
        if "unknown" in entry:
            return self.assertFalse(by_institution)
        says = {entry.get("answer")} | set(entry.get("one-of", [])) | set(entry.get("has", []))
        if by_institution or set(hosting) != {"self-hosted"}:
            self.assertFalse(says & own)
        if "any-of" in question:
            named = entry.get("has", []) + entry.get("lacks", []) + entry.get("not-found", [])
            self.assertEqual(len(named), len(set(named)))
            needed = set(question["any-of"])
            if by_institution or "self-hosted" not in hosting:
                needed -= own
            self.assertTrue(needed <= set(named) <= set(question["any-of"]))

    def test_questions(self):
        for seed in self.SEEDS:
            for question in DataSet(seed).criteria.values():
                own = own_ids(question)
                if not own:
                    continue
                rungs = list(question.get("levels", question.get("one-of")))
                self.assertGreaterEqual(len(level_names(question)), 2)
                self.assertTrue("one-of" in question or rungs[-1] != OWN)
                self.assertTrue(set(own) <= set(answer_ids(question)))
                answers = option_sets(question) if "any-of" in question else answer_ids(question)
                self.assertTrue(any(level_of(question, answer) == OWN for answer in answers))
                for rule in question.get("knock-out", []):
                    words = rule["when"] if isinstance(rule["when"], dict) else {"or": rule["when"]}
                    self.assertFalse(any(names_any(value, own) for value in words.values() if not isinstance(value, int)))

    def test_premises(self):
        standing, rest, with_else = 0, 0, 0
        for seed in self.SEEDS:
            data = DataSet(seed, premises=True)
            for premise in data.premises.values():
                dates = premise["holds"]
                self.assertTrue(dates and dates.get("from", "") <= dates.get("until", "9999"))
                self.assertLessEqual(premise["sources"][0]["read"], data.as_of.isoformat())
                standing += stands(premise, data.as_of)
            for question in data.criteria.values():
                for answer, premise, other in resting(question):
                    self.assertIn(premise, data.premises)
                    declared = {level_of_name(name) for name in level_names(question)}
                    self.assertGreater(level_of(question, answer), min(declared))
                    self.assertTrue(other is None or (other in declared and other < level_of(question, answer)))
                    rest, with_else = rest + 1, with_else + (other is not None)
        self.assertTrue(20 < standing and 50 < rest and 20 < with_else < rest)

    def test_pledges_are_in_a_layer_of_their_own(self):
        pledges = 0
        for seed in self.SEEDS:
            data = DataSet(seed)
            for path, tree in data.files().items():
                for source in tree.get("sources", {}).values() if path.startswith("vendors/") else []:
                    self.assertTrue("url" in source and "filed" not in source and source["grade"] != "pledged")
            for path, tree in data.own_files().items():
                whole, base = data.vendors[path.split("/")[2][:-len(".yaml")]][1], data.files()[path]
                for source in tree["sources"].values():
                    self.assertTrue("filed" in source and "url" not in source and source["grade"] == "pledged")
                    pledges += 1
                self.assertEqual({**base["sources"], **tree["sources"]}, whole["sources"])
                self.assertEqual(sorted([*base["facts"], *tree["facts"]]), sorted(whole["facts"]))
        self.assertLess(20, pledges)

    def test_premises_change_no_product(self):
        for seed in self.SEEDS:
            found, plain = DataSet(seed, premises=True).files(), DataSet(seed).files()
            for path in plain:
                if path.startswith("vendors/"):
                    self.assertEqual(found[path], plain[path])
            self.assertNotIn("criteria/premises.yaml", plain)

    def test_facts(self):
        for seed in self.SEEDS:
            data = DataSet(seed)
            for _, tree in data.vendors.values():
                hosting = {variant: entry["hosting"] for variant, entry in tree["variants"].items()}
                for name, fact in tree["facts"].items():
                    for entry in fact["answers"]:
                        about = list(hosting) if entry["for"] == "all" else entry["for"]
                        about = [about] if isinstance(about, str) else about
                        self.check_entry(data.criteria[name], entry, [hosting[variant] for variant in about])
                    for item in fact.get("evidence", []):
                        about = hosting if item.get("for", "all") == "all" else item["for"]
                        if any(hosting[variant] != "self-hosted" for variant in about):
                            self.assertFalse(set(item.get("says", [])) & set(own_ids(data.criteria[name])))

    def test_dossiers(self):
        entries = 0
        for seed in self.SEEDS:
            data, rng = DataSet(seed), random.Random(seed)
            for kind in data.kinds:
                comparison = Comparison(data, kind, next(iter(data.profiles)))
                for name, listed in data.dossier(rng, kind, ["own-work"], USUAL).get("own-work", {}).items():
                    covered = []
                    for entry in listed:
                        entries += 1
                        self.check_entry(data.criteria[name], entry, [], by_institution=True)
                        self.assertTrue(entry["role"] and entry["on"] <= data.as_of.isoformat())
                        about = comparison.named(entry["for"], AUDIENCES) if "for" in entry else comparison.variants
                        self.assertTrue(about)
                        covered += about
                    self.assertEqual(len(covered), len(set(covered)))
        self.assertGreater(entries, 50)


if __name__ == "__main__":
    unittest.main()
