# Messages of several lines in a group that nobody caught: the margin stands before their first lines alone, before every line of a note.
class Several(Exception):
    def __str__(self):
        return "a\n\nb\n"


noted = ValueError("with\ntwo lines")
noted.add_note("note\nlines")
members = [noted, Several(), SyntaxError("multi\nline", ("f", 1, 2, "text\n")), ExceptionGroup("in", [KeyError("a\nb"), OSError(1, "x\ny")])]
raise ExceptionGroup("g\nh", members)
