// Coil may be linked with the C library statically. Its name services then may still load plug-ins of the system (nsswitch.conf), and so may dlopen:
// that works only while the system has the very same C library. This is asked before either is used.
#pragma once

namespace coil {

/// Whether shared libraries of the system can be loaded into this process.
bool can_load_system_libraries();
/// To be called before getaddrinfo, getpwnam and the like: where plug-ins can't be loaded, files and DNS answer alone.
void prepare_name_services();
/// To be called after setenv(), which may have freed the array that a second C library, loaded with a plug-in, still reads.
void share_environment();

}  // namespace coil
