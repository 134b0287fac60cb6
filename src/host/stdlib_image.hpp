// The embedded standard library: an image of compiled modules and their sources, made by the build from stdlib/ (cmake/CoilStdlib.cmake).
#pragma once

#include "bytecode/image.hpp"

namespace coil {

extern const Image kStdlibImage;

}  // namespace coil
