"""Names and passages are withheld through the whole build, and looked for in every byte of what comes out."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from chronicle import urls
from chronicle.files import read_seeds, read_static
from chronicle.findings import ChronicleError
from chronicle.model import Output
from chronicle.office import Ruling, rule
from chronicle.seeds import Options, Seeds
from chronicle.site import Built, build
from chronicle.verdict import verify
from tests.harvest import hits, holding, words
from tests.seeding import AUTHORITY, NAMES, OUTLETS, PLACES, SITE, STATUTES, TOPICS, WORDS, make_seeds, seed
from tests.test_site import real_files

ROOT = Path(__file__).parent.parent
TEMPLATES = FileSystemLoader(ROOT / "templates")
STATIC = read_static(ROOT / "static")
DAY = dt.date(2026, 11, 22)
WITHHOLD = "\n  withhold: yes\n  reason: request\n  date: 2026-11-20\n"
MARK = "[name withheld]"

Files = dict[str, bytes]


def made(seeds: Seeds, day: dt.date | None = None) -> tuple[Files, Built]:
    """Return the files of the site of *seeds*."""
    built = build(seeds, STATIC, TEMPLATES, Options(date=day))
    return {output.path: output.data for output in built.outputs}, built


def after(seeds: Seeds, day: dt.date | None = None) -> tuple[Files, Seeds]:
    """Return the files of the site of *seeds*, and the seeds as the build leaves them."""
    files, built = made(seeds, day)
    published = dict(seeds.published)
    state = built.state(files["data/manifest.json"])
    ledger = state.pop("ledger.csv")
    for path, text in state.items():
        name = path.removeprefix("published/").removesuffix(".jsonl")
        published.pop(name, None)
        if text is not None:
            published[name] = seed(path, text)
    return files, replace(seeds, ledger=seed("ledger.csv", ledger or ""), published=published)


def with_people(seeds: Seeds, text: str) -> Seeds:
    return replace(seeds, authority={**seeds.authority, "people": seed("authority/people.yaml", text)})


def with_digest(seeds: Seeds, text: str) -> Seeds:
    return replace(seeds, editions=(seed("editions/2022-12.txt", text),))


def ruled(seeds: Seeds, command: str, *said: str, into: str = "", reason: str = "") -> Seeds:
    """Return *seeds* after an editor's command."""
    texts = rule(seeds, Ruling(command=command, words=said, into=into, reason=reason), DAY).texts
    for path, text in texts.items():
        assert text is not None
        seeds = replace(seeds, ledger=seed(path, text)) if path == "ledger.csv" else with_people(seeds, text)
    return seeds


