# Trees of nodes: parsing, searching, changing, copying, writing, errors.
from xml.dom import minidom, Node
import io
import xml.dom
d=minidom.parseString('<?xml version="1.0"?><!DOCTYPE a [<!ATTLIST b id ID #IMPLIED>]><a x="1&lt;" xmlns:p="urn:p"><b id="q"/>t &amp; u<!--c--><?p q?><![CDATA[z]]><p:c p:k="v">in</p:c></a>')
r=d.documentElement
print(d.toxml().replace("<!DOCTYPE a [<!ATTLIST b id ID #IMPLIED>]>","DT").replace("<!DOCTYPE a>","DT"))
print(r.toxml(), r.toprettyxml(indent=' '))
print(r.tagName, r.nodeName, r.nodeType, [c.nodeName for c in r.childNodes], r.getAttribute('x'), r.getAttribute('none'), r.hasAttribute('x'), r.attributes.items(), len(r.attributes), r.attributes['x'].value)
c=r.getElementsByTagName('p:c')[0]; print(c.namespaceURI,c.prefix,c.localName,c.tagName,c.attributes.itemsNS(), r.getElementsByTagNameNS('urn:p','c')==[c], c.firstChild.data, c.parentNode is r, c.previousSibling, c.nextSibling)
print(r.childNodes[1], r.firstChild.nextSibling.nodeValue, d.getElementById('q').tagName, d.doctype.name, d.childNodes.length, r.childNodes.item(99))
e=d.createElement('new'); e.setAttribute('z','"<'); e.appendChild(d.createTextNode('x<y')); e.appendChild(d.createComment('co')); r.insertBefore(e,r.firstChild); print(e.toxml(), r.firstChild is e, e.nextSibling.tagName)
r.removeChild(e); r.appendChild(e); r.replaceChild(d.createTextNode('rep'), r.firstChild); print(r.toxml()); k=r.cloneNode(True); print(k.toxml()==r.toxml(), k is r, r.cloneNode(False).toxml())
t=e.firstChild; n=t.splitText(1); print(t.data,n.data, t.wholeText); e.normalize(); print(len(e.childNodes)); e.removeAttribute('z'); print(e.hasAttributes())
i=minidom.getDOMImplementation(); dd=i.createDocument('urn:z','z:doc',i.createDocumentType('z:doc','pub','sys')); dd.documentElement.setAttributeNS('urn:y','y:at','1'); print(dd.toxml(), dd.toprettyxml(encoding='utf-8'), dd.toxml(standalone=False))
f=dd.createDocumentFragment(); f.appendChild(dd.createElement('m')); f.appendChild(dd.createElement('n')); dd.documentElement.appendChild(f); print(dd.documentElement.toxml()); dd.documentElement.appendChild(dd.importNode(c,True)); print(dd.documentElement.toxml())
for g in (lambda: d.appendChild(d.createElement('two')), lambda: r.removeChild(d), lambda: r.removeAttribute('zz'), lambda: d.createTextNode(5), lambda: minidom.parseString('<a>'), lambda: e.firstChild.substringData(99,1), lambda: r.appendChild(d), lambda: dd.importNode(d,True)):
    try: print(g())
    except Exception as x: print(type(x).__name__, str(x)[:40].split(' at 0x')[0].split(' object')[0], getattr(x,'code',None))
w=io.StringIO(); d.documentElement.writexml(w,'  ','  ','\n'); print(w.getvalue()); print(minidom.parse(io.BytesIO(b'<q/>')).toxml())
with minidom.parseString('<a/>') as u: print(u.documentElement.tagName)
print(xml.dom.NOT_FOUND_ERR, xml.dom.DOMSTRING_SIZE_ERR, Node.ELEMENT_NODE, xml.dom.NotFoundErr.code, bool(d), [a.name for a in r.attributes.values()], d.hasChildNodes(), r.isSameNode(r))
print(minidom.parseString('<html-root><b>x</b> <i fg="#ff">y</i></html-root>').documentElement.childNodes[2].attributes.items())
d = minidom.parseString("<a>one<![CDATA[two]]>three<b/></a>")
text = d.documentElement.firstChild
print(text.wholeText, text.replaceWholeText("all").data, d.documentElement.toxml(), text.replaceWholeText(""), d.documentElement.toxml())
d.renameNode(d.documentElement, "urn:n", "n:root")
print(d.toxml(), d.documentElement.namespaceURI, d.documentElement.localName)
