// Tracebacks as they are printed, with colours: places, source lines, carets, the exception.
#pragma once

#include <string>
#include <string_view>

namespace coil::editor {

std::string coloured_traceback(std::string_view text);

}  // namespace coil::editor