def records(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {one["id"]: one for one in json.loads(files["data/events.json"])}


def first(files: Mapping[str, bytes]) -> Any:
    return json.loads(files["data/events.json"])[0]


# ---------------------------------------------------------------- people of the two digests

#: in people.yaml already: in block form
KNOWN = (
    "Zhanbolat Mamay", "Kassym-Jomart Tokayev", "Mikhail Kozachkov", "Amangeldy Orazbayev", "Yevgeniy Zhovtis",
    "Tleubike Yuldasheva", "Marat Zhylanbayev", "Amir Kasenov", "S. Izmailov", "Zhanmurat Ashtaev", "G. Yergaliyeva",
)  # fmt: skip
#: a lawyer, one whose name a foundation bears, a source's author, one who shares a surname, a judge, one without a page,
#: a child, an editor, another judge
NEW = (
    "Murat Adam", "Bolat Nazarbayev", "Bakhytzhan Toregozhina", "Dauren Aminov", "Elena Kwan", "O. Vertinskaya",
    "Sana Merlan", "Gulnara Bazhkenova", "Assel Dossayeva",
)  # fmt: skip
#: what nobody else bears: of surnames what stands before the ending
TOKENS = (
    "zhanbolat", "mamai", "tokaye", "tokae", "jomart", "kozachk", "mikhail", "orazbay", "zhovtis", "tleubike", "yuldashe",
    "zhylanba", "zhilanba", "izmail", "ashtay", "ashtae", "zhanmurat", "yergalie", "jinping", "toregozhin", "bakhytzhan",
    "dauren", "kwan", "vertinska", "merlan", "bazhken", "gulnara", "dossay", "dosae",
)  # fmt: skip
#: whole words, for others' names hold them
ALONE = (
    "adam",
    "adama",
    "murat",
    "murata",
    "bolat",
    "sana",
    "kasenov",
    "kassenov",
    "mamay",
    "assel",
    "asel",
)


@cache
def real() -> Seeds:
    """Return the real seeds; the cases have an editor's words, and are about some of those who are withheld here."""
    seeds = read_seeds(ROOT / "seeds")
    return replace(seeds, authority={name: file for name, file in seeds.authority.items() if name != "cases"})


def withholding() -> Seeds:
    """Return the real seeds with twenty-one people withheld."""
    text = real().authority["people"].text
    for name in KNOWN:
        assert f"- name: {name}\n" in text
        text = text.replace(f"- name: {name}\n", f"- name: {name}{WITHHOLD}")
    flow = "- {name: Xi Jinping, surname: Xi, "
    assert flow in text
    text = text.replace(flow, f"{flow}withhold: yes, reason: law, date: 2026-11-20, ")
    return with_people(real(), text + "".join(f"- name: {name}{WITHHOLD}" for name in NEW))


@cache
def before_and_after() -> tuple[Files, Files, Seeds]:
    """Return the site as published first, with names withheld then, and the seeds after that."""
    published, seeds = after(replace(real(), ledger=None, published={}))
    text = withholding().authority["people"].text
    told, seeds = after(with_people(seeds, text), DAY)
    return published, told, seeds


def test_no_word_of_a_withheld_name_is_left() -> None:
    """Not in any file, decoded, unescaped, transliterated, unpacked; and the names stood there before."""
    published, told, _ = before_and_after()
    left = words(told)

    assert (holding(left, *TOKENS), left.keys() & {*ALONE}) == ({}, set())
    assert len(hits({path: published[path] for path in published if path.startswith("data/")}, *TOKENS)) > 30


def test_names_that_others_bear_stay() -> None:
    """Another Aminov, another Nazarbayev, and those who have one of the given names."""
    _, told, _ = before_and_after()
    text = told["data/events.json"].decode()

    for name in (
        "Aminov Nurken",
        "Nazarbayev N.",
        "Nazarbayev Foundation",
        "Urazbayev Bauyrzhan",
        "Marat Abiyev",
    ):
        assert name in text or " ".join(reversed(name.split())) in text


def test_everybody_keeps_their_part() -> None:
    """No person, place, provision, sanction, note or topic of an event is lost; those withheld are named neutrally."""
    published, told, _ = before_and_after()
    old, new = records(published), records(told)

    assert old.keys() == new.keys()
    kept = ("label", "ordinal", "date", "dateline", "mentions", "statutes", "topics", "source")
    for id_, was in old.items():
        now = new[id_]
        assert [now[key] for key in kept] == [was[key] for key in kept]
        assert [one["role"] for one in now["people"]] == [one["role"] for one in was["people"]]
        assert [(s["kind"], s["amount"]) for s in now["sanctions"]] == [
            (s["kind"], s["amount"]) for s in was["sanctions"]
        ]
        assert [note["number"] for note in now["notes"]] == [note["number"] for note in was["notes"]]
        for one in now["people"]:
            assert (one["name"] == MARK) == (one["printed"] == [MARK]), id_
            assert one["name"] != MARK or one["id"] is None


def test_numbers_agree() -> None:
    """As many people are counted as have pages, in the list, the index and the site map; no address of old answers."""
    published, told, _ = before_and_after()
    pages = {path for path in told if re.fullmatch(r"people/[^/]+/index\.html", path)}
    people = json.loads(told["data/people.json"])
    index = told["people/index.html"].decode()

    assert {one["url"] for one in people} == pages
    assert f"{len(pages)} people" in index
    assert {f"people/{one}" for one in re.findall(r'href="\.\./people/([^"/]+/index\.html)"', index)} <= pages
    gone = {path for path in published if path.startswith("people/") and path not in told}
    assert len(gone) == 4 * (
        len(KNOWN) + len(NEW) + 1 - 2
    )  # a page, a dossier and two feeds each; two had none
    assert not [path for path in gone if path.removesuffix("index.html") in told["sitemap.xml"].decode()]


def test_what_is_private_is_no_output() -> None:
    """The ledger, the memory and what either says are not published; the ledger keeps the address from others."""
    _, told, seeds = before_and_after()
    assert seeds.ledger
    manifest = told["data/manifest.json"].decode()

    assert not [path for path in told if "ledger" in path or path.endswith(".jsonl")]
    assert "person,murat-adam,redacted" in seeds.ledger.text
    assert "murat-adam" not in manifest + told["_redirects"].decode() + told["_headers"].decode()


@pytest.mark.long
def test_the_next_build_is_the_same() -> None:
    _, told, seeds = before_and_after()

    assert after(seeds, DAY)[0] == told


@pytest.mark.long
def test_messages_do_not_repeat_what_is_withheld() -> None:
    """What a build says of odd lines names nobody: its words may stand in a public log."""
    files, built = made(withholding())
    kept = (one["message"] for event in records(files).values() for one in event["findings"])
    said = " ".join(f"{one.message} {one.excerpt} {one.paste}" for one in built.findings)

    assert hits({"said": said.encode()}, *TOKENS) == {}
    assert built.unshown
    assert not [one for one in kept if one.count(MARK) > 1], (
        "two spellings of a name compared, neither of them shown"
    )


# ---------------------------------------------------------------- one name, small seeds

TEXT = "December 1, Aksay, Sadykov Marlen was detained[1]."
PERSON = f"- name: Marlen Sadykov{WITHHOLD}"


def digest(entry: str = TEXT, notes: str = "", lead: str = "", extra: str = "") -> str:
    notes = notes or "[1] https://news.example/a\n[2] https://other.example/b"
    rest = "December 2, Berik, a rally was held. Judge Elena Kasova came[2].\n\nDecember 3, North region, a picket[3].\n"
    return f"{lead}{entry}\n\n{rest}\n{extra}{notes}\n"


FORMS = {
    "letters of two scripts": "Sаdykov Маrlen was detained. Sadykоv spoke",
    "cases in Cyrillic": "Sadykov Marlen was detained: “дело Садыкова Марлена”, “освободите Садыкова”",
    "capitals": "Sadykov Marlen was detained. SADYKOV, sadykov",
    "a family": "Sadykov Marlen was detained. The Sadykovs wait",
    "broken by a line": "Sadykov Marlen was detained. The Sady-\nkov case",
    "hashtags and handles": "Sadykov Marlen was detained: #СвободуСадыкову, #FreeSadykov, @marlensadykov, marlen.sadykov@mail.example",
    "an address": "Sadykov Marlen was detained: https://news.example/delo-sadykova/",
}  # fmt: skip


@pytest.mark.parametrize("entry", FORMS.values(), ids=FORMS)
def test_forms_in_running_text(entry: str) -> None:
    files, _ = made(make_seeds({"2022-12": digest(f"December 1, Aksay, {entry}[1].")}, people=PERSON))

    assert hits(files, "sadykov", "marlen") == {}


def test_a_misspelt_name_that_was_mended() -> None:
    """What the digest printed before is not told, in this build and the next; that it changed is."""
    text = digest(
        "December 1, Aksay, Kozakchov Bolat was detained near his home in the evening by two men[1]."
    )
    _, seeds = after(make_seeds({"2022-12": text}))
    seeds = ruled(with_digest(seeds, text.replace("Kozakchov", "Kozachkov")), "rename", "person", "bolat-kozakchov", "bolat-kozachkov")  # fmt: skip
    shown, seeds = after(seeds, DAY)
    assert hits(shown, "kozakchov")

    told, seeds = after(with_people(seeds, f"- name: Bolat Kozachkov{WITHHOLD}"), DAY)
    again, _ = after(seeds, DAY)

    assert hits(told, "kozakchov", "kozachkov", "bolat") == {}
    assert [(one["printed"], one["meant"]) for one in first(told)["corrections"]] == [
        ("[words withheld]", "[words withheld]")
    ]
    assert told == again


def test_a_name_that_had_two_addresses() -> None:
    """A renamed person who is withheld then has neither address."""
    _, seeds = after(make_seeds({"2022-12": digest()}))
    _, seeds = after(ruled(seeds, "rename", "person", "marlen-sadykov", "sadykov-m"), DAY)

    told, seeds = after(ruled(seeds, "redact", "person", "sadykov-m", reason="request"), DAY)
    again, _ = after(seeds, DAY)

    assert hits(told, "sadykov", "marlen") == {}
    assert told == again


# ---------------------------------------------------------------- channels

T = "Tsarnobekov"


def side(text: str) -> dict[str, Any]:
    return {"sidecars": {"2022-12": text}}


def correction(**over: str) -> dict[str, Any]:
    fields = {
        "entry": "1",
        "field": "note",
        "meant": "A remark.",
        "reason": "Seen.",
        "date": "2022-12-31",
    } | over
    return side("corrections:\n- {" + ", ".join(f"{key}: '{value}'" for key, value in fields.items()) + "}\n")


def notes(first_line: str) -> dict[str, Any]:
    return {"digests": {"2022-12": digest(notes=f"{first_line}\n[2] https://other.example/b")}}


#: where a word may stand: the seeds, and whether it is published
CHANNELS: dict[str, tuple[bool, dict[str, Any]]] = {
    "dateline": (True, {"digests": {"2022-12": digest(f"December 1, {T}, Sadykov Marlen was detained[1].")}}),
    "quoted title": (True, {"digests": {"2022-12": digest(f"December 1, Aksay, Sadykov Marlen wrote “The {T} case”[1].")}}),
    "path of a source": (True, notes(f"[1] https://news.example/{T.lower()}-delo/a")),
    "query of a source": (True, notes(f"[1] https://news.example/?q={T}")),
    "fragment of a source": (True, notes(f"[1] https://news.example/#{T}")),
    "host of a source": (True, notes(f"[1] https://{T.lower()}.example/a")),
    "what traces a collector": (False, notes(f"[1] https://news.example/a?utm_source={T}&fbclid={T}")),
    "words beside an address": (True, notes(f"[1] https://news.example/a {T} says")),
    "a note without an address": (True, notes(f"[1] {T}")),
    "a line before the entries": (True, {"digests": {"2022-12": digest(lead=f"The digest of {T}\n\n")}}),
    "a line after the entries": (True, {"digests": {"2022-12": digest(extra=f"Yours, {T}\n\n")}}),
    "title of an edition": (True, side(f"title: Digest of {T}\n")),
    "name of the file received": (True, side(f"received: {T}.txt\n")),
    "address of an edition": (True, side(f"address: https://news.example/{T}\n")),
    "what is meant": (True, correction(meant=f"Of {T}.")),
    "reason of a correction": (True, correction(reason=f"Says {T}.")),
    "who noticed": (True, correction(noticed=T)),
    "a source supplied later": (True, side(f"sources:\n- {{number: 3, url: 'https://news.example/{T}', reason: later, date: 2022-12-31}}\n")),
    "why it was supplied": (True, side(f"sources:\n- {{number: 3, url: 'https://news.example/x', reason: by {T}, date: 2022-12-31}}\n")),
    "an archived copy": (True, side(f"archived:\n- {{number: 1, url: 'https://web.archive.org/web/20221231000000/https://news.example/{T}', date: 2022-12-31}}\n")),
    "a passage that is withheld": (False, {"digests": {"2022-12": digest(f"December 1, Aksay, Sadykov Marlen of the {T} farm was detained[1].")}, **side(f"redact:\n- {{event: 2022-12.1, words: of the {T} farm}}\n")}),
    "what stands for a passage": (True, side(f"redact:\n- {{event: 2022-12.1, words: was detained, as: '{T}'}}\n")),
    "why spellings are one": (True, {"people": f"- {{name: Marlen Sadykov, why: As {T} says.}}\n"}),
    "a spelling never printed": (False, {"people": f"- {{name: Marlen Sadykov, spellings: [Marlen {T}], why: one}}\n"}),
    "a person never printed": (False, {"people": f"- {{name: Askar {T}}}\n"}),
    "a misprint of a place": (False, {"places": PLACES.replace("former: [Karlovo]", f"misprints: [{T}]")}),
    "where a place's facts come from": (True, {"places": PLACES.replace("a map", f"map of {T}")}),
    "a place never printed": (False, {"places": f"{PLACES}- {{id: xx, name: {T}, kind: city, within: freedonia}}\n"}),
    "title of an article": (True, {"digests": {"2022-12": digest("December 1, Aksay, Sadykov Marlen, Article 405 of the Criminal Code[1].")}, "statutes": STATUTES.replace("Taking part", f"{T} law")}),
    "what a topic is": (True, {"topics": TOPICS.replace("Rallies", T)}),
    "words of a topic": (False, {"topics": TOPICS.replace("rally", f"rally, {T.lower()}")}),
    "an outlet": (True, {"outlets": OUTLETS.replace("The News", f"The {T}")}),
    "an outlet never cited": (False, {"outlets": f"{OUTLETS}\n- {{id: x, name: {T}, kind: news, hosts: [x.example]}}\n"}),
    "words of a unit": (False, {"words": WORDS.replace("printed: [crown,", f"printed: [{T.lower()}, crown,")}),
    "names": (False, {"names": NAMES.replace("Marlen,", f"Marlen, {T},")}),
    "title of the site": (True, {"site": SITE.replace("Freedonia Chronicle", f"{T} Chronicle")}),
    "comments of files": (False, {"site": f"{SITE}# {T}\n", "places": f"{PLACES}# {T}\n", "people": f"# {T}\n- name: Marlen Sadykov # {T}\n", **side(f"# {T}\ntitle: X\n")}),
    "a page": (True, {"page": f"# About\n\nAs {T} says.\n"}),
    "a link of a page": (True, {"page": f"# About\n\n[x](https://news.example/delo-{T.lower()}a)\n"}),
    "a comment of a page": (False, {"page": f"# About\n\nText <!-- {T} -->.\n"}),
    "path of a file": (False, {"path": f"seeds/{T}/2022-12.txt"}),
}  # fmt: skip


def channel(spec: Mapping[str, Any], people: str = "") -> Seeds:
    """Return seeds that hold the word in one place."""
    given = {"digests": {"2022-12": digest()}, **spec}
    page, path = given.pop("page", None), given.pop("path", None)
    given["people"] = given.get("people", "") + people
    seeds = make_seeds(**{key: value for key, value in given.items() if value})
    if page:
        seeds = replace(seeds, pages=(seed("pages/about.md", page),))
    if path:
        seeds = replace(seeds, editions=tuple(replace(one, path=path) for one in seeds.editions))
    return seeds


def tried(seeds: Seeds) -> tuple[Files, str]:
    """Return the files of the site of *seeds*, none where it is refused, and why it is."""
    try:
        return made(seeds)[0], ""
    except ChronicleError as error:
        return {}, str(error)


@pytest.mark.parametrize(("is_published", "spec"), CHANNELS.values(), ids=CHANNELS)
def test_channels(is_published: bool, spec: dict[str, Any]) -> None:  # noqa: FBT001
    """What is meant for readers is published, nothing else; with the word withheld it stands nowhere, or nothing is built."""
    files, _ = made(channel(spec))
    assert bool(hits(files, T)) == is_published

    files, refused = tried(channel(spec, f"- name: Boris {T}{WITHHOLD}  spellings: [{T}]\n"))

    assert hits(files, T) == {}
    assert T.lower() not in refused.lower()
    assert bool(files) != ("would tell a name or passage that is withheld" in refused)


def test_reasons_of_the_ledger() -> None:
    """Why something was withdrawn is told; who is withheld stands in no reason."""
    _, seeds = after(make_seeds({"2022-12": digest()}))
    seeds = ruled(seeds, "withdraw", "2022-12.1", reason=f"As {T} says")
    seeds = ruled(seeds, "withdraw", "person", "marlen-sadykov", reason="No event is left")
    files, _ = made(seeds, DAY)

    assert hits(files, T)
    with pytest.raises(ChronicleError, match="would tell a name or passage"):
        made(with_people(seeds, f"- name: Boris {T}{WITHHOLD}  spellings: [{T}]\n"), DAY)


def test_the_machine_is_not_told(tmp_path: Path) -> None:
    """Home, user, host, folders and time zone of whoever builds stand in no file."""
    home = tmp_path / f"{T}-home"
    seeds = home / "seeds"
    for path, text in {**{f"authority/{n}.yaml": t for n, t in AUTHORITY.items()}, "site.yaml": SITE, "editions/2022-12.txt": digest(), "pages/about.md": "# About\n"}.items():  # fmt: skip
        (seeds / path).parent.mkdir(parents=True, exist_ok=True)
        (seeds / path).write_text(text)
    names = (
        "HOME",
        "USER",
        "LOGNAME",
        "HOSTNAME",
        "USERNAME",
        "TMPDIR",
        "XDG_CONFIG_HOME",
        "GIT_AUTHOR_NAME",
        "EMAIL",
    )
    environ = dict.fromkeys(names, str(home)) | {
        "USER": T,
        "HOSTNAME": T,
        "TZ": "Asia/Tokyo",
        "PATH": os.environ["PATH"],
    }
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        "build",
        "--seeds",
        "seeds",
        "--out",
        "out",
        "--jobs",
        "1",
    ]

    subprocess.run(command, check=True, cwd=home, env=environ, capture_output=True)

    files = {
        str(path.relative_to(home / "out")): path.read_bytes()
        for path in (home / "out").rglob("*")
        if path.is_file()
    }
    assert len(files) > 30
    assert hits(files, T, "tsarno", os.uname().nodename, "tokyo") == {}


