/*
 * The console of a chip: UART 0, USB-Serial-JTAG, or both at once. Nothing here waits: the drivers'
 * interrupts empty and fill their rings, and what a ring cannot take is dropped as a whole, counted, and
 * reported in the next write that fits.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "driver/uart.h"
#include "soc/soc_caps.h"
#include "soc/uart_pins.h"
#if SOC_USB_SERIAL_JTAG_SUPPORTED
#include "driver/usb_serial_jtag.h"
#endif

#include "xsmc.h"

#define BAUD 115200
/* Input is fetched 50 times a second: 230 bytes a time at this speed. Output: lines of up to 1 KB, see
 * surely_fits. */
#define RECEIVE_BYTES 1024
#define SEND_BYTES 4096
#define READ_BYTES 256
#define PORT_UART 1
#define PORT_USB 2

static int ports;
static uint32_t lost_uart, lost_usb;

/* The note before `bytes` when something was lost. Returns its length, 0 when nothing was. */
static size_t note_of(uint32_t lost, char *note, size_t most) {
  return lost == 0 ? 0 : (size_t)snprintf(note, most, "\r\n# lost: %lu\r\n", (unsigned long)lost);
}

/*
 * Whether the driver takes `length` bytes without waiting. Its ring keeps an item in one piece, after a
 * header of 8 bytes, and a write is two items: a descriptor (20 bytes with its header) and the bytes. What
 * the ring reports as free may be in two pieces, before and after its end, even when it is empty; a write
 * that is split over both spins until the line has taken it. The larger piece has at least half of what is
 * free, less one descriptor.
 */
static bool surely_fits(size_t length) {
  size_t room = 0;
  return uart_get_tx_buffer_free_size(UART_NUM_0, &room) == ESP_OK && room / 2 >= length + 32;
}

static void send_uart(const uint8_t *bytes, size_t length) {
  char note[32];
  const size_t before = note_of(lost_uart, note, sizeof note);
  /* The note only goes out with what follows it: otherwise it would take the room of that again and again. */
  if (!surely_fits(before + length + 32)) {
    lost_uart++;
    return;
  }
  if (before > 0) {
    uart_write_bytes(UART_NUM_0, note, before);
    lost_uart = 0;
    if (!surely_fits(length)) {
      lost_uart++;
      return;
    }
  }
  uart_write_bytes(UART_NUM_0, bytes, length);
}

#if SOC_USB_SERIAL_JTAG_SUPPORTED
/* While nobody reads, the ring is full. Then nobody misses anything either, and nothing is counted. */
static void send_usb(const uint8_t *bytes, size_t length) {
  char note[32];
  const size_t before = note_of(lost_usb, note, sizeof note);
  if (before > 0) {
    if (usb_serial_jtag_write_bytes(note, before, 0) <= 0) {
      lost_usb += usb_serial_jtag_is_connected();
      return;
    }
    lost_usb = 0;
  }
  if (usb_serial_jtag_write_bytes(bytes, length, 0) <= 0 && usb_serial_jtag_is_connected())
    lost_usb++;
}
#endif

static bool open_uart(void) {
  const uart_config_t config = {
      .baud_rate = BAUD,
      .data_bits = UART_DATA_8_BITS,
      .parity = UART_PARITY_DISABLE,
      .stop_bits = UART_STOP_BITS_1,
      .flow_ctrl = UART_HW_FLOWCTRL_DISABLE,
      .source_clk = UART_SCLK_DEFAULT,
  };
  return uart_driver_install(UART_NUM_0, RECEIVE_BYTES, SEND_BYTES, 0, NULL, 0) == ESP_OK &&
         uart_param_config(UART_NUM_0, &config) == ESP_OK &&
         uart_set_pin(UART_NUM_0, U0TXD_GPIO_NUM, U0RXD_GPIO_NUM, UART_PIN_NO_CHANGE, UART_PIN_NO_CHANGE) ==
             ESP_OK;
}

static bool open_usb(void) {
#if SOC_USB_SERIAL_JTAG_SUPPORTED
  usb_serial_jtag_driver_config_t config = {.tx_buffer_size = SEND_BYTES, .rx_buffer_size = RECEIVE_BYTES};
  return usb_serial_jtag_driver_install(&config) == ESP_OK;
#else
  return false;
#endif
}

/* (ports): PORT_* bits. A port that cannot be opened is left out; without any the board has no console. */
void xs_mite_esp32_console_open(xsMachine *the) {
  const int wanted = xsmcToInteger(xsArg(0)) & ~ports;
  if ((wanted & PORT_UART) && open_uart())
    ports |= PORT_UART;
  if ((wanted & PORT_USB) && open_usb())
    ports |= PORT_USB;
}

/* (bytes) */
void xs_mite_esp32_console_write(xsMachine *the) {
  void *bytes;
  xsUnsignedValue length;
  xsmcGetBufferReadable(xsArg(0), &bytes, &length);
  if (length == 0)
    return;
  if (ports & PORT_UART)
    send_uart(bytes, length);
#if SOC_USB_SERIAL_JTAG_SUPPORTED
  if (ports & PORT_USB)
    send_usb(bytes, length);
#endif
}

/* What has arrived, as an ArrayBuffer of at most READ_BYTES; undefined when nothing has. */
void xs_mite_esp32_console_read(xsMachine *the) {
  uint8_t bytes[READ_BYTES];
  int count = 0;
  size_t waiting = 0;
  if ((ports & PORT_UART) && uart_get_buffered_data_len(UART_NUM_0, &waiting) == ESP_OK && waiting > 0)
    count = uart_read_bytes(UART_NUM_0, bytes, waiting < sizeof bytes ? waiting : sizeof bytes, 0);
#if SOC_USB_SERIAL_JTAG_SUPPORTED
  if ((ports & PORT_USB) && count <= 0)
    count = usb_serial_jtag_read_bytes(bytes, sizeof bytes, 0);
#endif
  if (count > 0)
    xsmcSetArrayBuffer(xsResult, bytes, count);
}
