#pragma once
// libpng: pictures of pages.
#include <png.h>