# ---------------------------------------------------------------- children

AGES = (
    "Omarov Timur, 17 years old,", "17-year-old Omarov Timur", "Omarov Timur (17)", "Timur Omarov, aged 16,",
    "Timur Omarov, born in 2009,", "seventeen-year-old Timur Omarov", "a minor, Timur Omarov,", "the schoolboy Timur Omarov",
    "Timur Omarov, who is 17,", "a 5-month-old baby Timur Omarov", "Omarov T., 17 years old,", "juvenile Timur Omarov",
)  # fmt: skip
#: what stands for somebody in lists: titles, headings, anchors, addresses, and what a page tells programs
LISTED = re.compile(
    r'<title>.*?</title>|<meta[^>]*>|<h\d.*?</h\d>|\sid="[^"]*"|(?:href|aria-label|title)="[^"]*"|<script.*?</script>', re.DOTALL
)  # fmt: skip


def listed(files: Files, *names: str) -> list[str]:
    """Return the files that tell one of *names* elsewhere than in the words of an event."""
    lists = r"(?:people|places|topics|statutes|corrections|sources|search)/.*|.*\.xml|index\.html|sitemap.*|_.*|data/people\.json"
    found = []
    for path, data in files.items():
        text = data.decode(errors="replace")
        told = (
            text
            if re.fullmatch(lists, path)
            else " ".join(LISTED.findall(text))
            if path.endswith("html")
            else ""
        )
        if hits({path: told.encode()}, *names):
            found.append(path)
    return found


