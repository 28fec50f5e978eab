/** In place of characters that are not to be read, so that what is read keeps its offsets. */
export const MASK = '_';

/** As many of them as the words have. */
export function hide(words: string): string {
  return MASK.repeat(words.length);
}
