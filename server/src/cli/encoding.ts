import { createSinglebyteDecoder, createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';

/** How a sheet's text is kept in its file. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

const BOM = '\ufeff';
const decodeWindows1252 = createSinglebyteDecoder('windows-1252');
const encodeWindows1252 = createSinglebyteEncoder('windows-1252');

/** Reads UTF-8 and, with their marks, UTF-16; what is not valid UTF-8 is the Windows encoding. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = decodedAs('utf-8', bytes.subarray(3));
    if (text !== undefined) return { text, encoding: 'utf-8-bom' };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const text = decodedAs('utf-8', bytes);
  return text === undefined
    ? { text: decodeWindows1252(bytes), encoding: 'windows-1252' }
    : { text, encoding: 'utf-8' };
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
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
  return decodedAs('utf-8', bytes) === text ? bytes : undefined;
}

/** True where writing a text back would give the very bytes that it was read from. */
export function isFaithful(decoded: DecodedText, bytes: Uint8Array): boolean {
  const encoded = encodeText(decoded);
  return encoded !== undefined && Buffer.compare(encoded, bytes) === 0;
}
