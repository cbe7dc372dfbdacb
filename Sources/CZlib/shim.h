#pragma once
// zlib: records, packed before they are sealed.
#include <zlib.h>
