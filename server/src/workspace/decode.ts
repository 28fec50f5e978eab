/**
 * The text of a sheet's bytes: UTF-8, UTF-16 where a byte order mark says so, and Windows-1252 where the
 * bytes are no UTF-8. The mark is no part of the text. Never throws: bytes that are nothing of the kind
 * become text of some kind.
 */
export function decodeSheet(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be');
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** What Windows-1252 has in place of Latin-1's second set of control characters, 0x80 to 0x9f. */
const BEYOND_LATIN1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Done here, for some versions of Node take Windows-1252 for Latin-1. */
function windows1252(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return chunks
    .join('')
    .replace(/[\u0080-\u009f]/g, character => BEYOND_LATIN1.charAt(character.charCodeAt(0) - 0x80));
}

/** A function takes only so many arguments. */
const CHUNK = 0x4000;
