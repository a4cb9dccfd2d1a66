"""The staff's web desk: today, lists, one page per matter, and the one view through which matters change."""
