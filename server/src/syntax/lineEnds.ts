/** The line end that a text uses: that of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const first = text.search(/[\n\r]/);
  if (first < 0 || text[first] === '\n') return '\n';
  return text[first + 1] === '\n' ? '\r\n' : '\r';
}
