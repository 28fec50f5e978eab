import * as vscode from 'vscode';
import { pageHtml } from './pageHtml';

/** A panel's page, and what goes on as long as the panel is there. */
export interface PanelPage {
  readonly title: string;
  /** The name of the page's script and style, without their endings. */
  readonly name: string;
  /** Is told what the page says; nothing of it is known to be as expected. */
  readonly hear: (message: unknown) => void;
  readonly listeners: readonly vscode.Disposable[];
}

/**
 * Fills a panel with a page of the extension, which may load what is shipped for pages and nothing else.
 * The listeners end with the panel.
 */
export function setUpPanel(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, page: PanelPage): void {
  panel.title = page.title;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'client', 'images', 'sheet-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'client', 'images', 'sheet-dark.svg'),
  };
  const listeners = vscode.Disposable.from(panel.webview.onDidReceiveMessage(page.hear), ...page.listeners);
  panel.onDidDispose(() => {
    listeners.dispose();
  });
  showPage(panel.webview, extensionUri, page.name);
}

function showPage(webview: vscode.Webview, extensionUri: vscode.Uri, name: string): void {
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
