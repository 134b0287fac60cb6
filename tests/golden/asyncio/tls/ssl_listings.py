# What contexts tell of themselves: certificates, ciphers, counters, and settings beside the usual ones.
import ssl
D = ""
def show(f):
    try: return f()
    except BaseException as e: return type(e).__name__, str(e)
c=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
print(c.cert_store_stats(), c.get_ca_certs()); c.load_verify_locations(D+"_cert.pem"); print(c.cert_store_stats()); 
ca=c.get_ca_certs(); print(len(ca), sorted(ca[0]) if ca else None); b=c.get_ca_certs(True); print([len(x) for x in b], show(lambda: c.get_ca_certs(binary_form=True)==b))
g=c.get_ciphers(); print(len(g)>10, g[0]); print(sorted(g[-1]))
c.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256"); print([x["name"] for x in c.get_ciphers()]); print(c.get_ciphers()[-1])
print(c.security_level, c.num_tickets, show(lambda: setattr(c,"num_tickets",3)), c.post_handshake_auth, c.keylog_filename, c.sni_callback)
s=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); s.num_tickets=5; print(s.num_tickets, show(lambda: setattr(s,"num_tickets",-1)), show(lambda: setattr(s,"num_tickets","x")))
print(s.session_stats()); print(show(lambda: s.set_ecdh_curve("prime256v1")), show(lambda: s.set_ecdh_curve("nope")), show(lambda: s.set_ecdh_curve(5)))
print(show(lambda: setattr(s,"sni_callback",5)), show(lambda: setattr(c,"sni_callback",print)), show(lambda: s.set_servername_callback(None)))
s.post_handshake_auth=True; print(s.post_handshake_auth); c.post_handshake_auth=1; print(c.post_handshake_auth)
print(ssl.AlertDescription.ALERT_DESCRIPTION_UNRECOGNIZED_NAME, ssl.ALERT_DESCRIPTION_CLOSE_NOTIFY, list(ssl.AlertDescription)[:3], len(ssl.AlertDescription))
print(ssl.RAND_status(), len(ssl.RAND_bytes(5)), ssl.RAND_add(b"x",1.0), show(lambda: ssl.RAND_bytes(-1)))
print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), show(lambda: ssl.cert_time_to_seconds("x")))
print(type(ssl.get_default_verify_paths()).__name__, ssl.get_default_verify_paths()._fields)
print(ssl.HAS_TLSv1, ssl.HAS_TLSv1_1, int(ssl.PROTOCOL_TLSv1), int(ssl.PROTOCOL_TLSv1_2))
print(show(lambda: setattr(c,"keylog_filename","/nonexistent/dir/x")))
