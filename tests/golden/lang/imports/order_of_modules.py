"""sys.modules is in the order in which imports end: what a module imports stands before it."""
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    for name, text in {"order_a": "import order_b\nimport order_c\n", "order_b": "import order_c\n", "order_c": "import order_a\n"}.items():
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    import order_a
    print([name for name in sys.modules if name.startswith("order_")])
