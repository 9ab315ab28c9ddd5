"""How files of the seeds folder must be named, and what becomes of them."""

from __future__ import annotations

import pytest

from chronicle.seeds import SeedFile, Seeds, gather, name_mistakes, static_mistakes

RIGHT = (
    "seeds/README.md",
    "seeds/authority/people.yaml",
    "seeds/editions/2022-12.txt",
    "seeds/editions/2022-12.yaml",
    "seeds/editions/2023-05.txt",
    "seeds/ledger.csv",
    "seeds/pages/about.md",
    "seeds/site.yaml",
)
NO_MONTH = "is no name for a file in editions/: name it YYYY-MM.txt, as in 2022-12.txt"
NO_YAML = (
    "is no name for a file in authority/: name it "
    "cases, names, outlets, people, places, statutes, topics or words, with the ending .yaml"
)
NOT_READ = "nothing is read there: move it to editions/, authority/ or pages/, or remove it"


def test_a_well_kept_folder_has_no_mistakes() -> None:
    assert list(name_mistakes(RIGHT)) == []


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("seeds/editions/2022-13.txt", f"seeds/editions/2022-13.txt: {NO_MONTH}"),
        ("seeds/editions/december.txt", f"seeds/editions/december.txt: {NO_MONTH}"),
        ("seeds/editions/2024-01.TXT", f"seeds/editions/2024-01.TXT: {NO_MONTH}"),
        ("seeds/editions/2024-01.docx", f"seeds/editions/2024-01.docx: {NO_MONTH}"),
        ("seeds/editions/0000-01.txt", f"seeds/editions/0000-01.txt: {NO_MONTH}"),
        ("seeds/editions/２０２４-01.txt", f"seeds/editions/２０２４-01.txt: {NO_MONTH}"),
        ("seeds/2024-01.txt", f"seeds/2024-01.txt: {NOT_READ}"),
        ("seeds/editions/old/2024-01.txt", f"seeds/editions/old/2024-01.txt: {NOT_READ}"),
        (
            "seeds/authority/people.yml",
            f"seeds/authority/people.yml: {NO_YAML}",
        ),
        (
            "seeds/pages/About Us.md",
            "seeds/pages/About Us.md: is no name for a file in pages/: name it in small letters, with the ending .md",
        ),
        (
            "seeds/editions/2023-06.yaml",
            "seeds/editions/2023-06.yaml: there is no digest 2023-06.txt beside it: put it there, or remove this file",
        ),
    ],
)
def test_a_wrong_name_is_told_with_the_right_one(path: str, sentence: str) -> None:
    assert list(name_mistakes([*RIGHT, path])) == [sentence]


@pytest.mark.parametrize("second", ["2022-12.TXT", "2022-12.md"])
def test_two_files_for_one_month_are_refused(second: str) -> None:
    assert list(name_mistakes([*RIGHT, f"seeds/editions/{second}"])) == [
        f"seeds/editions/{second}: {NO_MONTH}",
        f"seeds/editions/2022-12.txt and seeds/editions/{second}: two files for one month: keep one",
    ]


def test_seeds_without_a_digest_are_refused() -> None:
    assert list(name_mistakes(["seeds/site.yaml"])) == [
        "editions/: there is no digest: put one there, named YYYY-MM.txt"
    ]


def test_files_are_gathered_as_what_they_are() -> None:
    files = {path: SeedFile(path=path, name=path.rpartition("/")[2], text="", sha256="") for path in RIGHT}

    assert gather(files.values()) == Seeds(
        editions=(files["seeds/editions/2022-12.txt"], files["seeds/editions/2023-05.txt"]),
        sidecars={"2022-12": files["seeds/editions/2022-12.yaml"]},
        authority={"people": files["seeds/authority/people.yaml"]},
        pages=(files["seeds/pages/about.md"],),
        site=files["seeds/site.yaml"],
        ledger=files["seeds/ledger.csv"],
    )


@pytest.mark.parametrize("name", ["style.css", "vendor/search.js", "a.woff2", "icon.png", "licence.txt"])
def test_plain_parts_of_a_site_may_be_published(name: str) -> None:
    assert list(static_mistakes(f"static/{name}", b"\x89PNG IHDR")) == []


@pytest.mark.parametrize(
    "name", [".env", ".DS_Store", "~$digest.docx", "style.css.bak", ".x.swp", "map.svg", "a.gz"]
)
def test_other_files_may_not(name: str) -> None:
    assert list(static_mistakes(f"static/{name}", b"")) == [
        f"static/{name}: static/ holds only .css, .js, .png, .txt, .woff2: remove it"
    ]


def test_a_picture_that_tells_who_made_it_may_not() -> None:
    assert list(static_mistakes("static/a.png", b"\x89PNG tEXtAuthor")) == [
        "static/a.png: says who made it, where or when: save it without such data"
    ]
