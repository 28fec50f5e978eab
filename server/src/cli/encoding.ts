import { isUtf8 } from 'node:buffer';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import { decodeSheet } from '../workspace/decode';

/** How a sheet's text is kept in its file. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

const BOM = '\ufeff';
const encodeWindows1252 = createSinglebyteEncoder('windows-1252');

/** Reads a sheet as the editor's index does, and says what it was kept in. */
export function decodeText(bytes: Uint8Array): DecodedText {
  return { text: decodeSheet(bytes), encoding: encodingOf(bytes) };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (!isUtf8(bytes)) return 'windows-1252';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/**
 * The bytes of a text in an encoding, its byte order mark included where it has one. `undefined`
 * where the encoding lacks one of the characters, so that nothing is written in its place.
 */
export function encodeText({ text, encoding }: DecodedText): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return encodeUtf8(text);
    case 'utf-8-bom':
      return encodeUtf8(BOM + text);
    case 'utf-16le':
      return Buffer.from(BOM + text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(BOM + text, 'utf16le').swap16();
    case 'windows-1252':
      try {
        return encodeWindows1252(text);
      } catch {
        return undefined;
      }
  }
}

function encodeUtf8(text: string): Uint8Array | undefined {
  const bytes = new TextEncoder().encode(text);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) === text ? bytes : undefined;
}

/** True where writing a text back would give the very bytes that it was read from. */
export function isFaithful(decoded: DecodedText, bytes: Uint8Array): boolean {
  const encoded = encodeText(decoded);
  return encoded !== undefined && Buffer.compare(encoded, bytes) === 0;
}
