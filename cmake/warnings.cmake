# One set of compiler options for every target, so that precompiled headers can be shared.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror=return-type
                    -fno-omit-frame-pointer)
if(CORDON_SANITIZE)
  add_compile_options(-fsanitize=${CORDON_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CORDON_SANITIZE})
endif()
