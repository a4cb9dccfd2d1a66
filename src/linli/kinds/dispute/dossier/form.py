"""The dossier of a dispute: its cover, its contents, its thirteen documents and its back."""

from linli.kinds.dispute.dossier.cover import back, contents, cover
from linli.kinds.dispute.dossier.papers import named
from linli.kinds.dispute.dossier.parts import parts
from linli.matters.dossier import DossierForm

DOSSIER = DossierForm(parts=parts, cover=cover, contents=contents, back=back, opens=named)
