"""The data folder and its keys: made once, for the owner only, and never silently made again."""

import secrets
from pathlib import Path

from linli.configuration import Configuration, Refused
from linli.ground.disk import write_new
from linli.ground.seal import OPEN_TO_OTHERS, CannotOpen, Keyring, KeysUnsafe
from linli.ground.text import msg
from linli.tongue import gettext as _

NETWORK_DISKS = frozenset(
    {"afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)
GONE = msg("The keys of this data are gone from {keys}. Put them back; nothing was changed.")
OTHERS = msg("These keys do not open this data. Put the right keys back; nothing was changed.")
NOT_COPIED = msg(
    "The keys that the backup needs are not in {keys}. Copy the folder “keys” of the old installation there first; "
    "nothing was made."
)
NETWORK = msg("The data folder is on a network disk ({kind}), where SQLite can lose data. Use a local one.")
SECRET, PERSONAL, SEAL, CANARY = "django.secret", "personal.keys", "seal.key", "canary"


def prepare(data: Path) -> None:
    """Make the folder and keys that are not there; keys that are missing beside data are a loss, not a first start."""
    make_folders_and_keys(data)
    if not (data / CANARY).exists():
        write_new(data / CANARY, Keyring.load(data / "keys" / PERSONAL).make_canary())


def prepare_to_restore(data: Path) -> None:
    """The keys are those of the old installation, and whether they fit is for the backup to say: before that nothing is
    made that would hold the folder to them."""
    if any(not (data / "keys" / name).exists() for name in (PERSONAL, SEAL)):
        raise Refused(_(NOT_COPIED).format(keys=data / "keys"))
    make_folders_and_keys(data)


def make_folders_and_keys(data: Path) -> None:
    keys = data / "keys"
    for folder in (data, keys, data / "files"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    data.chmod(0o700)
    if not (keys / PERSONAL).exists():
        if (data / CANARY).exists():
            raise Refused(_(GONE).format(keys=keys))
        Keyring.create(keys / PERSONAL)
    for name in (SECRET, SEAL):
        if not (keys / name).exists():
            write_new(keys / name, secrets.token_hex(32).encode())


def require_matching_keys(configuration: Configuration) -> None:
    """Refuse to start on a wrong key, on keys others may read, and with SQLite on a network disk."""
    try:
        Keyring.load(configuration.personal_keys).check_canary((configuration.data / CANARY).read_bytes())
    except KeysUnsafe as problem:
        raise Refused(_(problem.sentence).format(file=problem.file)) from problem
    except CannotOpen as problem:
        raise Refused(_(OTHERS)) from problem
    for file in configuration.keys.iterdir():
        if file.stat().st_mode & 0o077:
            raise Refused(_(OPEN_TO_OTHERS).format(file=file))
    if "sqlite3" in configuration.database["ENGINE"] and (kind := disk_kind(configuration.data)) in NETWORK_DISKS:
        raise Refused(_(NETWORK).format(kind=kind))


def disk_kind(folder: Path, *, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of file system a folder lies on, where the system tells."""
    if not mounts.exists():
        return ""
    rows = (line.split(" ") for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines())
    above = [(row[1], row[2]) for row in rows if len(row) > 2 and folder.resolve().is_relative_to(row[1])]
    return max(above, key=lambda row: len(row[0]), default=("", ""))[1]
