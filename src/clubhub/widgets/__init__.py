"""What people see and touch (Qt Widgets). The window comes with the next capability; nothing lives here yet."""
