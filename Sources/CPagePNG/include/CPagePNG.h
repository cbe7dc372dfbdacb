#pragma once

#include <stddef.h>
#include <stdint.h>

/// A picture as a PNG file, for `page_png_free`; a null pointer where there is no memory for it.
///
/// It is written fast rather than small: somebody waits for the page, and most of it is white either
/// way. `pixels` are `height` rows of `stride` bytes, of which each pixel has four: blue, green, red,
/// unused. So that it prints in its own size, the file says how many dots a metre has.
uint8_t *page_png(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t dots_per_metre, size_t *count);

/// Frees what `page_png` made.
void page_png_free(uint8_t *file);
