# __notes__ that is no list of strings.
import traceback

class Sequence:
    def __getitem__(self, index):
        return ["first", "second"][index]
    def __len__(self):
        return 2

class Mute:
    def __str__(self):
        raise ValueError
    def __repr__(self):
        return "<mute>"

for notes in (["one", "two\nlines"], ("a", 1), "ab\nc", 5, {"k": 1}, None, [], [Mute(), "fine"], ["end\n"], b"ab"):
    error = ValueError("problem")
    error.__notes__ = notes
    print(traceback.format_exception_only(error))

for notes in ("text", 5, ("a",)):
    error = ValueError("problem")
    error.__notes__ = notes
    try:
        error.add_note("more")
    except TypeError as refusal:
        print(refusal)
