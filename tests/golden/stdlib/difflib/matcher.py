# SequenceMatcher and get_close_matches.
import difflib

s = difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 3), round(s.quick_ratio(), 3), round(s.real_quick_ratio(), 3))
print(s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match(0, 10, 0, 20), s.find_longest_match())
print(s.bjunk, s.bpopular)
s = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(s.get_opcodes(), list(s.get_grouped_opcodes(1)), s.ratio())
s.set_seq1("abcd")
print(s.ratio(), s.get_matching_blocks())
s.set_seqs([1, 2, 3], [2, 3, 4])
print(s.get_matching_blocks())
s = difflib.SequenceMatcher(None, "ab" * 150, "b" + "ab" * 150)
print(s.bpopular == {"a", "b"}, s.ratio(), difflib.SequenceMatcher(None, "ab" * 150, "b" + "ab" * 150, autojunk=False).ratio())
print(difflib.SequenceMatcher(None, "", "").ratio(), difflib.SequenceMatcher(None, "a", "").get_opcodes())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("x", ["y"]), difflib.get_close_matches("aple", ["apple", "ample", "maple", "apples"], 2, 0.5))
for f in (lambda: difflib.get_close_matches("a", [], 0), lambda: difflib.get_close_matches("a", [], cutoff=2)):
  try:
    f()
  except ValueError as e:
    print(e)
