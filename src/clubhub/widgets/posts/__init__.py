"""The Posts page: the list, one post with whom it reaches, writing, and the ways out."""
