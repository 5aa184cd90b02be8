# esbuild flags that bundle mqtt-packet for XS with the stand-ins of this folder; use them from the repository's root
# with --bundle --platform=neutral --main-fields=main. docs/protocol.md, "The MQTT codec", gives the sizes.
MQTT_ALIASES := $(foreach name,bl buffer debug events process-nextick-args,\
	--alias:$(name)=./firmware/protocol/mqtt/standins/$(name).cts)
