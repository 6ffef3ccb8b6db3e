"""python -m clubhub. Imports nothing else at its top: child processes import this module."""

if __name__ == "__main__":
    from multiprocessing import freeze_support

    from clubhub.app import main

    freeze_support()  # a frozen program starts its child processes through here
    main()
