# A builtin method that the last level of a recursion calls is one level too many; the traceback points to it.
tree = {}
tree["self"] = tree

def walk(tree, level=0):
    for name, branch in tree.items():
        walk(branch, level + 1)

walk(tree)
