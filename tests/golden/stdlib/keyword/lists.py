# Functions of keyword that the other tests do not use: lists.
import keyword

print(keyword.kwlist, keyword.softkwlist, keyword.__all__)
for word in ("for", "For", "match", "case", "_", "type", "print", "None", "async", "", "nonlocal", "exec"):
    print(word, keyword.iskeyword(word), keyword.issoftkeyword(word))
for wrong in ([], {}):
    try: keyword.iskeyword(wrong)
    except TypeError as e: print(e)
print(keyword.iskeyword(5), keyword.iskeyword(None))
