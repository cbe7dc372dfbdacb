#pragma once

#include <stddef.h>

/// The text of `areas.txt`, in UTF-8, without a zero behind it.
const unsigned char *area_list(void);

/// How many bytes that is.
extern const size_t area_list_count;
