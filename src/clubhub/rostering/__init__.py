"""Fill a roster and explain it: values in, plan out. Knows the solver and nothing else."""
