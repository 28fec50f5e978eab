import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installDebianPackages } from '../support/debianPackages';
import { findOnPath, runCommand } from '../vscode/host/commands';
import { HostError } from '../vscode/host/interruption';
import { escapeXml, piecesOf, type PageLayout, type Piece } from './layouts';

const EXECUTABLES = ['soffice', 'libreoffice'];

/**
 * The path of a LibreOffice on this machine, installed with `apt-get` where there is none and it can be.
 *
 * @throws {HostError} with what to install otherwise.
 */
export async function libreOfficeExecutable(signal: AbortSignal): Promise<string> {
  const found = await findOnPath(EXECUTABLES);
  if (found !== undefined) return found;
  const advice = 'LibreOffice Writer is needed, to print the sheets that are imported';
  await installDebianPackages(['libreoffice-writer-nogui', 'fonts-liberation'], advice, signal);
  const installed = await findOnPath(EXECUTABLES);
  if (installed === undefined) throw new HostError(`${advice}; apt-get's package brought none.`);
  return installed;
}

/** Prints sheets with LibreOffice Writer, all in one run; the PDFs come in the order of the sheets. */
export async function printWithLibreOffice(
  executable: string,
  sheets: readonly { readonly text: string; readonly layout: PageLayout }[],
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atop-print-'));
  try {
    const files = sheets.map((_, index) => join(folder, `${index}.fodt`));
    const out = join(folder, 'out');
    await mkdir(out);
    await Promise.all(
      sheets.map(({ text, layout }, index) => writeFile(files[index]!, documentOf(text, layout))),
    );
    const profile = pathToFileURL(join(folder, 'profile')).href;
    await runCommand(
      executable,
      ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', out, ...files],
      { signal },
    );
    return await Promise.all(
      sheets.map(async (_, index) => new Uint8Array(await readFile(join(out, `${index}.pdf`)))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const NAMESPACES = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ');

/** A sheet as a word processor's document, each of its lines a paragraph. */
function documentOf(sheetText: string, layout: PageLayout): string {
  const { paper, margin, font, size } = layout;
  const letters = `style:font-name="F" fo:font-size="${size}" fo:language="en" fo:country="US"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/></office:font-face-decls>
<office:styles>
  <style:style style:name="Standard" style:family="paragraph">
    <style:paragraph-properties fo:text-align="${layout.justified ? 'justify' : 'start'}"
      fo:margin-top="0cm" fo:margin-bottom="0cm" fo:orphans="0" fo:widows="0"/>
    <style:text-properties ${letters} fo:hyphenate="${layout.hyphens ? 'true' : 'false'}"
      fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/>
  </style:style>
</office:styles>
<office:automatic-styles>
  <style:style style:name="A" style:family="text">
    <style:text-properties fo:font-weight="${layout.boldAnswers ? 'bold' : 'normal'}"/>
  </style:style>
  <style:style style:name="R" style:family="paragraph" style:parent-style-name="Standard">
    <style:paragraph-properties fo:text-align="center"/>
  </style:style>
  <style:page-layout style:name="P">
    <style:page-layout-properties fo:page-width="${paper.width}" fo:page-height="${paper.height}" fo:margin="${margin}"/>
    <style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.5cm"/></style:header-style>
    <style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.5cm"/></style:footer-style>
  </style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">${
    layout.running
      ? `<style:header><text:p text:style-name="R">ATOP coding sheet</text:p></style:header>
    <style:footer><text:p text:style-name="R"><text:page-number text:select-page="current"/></text:p></style:footer>`
      : ''
  }</style:master-page></office:master-styles>
<office:body><office:text>
${piecesOf(sheetText)
  .map(pieces => `<text:p text:style-name="Standard">${pieces.map(spanOf).join('')}</text:p>`)
  .join('\n')}
</office:text></office:body></office:document>`;
}

function spanOf({ text, isAnswer, link }: Piece): string {
  const escaped = escapeXml(text);
  const linked =
    link === undefined
      ? escaped
      : `<text:a xlink:type="simple" xlink:href="${escapeXml(link)}">${escaped}</text:a>`;
  return isAnswer ? `<text:span text:style-name="A">${linked}</text:span>` : linked;
}
