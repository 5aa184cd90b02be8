/**
 * Undo data: the coins a block spent, in the order of its inputs, the coinbase left out.
 * Count, then for each: u64 value, u32 height, u8 coinbase, script with its length. Counts and lengths are compact sizes.
 * @module
 */
import { ByteReader, ByteWriter, FormatError } from '../../../firmware/domain/bytes.js';
import type { Coin } from './coins.js';

export function encodeUndo(coins: readonly Coin[]): Uint8Array {
  const writer = new ByteWriter(64 + coins.length * 48).varint(coins.length);
  for (const { value, height, coinbase, script } of coins)
    writer
      .u64(value)
      .u32(height)
      .u8(coinbase ? 1 : 0)
      .varint(script.length)
      .bytes(script);
  return writer.toBytes();
}

/** @throws FormatError when `bytes` is not what {@link encodeUndo} writes */
export function decodeUndo(bytes: Uint8Array): Coin[] {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const coins: Coin[] = [];
  for (let i = 0; i < count; i++) {
    const value = reader.u64();
    const height = reader.u32();
    const flag = reader.u8();
    if (flag > 1) throw new FormatError('undo: coinbase flag');
    coins.push({ value, height, coinbase: flag === 1, script: reader.bytes(reader.varint()) });
  }
  reader.end();
  return coins;
}
