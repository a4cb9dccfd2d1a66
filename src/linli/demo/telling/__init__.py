"""One invented dispute being told: each method adds the steps of one turn in its course."""
