#pragma once
// libjpeg-turbo: the decoder of portraits.
#include <turbojpeg.h>
