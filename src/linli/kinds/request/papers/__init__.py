"""The official papers of a request, in the order in which its course calls for them."""

from linli.kinds.request.papers.answering import EXTENSION_NOTICE, REPLY_LETTER
from linli.kinds.request.papers.intake import ACCEPTANCE_RECEIPT, NOT_ACCEPTED_NOTICE
from linli.kinds.request.papers.routing import SUPERVISION_NOTICE, TRANSFER_LETTER
from linli.matters.papers import PaperForm

PAPERS: tuple[PaperForm, ...] = (
    ACCEPTANCE_RECEIPT,
    NOT_ACCEPTED_NOTICE,
    TRANSFER_LETTER,
    EXTENSION_NOTICE,
    SUPERVISION_NOTICE,
    REPLY_LETTER,
)
