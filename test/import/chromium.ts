import type { Browser } from 'playwright-core';
import { escapeXml, piecesOf, type PageLayout } from './layouts';

/** Prints a sheet as a real browser does: each of its lines a paragraph. */
export async function printWithChromium(
  browser: Browser,
  sheetText: string,
  layout: PageLayout,
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(htmlOf(sheetText, layout));
    const running = (text: string) =>
      `<div style="font-size:8px;width:100%;text-align:center">${layout.running ? text : ''}</div>`;
    const printed = await page.pdf({
      ...layout.paper,
      margin: { top: layout.margin, right: layout.margin, bottom: layout.margin, left: layout.margin },
      displayHeaderFooter: layout.running === true,
      headerTemplate: running('ATOP coding sheet'),
      footerTemplate: running('Page <span class="pageNumber"></span> of <span class="totalPages"></span>'),
    });
    return new Uint8Array(printed);
  } finally {
    await page.close();
  }
}

function htmlOf(sheetText: string, layout: PageLayout): string {
  const paragraphs = piecesOf(sheetText).map(pieces => {
    const content = pieces.map(({ text, isAnswer, link }) => {
      const escaped = escapeXml(text);
      const linked = link === undefined ? escaped : `<a href="${escapeXml(link)}">${escaped}</a>`;
      return isAnswer ? `<span class="answer">${linked}</span>` : linked;
    });
    return `<p>${content.join('') || '<br>'}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    body { margin: 0; font: ${layout.size} '${layout.font}'; ${layout.justified ? 'text-align: justify;' : ''}
      hyphens: ${layout.hyphens ? 'auto' : 'manual'}; overflow-wrap: anywhere; }
    p { margin: 0; }
    .answer { ${layout.boldAnswers ? 'font-weight: bold;' : ''} }
  </style><body>${paragraphs.join('\n')}</body></html>`;
}
