import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, type SheetSettings } from '../service';
import { readSettings, SETTINGS_SECTION } from './settings';

/**
 * The settings of each document: asked of the client once a document, where it answers such
 * questions, and otherwise those it pushed for all.
 */
export class SettingsStore {
  private readonly byDocument = new Map<string, Promise<SheetSettings>>();
  private pushed = DEFAULT_SETTINGS;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
  ) {}

  for(uri: string): Promise<SheetSettings> {
    if (!this.canAsk) return Promise.resolve(this.pushed);
    const known = this.byDocument.get(uri);
    if (known) return known;
    const asked = this.ask(uri);
    this.byDocument.set(uri, asked);
    return asked;
  }

  /** A client that fails to answer gets the defaults: findings matter more than their severities. */
  private async ask(uri: string): Promise<SheetSettings> {
    try {
      return readSettings(
        await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }),
      );
    } catch {
      this.byDocument.delete(uri);
      return DEFAULT_SETTINGS;
    }
  }

  /** Settings have changed: `section` holds them where the client sends them along. */
  push(section: unknown): void {
    this.byDocument.clear();
    if (section !== undefined && section !== null) this.pushed = readSettings(section);
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
  }
}
