"""What the screens of polls show: the grid of marks, its results, times on their way into a new poll."""
