import * as vscode from 'vscode';
import { pageHtml } from './pageHtml';

/**
 * Fills a webview with a page of the extension, which may load what is shipped for pages and nothing else.
 *
 * @param name The name of the page's script and style, without their endings.
 */
export function showPage(webview: vscode.Webview, extensionUri: vscode.Uri, name: string): void {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'client');
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = pageHtml({
    cspSource: webview.cspSource,
    script: address(`${name}.js`),
    style: address(`${name}.css`),
    nonce: numberUsedOnce(),
  });
}

function numberUsedOnce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
