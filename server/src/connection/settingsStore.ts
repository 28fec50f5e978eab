import type { Connection, Disposable } from 'vscode-languageserver';
import { readSettings, SETTINGS_SECTION, USUAL_SETTINGS, type Settings } from './settings';

/**
 * How long a client is waited for that was asked for settings, in milliseconds: editors answer at once, and
 * nothing of a sheet is read or told before.
 */
const PATIENCE = 5000;

/**
 * The settings of each document, and of each folder for the sheets in it that are not open: asked of the
 * client once for each, where it answers such questions, and otherwise those it pushed for all. A client that
 * does not answer in time is gone on without; what it answers later is taken up.
 */
export class SettingsStore implements Disposable {
  private readonly byDocument = new Map<string, Promise<Settings>>();
  private pushed = USUAL_SETTINGS;
  private pushes = 0;
  /** True for a client that did not answer in time, until it answers: it is not waited for again. */
  private isSilent = false;
  private readonly patience = new Set<ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
  ) {}

  /** Another number whenever settings have changed. */
  get epoch(): number {
    return this.pushes;
  }

  /** Is told when a client has answered that was gone on without. */
  onDidAnswerLate(listener: () => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  dispose(): void {
    for (const timer of this.patience) clearTimeout(timer);
    this.listeners.clear();
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

  /** Whether the client has answered for a document or a folder, or is not asked at all. */
  isKnown(uri: string): boolean {
    return !this.canAsk || this.byDocument.has(uri);
  }

  private known(uri: string): Promise<Settings> {
    if (!this.canAsk) return Promise.resolve(this.pushed);
    const known = this.byDocument.get(uri);
    if (known) return known;
    const answer = this.ask(uri);
    const asked = this.inTime(answer).then(settings => {
      if (settings) return settings;
      void answer.then(late => this.takeUp(uri, asked, late));
      return this.pushed;
    });
    this.byDocument.set(uri, asked);
    return asked;
  }

  /** What a client answers; `undefined` where it takes too long. */
  private async inTime(answer: Promise<Settings>): Promise<Settings | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLate = new Promise<undefined>(resolve => {
      timer = setTimeout(() => resolve(undefined), this.isSilent ? 0 : PATIENCE);
      this.patience.add(timer);
    });
    const settings = await Promise.race([answer, isLate]);
    if (timer) {
      clearTimeout(timer);
      this.patience.delete(timer);
    }
    this.isSilent = settings === undefined;
    return settings;
  }

  /** Settings that came too late are gone by from now on, unless they have been asked for anew since. */
  private takeUp(uri: string, asked: Promise<Settings>, settings: Settings): void {
    this.isSilent = false;
    if (this.byDocument.get(uri) !== asked) return;
    this.byDocument.set(uri, Promise.resolve(settings));
    this.pushes++;
    for (const listener of this.listeners) listener();
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