@pytest.mark.parametrize("printed", AGES)
def test_children_stand_in_no_list(printed: str) -> None:
    files, _ = made(
        make_seeds({"2022-12": digest(f"December 1, Aksay, {printed} was detained at a rally[1].")})
    )

    assert listed(files, "omarov") == []
    assert first(files)["people"][0]["id"] is None
    assert re.fullmatch("1 December 2022, Aksay: (?:a person called )?a child", first(files)["title"])


@pytest.mark.long
def test_children_of_the_two_digests() -> None:
    published, children = real_files(), ("opushiyev", "kylyshbek", "merlan", "akanova", "gulstan")

    told = words({"data/events.json": published["data/events.json"]})
    assert [name for name in children if not holding(told, name)] == []
    assert listed(published, *children) == []


@pytest.mark.parametrize("entry", ["Omarov Timur", "Omarov T.", "Omarov Timur, 17 years old,"])
def test_an_editor_says_who_is_a_child(entry: str) -> None:
    """Without leave no list names them; leave needs a reason, and brings the page."""
    text = {"2022-12": digest(f"December 1, Aksay, {entry} was detained[1].")}
    child = "- {name: Timur Omarov, spellings: [Omarov T.], minor: yes"

    hidden, _ = made(make_seeds(text, people=f"{child}}}\n"))
    shown, _ = made(make_seeds(text, people=f"{child}, index: yes, why: His parents ask for it.}}\n"))

    assert listed(hidden, "omarov") == []
    assert "people/timur-omarov/index.html" in shown
    with pytest.raises(ChronicleError, match=r"people\.yaml:1: 1\.index: needs a reason in 'why'"):
        made(make_seeds(text, people=f"{child}, index: yes}}\n"))


