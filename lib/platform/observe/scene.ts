import { AsyncLocalStorage } from "node:async_hooks";

/** For whom and for what something runs, as each of its log lines tells it. */
export interface Scene {
  requestId: string;
  /** pattern of the route, such as `/room/[sessionId]` */
  route?: string;
  /** queue of the job */
  job?: string;
  /** id of the tenant */
  tenant?: string;
  /** pseudonym of the person, see `pseudonymOf` */
  user?: string;
}

/** On the global object: log lines are written by other copies of this module than the one that set the scene. */
const slot = Symbol.for("salesboost.scene");
const holder: typeof globalThis & { [slot]?: AsyncLocalStorage<Scene> } = globalThis;
const storage = (holder[slot] ??= new AsyncLocalStorage<Scene>());

/** Runs `work`, and all it starts, under `scene`. */
export function withScene<T>(scene: Scene, work: () => T): T {
  return storage.run(scene, work);
}

/** What runs now, or undefined outside any request and job. */
export function currentScene(): Scene | undefined {
  return storage.getStore();
}
