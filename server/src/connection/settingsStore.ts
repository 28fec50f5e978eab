import type { Connection } from 'vscode-languageserver';
import { readSettings, SETTINGS_SECTION, USUAL_SETTINGS, type Settings } from './settings';

/**
 * The settings of each document, and of each folder for the sheets in it that are not open: asked of the
 * client once for each, where it answers such questions, and otherwise those it pushed for all.
 */
export class SettingsStore {
  private readonly byDocument = new Map<string, Promise<Settings>>();
  private pushed = USUAL_SETTINGS;
  private pushes = 0;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
  ) {}

  /** Another number whenever settings have changed. */
  get epoch(): number {
    return this.pushes;
  }

  /** The settings of a document or of a folder, as they are when they are given. */
  async for(uri: string): Promise<Settings> {
    for (;;) {
      const { epoch } = this;
      const settings = await this.known(uri);
      // Where they have changed while the client was asked, it is asked once more.
      if (epoch === this.epoch) return settings;
    }
  }

  private known(uri: string): Promise<Settings> {
    if (!this.canAsk) return Promise.resolve(this.pushed);
    const known = this.byDocument.get(uri);
    if (known) return known;
    const asked = this.ask(uri);
    this.byDocument.set(uri, asked);
    return asked;
  }

  /** A client that fails to answer gets the defaults: findings matter more than their severities. */
  private async ask(uri: string): Promise<Settings> {
    try {
      return readSettings(
        await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }),
      );
    } catch {
      this.byDocument.delete(uri);
      return USUAL_SETTINGS;
    }
  }

  /** Settings have changed: `section` holds them where the client sends them along. */
  push(section: unknown): void {
    this.pushes++;
    this.byDocument.clear();
    if (section !== undefined && section !== null) this.pushed = readSettings(section);
  }

  /** What goes beside the client's settings has changed. */
  changed(): void {
    this.pushes++;
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
  }
}
