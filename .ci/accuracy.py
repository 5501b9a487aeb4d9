#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the accuracy to its floor, language by language.

usage: accuracy.py SHARED REPORT_DIR FLOOR.json [--write]

Splits the gold labels of SHARED/corpus by the manifest's language column (en; zh with mixed), scores the reports of each part
with SHARED/eval/score.py, and compares the figures with FLOOR.json ({"en": {"clause.f1": 0.9, ...}, "zh": {...}}). Exit status 1
names each figure that fell below its floor, and by how much. --write puts the measured figures, rounded down, into FLOOR.json.
"""
import argparse
import csv
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

PARTS = {"en": {"en"}, "zh": {"zh", "mixed"}}
FIGURES = ["document.f1", "clause.precision", "clause.recall", "clause.f1", "clause.macro_f1", "values.accuracy", "domains.f1", "touched"]
CEILINGS = ["stray_unclassified_per_10k"]  # the less the better


def figure(score, path):
    for key in path.split("."):
        score = score[key]
    return score


def measure(shared, reports, languages):
    """Scores the part of the corpus that is in these languages; None where none of it is labelled."""
    with open(shared / "corpus" / "manifest.tsv", encoding="utf-8", newline="") as manifest:
        rows = [r for r in csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE) if r["language"] in languages]
    with tempfile.TemporaryDirectory() as folder:
        gold = pathlib.Path(folder, "gold")
        gold.mkdir()
        for row in rows:
            label = shared / "corpus" / "gold" / (pathlib.Path(row["file"]).stem + ".gold.json")
            if label.exists():
                shutil.copy(label, gold)
        if not any(gold.iterdir()):
            return None
        out = pathlib.Path(folder, "score.json")
        command = [sys.executable, shared / "eval" / "score.py", gold, reports, "--texts", shared / "corpus" / "texts", "--json", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.loads(out.read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("floor", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="make the measured figures the floor")
    args = parser.parse_args()

    scores = {part: measure(args.shared, args.reports, languages) for part, languages in PARTS.items()}
    if args.write:
        if any(score and score["reports_missing"] for score in scores.values()):
            sys.exit("accuracy: some labelled texts have no report; analyse them all before writing a floor")
        floor = {
            part: {path: math.floor(figure(score, path) * 1000) / 1000 for path in FIGURES}
            | {path: math.ceil(figure(score, path) * 10) / 10 for path in CEILINGS}
            for part, score in scores.items()
            if score is not None
        }
        args.floor.write_text(json.dumps(floor, indent=2) + "\n", encoding="utf-8")
        print(f"wrote {args.floor}")
        return 0

    floor = json.loads(args.floor.read_text(encoding="utf-8"))
    faults = [f"{part}: the floor names it, but the corpus has no labelled text of it" for part in floor if scores.get(part) is None]
    for part, figures in floor.items():
        score = scores.get(part)
        if score is None:
            continue
        print(f"{part} ({score['documents']} texts)")
        if score["reports_missing"]:
            faults.append(f"{part}: {score['reports_missing']} texts have no report")
        for path, bound in figures.items():
            got = figure(score, path)
            ceiling = path in CEILINGS
            good = got <= bound if ceiling else got >= bound  # NaN is never good
            print(f"  {path:26} {got:.4f}  {'ceiling' if ceiling else 'floor'} {bound:.4f}{'' if good else '  FAILED'}")
            if not good:
                faults.append(f"{part} {path} is {got:.4f}, {abs(bound - got):.4f} {'above its ceiling' if ceiling else 'below its floor'} of {bound:.4f}")
    for fault in faults:
        print(f"accuracy: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
