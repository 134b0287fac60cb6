# OSError of a missing file.
open("no such file.txt")
