import { spawn, type ChildProcess } from "node:child_process";
import { openSync } from "node:fs";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Instance {
  port: number;
  child: ChildProcess | null;
  /** answers requests */
  ready: boolean;
}

/** The production server, once or several times over, as processes that may be killed and come back. */
export class Service {
  readonly instances: Instance[];
  kills = 0;
  killsAtStart = 0;
  slowestStartMs = 0;

  constructor(
    ports: number[],
    private readonly options: { cwd: string; env: Record<string, string>; logFile: string },
  ) {
    this.instances = ports.map((port) => ({ port, child: null, ready: false }));
  }

  urlOf(index: number): string {
    return `http://127.0.0.1:${this.instances[index]?.port}`;
  }

  /** Those that answer now. */
  get up(): number[] {
    return this.instances.flatMap(({ ready }, index) => (ready ? [index] : []));
  }

  launch(index: number): void {
    const instance = this.#at(index);
    const out = openSync(this.options.logFile, "a");
    const child = spawn(process.execPath, ["server.js"], {
      cwd: this.options.cwd,
      env: {
        ...process.env,
        ...this.options.env,
        PORT: String(instance.port),
        HOSTNAME: "127.0.0.1",
        NODE_ENV: "production",
      },
      stdio: ["ignore", out, out],
    });
    instance.child = child;
    child.once("exit", () => {
      if (instance.child === child) Object.assign(instance, { child: null, ready: false });
    });
  }

  async waitUntilReady(index: number): Promise<void> {
    const begun = Date.now();
    const instance = this.#at(index);
    for (;;) {
      if (!instance.child) throw new Error(`a server ended while starting: see ${this.options.logFile}`);
      const answer = await fetch(`${this.urlOf(index)}/api/health/live`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) break;
      if (Date.now() - begun > 120_000) throw new Error(`a server does not answer: see ${this.options.logFile}`);
      await pause(50);
    }
    instance.ready = true;
    this.slowestStartMs = Math.max(this.slowestStartMs, Date.now() - begun);
  }

  async start(index: number): Promise<void> {
    this.launch(index);
    await this.waitUntilReady(index);
  }

  /** Power gone: no handler runs, nothing is flushed. */
  async kill(index: number): Promise<void> {
    const instance = this.#at(index);
    if (!instance.ready) this.killsAtStart++;
    this.kills++;
    instance.ready = false;
    await this.#end(instance, "SIGKILL");
  }

  /** Asks it to go, as a host does. Returns its exit code. */
  async terminate(index: number): Promise<number | null> {
    return await this.#end(this.#at(index), "SIGTERM");
  }

  async stop(): Promise<void> {
    for (const instance of this.instances) await this.#end(instance, "SIGKILL");
  }

  async #end(instance: Instance, signal: NodeJS.Signals): Promise<number | null> {
    const { child } = instance;
    if (!child) return null;
    const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    child.kill(signal);
    return await gone;
  }

  #at(index: number): Instance {
    const instance = this.instances[index];
    if (!instance) throw new Error(`there is no instance ${index}`);
    return instance;
  }
}
