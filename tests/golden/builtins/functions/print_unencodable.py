# print() to a stream that can't encode the last value: what comes before is written, and each value is asked for its text once.
import sys


class Counted:
    asked = 0

    def __str__(self):
        Counted.asked += 1
        return f"text {Counted.asked}"


sys.stdout.reconfigure(encoding="ascii")
for values, options in (((Counted(), "é"), {}), (("a", Counted(), "b\udc80"), {"sep": "-"}), (("x",), {"end": "é"}), (("x", "y"), {"sep": "é"}),
                        ((Counted(),) * 20 + ("é",), {"sep": ""})):
    try:
        print(*values, **options)
    except UnicodeEncodeError as error:
        print("|", error, Counted.asked)
