"""The server is killed while many are saving: what was acknowledged is there."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from framework.store import Store

ROOT = Path(__file__).parents[2]
WRITERS = 100
SECONDS = 1.5
"""How long they write before the process is killed."""

WRITING = f"""
import sys, threading
from framework.model.sheet import Sheet
from framework.store import Store

store, said = Store.open(sys.argv[1]), threading.Lock()

def write():
    work = store.work.create("", "rules", "", Sheet())
    while True:
        work = store.work.save(work.key, Sheet(title=str(work.revision + 1)), work.revision)
        with said:
            sys.stdout.write(f"{{work.key}} {{work.revision}}\\n")
            sys.stdout.flush()

for _ in range({WRITERS}):
    threading.Thread(target=write).start()
"""


def test_no_acknowledged_save_is_lost(where: str, tmp_path: Path) -> None:
    Store.open(where).close()
    said = tmp_path / "said"
    with said.open("wb") as told:
        process = subprocess.Popen([sys.executable, "-c", WRITING, where], cwd=ROOT, stdout=told)
        until = time.monotonic() + 60
        while said.stat().st_size == 0 and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(SECONDS)
        process.send_signal(signal.SIGKILL)
        process.wait(30)
    whole = said.read_text().rpartition("\n")[0].splitlines()
    acknowledged = {key: int(revision) for key, revision in (line.split() for line in whole)}
    store = Store.open(where)
    found = {work.key: work for work in store.work.get_many(list(acknowledged))}
    store.close()
    assert len(whole) > WRITERS and len(acknowledged) > 1
    for key, revision in acknowledged.items():
        assert found[key].revision >= revision, "a save that was acknowledged is gone"
        assert found[key].sheet.title == str(found[key].revision)
