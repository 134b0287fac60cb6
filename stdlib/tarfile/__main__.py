"""The command line: lists, tests, extracts and creates archives."""

from tarfile import main

if __name__ == "__main__":
  main()
