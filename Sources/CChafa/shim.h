#pragma once
// Chafa: pictures as a terminal can show them.
#include <chafa.h>
