/** Why a network did not accept the board, or was lost, in words. */

/** By ESP-IDF's wifi_err_reason_t; those below 200 are IEEE 802.11's own (section 9.4.1.7). */
export function wifiReason(code: number): string {
  switch (code) {
    case 201: // NO_AP_FOUND
      return 'no such network';
    case 14: // MIC_FAILURE
    case 15: // 4WAY_HANDSHAKE_TIMEOUT
    case 23: // 802_1X_AUTH_FAILED
    case 202: // AUTH_FAIL
    case 204: // HANDSHAKE_TIMEOUT
      return 'wrong password';
    case 210: // NO_AP_FOUND_W_COMPATIBLE_SECURITY
    case 211: // NO_AP_FOUND_IN_AUTHMODE_THRESHOLD
      return 'the network requires another kind of security';
    case 200: // BEACON_TIMEOUT
    case 212: // NO_AP_FOUND_IN_RSSI_THRESHOLD
      return 'the signal is too weak';
    case 203: // ASSOC_FAIL
    case 205: // CONNECTION_FAIL
    case 5: // ASSOC_TOOMANY
      return 'refused by the network';
    default:
      return `reason ${code}`;
  }
}
