# Escaping text for HTML, and reading character references as browsers do.
import html
import html.entities

print(html.escape("<a href=\"x\">'&"), html.escape("\"'", quote=False))
for text in ["&lt;", "&amp;amp;", "&#65;", "&#x41;", "&#X41", "&notit;", "&notin;", "&eacute", "&eacutex", "& x", "&#;", "&#128;", "&#xD800;",
             "&#0;", "&#11;", "&unknown;", "&copy2;", "&NotEqualTilde;", "&CounterClockwiseContourIntegral;"]:
  print(text, ascii(html.unescape(text)))
print(len(html.entities.html5), len(html.entities.name2codepoint), html.entities.codepoint2name[233], ascii(html.entities.entitydefs["euro"]))
