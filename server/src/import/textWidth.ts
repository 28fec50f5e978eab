/**
 * How wide a text is on a page, in units of a letter's height: by the letters of a proportional typeface
 * as most sheets are printed in. Near enough to tell whether one more word would have fitted.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += WIDTHS[text.charCodeAt(at)] ?? USUAL;
  return width;
}

const USUAL = 0.5;

/** Letters by their width in Times and its kin, in thousandths of the type size. */
const BY_WIDTH: Readonly<Record<number, string>> = {
  200: '|',
  250: ' ,.',
  278: 'ijlt/\\:;',
  333: "f'rI()[]-`!\u2018\u2019",
  389: 'sJ',
  444: 'acez?"\u201c\u201d',
  500: 'bdghknopquvxy0123456789$_#*\u2013',
  556: 'FPS',
  564: '+=<>',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYw&',
  778: 'm',
  889: 'M',
  944: 'W@%',
  1000: '\u2014\u2026',
};

const WIDTHS: readonly (number | undefined)[] = (() => {
  const widths: (number | undefined)[] = [];
  for (const [width, letters] of Object.entries(BY_WIDTH)) {
    for (const letter of letters) widths[letter.charCodeAt(0)] = Number(width) / 1000;
  }
  return widths;
})();