# ---------------------------------------------------------------- passages

#: an entry goes on so, long enough to be known again
WHAT = (
    "was detained by the police at noon in front of the city library, where he had held up a blank sheet of paper for an hour,"
    " and brought before a judge of the district court, who let him go in the evening with a warning[1]."
)
LONG = (
    "December 1, Aksay, activist Sadykov Marlen, 34 years old, of Berik, Article 405, Part 2 of the Criminal Code, was fined"
    " 500 crowns\nand sentenced to 3 years of imprisonment[1]. Sadykov Marlen said: “I shall appeal”. His wife Aigul Kasova"
    " waited at a rally[2]. His wife came."
)
#: what is withheld and what stands for it -> words of the event that are left, and what is read from it then
PASSAGES: dict[str, tuple[list[tuple[str, str]], str, dict[str, list[str]]]] = {
    "a name, twice": ([("Sadykov Marlen", "")], "activist [passage withheld], 34", {"people": ["Aigul Kasova"]}),
    "a place": ([("Aksay,", "")], "December 1, [passage withheld] activist", {"dateline": []}),
    "a sanction, over a line's end": (
        [("fined 500 crowns and sentenced", "")], "was [passage withheld] to 3 years", {"sanctions": ["3 years of imprisonment"]}
    ),
    "a note": ([("imprisonment[1].", "")], "3 years of [passage withheld] Sadykov", {"notes": ["2"], "sanctions": ["fined 500 crowns"]}),
    "one over another": (
        [("Article 405, Part 2", "x"), ("Part 2 of the Criminal", "y")], "of Berik, [x] Code, was", {"statutes": []}
    ),
    "what a topic was read from": ([("at a rally", "")], "waited [passage withheld][2]", {"topics": []}),
    "all of it": ([(LONG[19:], "x")], "December 1, Aksay, [x]", {"people": [], "sanctions": [], "statutes": [], "notes": [], "topics": []}),
}  # fmt: skip


