"""The messages: all of them on one page, to find by role and channel, copy and fill in."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide, Role
from entregent.page import Page
from entregent.view import View


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without messages, else one page."""
    if not guide.messages:
        return
    used = {message.channel for message in guide.messages}
    roles = {message.role for message in guide.messages}
    facets = {
        "role": [(str(role), view.words[f"role-{role}"]) for role in Role if role in roles],
        "channel": [(channel.id, channel.title) for channel in guide.channels if channel.id in used],
    }
    yield Page(
        path="messages/index.md",
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render("messages.md.jinja", guide=guide, facets=facets),
    )
