"""Who may: users, their posts, and the acts each role may do."""
