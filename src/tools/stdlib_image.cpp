// The image file that the build made, as bytes of the program.
#include "host/stdlib_image.hpp"

asm(".pushsection .rodata.coil_stdlib, \"a\", @progbits\n"
    ".balign 4096\n"
    "coil_stdlib_bytes:\n"
    ".incbin \"" COIL_STDLIB_IMAGE "\"\n"
    ".popsection\n");

extern "C" const char coil_stdlib_bytes[];

namespace coil {

constinit const Image kStdlibImage{coil_stdlib_bytes};

}  // namespace coil
