"""Known vulnerabilities of what this environment holds, where a database of them can be reached.

pip-audit asks the package index. On a machine without one that knows, this says so and lets the other checks
go on: the audit is done wherever the network allows it.
"""

from __future__ import annotations

import json
import subprocess
import sys

SECONDS = 90
OWN_TOOLS = {"pip", "setuptools"}
"""What Python puts into every environment, at its own version; no part of any site."""


def main() -> int:
    """Audit, print what was found, and return the program's exit code."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    try:
        result = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        packages = json.loads(result.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError):
        print("Not audited: no database of vulnerabilities can be reached from here.")
        return 0
    audited = [one for one in packages if "vulns" in one and one["name"] not in OWN_TOOLS]
    found = [(one, flaw) for one in audited for flaw in one["vulns"]]
    for one, flaw in found:
        fixed = ", ".join(flaw["fix_versions"]) or "no version yet"
        print(f"{one['name']} {one['version']}: {flaw['id']}, mended in {fixed}")
    print(f"{len(audited)} packages audited, {len(packages) - len(audited)} not; {len(found)} flaws known.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
