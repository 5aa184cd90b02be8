/*
 * A chip's Ethernet on ESP-IDF's driver: the classic ESP32's own MAC with any PHY that keeps to IEEE 802.3,
 * or the MAC of an emulated chip. Natives of network-ethernet.ts. The SDK's module is not used: it wants PHY
 * drivers that are not in ESP-IDF 6, and links those of boards on SPI.
 */
#include <stdbool.h>
#include <stdint.h>

#include "mc.defines.h"
#include "xsmc.h"

#include "xsHost.h"

#include "esp_eth.h"
#include "esp_eth_netif_glue.h"
#include "esp_event.h"
#include "esp_netif.h"
#include "sdkconfig.h"

enum { NO_CABLE, NO_ADDRESS, ADDRESS };

static xsSlot on_change; /* called with NO_CABLE, NO_ADDRESS, or the address as a string */
static xsMachine *machine;
static esp_netif_t *netif;
static esp_eth_netif_glue_handle_t glue;
static esp_eth_handle_t driver;
/* Changes that were posted before the link was last opened or closed are not delivered. */
static uint32_t generation;
static volatile bool linked; /* the event task's */

typedef struct {
  uint32_t generation;
  uint32_t address; /* network byte order */
  uint8_t kind;
} Change;

static void deliver(void *the_machine, void *refcon, uint8_t *message, uint16_t length) {
  (void)refcon;
  Change change;
  if (length != sizeof change)
    return;
  c_memcpy(&change, message, sizeof change);
  if (change.generation != generation)
    return;
  const esp_ip4_addr_t address = {change.address};
  char text[16];
  esp_ip4addr_ntoa(&address, text, sizeof text);
  xsBeginHost((xsMachine *)the_machine);
  if (change.kind == ADDRESS)
    xsCallFunction1(on_change, xsGlobal, xsString(text));
  else
    xsCallFunction1(on_change, xsGlobal, xsInteger(change.kind));
  xsEndHost(the);
}

/* ESP-IDF's event task. */
static void changed(uint8_t kind, uint32_t address) {
  Change change = {.generation = generation, .address = address, .kind = kind};
  modMessagePostToMachine(machine, (uint8_t *)&change, sizeof change, deliver, NULL);
}

static void on_link(void *argument, esp_event_base_t base, int32_t id, void *data) {
  (void)argument, (void)base, (void)data;
  if (id == ETHERNET_EVENT_CONNECTED)
    linked = true;
  else if (id == ETHERNET_EVENT_DISCONNECTED && linked) {
    linked = false;
    changed(NO_CABLE, 0);
  }
}

static void on_address(void *argument, esp_event_base_t base, int32_t id, void *data) {
  (void)argument, (void)base;
  if (id == IP_EVENT_ETH_GOT_IP && data != NULL)
    changed(ADDRESS, ((const ip_event_got_ip_t *)data)->ip_info.ip.addr);
  else if (id == IP_EVENT_ETH_LOST_IP)
    changed(NO_ADDRESS, 0);
}

#if CONFIG_ETH_USE_OPENETH

#include "esp_eth_mac_openeth.h"

static esp_eth_mac_t *new_mac(void) {
  const eth_mac_config_t config = ETH_MAC_DEFAULT_CONFIG();
  return esp_eth_mac_new_openeth(&config);
}

static esp_eth_phy_t *new_phy(void) {
  eth_phy_config_t config = ETH_PHY_DEFAULT_CONFIG();
  config.phy_addr = 1;
  config.reset_gpio_num = -1;
  config.autonego_timeout_ms = 100; /* it does not negotiate */
  return esp_eth_phy_new_generic(&config);
}

#else

#include "esp_eth_mac_esp.h"

