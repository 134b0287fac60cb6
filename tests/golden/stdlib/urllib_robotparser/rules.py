# The rules of robots.txt: groups of programs, what comes first, delays, maps, and files that are read wrongly.
from urllib.robotparser import RobotFileParser

TEXT = """\
# comment
User-agent: figtree
User-agent: Friendly Crawler
Crawl-delay: 3
Request-rate: 9/30
Disallow: /tmp   # not this
Disallow: /a%3cd.html
Allow: /tmp/public
Disallow: /%7ejoe/index.html

User-Agent: *
Disallow: /cyberworld/map/
Allow: *
Disallow:
no colon here
Unknown: line

Sitemap: http://example.org/map.xml
Sitemap: http://example.org/other.xml

User-agent: *
Disallow: /second/default

User-agent: late
Crawl-delay: soon
Request-rate: 1
Allow: /?q=ü
Disallow: /
Disallow: /lost

Disallow: /nobody
"""
parser = RobotFileParser("http://example.org/robots.txt")
print(parser.host, parser.path, parser.mtime(), parser.can_fetch("any", "/"), parser.crawl_delay("figtree"), parser.site_maps())
parser.parse(TEXT.splitlines())
print(parser)
print(parser.mtime() > 0, parser.site_maps())
for agent in ("figtree", "FigTree Robot libwww", "figtree/2.0", "friendly crawler", "other", "late", "*"):
  print(agent, parser.crawl_delay(agent), parser.request_rate(agent))
  for url in ("/tmp", "/tmp/public/x", "/a<d.html", "/a%3Cd.html", "/~joe/index.html", "/%7Ejoe/index.html", "/cyberworld/map/x", "http://example.org/?q=ü", "", "/lost"):
    print("  ", url, parser.can_fetch(agent, url))

for lines in ([], ["Disallow: /"], ["User-agent: a"], ["User-agent: a", "", "Disallow: /"], ["User-agent: a", "Disallow: /x", "User-agent: b", "Disallow: /y"]):
  parser = RobotFileParser()
  parser.parse(lines)
  print(lines, repr(str(parser)), parser.can_fetch("a", "/x"), parser.can_fetch("b", "/x"))
parser.disallow_all = True
print(parser.can_fetch("a", "/"))
parser.disallow_all, parser.allow_all = False, True
print(parser.can_fetch("b", "/y"))
