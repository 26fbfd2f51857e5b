// The functions of libzip that are called, by their own names.
//
// Where all else is linked from archives (FONDS_STATIC_DEPENDENCIES) libzip, which comes without one, is
// loaded when a package is first opened: it brings OpenSSL and bzip2 along, whose symbols every start of the
// command would bind.
#pragma once

#include <zip.h>

#ifdef FONDS_LIBZIP  // the name to load it by

#include <dlfcn.h>

#include <atomic>

namespace fonds::zip::libzip {

inline void* library() {
    static void* const handle = dlopen(FONDS_LIBZIP, RTLD_LAZY);
    return handle;
}

inline bool is_there() { return library() != nullptr; }

template <class Signature>
class Function;

/// A function that is looked up when it is first called.
template <class Result, class... Arguments>
class Function<Result(Arguments...)> {
  public:
    constexpr explicit Function(char const* name) : name_(name) {}

    Result operator()(Arguments... arguments) {
        auto* address = address_.load();
        if (!address) address_ = address = dlsym(library(), name_);
        return reinterpret_cast<Result (*)(Arguments...)>(address)(arguments...);
    }

  private:
    char const* name_;
    std::atomic<void*> address_ = nullptr;
};

inline Function<decltype(::zip_close)> zip_close{"zip_close"};
inline Function<decltype(::zip_discard)> zip_discard{"zip_discard"};
inline Function<decltype(::zip_error_fini)> zip_error_fini{"zip_error_fini"};
inline Function<decltype(::zip_error_init)> zip_error_init{"zip_error_init"};
inline Function<decltype(::zip_error_strerror)> zip_error_strerror{"zip_error_strerror"};
inline Function<decltype(::zip_fclose)> zip_fclose{"zip_fclose"};
inline Function<decltype(::zip_file_add)> zip_file_add{"zip_file_add"};
inline Function<decltype(::zip_file_replace)> zip_file_replace{"zip_file_replace"};
inline Function<decltype(::zip_fopen_index)> zip_fopen_index{"zip_fopen_index"};
inline Function<decltype(::zip_fread)> zip_fread{"zip_fread"};
inline Function<decltype(::zip_get_name)> zip_get_name{"zip_get_name"};
inline Function<decltype(::zip_get_num_entries)> zip_get_num_entries{"zip_get_num_entries"};
inline Function<decltype(::zip_name_locate)> zip_name_locate{"zip_name_locate"};
inline Function<decltype(::zip_open_from_source)> zip_open_from_source{"zip_open_from_source"};
inline Function<decltype(::zip_source_buffer)> zip_source_buffer{"zip_source_buffer"};
inline Function<decltype(::zip_source_buffer_create)> zip_source_buffer_create{"zip_source_buffer_create"};
inline Function<decltype(::zip_source_close)> zip_source_close{"zip_source_close"};
inline Function<decltype(::zip_source_free)> zip_source_free{"zip_source_free"};
inline Function<decltype(::zip_source_keep)> zip_source_keep{"zip_source_keep"};
inline Function<decltype(::zip_source_open)> zip_source_open{"zip_source_open"};
inline Function<decltype(::zip_source_read)> zip_source_read{"zip_source_read"};
inline Function<decltype(::zip_source_stat)> zip_source_stat{"zip_source_stat"};
inline Function<decltype(::zip_stat_index)> zip_stat_index{"zip_stat_index"};
inline Function<decltype(::zip_stat_init)> zip_stat_init{"zip_stat_init"};
inline Function<decltype(::zip_strerror)> zip_strerror{"zip_strerror"};

}  // namespace fonds::zip::libzip

#else

namespace fonds::zip::libzip {
inline bool is_there() { return true; }
}  // namespace fonds::zip::libzip

#endif
