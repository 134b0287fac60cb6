# get_grouped_opcodes() shortens the first and the last code of get_opcodes() itself.
import difflib

matcher = difflib.SequenceMatcher(None, "private Thread current;", "private volatile Thread current;")
codes = matcher.get_opcodes()
print(codes)
print(list(matcher.get_grouped_opcodes(1)))
print(codes, matcher.get_opcodes() is codes)
