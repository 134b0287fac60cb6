# Wrapping, filling, shortening, dedenting.
import textwrap

text = "The quick brown-fox jumped  over the lazy dog. It was a so-called e-mail -- with --options and a_very_long_word_without_breaks.\tTab."
for options in ({}, {"width": 20}, {"width": 10, "break_long_words": False}, {"width": 20, "break_on_hyphens": False}, {"width": 25, "initial_indent": "* ", "subsequent_indent": "  "},
                {"width": 30, "drop_whitespace": False}, {"width": 30, "fix_sentence_endings": True}, {"width": 20, "max_lines": 2}, {"width": 20, "max_lines": 2, "placeholder": "~"},
                {"width": 30, "expand_tabs": False, "replace_whitespace": False}, {"width": 30, "tabsize": 2}):
  print(options, textwrap.wrap(text, **options))
print(textwrap.fill("a b c d", 3), textwrap.shorten("Hello  world of many words", 16), textwrap.shorten("Hello world", 7, placeholder="..."), sep="\n")
print(repr(textwrap.dedent("\n    one\n      two\n\t\n    three\n")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("no\n  indent")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
for options in ({"width": 0}, {"width": 5, "max_lines": 1, "placeholder": "too long for it"}, {"width": -1}):
  try:
    print(textwrap.wrap(text, **options))
  except ValueError as error:
    print(error)
wrapper = textwrap.TextWrapper(width=12)
wrapper.initial_indent = "- "
print(wrapper.wrap("one two three four"), wrapper.fill("one two three"), wrapper.wrap(""), wrapper.wrap("   "))

# A sentence ends after a small letter of ASCII, with at most one quote.
for text in ("One. Two", "caf\u00e9. Two", 'said "so." Two', 'said "so.\'" Two', "etc.) Two", "NASA. Two", "x! Two?"):
    print(textwrap.wrap(text, 30, fix_sentence_endings=True))