static esp_eth_mac_t *new_mac(void) {
  const eth_mac_config_t config = ETH_MAC_DEFAULT_CONFIG();
  eth_esp32_emac_config_t chip = ETH_ESP32_EMAC_DEFAULT_CONFIG();
  chip.smi_gpio.mdc_num = MODDEF_MITE_ETHERNET_MDC;
  chip.smi_gpio.mdio_num = MODDEF_MITE_ETHERNET_MDIO;
  return esp_eth_mac_new_esp32(&chip, &config);
}

static esp_eth_phy_t *new_phy(void) {
  eth_phy_config_t config = ETH_PHY_DEFAULT_CONFIG();
  config.phy_addr = MODDEF_MITE_ETHERNET_PHY;
  config.reset_gpio_num = MODDEF_MITE_ETHERNET_RESET;
  return esp_eth_phy_new_generic(&config);
}

#endif

/* Leaves nothing of the link, whatever was there. */
static void end(void) {
  linked = false; /* that the driver ends is no news */
  if (driver != NULL)
    esp_eth_stop(driver);
  if (glue != NULL)
    esp_eth_del_netif_glue(glue);
  if (netif != NULL)
    esp_netif_destroy(netif);
  if (driver != NULL) {
    esp_eth_mac_t *mac = NULL;
    esp_eth_phy_t *phy = NULL;
    esp_eth_get_mac_instance(driver, &mac);
    esp_eth_get_phy_instance(driver, &phy);
    if (esp_eth_driver_uninstall(driver) == ESP_OK) {
      if (phy != NULL)
        phy->del(phy);
      if (mac != NULL)
        mac->del(mac);
    }
  }
  glue = NULL;
  netif = NULL;
  driver = NULL;
}

static bool begin(void) {
  const esp_netif_config_t config = ESP_NETIF_DEFAULT_ETH();
  netif = esp_netif_new(&config);
  if (netif == NULL)
    return false;
  esp_eth_mac_t *mac = new_mac();
  esp_eth_phy_t *phy = new_phy();
  if (mac != NULL && phy != NULL) {
    const esp_eth_config_t parts = ETH_DEFAULT_CONFIG(mac, phy);
    if (esp_eth_driver_install(&parts, &driver) != ESP_OK)
      driver = NULL;
  }
  if (driver == NULL) {
    if (mac != NULL)
      mac->del(mac);
    if (phy != NULL)
      phy->del(phy);
    return false;
  }
  glue = esp_eth_new_netif_glue(driver);
  if (glue == NULL || esp_netif_attach(netif, glue) != ESP_OK)
    return false;
  esp_netif_set_hostname(netif, "mite");
  return esp_eth_start(driver) == ESP_OK;
}

/* xs_mite_esp32_ethernet_watch(callback): void. Once per boot, before the link is first opened. */
void xs_mite_esp32_ethernet_watch(xsMachine *the) {
  if (machine != NULL)
    xsUnknownError("the link has a user");
  esp_err_t error = esp_netif_init();
  if (error == ESP_OK) {
    error = esp_event_loop_create_default();
    if (error == ESP_ERR_INVALID_STATE) /* it already exists */
      error = ESP_OK;
  }
  if (error == ESP_OK)
    error = esp_event_handler_register(ETH_EVENT, ESP_EVENT_ANY_ID, on_link, NULL);
  if (error == ESP_OK)
    error = esp_event_handler_register(IP_EVENT, ESP_EVENT_ANY_ID, on_address, NULL);
  if (error != ESP_OK)
    xsUnknownError("no network events (%d)", (int)error);
  on_change = xsArg(0);
  xsRemember(on_change);
  machine = the;
}

/* xs_mite_esp32_ethernet_open(): boolean, false without the hardware */
void xs_mite_esp32_ethernet_open(xsMachine *the) {
  end();
  generation++;
  const bool begun = begin();
  if (!begun)
    end();
  xsmcSetBoolean(xsResult, begun);
}

/* xs_mite_esp32_ethernet_close(): void. Nothing is reported after it. */
void xs_mite_esp32_ethernet_close(xsMachine *the) {
  (void)the;
  end();
  generation++;
}
