"""Serving: the data folder made ready, then the web server and the heartbeat as one supervised group."""
