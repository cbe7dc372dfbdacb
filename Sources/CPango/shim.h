#pragma once
// Pango sets text, Cairo draws it into a PDF or an image.
#include <pango/pangocairo.h>
#include <cairo-pdf.h>
