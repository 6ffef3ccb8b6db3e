"""What people see and touch (Qt Widgets): the frame, its parts, and a folder per feature."""
