"""python -m clubhub. Imports nothing else at its top: child processes import this module."""

if __name__ == "__main__":
    import sys

    from clubhub.app import main

    if getattr(sys, "frozen", False):  # only then it does anything, and importing it takes an eighth of `--help`
        from multiprocessing import freeze_support

        freeze_support()  # a frozen program starts its child processes through here
    main()
