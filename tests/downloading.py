"""The page of the data, with the files as they are made of a chronicle."""

from __future__ import annotations

from chronicle.columns import DataFile
from chronicle.data import data_files
from chronicle.downloads import downloads
from chronicle.model import Chronicle, Output, Site
from chronicle.pages.data import DataPage, data_page
from tests.streams import drained


def downloaded(chronicle: Chronicle, site: Site) -> tuple[list[Output], tuple[DataFile, ...]]:
    """Return the files of the data, and what is told of them."""
    return drained(downloads(data_files(chronicle, site), chronicle, site))


def data_page_of(chronicle: Chronicle, site: Site) -> DataPage:
    """Return the page of the data."""
    return data_page(chronicle, downloaded(chronicle, site)[1])
