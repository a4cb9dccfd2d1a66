"""What machines come with: the tokens of posts, how often, and the answers they were given already."""
