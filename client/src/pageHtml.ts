export interface PageSources {
  /** What a policy calls the place that the extension's files come from. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** A number that is used once. */
  readonly nonce: string;
}

/**
 * The HTML of a page that its script makes. Its policy lets in that script by the number, and the style;
 * nothing else is loaded or sent, from anywhere.
 */
export function pageHtml({ cspSource, script, style, nonce }: PageSources): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${style}">
  </head>
  <body>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}
