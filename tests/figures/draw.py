"""Draws answers of the shipped vendor files by a seed, to be read again at their sources.

    python3 tests/figures/draw.py SEED [COUNT]

Every answer that rests on evidence can be drawn, with equal chance: an entry below
`answers` that is not `unknown` and is not own work. The same seed and the same files
give the same answers on every machine.
"""

import pathlib
import random
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
OWN_WORK = "self-hosted"


def gives(answer):
    """What an answer says, in the words of its file, or None for what is not drawn."""
    if "unknown" in answer or answer.get("answer") == OWN_WORK or OWN_WORK in answer.get("has", []):
        return None
    shown = {key: answer[key] for key in ("answer", "one-of", "has", "lacks", "between") if key in answer}
    return shown or None


def answers(path):
    """The answers of one file that can be drawn, each with all that it rests on."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for criterion, fact in data.get("facts", {}).items():
        for number, answer in enumerate(fact["answers"]):
            if (says := gives(answer)) is not None:
                evidence = [item for item in fact.get("evidence", []) if is_about(item, answer)]
                yield str(path.relative_to(ROOT)), criterion, number, answer, says, evidence, data["sources"]


def is_about(item, answer):
    """Whether a piece of evidence is about a variant of an answer."""
    mine, its = listed(answer["for"]), listed(item.get("for", "all"))
    return "all" in mine + its or bool(set(mine) & set(its))


def listed(words):
    """A word or a list of words, as a list."""
    return words if isinstance(words, list) else [words]


def main():
    """Draws and prints."""
    seed, count = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20
    found = [one for path in sorted((ROOT / "vendors").glob("*/*.yaml")) for one in answers(path)]
    print(f"{count} of {len(found)} answers, seed {seed}")
    for path, criterion, number, answer, says, evidence, sources in random.Random(seed).sample(found, count):
        print(f"\n{path}: {criterion}, answer {number + 1}, for {answer['for']}\n  {says}")
        if note := answer.get("note"):
            print(f"  note: {note}")
        for item in evidence:
            print(f"  {sources[item['from']]['url']}\n    {item.get('quote') or item.get('shows')}")


if __name__ == "__main__":
    main()
