"""The pinned Qt survives many signals: a later release loses a reference at each emit and aborts Python 3.11."""

import subprocess
import sys

EMITS = 20_000

PROGRAM = f"""
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(int)

application = QCoreApplication([])
heard = []
bell = Bell()
bell.rung.connect(heard.append)
for number in range({EMITS}):
    bell.rung.emit(number)
print(len(heard), heard[-1])
"""


def test_twenty_thousand_emits_of_a_signal_end_well() -> None:
    outcome = subprocess.run([sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True, timeout=120)
    assert outcome.stdout.split() == [str(EMITS), str(EMITS - 1)], outcome.stderr
    assert outcome.returncode == 0, outcome.stderr