def redacted(text: str, passages: list[tuple[str, str]], people: str = "") -> Seeds:
    lines = (
        f"- {{event: 2022-12.1, words: {json.dumps(said)}{f', as: {json.dumps(shown)}' if shown else ''}}}\n"
        for said, shown in passages
    )
    seeds = make_seeds({"2022-12": digest(text)}, {"2022-12": "redact:\n" + "".join(lines)})
    return with_people(seeds, people) if people else seeds


def read_from(record: Any) -> dict[str, list[str]]:
    return {
        "people": [one["name"] for one in record["people"]],
        "dateline": [one["name"] for one in record["dateline"]],
        "sanctions": [one["printed"] for one in record["sanctions"]],
        "statutes": [one["article"] for one in record["statutes"]],
        "notes": [str(one["number"]) for one in record["notes"]],
        "topics": record["topics"],
    }


@pytest.mark.parametrize(("passages", "left", "read"), PASSAGES.values(), ids=PASSAGES)
def test_passages(passages: list[tuple[str, str]], left: str, read: dict[str, list[str]]) -> None:
    """What was read from a passage goes with it; everything else stays."""
    whole = read_from(first(made(make_seeds({"2022-12": digest(LONG)}))[0]))
    told = first(made(redacted(LONG, passages))[0])

    assert left in told["text"]
    assert read_from(told) == whole | read


