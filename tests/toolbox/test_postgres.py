"""The run's own PostgreSQL answers while it is needed and is gone afterwards."""

import psycopg
import pytest

from linli.toolbox.postgres import cluster, programs

FOLDER = programs()


@pytest.mark.skipif(FOLDER is None, reason="no initdb on this machine")
def test_a_cluster_of_its_own_comes_and_goes() -> None:
    assert FOLDER is not None
    with cluster(FOLDER) as address, psycopg.connect(address) as connection:
        assert connection.execute("SELECT '邻里'").fetchone() == ("邻里",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)
