#!/usr/bin/python3
"""A window of WebKitGTK for WebKitWebDriver, as narrow as a phone and with a printer.

MiniBrowser, which comes with the driver, cannot be narrower than 447 px, and print() does nothing under
automation. Run by Debian's Python, which has the bindings:
webkit_window.py WIDTH HEIGHT FILE, where FILE is what a page prints into when it posts to `print`.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

WIDTH, HEIGHT, PDF = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])


class Window:
    """The one view that the driver gets."""

    def __init__(self, context):
        manager = WebKit2.UserContentManager()
        manager.connect("script-message-received::print", lambda *_: self.print_page())
        manager.register_script_message_handler("print")
        self.view = WebKit2.WebView(
            web_context=context, user_content_manager=manager, is_controlled_by_automation=True
        )
        self.view.get_settings().set_javascript_can_access_clipboard(True)
        self.operation = None
        window = Gtk.Window(decorated=False)
        window.set_default_size(WIDTH, HEIGHT)
        window.add(self.view)
        window.show_all()

    def print_page(self):
        """Print on A4; the file appears under its name once it is whole."""
        part = PDF.with_suffix(".part")
        settings = Gtk.PrintSettings()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, part.as_uri())
        paper = Gtk.PageSetup()
        paper.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
        # Kept, for the operation outlives this call.
        self.operation = WebKit2.PrintOperation.new(self.view)
        self.operation.set_print_settings(settings)
        self.operation.set_page_setup(paper)
        self.operation.connect("finished", lambda _: part.rename(PDF))
        self.operation.print_()


def main():
    """Wait for the driver and give it the view."""
    # Others look for printers on the network.
    Gtk.Settings.get_default().set_property("gtk-print-backends", "file")
    context = WebKit2.WebContext.get_default()
    context.set_automation_allowed(True)
    windows = []

    def started(context, session):
        about = WebKit2.ApplicationInfo()
        # Selenium asks for a browser of this name.
        about.set_name("MiniBrowser")
        session.set_application_info(about)
        windows.append(Window(context))
        session.connect("create-web-view", lambda _: windows[0].view)

    context.connect("automation-started", started)
    Gtk.main()


main()
