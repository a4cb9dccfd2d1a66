"""What is like what: incidents laid beside each other by what, where, when and how; never by who."""
