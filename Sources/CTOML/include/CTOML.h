#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What stands in a file of TOML 1.0.
typedef enum {
    toml_table,
    toml_list,
    toml_text,
    toml_whole,
    toml_fraction,
    toml_flag,
    /// A date, a time of day, or both.
    toml_moment,
} toml_kind;

/// A key with its value, or an item of a list, which has no key. Texts may hold zeros, and are gone with
/// the file that they are of.
typedef struct {
    toml_kind kind;
    /// The number of the table or list in which it stands; -1 for the file itself.
    int64_t parent;
    /// Where it is written, from 1: the key, where there is one.
    uint32_t line;
    const char *key;
    uint64_t key_count;
    const char *text;
    uint64_t text_count;
    /// A whole number; 0 or 1 for a flag.
    int64_t number;
} toml_entry;

typedef struct toml_file toml_file;

/// Parses a file, of which nothing is kept; for `toml_free`, and never a null pointer.
toml_file *toml_parse(const char *bytes, uint64_t count);

/// Lets go of what `toml_parse` made.
void toml_free(toml_file *file);

/// How many entries there are; none where it is no TOML.
uint64_t toml_count(const toml_file *file);

/// An entry, which has a higher number than what it stands in.
toml_entry toml_entry_at(const toml_file *file, uint64_t number);

/// Why it is no TOML, in English, and where, from 1; a null pointer where it is.
const char *toml_fault(const toml_file *file, uint32_t *line, uint32_t *column);

#ifdef __cplusplus
}
#endif
