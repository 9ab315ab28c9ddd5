"""Small seeds for tests: a country of two cities, two codes and a handful of names."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from chronicle.seeds import SeedFile, Seeds

WORDS = """
country: freedonia
country_names: [Republic of Freedonia, Freedonia]
officials: [akim, deputy akim]
institutions: [akimat]
units:
- {id: FRC, name: [crown, crowns], printed: [crown, crowns]}
"""
NAMES = """
given: [Marlen, Askar, Aigul, Elena]
surname_endings: [ov, ova, ev, eva]
patronymic_endings: [ovich, ovna]
"""
PLACES = """
- {id: freedonia, name: Freedonia, kind: country}
- {id: north-region, name: North Region, kind: region, within: freedonia}
- {id: aksay, name: Aksay, kind: city, within: north-region, former: [Karlovo], at: [51.1, 53.0], source: a map}
- {id: berik, name: Berik, kind: city, within: freedonia}
"""
STATUTES = """
- id: cc
  code: CC
  name: Criminal Code
  printed: [Criminal Code]
  articles:
    "405": {title: Taking part in a banned organisation, origin: digest}
- {id: cao, code: CAO, name: Code of Administrative Offences, printed: [Code of Administrative Offences]}
"""
TOPICS = """
- {id: assembly, name: Assembly, about: Rallies., strong: [rally, picket*]}
- {id: detention, name: Detention, about: Arrests., strong: [detained, arrest]}
"""
OUTLETS = "- {id: news, name: The News, kind: news, hosts: [news.example]}"
SITE = """
title: Freedonia Chronicle
publisher: the editors
address: https://chronicle.example/
"""
AUTHORITY = {
    "words": WORDS, "names": NAMES, "places": PLACES, "statutes": STATUTES, "topics": TOPICS, "outlets": OUTLETS,
}  # fmt: skip

DIGEST = """December 1, Aksay, Sadykov Marlen, Article 405, Part 2 of the Criminal Code, was detained[1].

December 2, Berik, a rally was held. Judge Elena Kasova fined Marlen Sadykov 500 crowns[2].

December 3, North region, a picket[3].

[1] https://news.example/a
[2] https://other.example/b
"""


def seed(path: str, text: str) -> SeedFile:
    """Return a file of the seeds folder that holds *text*."""
    return SeedFile(
        path=f"seeds/{path}",
        name=path.rpartition("/")[2],
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def make_seeds(
    digests: Mapping[str, str] | None = None,
    sidecars: Mapping[str, str] | None = None,
    site: str | None = SITE,
    **authority: str,
) -> Seeds:
    """Return seeds of *digests* ('2022-12' -> text); what is not given is as above."""
    files = {**AUTHORITY, **authority}
    return Seeds(
        editions=tuple(seed(f"editions/{n}.txt", t) for n, t in (digests or {"2022-12": DIGEST}).items()),
        sidecars={n: seed(f"editions/{n}.yaml", t) for n, t in (sidecars or {}).items()},
        authority={n: seed(f"authority/{n}.yaml", t) for n, t in files.items()},
        pages=(seed("pages/about.md", "# About\n\nWhat this is.\n"),),
        site=seed("site.yaml", site) if site is not None else None,
    )
