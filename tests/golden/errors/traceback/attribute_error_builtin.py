# A suggestion for a method of a built-in type.
[].appendd(1)