def test_a_source_goes_with_the_passage_that_cites_it() -> None:
    """Its address may tell what the passage told: the digest's page lists it no more."""
    files, _ = made(redacted(LONG, [("imprisonment[1].", "")]))

    assert hits(files, "newsexample") == hits(files, "news.example/a") == {}
    assert b"https://news.example/a" not in files["editions/2022-12/index.html"]
    assert b"https://other.example/b" in files["editions/2022-12/index.html"]


def test_what_stands_for_a_passage_is_in_brackets() -> None:
    """Nobody takes an editor's words for the digest's: no second entry, no note, no name that is withheld."""
    said = "December 2, Berik,\n\nMarlen Sadykov\twas <b>fined</b>"
    told = first(made(redacted(LONG, [("34 years old", said)], PERSON))[0])

    assert f"{MARK}, [December 2, Berik, {MARK} was <b>fined</b>], of Berik" in told["text"]
    for odd in ("[9]", "9", "a] [1", "[ ]"):
        with pytest.raises(ChronicleError, match="'as' must be a few words, without brackets in them"):
            made(redacted(LONG, [("34 years old", odd)]))


def test_a_passage_stands_nowhere_else() -> None:
    """A page of an editor's that repeats it is refused; common words are not looked for."""
    seeds = redacted(LONG, [("Kasova waited at a rally[2]. His wife came", "")])
    page = seed("pages/about.md", "# About\n\nOne *Kasova* waited at a rally; his wife\ncame.\n")

    made(seeds)
    with pytest.raises(ChronicleError, match=r"about/index\.html: 'k…' in it"):
        made(replace(seeds, pages=(page,)))


def test_words_that_a_digest_has_dropped_are_withheld_too() -> None:
    """They stand in the correction that tells of the change until an editor withholds them."""
    secret = "lives in the blue house at the bridge"
    _, seeds = after(
        make_seeds({"2022-12": digest(f"December 1, Aksay, Sadykov Marlen, who {secret}, {WHAT}")})
    )
    dropped = with_digest(seeds, digest(f"December 1, Aksay, Sadykov Marlen {WHAT}"))
    assert hits(made(dropped, DAY)[0], "bridge")

    hidden = replace(
        dropped,
        sidecars={
            "2022-12": seed("editions/2022-12.yaml", f"redact:\n- {{event: 2022-12.1, words: {secret}}}\n")
        },
    )
    told, seeds = after(hidden, DAY)
    again, _ = after(seeds, DAY)

    assert hits(told, "bridge") == {}
    assert told == again


# ---------------------------------------------------------------- hostile words

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "</script><svg onload=alert(1)>",
    "</title><b>x", "<!-- x --><iframe src=//e.example>", "javascript:alert(1)", "{{7*7}}{% raw %}{# x #}", "]]><x>",
    "&lt;script&gt;&#x3c;", "[x](javascript:alert(1))", "a\nb: OK", "</style><style>*{}", "\\u003cscript\\u003e", "x" * 3000,
    "<a href=https://evil.example>x</a>", "../../etc/passwd", "Ω≈ç√∫˜µ", "مرحبا",
)  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} | {(tag,)}
        links = (value or "" for name, value in attrs if name in ("href", "src", "action", "formaction"))
        self.found |= {("to", re.split(r"(?<=:)", value)[0]) for value in links if ":" in value}


def markup(files: Files) -> set[tuple[str, ...]]:
    """Return every tag, attribute and scheme of *files*, whose JSON and XML are well formed."""
    tags = _Tags()
    for path, data in files.items():
        if path.endswith(".html"):
            tags.feed(data.decode())
        elif path.endswith(".xml"):
            ET.fromstring(data)
        elif path.endswith(".json"):
            json.loads(data)
    return tags.found


@cache
def first_published() -> Seeds:
    return after(make_seeds({"2022-12": digest()}))[1]


