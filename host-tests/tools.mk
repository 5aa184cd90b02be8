# $(call usable,NAME): "yes" where host-tests/tools.sh finds that a tool works, else nothing. Asked once a make, and only by
# recipes: `make run` does not wait for it.
usable = $(filter yes,$(or $(MITE_USABLE_$(1)),$(eval MITE_USABLE_$(1) := $(shell sh host-tests/tools.sh $(1) >/dev/null && echo yes || echo no))$(MITE_USABLE_$(1))))
# $(call lacking,NAME): why it does not work.
lacking = $(shell sh host-tests/tools.sh $(1))
