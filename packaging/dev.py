#!/usr/bin/env python3
"""Everything a developer of ClubHub types: `python3 packaging/dev.py VERB`. Standard library only.

This file stays readable for old Pythons, so that they can say what is wrong; the work is done in `devtools`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the very case this file is for
    sys.exit(
        "ClubHub needs Python 3.11 or newer; this is %d.%d (%s).\n"  # noqa: UP031  f-strings are a syntax error in Python 2
        "Nothing was changed. Install a newer Python and start this file with it, e.g.: python3.12 packaging/dev.py run"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

from devtools.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
