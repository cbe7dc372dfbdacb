// libFuzzer as a library, which -sanitize=fuzzer links: "Using libFuzzer as a library" in LLVM's manual.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
