/** How many bytes become one string at a time; a function takes only so many arguments. */
const chunkLength = 0x8000;

/** Bytes as the text that a message can hold. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunkLength) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkLength));
  }
  return btoa(binary);
}
