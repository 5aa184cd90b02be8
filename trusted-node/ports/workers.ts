/** Who may work for the node through a door with user names and passwords. */

export type Admission =
  /** as which device's the work counts */
  | { readonly device: string }
  /** why not, for the miner's owner */
  | { readonly refused: string };

export interface WorkerGate {
  /**
   * @param user `DEVICE` or `ADDRESS.name`, as people write it
   * @param secret the device's; '' where none was given
   */
  admit(user: string, secret: string): Promise<Admission>;
}
