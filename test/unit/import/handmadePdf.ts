/** A PDF written by hand, one page for each list of drawing commands; its font is `/F`, Helvetica. */
export function handmadePdf(...pages: readonly string[]): Uint8Array {
  const first = 4;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((drawing, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * index + 1} 0 R ` +
        '/Resources << /Font << /F 3 0 R >> >> >>',
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const whole =
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(whole, character => character.charCodeAt(0));
}

/** The lines of a text on pages of 45, in the letters that the font has. */
export function printedPdf(text: string): Uint8Array {
  const lines = text
    .normalize('NFKD')
    .replace(/[^\n -~]/g, '')
    .split('\n');
  const pages = Array.from({ length: Math.ceil(lines.length / 45) }, (_, page) =>
    lines
      .slice(45 * page, 45 * (page + 1))
      .map((line, index) => textAt(72, 720 - 14 * index, line, 10))
      .join('\n'),
  );
  return handmadePdf(...pages);
}

/** Draws a text at a place, in points from the page's lower left corner. */
export function textAt(x: number, y: number, text: string, size = 12): string {
  return `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}
