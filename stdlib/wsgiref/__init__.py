"""WSGI, the interface between web servers and applications (PEP 3333): a server, its parts, and a check of both sides.

util has helpers for environments, headers the headers of a response, handlers the server's side of one request, simple_server a server on
http.server, validate a middleware that finds mistakes, types the types for annotations.
"""
