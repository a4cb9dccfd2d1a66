"""Linli: the closed-loop ledger of a neighbourhood governance centre."""
