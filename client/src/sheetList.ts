import * as vscode from 'vscode';
import { ServerState, ServerUnavailableError, type SheetServer } from './languageClient';
import { sheetsChangedNotification, sheetsRequest, type SheetListEntry } from './protocol';

/** The sheets of the workspace as the server knows them: asked for once for all that show them. */
export class SheetList implements vscode.Disposable {
  readonly #server: SheetServer;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  /** The last answer, or the one that is awaited; `undefined` where the server may know better by now. */
  #asked: Promise<readonly SheetListEntry[]> | undefined;
  #known: readonly SheetListEntry[] = [];

  /** Fires when there may be another answer. */
  readonly onDidChange = this.#changed.event;

  constructor(server: SheetServer) {
    this.#server = server;
    server.onNotification(sheetsChangedNotification, () => this.#forget());
    this.#listener = server.onDidChangeState(state => {
      if (state === ServerState.Running || state === ServerState.Failed) this.#forget();
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  /** All sheets. What was known stays while a server that died is started again; never rejects. */
  get(): Promise<readonly SheetListEntry[]> {
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  /**
   * All sheets, once the server has read every one of them.
   *
   * @throws ServerUnavailableError
   */
  complete(token: vscode.CancellationToken): Promise<readonly SheetListEntry[]> {
    return this.#server.request(sheetsRequest, { complete: true }, token);
  }

  #forget(): void {
    this.#asked = undefined;
    this.#changed.fire();
  }

  async #ask(): Promise<readonly SheetListEntry[]> {
    try {
      this.#known = await this.#server.request(sheetsRequest, {});
    } catch (error) {
      this.#asked = undefined;
      if (!(error instanceof ServerUnavailableError)) this.#server.log(error);
      if (this.#server.state === ServerState.Failed) this.#known = [];
    }
    return this.#known;
  }
}