def hostile(said: str) -> Seeds:
    """Return seeds whose editor says *said* wherever words are shown."""
    word = json.dumps(said)
    lines = f"""
title: {word}
received: {word}
corrections:
- {{entry: 1, field: note, meant: {word}, reason: {word}, date: 2022-12-31, noticed: {word}}}
sources:
- {{number: 3, url: 'https://news.example/x', reason: {word}, date: 2022-12-31}}
"""
    if not {"[", "]"} & set(said):
        lines += f"redact:\n- {{event: 2022-12.1, words: was, as: {word}}}\n"
    seeds = first_published()
    assert seeds.ledger
    reason = " ".join(said.split()).replace('"', '""')
    gone = f'event,2022-12.4,withdrawn,,2022-12-31,"{reason}"\n'
    return replace(
        with_people(seeds, f"- {{name: Elena Kasova, why: {word}}}\n"),
        sidecars={"2022-12": seed("editions/2022-12.yaml", lines)},
        ledger=seed("ledger.csv", seeds.ledger.text + gone),
    )


@pytest.mark.parametrize(
    "said",
    [pytest.param(said, marks=pytest.mark.long if n % 3 else ()) for n, said in enumerate(HOSTILE)],
    ids=lambda said: said[:20],
)
def test_words_of_an_editor_are_only_words(said: str) -> None:
    """No tag, attribute or scheme comes of them that plain words do not bring, and no file breaks."""
    files, _ = made(hostile(said), DAY)

    assert markup(files) - markup(made(hostile("plain words"), DAY)[0]) == set()


@pytest.mark.parametrize("said", ["\x1b]8;;", "a\0b", "\u202eevil", "\u2028", "\u200b", "\ufeff"])
def test_escapes_bring_in_no_character_that_nobody_sees(said: str) -> None:
    with pytest.raises(ChronicleError, match="holds a character that nobody sees"):
        made(hostile(said), DAY)


# ---------------------------------------------------------------- search engines

#: person's own word, site's word -> whether an official's and a subject's page may be listed
LISTING = [
    ("", "none", True, True), ("", "private", True, False), ("", "all", False, False),
    ("yes", "none", True, False), ("no", "all", False, True), ("no", "private", True, True),
]  # fmt: skip


@pytest.mark.parametrize(("own", "everyone", "official", "subject"), LISTING)
def test_noindex(own: str, everyone: str, official: bool, subject: bool) -> None:  # noqa: FBT001
    """A page that search engines are asked to leave says so, and stands in no site map; nothing else of it changes."""
    people = f"- {{name: Marlen Sadykov{f', noindex: {own}' if own else ''}}}\n"
    files, _ = made(make_seeds({"2022-12": digest()}, None, f"{SITE}noindex: {everyone}\n", people=people))

    for id_, is_listed in (("elena-kasova", official), ("marlen-sadykov", subject)):
        page = files[f"people/{id_}/index.html"]
        assert (b'<meta name="robots" content="noindex">' not in page) == is_listed
        assert (f"/people/{id_}/<".encode() in files["sitemap.xml"]) == is_listed


# ---------------------------------------------------------------- copies


def outputs(files: Mapping[str, bytes]) -> list[Output]:
    return [Output(path, data) for path, data in files.items() if path != urls.ARCHIVE]


def test_copies() -> None:
    """A bit, a file less, more, renamed or swapped, an older manifest: each is told with the file's name."""
    old, seeds = after(make_seeds({"2022-12": digest(f"December 1, Aksay, Sadykov Marlen {WHAT}")}))
    files, _ = after(
        with_digest(seeds, digest(f"December 1, Aksay, Sadykov Marlen {WHAT.replace('noon', 'night')}")), DAY
    )
    page, other = "events/2022-12/1/index.html", "events/2022-12/2/index.html"
    bit = bytes([files[page][0] ^ 1]) + files[page][1:]
    rest = {path: data for path, data in files.items() if path != page}
    broken: dict[str, tuple[Files, str]] = {
        "a bit": (files | {page: bit}, page),
        "one less": (rest, page),
        "one more": (files | {"events/2022-12/9/index.html": b"x"}, "events/2022-12/9/index.html"),
        "renamed": (rest | {"events/2022-12/7/index.html": files[page]}, "events/2022-12/7/index.html"),
        "swapped": (files | {page: files[other], other: files[page]}, other),
        "rolled back": (files | {"data/manifest.json": old["data/manifest.json"]}, "404.html"),
        "no manifest": (
            {path: data for path, data in files.items() if path != "data/manifest.json"},
            "manifest",
        ),
    }

    assert verify(outputs(files)).wrong == ()
    for name, (copy, told) in broken.items():
        assert told in " ".join(verify(outputs(copy)).wrong), name
    assert verify(outputs(old), files["data/manifest.json"]).wrong
