/** How long a coder must pause before findings are pushed, in milliseconds. */
const PAUSE = 100;

/** Pushes the diagnostics of a document once its edits pause; one push for any number of edits. */
export class Publisher {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly publish: (uri: string) => Promise<void>) {}

  soon(uri: string): void {
    this.cancel(uri);
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        void this.publish(uri);
      }, PAUSE),
    );
  }

  cancel(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.waiting.keys()]) this.cancel(uri);
  }
}
