// Files that a program has dropped without closing them, as in `open(path, "w").write(text)`. CPython closes them at once, for it counts references. Here a
// collection does, so what they hold is written before somebody looks.
#pragma once

namespace coil {

/// Before the file is opened, or its times are set: writes what buffers hold for it.
void settle_before_open(const char* path);
/// Before the file's size is asked for: a collection closes the files that nothing refers to. One that is still in use costs a collection once until it is
/// flushed.
void settle_before_stat(const char* path);
/// Before a program starts that may read any file: writes what buffers of files hold.
void settle_before_child();

}  // namespace coil
