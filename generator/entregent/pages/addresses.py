"""Addresses of pages and files, as other pages and files refer to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from markupsafe import escape

from entregent.text import OWN_LINK

_LINK = re.compile(rf'<a href="({OWN_LINK.pattern}[^"]*)">(.*?)</a>', re.DOTALL)


def address_of(page: str, directory_urls: bool) -> str:
    """Address of a page such as `rules/some-id`, seen from the root of its locale.

    With `directory_urls` it is a folder, and not a file that ends in .html.
    """
    if not directory_urls:
        return f"{page}.html"
    return "" if page == "index" else f"{page.removesuffix('/index')}/"


def relative(address: str, start: str) -> str:
    """An address as a page or file at the address `start` refers to it; both are seen from the same root."""
    there, here = address.split("/"), start.split("/")[:-1]
    while here and len(there) > 1 and here[0] == there[0]:
        there, here = there[1:], here[1:]
    return "../" * len(here) + "/".join(there) or "./"


def with_addresses(html: str, links: Mapping[str, str], to: Callable[[str], str]) -> str:
    """Finished HTML in which links such as `rule:some-id` have the address that `to` gives of their page.

    One that leads nowhere, as in a guide that another one was taken from in part, is its words alone.
    """

    def led(found: re.Match[str]) -> str:
        page = links.get(unquote(found[1]))
        return f'<a href="{escape(to(page))}">{found[2]}</a>' if page else found[2]

    return _LINK.sub(led, html)
