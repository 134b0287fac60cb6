"""The command line: lists, tests, extracts and creates archives."""

from zipfile import main

if __name__ == "__main__":
  main()
