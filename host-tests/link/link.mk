# The chips' link (platforms/sdk/link) on this machine: POSIX sockets and threads, OpenSSL in place of mbedTLS.
LINK := platforms/sdk/link
LINK_TEST := host-tests/link
LINK_OUT := build/link
LINK_CC ?= gcc
LINK_PARTS := $(addprefix $(LINK)/,link.c link_dial.c link_task.c link_ring.c) firmware/search/port_posix.c \
  $(addprefix $(LINK_TEST)/,link_port_posix.c link_tls_openssl.c)
LINK_HEADERS := $(wildcard $(LINK)/*.h firmware/search/port*.h host-tests/native/check.h)
LINK_BUILD = @mkdir -p $(@D); $(LINK_CC) -std=c11 -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Werror -g -O1 \
  -I$(LINK) -Ifirmware/search -Ihost-tests/native
LINK_LIBRARIES := -lssl -lcrypto -pthread

## link: build the tests of the chips' link
.PHONY: link
link:
	@$(MAKE) --no-print-directory $(foreach kind,$(if $(call usable,asan),asan) $(if $(call usable,tsan),tsan),\
	  $(LINK_OUT)/link-test-$(kind) $(LINK_OUT)/link-client-$(kind))

$(LINK_OUT)/%-asan: LINK_FLAGS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
$(LINK_OUT)/%-tsan: LINK_FLAGS := -fsanitize=thread
$(LINK_OUT)/link-test-asan $(LINK_OUT)/link-test-tsan: $(LINK_TEST)/link_test.c $(LINK_PARTS) $(LINK_HEADERS)
	$(LINK_BUILD) $(LINK_FLAGS) $(filter %.c,$^) $(LINK_LIBRARIES) -o $@
$(LINK_OUT)/link-client-asan $(LINK_OUT)/link-client-tsan: $(LINK_TEST)/link_client.c $(LINK_PARTS) $(LINK_HEADERS)
	$(LINK_BUILD) $(LINK_FLAGS) $(filter %.c,$^) $(LINK_LIBRARIES) -o $@
