"""python -m clubhub. Imports nothing else at its top: child processes import this module."""

if __name__ == "__main__":
    from clubhub.app import main

    main()
