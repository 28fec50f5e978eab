import * as vscode from 'vscode';

/**
 * The rules' pages have a scheme of their own. `package.json` associates it with the Markdown
 * preview (`workbench.editorAssociations`), so that a click on a rule's id in a hover or in the
 * Problems view shows the page as it is meant to be read. A `file:` address would open the source,
 * and `command:` addresses are not run from a diagnostic's hover in newer versions of VS Code.
 */
const scheme = 'atop-rules';

/** The folder of the rules' pages, as the server and the links of the pages see it. */
export const rulesUri = vscode.Uri.from({ scheme, path: '/rules' });

/** Serves the pages that are shipped in the extension's `docs/rules`. */
export function registerRuleDocumentation(extensionUri: vscode.Uri): vscode.Disposable {
  const folder = vscode.Uri.joinPath(extensionUri, 'docs', 'rules');
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri) {
      // The name alone: whatever the address says, nothing outside the folder is read.
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      return new TextDecoder().decode(bytes);
    },
  });
}
