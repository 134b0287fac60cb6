// exit, quit, help, copyright, credits and license, as CPython's site module puts them among the builtins.
#pragma once

#include "objects/vm.hpp"

namespace coil {

/// The text of sys.copyright and of what prints it.
inline constexpr const char* kCopyright = "Copyright (c) the contributors of Coil.\nAll Rights Reserved.";

Result<void> setup_site_builtins(Vm&);

}  // namespace coil
