"""Implementations of the model by name."""

from xml.dom import _registered as registered, getDOMImplementation, registerDOMImplementation

well_known_implementations = {"minidom": "xml.dom.minidom"}
