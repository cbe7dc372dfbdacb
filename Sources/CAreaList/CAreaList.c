#include "CAreaList.h"

// Compiled in no time, where an array of as many literals takes minutes.
static const unsigned char bytes[] = {
#embed "areas.txt"
};

const size_t area_list_count = sizeof bytes;

const unsigned char *area_list(void) { return bytes; }
