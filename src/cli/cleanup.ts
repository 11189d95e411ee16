type Hook = () => void | Promise<void>;

/** What has to be put away when the process is ended from outside: temporary folders, lock files. */
export class Cleanup {
  readonly #hooks: Hook[] = [];

  /** Keeps `hook`; the function returned takes it back. */
  add(hook: Hook): () => void {
    this.#hooks.push(hook);
    return () => {
      const index = this.#hooks.indexOf(hook);
      if (index >= 0) this.#hooks.splice(index, 1);
    };
  }

  /** Runs every hook once, the last first; one that fails does not keep the others from running. */
  async run(): Promise<void> {
    for (let hook = this.#hooks.pop(); hook !== undefined; hook = this.#hooks.pop()) {
      try {
        await hook();
      } catch {
        // The process is ending for another reason, which is the one to report.
      }
    }
  }
}
