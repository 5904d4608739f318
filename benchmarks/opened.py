"""The program on a file, with the key at hand: what `ehtui` runs once it has found the key."""

from __future__ import annotations

import sys
from pathlib import Path

from data.store.secrets import Secret
from screens.app import launch

if __name__ == "__main__":
    sys.exit(launch(Path(sys.argv[1]), Secret.from_key(bytes.fromhex(sys.argv[2]))))
