"""Questions, answers and conditions, in the shape of the file format: what `generate.py` and `score.py` share.

An answer is a text (an id of one-of, or a named number), a frozenset of options, or a whole number. None is an
answer that nothing names: what there may be in place of one whose premise fell.
"""

import itertools

OWN = "own-work"  # the key beside the levels, and what an own-work answer has in place of a level


def level_of_name(name):
    """A level name as a whole percentage; None if the text is not a level."""
    fixed = {"good": 100, "partly": 50, "insufficient": 0}
    return fixed[name] if name in fixed else int(name[:-1]) if name.endswith("%") else None


def answer_ids(question):
    """The ids a condition can name: answers, options, or named numbers."""
    if "one-of" in question:
        return [answer for answers in question["one-of"].values() for answer in answers]
    return list(question.get("any-of", question.get("named", {})))


def own_ids(question):
    """The ids under `own-work`: answers, options, or named numbers."""
    value = question.get("one-of", question.get("levels")).get(OWN, [])
    return [value] if isinstance(value, str) else list(value)


def level_names(question):
    """The levels of a criterion, from best to worst, as its file writes them; own work is none."""
    return [name for name in question.get("one-of", question.get("levels")) if name != OWN]


def option_sets(question):
    """Every set of options of an any-of question."""
    options = list(question["any-of"])
    return [frozenset(chosen) for count in range(len(options) + 1) for chosen in itertools.combinations(options, count)]


def holds(condition, answer, level):
    """Does the condition hold of this answer, which has this level?"""
    if isinstance(condition, list):
        return any(holds(one, answer, level) for one in condition)
    if isinstance(condition, str):
        if level_of_name(condition) is not None:
            return level == level_of_name(condition)
        return condition in answer if isinstance(answer, frozenset) else condition == answer
    if answer is None:  # it is within no bounds
        return False
    if isinstance(answer, str):  # a named answer is within no bounds, unless `or` names it
        return answer in condition.get("or", [])
    if isinstance(answer, frozenset):
        if not set(condition.get("including", [])) <= answer or answer & set(condition.get("lacking", [])):
            return False
        if "only" in condition and not answer <= set(condition["only"]):
            return False
        answer = len(answer & set(condition["counting"])) if "counting" in condition else len(answer)
    return condition.get("at-least", 0) <= answer and answer <= condition.get("at-most", answer)


def resting(question):
    """The answers and named numbers that rest on a premise: (id, premise, level of `else` or None)."""
    groups = question["one-of"].values() if "one-of" in question else [question.get("named", {})]
    entries = [(answer, entry) for group in groups for answer, entry in group.items() if isinstance(entry, dict)]
    return [(answer, entry["while"], level_of_name(entry["else"]) if "else" in entry else None)
            for answer, entry in entries if "while" in entry]


def names_any(condition, ids):
    """Does a condition name one of these ids? A list does, `including` and `or`; nothing else."""
    if isinstance(condition, str):
        return condition in ids
    named = condition if isinstance(condition, list) else condition.get("including", []) + condition.get("or", [])
    return any(one in ids for one in named)


def level_of(question, answer):
    """The level of one answer, as a whole percentage; `own-work` of an own-work answer."""
    if "one-of" in question:
        name = next(name for name, answers in question["one-of"].items() if answer in answers)
        return OWN if name == OWN else level_of_name(name)
    for name, condition in question["levels"].items():
        if condition == "otherwise" or holds(condition, answer, None):
            return OWN if name == OWN else level_of_name(name)


def holds_own_id(question, answer):
    """Is this answer under `own-work`, or is one of its options? Then only the institution's own server can have it."""
    own = own_ids(question)
    return any(option in own for option in answer) if isinstance(answer, frozenset) else answer in own
