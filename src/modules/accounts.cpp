// Modules pwd and grp: the user and group databases. A static program can't load the C library's name services, so the files are read here.
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "modules/struct_sequence.hpp"
#include "modules/support.hpp"

namespace coil {

namespace {

const SequenceSpec kPasswdSpec{"pwd", "struct_passwd", "A user: an entry of the password database.", 7,
                               {"pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"}};
const SequenceSpec kGroupSpec{"grp", "struct_group", "An entry of the group database.", 4, {"gr_name", "gr_passwd", "gr_gid", "gr_mem"}};
Class *g_passwd, *g_group;

using Fields = std::vector<std::string>;

Fields split(const std::string& text, char separator) {
  Fields parts;
  size_t begin = 0;
  for (size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + 1) parts.push_back(text.substr(begin, end - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

bool number_of(const std::string& text, int64_t* out) {
  if (text.empty() || text.size() > 10 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  *out = std::stoll(text);
  return true;
}

/// The lines of a database that have `count` fields, with numbers in the third.
std::vector<Fields> read_database(const char* path, size_t count) {
  std::vector<Fields> entries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    Fields fields = split(line, ':');
    int64_t number;
    if (line.empty() || line[0] == '#' || fields.size() != count || !number_of(fields[2], &number)) continue;
    entries.push_back(std::move(fields));
  }
  return entries;
}
std::vector<Fields> read_users() { return read_database("/etc/passwd", 7); }
std::vector<Fields> read_groups() { return read_database("/etc/group", 4); }

Result<Value> field_value(Vm& vm, const std::string& field, bool is_number) {
  if (!is_number) return decode_bytes(vm, {reinterpret_cast<const uint8_t*>(field.data()), field.size()}, "utf-8", "surrogateescape");
  int64_t number = 0;
  number_of(field, &number);
  return make_int(vm, number);
}

Result<Value> user_value(Vm& vm, const Fields& fields) {
  COIL_TRY(Tuple* items, new_tuple(vm, kPasswdSpec.field_count));
  for (size_t i = 0; i < items->size; i++) {
    COIL_TRY(Value item, field_value(vm, fields[i], i == 2 || i == 3));
    store(items, items->items[i], item);
  }
  return new_sequence(vm, g_passwd, items->items);
}

Result<Value> group_value(Vm& vm, const Fields& fields) {
  COIL_TRY(List* members, new_list(vm));
  if (!fields[3].empty()) {
    for (const std::string& name : split(fields[3], ',')) {
      COIL_TRY(Value member, field_value(vm, name, false));
      COIL_CHECK(list_append(vm, members, member));
    }
  }
  COIL_TRY(Tuple* items, new_tuple(vm, kGroupSpec.field_count));
  for (size_t i = 0; i < 3; i++) {
    COIL_TRY(Value item, field_value(vm, fields[i], i == 2));
    store(items, items->items[i], item);
  }
  store(items, items->items[3], Value(members));
  return new_sequence(vm, g_group, items->items);
}

using MakeEntry = Result<Value> (*)(Vm&, const Fields&);

Result<Value> find_by_name(Vm& vm, const std::vector<Fields>& entries, MakeEntry make, Value name, const char* function) {
  if (!name.is(Kind::Str)) return raise_type_error(vm, "%s() argument must be str, not %s", function, argument_type_name(name));
  std::string wanted = str_utf8(name);
  if (wanted.find('\0') != std::string::npos) return raise_value_error(vm, "embedded null byte");
  for (const Fields& fields : entries) {
    if (fields[0] == wanted) return make(vm, fields);
  }
  COIL_TRY(Str* shown, str_repr(vm, name.as<Str>()));
  COIL_TRY(Str* text, new_str(vm, std::string(function) + "(): name not found: " + str_utf8(shown)));
  return raise_key_error(vm, text);
}

Result<Value> find_by_number(Vm& vm, const std::vector<Fields>& entries, MakeEntry make, Value number, const char* function, const char* kind) {
  if (!class_of(number)->slots.index) return raise_type_error(vm, "%s should be integer, not %s", kind, type_name(number));
  COIL_TRY(Value index, index_reenter(vm, number));
  int64_t wanted;
  std::string message = std::string(function) + "(): " + kind + " not found";
  if (int_to_i64(index, &wanted) && wanted >= 0 && wanted <= UINT32_MAX) {
    for (const Fields& fields : entries) {
      if (std::stoll(fields[2]) == wanted) return make(vm, fields);
    }
    message += ": " + std::to_string(wanted);
  }
  COIL_TRY(Str* text, new_str_ascii(vm, message));
  return raise_key_error(vm, text);
}

Result<Value> all_entries(Vm& vm, const std::vector<Fields>& entries, MakeEntry make) {
  COIL_TRY(List* list, new_list(vm));
  for (const Fields& fields : entries) {
    COIL_TRY(Value entry, make(vm, fields));
    COIL_CHECK(list_append(vm, list, entry));
  }
  return Value(list);
}

NATIVE(pwd_getpwnam, "getpwnam(name, /)", "The user of a name.") { return find_by_name(vm, read_users(), user_value, args[0], "getpwnam"); }
NATIVE(pwd_getpwuid, "getpwuid(uidobj, /)", "The user of a number.") {
  return find_by_number(vm, read_users(), user_value, args[0], "getpwuid", "uid");
}
NATIVE(pwd_getpwall, "getpwall()", "All users.") { return all_entries(vm, read_users(), user_value); }
NATIVE(grp_getgrnam, "getgrnam(name)", "The group of a name.") { return find_by_name(vm, read_groups(), group_value, args[0], "getgrnam"); }
NATIVE(grp_getgrgid, "getgrgid(id)", "The group of a number.") {
  return find_by_number(vm, read_groups(), group_value, args[0], "getgrgid", "gid");
}
NATIVE(grp_getgrall, "getgrall()", "All groups.") { return all_entries(vm, read_groups(), group_value); }

Result<void> init_pwd(Vm& vm, Dict* ns) {
  COIL_TRY(g_passwd, new_sequence_class(vm, &kPasswdSpec));
  return module_set(vm, ns, "struct_passwd", g_passwd);
}
Result<void> init_grp(Vm& vm, Dict* ns) {
  COIL_TRY(g_group, new_sequence_class(vm, &kGroupSpec));
  return module_set(vm, ns, "struct_group", g_group);
}

}  // namespace

MODULE(pwd, "pwd", "The users of the system.", init_pwd, FN(pwd_getpwnam), FN(pwd_getpwuid), FN(pwd_getpwall))
MODULE(grp, "grp", "The groups of the system.", init_grp, FN(grp_getgrnam), FN(grp_getgrgid), FN(grp_getgrall))

}  // namespace coil
