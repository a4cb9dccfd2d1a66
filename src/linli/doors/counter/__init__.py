"""The public counter: residents hand in and follow a matter without an account, with or without scripts."""
