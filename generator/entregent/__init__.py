"""Entregent: one rules.yaml in, a searchable and printable guide to networking etiquette out."""
