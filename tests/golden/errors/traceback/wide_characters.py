# Carets stand under what failed where wide characters take two columns.
import traceback


def concatenation():
    return "漢字" + 1


def division():
    return ["日本", 1 / 0, "x"]


def attribute():
    変数 = None
    return 変数.属性 + "漢字"


def emoji():
    return "😀😀" + None


def full_width():
    return "ｗ" .missing


def subscript():
    return {"鍵": 1}["錠"]


for function in (concatenation, division, attribute, emoji, full_width, subscript):
    try:
        function()
    except Exception:
        print("".join(traceback.format_exc().splitlines(keepends=True)[4:]))
division()
