"""New cases find their twins: ``python -m bench.twins data/cases/NEW.jsonl`` before a commit.

Cases that say nearly the same go into the same split (``bench/split.py``). A new one joins the
group of those it is like. One that is like cases of two splits cannot go into both: it is named,
to be written anew or taken out, and ``data/twins.json`` stays as it was.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from scipy.cluster.hierarchy import DisjointSet

from bench.cases import read_all, read_cases
from bench.split import DATA, near_duplicates, split_of

TWINS = DATA / "twins.json"

Groups = list[list[str]]


class TornError(ValueError):
    """New cases that are like cases of more than one split."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(f"like cases of two splits, write anew or take out: {', '.join(ids)}")
        self.ids = ids


def joined(groups: Groups, new: Collection[str], pairs: Iterable[tuple[str, str]]) -> Groups:
    """The groups with the new ids in them; no older id changes its split.

    pairs: ids, older or new, of cases that say nearly the same. Raises TornError.
    """
    together: DisjointSet = DisjointSet(id for group in groups for id in group)
    for group in groups:
        for id in group[1:]:
            together.merge(group[0], id)
    likes: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for id, other in (pair, pair[::-1]):
            together.add(id)
            likes[id].add(other)
        together.merge(*pair)
    result: Groups = []
    torn: list[str] = []
    for members in together.subsets():
        known = [group for group in groups if group[0] in members]
        added = sorted(members & set(new))
        older = sorted(members - set(new))
        if not added:
            result += known
        elif len({split_of(id) for id in older}) > 1:
            torn += [id for id in added if likes[id] & set(older)]
        else:
            first = known[0][0] if known else (older or added)[0]
            result.append(list(dict.fromkeys([first, *older, *added])))
    if torn:
        raise TornError(torn)
    return sorted(group for group in result if len(group) > 1)


def main(paths: Sequence[Path]) -> None:
    """data/twins.json knows the cases of these files, which lie in data/cases/."""
    cases = read_all(sorted((DATA / "cases").glob("*.jsonl")))
    new = {case.id for path in paths for case in read_cases(path)}
    groups: Groups = json.loads(TWINS.read_text(encoding="utf-8"))
    cases.sort(key=lambda case: case.id not in new)  # those of the files first
    near = near_duplicates(cases, of_first=len(new))
    result = joined(groups, new, [(one.id, other.id) for one, other, _ in near])
    lines = ",\n  ".join(json.dumps(group, ensure_ascii=False) for group in result)
    TWINS.write_text(f"[\n  {lines}\n]\n", encoding="utf-8")
    sys.stdout.write(f"{len(new)} new cases, {len(result) - len(groups)} more groups\n")


if __name__ == "__main__":
    try:
        main([Path(name) for name in sys.argv[1:]])
    except TornError as error:
        sys.exit(str(error))
