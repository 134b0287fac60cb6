# Blanks, hyphens and other whitespace with each option.
import textwrap

TEXT = "The quick  brown-fox jumps -- over the lazy dog's well-known back\tand--tabs\n\nnew lines  "
OPTIONS = ({}, {"break_on_hyphens": False}, {"replace_whitespace": False}, {"drop_whitespace": False},
           {"expand_tabs": False, "replace_whitespace": False}, {"max_lines": 2}, {"break_long_words": False})
for width in (5, 10, 20, 40):
  for options in OPTIONS:
    print(width, options, textwrap.wrap(TEXT, width, **options))
print(textwrap.wrap("   leading"), textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a b ", 1))
print(textwrap.TextWrapper(drop_whitespace=False).wrap("  a  "))
