"""Speed and weight, measured side by side in one run; `make bench` prints a table.

Ratios are medians of pairs run in turn, so that they hold when the machine's speed drifts.
"""
