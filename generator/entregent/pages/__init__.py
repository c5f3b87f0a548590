"""What pages are made of: their form, templates, scripts and styles, and what a feature says about itself."""
