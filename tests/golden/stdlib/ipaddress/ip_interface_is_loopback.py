# Ordinary use, mistakes and corners of ipaddress: ip_interface, is_loopback, packed.
import ipaddress as ip

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

i = ip.ip_interface('192.168.1.5/24')
print(i, repr(i), i.network, i.ip, i.netmask, i.hostmask, i.with_prefixlen, i.with_netmask, i.with_hostmask)
j = ip.ip_interface('2001:db8::5/64')
print(j, j.network, j.ip, j.packed, j.is_loopback, j.is_global, j.compressed, j.exploded)
print(ip.IPv6Interface('::1/128').is_loopback, ip.IPv6Interface('::1/64').is_loopback, ip.IPv6Interface('::/0').is_unspecified)
print(ip.IPv6Address('::1').packed, ip.IPv6Address('fe80::1%eth0').packed, ip.IPv6Address('fe80::1%eth0'), ip.IPv6Address('fe80::1%eth0').scope_id)
print(ip.IPv6Address(1), ip.IPv6Address(b'\x20\x01' + bytes(14)), ip.IPv6Address('::ffff:1.2.3.4').ipv4_mapped, ip.IPv6Address('2002:c000:204::').sixtofour, ip.IPv6Address('2001:0:4136:e378:8000:63bf:3fff:fdd2').teredo)
print(i < ip.ip_interface('192.168.1.6/24'), i == ip.ip_interface('192.168.1.5/25'), i == ip.ip_address('192.168.1.5'), hash(i) == hash(ip.ip_interface('192.168.1.5/24')))
print(ip.ip_interface(3232235777), ip.ip_interface(b'\x0a\0\0\1'), ip.ip_interface(('10.0.0.1', 8)), ip.ip_interface(('10.0.0.1', '255.0.0.0')))
for bad in ('1.2.3.4/33', '1.2.3', '::1/129', 'x', '', '1.2.3.4/255.0.255.0', '1.2.3.4/a', '1.2.3.4/8/8', '::1%', 1.5, None, -1, 1 << 128, b'\0' * 5, '01.2.3.4', '256.1.1.1', '1.2.3.4 '):
    err(ip.ip_interface, bad)
for bad in ('::1::2', '1:2:3:4:5:6:7', ':1:2:3:4:5:6:7:8', '12345::', 'g::', '::1.2.3', '1:2:3:4:5:6:7:8:9', 'fe80::1%a%b', 1 << 128, b'\0' * 4, '::1/64', ''):
    err(ip.IPv6Address, bad)
err(lambda: i < j)
err(lambda: ip.ip_address('1.2.3.4') < ip.ip_address('::1'))
err(lambda: ip.ip_address('1.2.3.4') + 1)
err(lambda: ip.ip_address('255.255.255.255') + 1)
err(lambda: ip.ip_address('0.0.0.0') - 1)
err(lambda: i + 1)
err(setattr, i, 'ip', 1)
print(sorted([ip.ip_interface('10.0.0.2/8'), ip.ip_interface('10.0.0.1/16'), ip.ip_interface('9.0.0.9/8')]))
print(format(ip.ip_address('1.2.3.4'), 'b'), f"{ip.ip_address('1.2.3.4'):#x}", f"{ip.ip_address('::1'):n}"[:5], f"{ip.ip_address('1.2.3.4'):s}")
err(format, ip.ip_address('1.2.3.4'), 'q')
print(j.network.num_addresses, list(ip.ip_network('10.0.0.0/30').hosts()), ip.ip_network('10.0.0.0/31').is_private)
err(ip.ip_network, '10.0.0.1/8')
print(ip.ip_network('10.0.0.1/8', strict=False), ip.IPv6Interface('fe80::1%5/64').network, ip.IPv6Interface('fe80::1%5/64'))
print(int(j), j.reverse_pointer, i.reverse_pointer, j.is_link_local, j.max_prefixlen, j.version)
