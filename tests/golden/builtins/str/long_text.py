# Long text in every width: reversing, steps, case, replacing, padding, counting and searching, against pieces put together by hand.
import hashlib


def show(name, *texts):
    print(name, *(f"{len(text)}:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}:{text.isascii()}" for text in texts))


UNITS = {"ascii": "abcdefGHIJ\t", "latin": "abcdéfGHÿJ", "wide": "abcdЖfGHI€", "astral": "abcd😀fGHIJ", "one": "a", "mixed": "aß ﬁǆİΣς"}
for name, unit in UNITS.items():
    text = unit * (100_003 // len(unit)) + "end"
    show(name, text[::-1], text[::2], text[::-3], text[5:-5:7], text[1:-1], text[:1:-1])
    show("  case", text.upper(), text.lower(), text.swapcase(), text.title(), text.casefold(), text.capitalize())
    for old, new in (("a", "z"), ("a", "é"), ("a", "Ж"), ("a", "😀"), ("é", "e"), ("Ж", "x"), ("😀", "!"), ("cd", "yz"), ("ab", "€"), ("a", ""),
                     ("", "-"), ("end", "END"), ("nothing", "x"), ("d", "dd"), ("Ж", "é"), ("a", "a")):
        show(f"  {ascii(old)} {ascii(new)}", text.replace(old, new), text.replace(old, new, 3))
    show("  pad", text.center(100_200, "*"), text.ljust(100_100, "é"), text.rjust(100_101, "Ж"), ("-" + text).zfill(100_300), f"{text:😀^100200}", f"{text:.50}")
    print("  count", [text.count(part) for part in ("a", "é", "Ж", "😀", "ab", "", "end", "J")],
          [text.find(part) for part in ("J", "é", "Ж", "e", "end", "zz")], [text.rfind(part) for part in ("a", "é", "Ж", "GH", "d", "end", "zz", "aa", "")])
    show("  translate", text.translate({97: "z"}), text.translate({97: None, 98: "Ж", 99: "long"}), text.translate(str.maketrans("abc", "xyz", "d")))
    show("  join", text.join("ab"), "Ж".join([text, text]), "".join([text, "é"]), repr(text), ascii(text)[:500])

# Results are in their narrowest form whatever they came from.
for text in ("aЖ"[::-2], "aЖb"[::2], "éa"[1::1], "xЖ".replace("Ж", "y"), "xЖ".replace("Ж", ""), "é".replace("é", "e"), f"{'ab€':.2}", f"{'ab€':_<4.2}"):
    print(ascii(text), text.isascii(), text == str(text.encode(), "utf-8"), hash(text) == hash("".join(list(text))))


class Table:
    """Asked once for each character that it maps to another one."""

    def __init__(self):
        self.asked = []

    def __getitem__(self, number):
        self.asked.append(chr(number))
        if number == 98:
            raise LookupError
        return {97: "A", 99: None, 100: 68}.get(number, number)


table = Table()
print("abcdabcdabcd".translate(table), table.asked)
