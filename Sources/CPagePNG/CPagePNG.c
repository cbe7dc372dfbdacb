#include "CPagePNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

struct sink {
    uint8_t *bytes;
    size_t count;
    size_t room;
};

static void take(png_structp png, png_bytep data, size_t count) {
    struct sink *sink = png_get_io_ptr(png);
    if (sink->count + count > sink->room) {
        const size_t room = (sink->count + count) * 2;
        uint8_t *bytes = realloc(sink->bytes, room);
        if (!bytes) png_error(png, "no memory");
        sink->bytes = bytes;
        sink->room = room;
    }
    memcpy(sink->bytes + sink->count, data, count);
    sink->count += count;
}

static void flush(png_structp png) { (void)png; }

// The library prints its errors otherwise.
static void fail(png_structp png, png_const_charp words) {
    (void)words;
    png_longjmp(png, 1);
}

static void ignore(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

uint8_t *page_png(
    const uint8_t *pixels, uint32_t width, uint32_t height, size_t stride, uint32_t dots_per_metre, size_t *count) {
    struct sink sink = {0};
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
    if (!png) return NULL;
    png_infop info = png_create_info_struct(png);
    // Where the library gives up it comes back to here.
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        free(sink.bytes);
        return NULL;
    }
    png_set_write_fn(png, &sink, take, flush);
    png_set_IHDR(
        png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
        PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_filter(png, PNG_FILTER_TYPE_DEFAULT, PNG_FILTER_NONE);
    png_set_compression_level(png, 3);
    png_write_info(png, info);
    png_set_bgr(png);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (uint32_t row = 0; row < height; row++) png_write_row(png, pixels + row * stride);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    *count = sink.count;
    return sink.bytes;
}

void page_png_free(uint8_t *file) { free(file); }
