# HTMLParser on good and bad markup, fed at once and in pieces.
from html.parser import HTMLParser

METHODS = ("handle_starttag", "handle_endtag", "handle_startendtag", "handle_charref", "handle_entityref", "handle_comment", "handle_decl",
           "handle_pi", "unknown_decl")


class Recorder(HTMLParser):
  def __init__(self, **options):
    super().__init__(**options)
    self.events = []

  def handle_data(self, data):
    if self.events and self.events[-1][0] == "data":
      data = self.events.pop()[1] + data
    self.events.append(("data", data))


for method in METHODS:
  def record(self, *args, method=method):
    self.events.append((method.removeprefix("handle_"), *args))

  setattr(Recorder, method, record)

TEXTS = [
  "<!DOCTYPE html><html lang=en><head><title>A &amp; B</title></head><body>text<br/>more<hr /></body></html>",
  "<a href='x y' title=\"q&quot;q\" download class=big>link</a><input value=1 disabled><p\n  id = 'two'\n>",
  "<script>if (a < b && c) { '</p>' }</script><style>p > a { x: '&lt;' }</style>after",
  "<!-- comment -- with dashes --><!-- one-- ><!doctype x><?php echo 1 ?><![CDATA[ x < y ]]><!bogus><!>",
  "&lt;&#60;&#x3c;&copy;&notanentity;&amp no semicolon &#xZZ; &",
  "a < b, c > d, <3 </ x>, </>, </p class=x>, </1>, <>, < p>",
  "<div a=1 a=2 A=3 b=''c=\"x\"/d><IMG SRC=a.png/><x y=/z/>",
  "<p>unclosed <b>nested <i>deep</p></b>",
  "<a href=foo?a=1&b=2&copy=3>q</a><a x='&#65;&#x42;'>",
  "<SCRIPT>1</ScRiPt ><textarea><b></textarea>",
  "text only", "", "<", "<a", "<a href='", "<!--", "&am", "<!doc", "</a", "<p>tail &lt",
  "\u00e9<t\u00e9g \u00e9=\u00e9>\n\n<x>\n <y>",
]
for text in TEXTS:
  for options in ({}, {"convert_charrefs": False}):
    whole = Recorder(**options)
    whole.feed(text)
    before_close = len(whole.events)
    whole.close()
    print(before_close, whole.events, whole.getpos(), whole.get_starttag_text())
    if options == {} and "<script" not in text.lower():
      pieces = Recorder(**options)
      for c in text:
        pieces.feed(c)
      pieces.close()
      print(pieces.events == whole.events, pieces.getpos())


class Links(HTMLParser):
  def handle_starttag(self, tag, attrs):
    print(tag, dict(attrs), self.getpos(), self.get_starttag_text())

  def handle_endtag(self, tag):
    print("end", tag, self.getpos())


parser = Links()
parser.feed("<ul>\n  <li><a href='/a'>A</a>\n  <li/>\n</ul>")
parser.reset()
print(parser.rawdata, parser.getpos(), parser.cdata_elem, HTMLParser.CDATA_CONTENT_ELEMENTS)
