"""seeds/authority/names.yaml and words.yaml: what names and offices of the country are made of, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping

from chronicle.authority.fields import Known, Slug, Text


class Names(Known):
    """names.yaml: what personal names of the region are made of."""

    #: given names, any one common spelling: variants are found by their fold key
    given: tuple[Text, ...]
    #: given names of women, which do not stand in `given`
    women: tuple[Text, ...] = ()
    #: surnames without a telling ending, above all those that are also another word ('Ten', 'Kim')
    surnames: tuple[Text, ...] = ()
    #: endings that mark a surname: 'ov', 'ova', 'bayev'
    surname_endings: tuple[Text, ...] = ()
    #: endings that mark a patronymic: 'ovich', 'uly'
    patronymic_endings: tuple[Text, ...] = ()
    #: given names that are also a word, a people's or a religion's: names only beside a surname ('Nasirov Muslim')
    words: tuple[Text, ...] = ()
    #: capitalised words that are no part of a name though they look like one
    never: tuple[Text, ...] = ()


class Unit(Known):
    """A unit of money, and how it is printed."""

    #: in records: 'KZT'
    id: Text
    #: one, several
    name: tuple[Text, Text]
    printed: tuple[Text, ...]


class Words(Known):
    """words.yaml: words of the country that English digests keep: offices, money, kinds of place."""

    #: the country that the chronicle is about: an id of places.yaml
    country: Slug
    #: its names as printed after a code: 'Republic of Kazakhstan', 'RK'
    country_names: tuple[Text, ...]
    #: words for people who act for the state: 'akim', 'deputy akim'
    officials: tuple[Text, ...] = ()
    #: words that make what they stand with an institution, not a person: 'akimat', 'maslikhat'
    institutions: tuple[Text, ...] = ()
    units: tuple[Unit, ...] = ()
    #: words of the country for a region, a village, …, beside the English ones
    place_words: Mapping[str, tuple[Text, ...]] = {}
    #: endings that make an adjective of a place's name: 'skiy', 'insky'
    adjective_endings: tuple[Text, ...] = ()
