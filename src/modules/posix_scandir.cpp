// Module _posix_scandir: os.scandir() and the entries that it gives. All entries of a folder are read at once; what the system has told
// of one, its name's kind and the results of stat(), stays in the entry.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

#include "modules/posix_internal.hpp"
#include "modules/module.hpp"
#include "modules/support.hpp"
#include "objects/containers.hpp"
#include "objects/number.hpp"

namespace coil {

namespace {

Class *g_entry, *g_scan;

struct DirEntry : NativeObject {
  Value name, path;
  Value status, link_status;  // results of stat(), nothing before they are asked for
  Value inode;
  int folder;                 // a descriptor that the path is relative to, or AT_FDCWD
  unsigned char kind;         // one of the DT_ numbers
};
void trace_entry(Cell* cell, Marker& marker) {
  auto* entry = static_cast<DirEntry*>(cell);
  for (Value value : {entry->name, entry->path, entry->status, entry->link_status, entry->inode}) marker.value(value);
}
const NativeObjectOps kEntryOps{trace_entry, nullptr};

Result<Value> ask_system_reenter(Vm& vm, const DirEntry* entry, int flags) {
  COIL_TRY(PathArgument path, path_argument_reenter(vm, entry->path, "path"));
  return stat_path(vm, path, entry->folder, flags);
}

Result<Value> link_status_reenter(Vm& vm, DirEntry* entry) {
  if (!entry->link_status) {
    COIL_TRY(Value status, ask_system_reenter(vm, entry, AT_SYMLINK_NOFOLLOW));
    store(entry, entry->link_status, status);
  }
  return entry->link_status;
}

Result<bool> is_kind_reenter(Vm& vm, DirEntry* entry, bool follow, unsigned char kind);

Result<Value> status_reenter(Vm& vm, DirEntry* entry, bool follow) {
  if (!follow) return link_status_reenter(vm, entry);
  if (!entry->status) {
    COIL_TRY(bool link, is_kind_reenter(vm, entry, false, DT_LNK));
    COIL_TRY(Value status, link ? ask_system_reenter(vm, entry, 0) : link_status_reenter(vm, entry));
    store(entry, entry->status, status);
  }
  return entry->status;
}

/// Asks the system only where the folder has not told: for targets of links, and on file systems without kinds. What is gone is of no kind.
Result<bool> is_kind_reenter(Vm& vm, DirEntry* entry, bool follow, unsigned char kind) {
  if (entry->kind != DT_UNKNOWN && (entry->kind != DT_LNK || !follow)) return entry->kind == kind;
  Result<Value> status = status_reenter(vm, entry, follow);
  if (!status) {
    if (!pending_matches(vm, Exc::FileNotFoundError)) return Error{};
    clear_pending(vm);
    return false;
  }
  return IFTODT(static_cast<mode_t>((*status).as<Tuple>()->items[0].small_int())) == kind;
}

Result<bool> follow_argument_reenter(Vm& vm, Args args) { return args.has(1) ? truthy_reenter(vm, args[1]) : Result<bool>(true); }

Result<Value> is_kind_value_reenter(Vm& vm, Args args, bool follow, unsigned char kind) {
  COIL_TRY(bool is, is_kind_reenter(vm, self_as<DirEntry>(args), follow, kind));
  return Value::boolean(is);
}
NATIVE(entry_is_dir, "is_dir(self, /, *, follow_symlinks=True)", "Return True if the entry is a directory; cached per entry.") {
  COIL_TRY(bool follow, follow_argument_reenter(vm, args));
  return is_kind_value_reenter(vm, args, follow, DT_DIR);
}
NATIVE(entry_is_file, "is_file(self, /, *, follow_symlinks=True)", "Return True if the entry is a file; cached per entry.") {
  COIL_TRY(bool follow, follow_argument_reenter(vm, args));
  return is_kind_value_reenter(vm, args, follow, DT_REG);
}
NATIVE(entry_is_symlink, "is_symlink(self, /)", "Return True if the entry is a symbolic link; cached per entry.") {
  return is_kind_value_reenter(vm, args, false, DT_LNK);
}
NATIVE(entry_stat, "stat(self, /, *, follow_symlinks=True)", "Return stat_result object for the entry; cached per entry.") {
  COIL_TRY(bool follow, follow_argument_reenter(vm, args));
  return status_reenter(vm, self_as<DirEntry>(args), follow);
}
NATIVE(entry_inode, "inode(self, /)", "Return inode of the entry; cached per entry.") { return self_as<DirEntry>(args)->inode; }
NATIVE(entry_fspath, "__fspath__(self, /)", "Returns the path for the entry.") { return self_as<DirEntry>(args)->path; }

Result<Value> entry_repr(Vm& vm, Value self) {
  COIL_TRY(Str* name, repr_reenter(vm, self.as<DirEntry>()->name));
  return new_str(vm, "<DirEntry " + str_utf8(name) + ">");
}
const GetSetSpec kName{"name", [](Vm&, Value self) -> Result<Value> { return self.as<DirEntry>()->name; }, readonly_attribute,
                       "the entry's base filename, relative to scandir() \"path\" argument"};
const GetSetSpec kPath{"path", [](Vm&, Value self) -> Result<Value> { return self.as<DirEntry>()->path; }, readonly_attribute,
                       "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"};

struct Scan : NativeObject {
  List* entries;  // nullptr when closed
  size_t next;
};
void trace_scan(Cell* cell, Marker& marker) { marker.cell(static_cast<Scan*>(cell)->entries); }
const NativeObjectOps kScanOps{trace_scan, nullptr};

Result<Value> scan_next(Vm&, Value self) {
  auto* scan = self.as<Scan>();
  return scan->entries && scan->next < scan->entries->size ? scan->entries->items()[scan->next++] : Value::stop();
}
NATIVE(scan_enter, "__enter__(self, /)", "The iterator itself.") { return args[0]; }
NATIVE(scan_close, "close(self, /)", "Give no further entries.") {
  self_as<Scan>(args)->entries = nullptr;
  return none();
}
NATIVE(scan_exit, "__exit__(self, /, *args)", "Give no further entries.") {
  self_as<Scan>(args)->entries = nullptr;
  return none();
}

Result<Value> file_name(Vm& vm, std::string_view bytes, bool as_bytes) {
  if (!as_bytes) return system_str(vm, bytes);
  COIL_TRY(Bytes* name, new_bytes(vm, reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()));
  return Value(name);
}

struct Folder {
  std::string prefix;  // of the entries' paths
  Value shown;         // in errors
  int descriptor;      // AT_FDCWD when a path was given
};

Result<DIR*> open_folder_reenter(Vm& vm, Value given, Folder* folder) {
  folder->shown = given;
  folder->descriptor = AT_FDCWD;
  if (given.is_int()) {
    COIL_TRY(folder->descriptor, c_int_reenter(vm, given));
  }
  const bool current = given.is_none() || folder->descriptor == -1;  // as the system call's wrapper in CPython has it
  if (given.is_int() && !current) {
    int copy = ::fcntl(folder->descriptor, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return raise_os_error(vm, errno);
    DIR* opened = ::fdopendir(copy);
    if (!opened) {
      int error = errno;
      ::close(copy);
      return raise_os_error(vm, error, given);
    }
    ::rewinddir(opened);
    return opened;
  }
  if (current) {
    folder->prefix = ".";
    folder->descriptor = AT_FDCWD;
  } else {
    COIL_TRY(PathArgument path, path_argument_reenter(vm, given, "scandir: path should be string, bytes, os.PathLike, integer or None"));
    folder->prefix = path.bytes;
    folder->shown = path.shown;
  }
  DIR* opened = ::opendir(folder->prefix.c_str());
  if (!opened) return raise_os_error(vm, errno, folder->shown);
  if (!folder->prefix.ends_with('/')) folder->prefix += '/';
  return opened;
}

struct Read {
  std::string name;
  ino_t inode;
  unsigned char kind;
};
std::vector<Read> read_all(DIR* opened) {
  std::vector<Read> all;
  while (dirent* entry = ::readdir(opened)) {
    std::string_view name = entry->d_name;
    if (name != "." && name != "..") all.push_back({entry->d_name, entry->d_ino, entry->d_type});
  }
  ::closedir(opened);
  return all;
}

NATIVE(posix_scandir, "scandir(path=None)", "Return an iterator of DirEntry objects for given path.") {
  Folder folder;
  COIL_TRY(DIR* opened, open_folder_reenter(vm, args.get(0, none()), &folder));
  const std::vector<Read> all = read_all(opened);
  const bool as_bytes = folder.shown.is(Kind::Bytes);
  COIL_TRY(Scan* scan, new_native_object<Scan>(vm, g_scan, &kScanOps));
  COIL_TRY(List* entries, new_list(vm));
  store(scan, scan->entries, entries);
  for (const Read& read : all) {
    COIL_TRY(DirEntry* entry, new_native_object<DirEntry>(vm, g_entry, &kEntryOps));
    entry->kind = read.kind;
    entry->folder = folder.descriptor;
    COIL_TRY(Value name, file_name(vm, read.name, as_bytes));
    store(entry, entry->name, name);
    COIL_TRY(Value path, file_name(vm, folder.prefix + read.name, as_bytes));
    store(entry, entry->path, path);
    COIL_TRY(Value inode, make_int(vm, static_cast<int64_t>(read.inode & INT64_MAX)));
    store(entry, entry->inode, inode);
    COIL_CHECK(list_append(vm, entries, entry));
  }
  return Value(scan);
}

Result<void> init_scandir(Vm& vm, Dict* ns) {
  COIL_TRY(g_entry, new_module_class<DirEntry>(vm, "DirEntry", "posix", "An entry of a folder, as scandir() gives it."));
  g_entry->native_name = "posix.DirEntry";
  g_entry->flags |= kClassFinal;
  g_entry->slots.make = nullptr;
  g_entry->slots.repr = entry_repr;
  define_class(vm, g_entry,
               {&entry_is_dir_spec, &entry_is_file_spec, &entry_is_symlink_spec, &entry_stat_spec, &entry_inode_spec, &entry_fspath_spec,
                &native_class_getitem_spec},
               {&kName, &kPath});
  COIL_TRY(g_scan, new_module_class<Scan>(vm, "ScandirIterator", "posix", "The entries of a folder."));
  g_scan->native_name = "posix.ScandirIterator";
  g_scan->slots.make = nullptr;
  g_scan->slots.iter = iter_is_self;
  g_scan->slots.next = scan_next;
  define_class(vm, g_scan, {&scan_enter_spec, &scan_exit_spec, &scan_close_spec}, {});
  return module_set(vm, ns, "DirEntry", g_entry);
}

}  // namespace

MODULE(posix_scandir, "_posix_scandir", "The entries of folders.", init_scandir, FN(posix_scandir))

}  // namespace coil
