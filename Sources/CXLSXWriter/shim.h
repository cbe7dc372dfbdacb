#pragma once
// libxlsxwriter: workbooks.
#include <xlsxwriter.h>
