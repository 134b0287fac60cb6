# Trees of elements: parsing, searching, changing, writing, events, errors.
import xml.etree.ElementTree as ET, io, copy, pickle
doc='''<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e "ent">]><data xmlns:p="urn:p" a="1"><!-- c --><country name="L"><rank>1</rank><neighbor name="A"/>tail &amp; &e;</country><p:x p:y="z">t<b/>u</p:x><country name="S"><rank>4</rank><year>2011</year></country></data>'''
r=ET.fromstring(doc)
print(r.tag,r.attrib,[c.tag for c in r],len(r),r[0].get('name'),r[0][1].tail,r.find('country/rank').text)
for p in ['country','.//rank','country[@name="S"]/year','*','.//rank/..','country[2]','country[last()]','./country[rank="4"]','{urn:p}x','.//{*}x','.//*[@name]','country[year]',".//rank[.='1']",'country[@name!="S"]','p:x','//rank','country[last()-1]','.//b','{*}*','country/','../x',"country[position()]",'[0]','country[0]']:
    try: print(p,[e.tag for e in r.findall(p,{'p':'urn:p'})])
    except SyntaxError as e: print(p,'SyntaxError',e)
print(ET.tostring(r)); print(ET.tostring(r,'unicode',short_empty_elements=False)); print(ET.tostring(r,'utf-8',xml_declaration=True)[:60]); print(ET.tostring(r,'iso-8859-1')[:60])
print(ET.tostring(r,method='text'), ET.tostring(r,method='html',encoding='unicode'))
e=ET.Element('a',{'x':'<>&"\n\t'},y='2'); ET.SubElement(e,'b').text='é<&>'; e.append(ET.Comment('com')); e.append(ET.PI('t','x y')); e[0].tail='T'
print(ET.tostring(e),ET.tostring(e,encoding='unicode'),list(e.iter()).__len__(),list(e.itertext()))
ET.indent(e); print(ET.tostring(e,'unicode')); ET.dump(e)
c=copy.deepcopy(e); print(ET.tostring(c)==ET.tostring(e)); c=copy.copy(e); print(c[0] is e[0]); print(ET.tostring(pickle.loads(pickle.dumps(e)))==ET.tostring(e))
t=ET.ElementTree(e); f=io.BytesIO(); t.write(f,encoding='utf-8',xml_declaration=True); print(f.getvalue()); print(t.getroot() is e, t.find('b').tag, t.findtext('b'), t.findtext('q','D'))
for ev,el in ET.iterparse(io.BytesIO(doc.encode()),events=('start','end','start-ns','end-ns','comment','pi')): print(ev, el if not hasattr(el,'tag') else el.tag if isinstance(el.tag,str) else 'C')
it=ET.iterparse(io.BytesIO(b'<a><b/></a>')); list(it); print(it.root.tag)
for bad in ['<a>','','<a></b>','<a>&foo;</a>','<a/>x','abc','<a b=1/>', b'<a>\xff</a>']:
    try: ET.fromstring(bad)
    except ET.ParseError as x: print(x, x.code, x.position)
p=ET.XMLPullParser(['start','end']); p.feed('<a><b>'); print([(a,b.tag) for a,b in p.read_events()]); p.feed('</b></a>'); print([(a,b.tag) for a,b in p.read_events()]); p.close()
pr=ET.XMLParser(); pr.entity['foo']='FOO'; pr.feed('<!DOCTYPE a SYSTEM "x"><a>&foo;</a>'); print(pr.close().text)
ET.register_namespace('pp','urn:p'); print(ET.tostring(r[1])); print(ET.tostring(ET.fromstring('<x xmlns="u" a="1"><y/></x>'),default_namespace=None), ET.QName('u','t'), ET.QName('u','t')=='{u}t', hash(ET.QName('a'))==hash('a'))
class T:
    def start(self,t,a): print('s',t,a)
    def end(self,t): print('e',t)
    def data(self,d): print('d',d)
    def comment(self,d): print('c',d)
    def pi(self,t,d): print('p',t,d)
    def start_ns(self,a,b): print('ns',a,b)
    def doctype(self,*a): print('dt',a)
    def close(self): return 'closed'
q=ET.XMLParser(target=T()); q.feed(doc); print(q.close())
print(ET.canonicalize('<a  b="2" a="1"><c/><!-- x --> t </a>'), ET.canonicalize('<x:a xmlns:x="u" xmlns:y="v" x:q="1" y:r="2"><y:b/><z xmlns="w"><k xmlns=""/></z></x:a>'), ET.canonicalize("<a> <b> t </b> </a>",strip_text=True), ET.canonicalize('<x:a xmlns:x="u"><x:b/></x:a>',rewrite_prefixes=True))
b=ET.TreeBuilder(insert_comments=True,insert_pis=True); z=ET.XMLParser(target=b); z.feed('<a>1<!--c-->2<?p q?>3</a>'); print(ET.tostring(z.close()))
for f in (lambda: ET.Element('a').append(1), lambda: ET.tostring(ET.Element(3)), lambda: ET.Element('a',[1]), lambda: e.remove(ET.Element('q')), lambda: ET.XMLPullParser(['nope']), lambda: ET.tostring(e,method='zz'), lambda: ET.register_namespace('ns1','x'), lambda: ET.tostring(ET.Element('a',{'b':5}))):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
print(ET.XMLID('<a><b id="1"/></a>')[1].keys(), ET.fromstringlist(['<a','/>']).tag, ET.iselement(e), ET.VERSION)
x=ET.fromstring('<a><b/><c/><d/></a>'); x[1:2]=[ET.Element('n'),ET.Element('m')]; del x[0]; x.insert(0,ET.Element('i')); x.set('k','v'); print([i.tag for i in x], x.keys(), x.items(), x.get('k')); x.clear(); print(len(x), x.attrib)

# An element is true when it has children; unlike a missing one it tells nothing about it.
root = ET.fromstring("<a><b/></a>")
print(bool(root), bool(root.find("b")), root.find("c"))
