# Addresses: texts, numbers, bytes, questions about them.
import ipaddress
from ipaddress import IPv4Address, IPv6Address, ip_address

for text in ("192.0.2.1", "127.0.0.1", "224.0.0.1", "10.1.2.3", "169.254.7.7", "0.0.0.0", "255.255.255.255", "100.64.0.1", "8.8.8.8",
             "::", "::1", "fe80::1", "2001:db8::1", "fec0::7", "ff02::1", "2001:4860:4860::8888", "::ffff:10.0.0.1",
             "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2002:c000:204::", "fc00::1"):
  address = ip_address(text)
  questions = ("is_private", "is_global", "is_loopback", "is_multicast", "is_reserved", "is_link_local", "is_unspecified", "is_site_local")
  print(repr(address), address.version, int(address), address.packed.hex(), address.exploded, address.compressed, address.max_prefixlen)
  print("  ", [question for question in questions if getattr(address, question, False)], address.reverse_pointer)
  if address.version == 6:
    print("  ", address.ipv4_mapped, address.teredo, address.sixtofour, address.scope_id)

print(IPv4Address(3221225985), IPv4Address(b"\xc0\0\2\1"), IPv6Address(1), IPv6Address(b"\1" * 16), IPv6Address("1:2:3:4:5:6:7.8.9.10"))
print(IPv4Address("10.0.0.1") + 300, IPv4Address("10.0.0.1") - 2, IPv4Address("10.0.0.1") < IPv4Address("10.0.0.2"))
print(IPv4Address("1.2.3.4") == IPv6Address("::1.2.3.4"), len({IPv4Address("1.2.3.4"), ip_address("1.2.3.4"), IPv6Address("::")}))
print(sorted(map(ip_address, ("10.0.0.10", "9.9.9.9", "10.0.0.2"))))
for spec in ("", "s", "b", "#b", "x", "#x", "X", "n", "_b", "#_x"):
  print(spec, format(IPv4Address("192.0.2.1"), spec), format(IPv6Address("2001:db8::1"), spec))
print(ipaddress.v4_int_to_packed(257), ipaddress.v6_int_to_packed(257))
print(f"{IPv4Address('1.2.3.4')!s:>12}|", str(IPv6Address("0:0:1::0:2")), IPv6Address("1::2:0:0:0:3"))
print(repr(IPv6Address("fe80::1%eth0")), IPv6Address("fe80::1%eth0").scope_id, IPv6Address("fe80::1%a") == IPv6Address("fe80::1"))
