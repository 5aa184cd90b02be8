/** What a file of one room imports, as written there: what is refused, and what is taken. */
export interface RoomCase {
  refused: string[];
  taken: string[];
}
