# The databases of users and groups.
import grp
import pwd

root = pwd.getpwuid(0)
print(root.pw_name, root.pw_uid, root.pw_gid, root.pw_dir, len(root), root == pwd.getpwnam("root"), root[0], type(root).__name__)
print(any(user.pw_name == "daemon" for user in pwd.getpwall()), all(isinstance(user, pwd.struct_passwd) for user in pwd.getpwall()))
print(grp.getgrgid(0), grp.getgrnam("daemon").gr_name, grp.getgrnam(name="root").gr_gid, "root" in [group.gr_name for group in grp.getgrall()])
for call, argument in ((pwd.getpwnam, "nobody at all"), (pwd.getpwuid, 99999), (pwd.getpwuid, -5), (grp.getgrnam, "no group"), (grp.getgrgid, 99999),
                       (pwd.getpwnam, 5), (pwd.getpwuid, "root"), (pwd.getpwnam, "a\0b"), (pwd.getpwuid, 2**70)):
  try:
    print(call(argument))
  except Exception as error:
    print(f"{type(error).__name__}: {error}")
