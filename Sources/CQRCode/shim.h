#pragma once
// libqrencode: QR codes.
#include <qrencode.h>
