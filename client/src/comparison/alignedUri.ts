import * as vscode from 'vscode';

/** The scheme of sheets that are laid out for a comparison: views of sheets, no sheets themselves. */
export const alignedScheme = 'atop-compare';

/** Two sheets that stand beside each other, by their addresses. */
export interface AlignedPair {
  readonly a: string;
  readonly b: string;
}

export type Side = 'a' | 'b';

/** The address of one of the two: it ends like the sheet's own, so that it is named and coloured like one. */
export function alignedUri(pair: AlignedPair, side: Side): vscode.Uri {
  const { path } = vscode.Uri.parse(pair[side], true);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return vscode.Uri.from({
    scheme: alignedScheme,
    path: `/${side}/${/\.atop$/i.test(name) ? name : `${name}.atop`}`,
    query: JSON.stringify({ a: pair.a, b: pair.b }),
  });
}

/** What an address stands for; `undefined` where it is none of these. */
export function readAlignedUri(uri: vscode.Uri): { pair: AlignedPair; side: Side } | undefined {
  if (uri.scheme !== alignedScheme) return undefined;
  try {
    const { a, b } = JSON.parse(uri.query) as Partial<Record<string, unknown>>;
    if (typeof a !== 'string' || typeof b !== 'string') return undefined;
    return { pair: { a, b }, side: uri.path.startsWith('/b/') ? 'b' : 'a' };
  } catch {
    return undefined;
  }
}
