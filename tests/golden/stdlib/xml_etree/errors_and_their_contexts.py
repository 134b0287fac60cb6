# Arguments of elements, indices of children, and what cannot be written: errors, and the errors that they came from.
import xml.etree.ElementTree as ET
def t(f):
    try: print(f())
    except Exception as e:
        print(repr(e), e.__suppress_context__)
        c = e.__context__
        while c: print('  ctx', repr(c)); c = c.__context__
t(lambda: ET.Element())
t(lambda: ET.SubElement())
t(lambda: ET.SubElement(ET.Element('a')))
t(lambda: ET.SubElement(3, 'a'))
t(lambda: ET.Element('a', 3))
t(lambda: ET.Element('a', attrib={'x': '1'}, y='2').attrib)
t(lambda: ET.Element('a', attrib=3, y='2').attrib)
t(lambda: ET.SubElement(ET.Element('a'), 'b', 3))
e = ET.Element('a', {'k': 3})
t(lambda: ET.tostring(e))
e = ET.Element('a'); e.text = 3
t(lambda: ET.tostring(e))
e = ET.Element(3)
t(lambda: ET.tostring(e))
e = ET.Element('a', {3: 'x'})
t(lambda: ET.tostring(e))
e = ET.Element('a'); e.tail = 3
t(lambda: ET.tostring(e))
e = ET.Element('a')
ET.SubElement(e, 'b')
for k in ('x', 5, None, 1.5):
    t(lambda: e[k])
    def d(): del e[k]
    t(d)
    def s(): e[k] = ET.Element('q')
    t(s)
def s(): e[0] = 3
t(s)
def s(): e[0:1] = [3]
t(s)
def s(): e[0:1] = 3
t(s)
def s(): e[::2] = [ET.Element('a'), ET.Element('b')]
t(s)
t(lambda: ET.ElementTree().write('missing_folder/x'))
e = ET.Element('a', {'k': ['list']})
t(lambda: ET.tostring(e))
