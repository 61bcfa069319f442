/** Where the router of a test runs: in the process of the test, or on workerd. */
export type Mount = 'node' | 'edge';

/** Where the app of a test is, and its pages. */
export const ORIGIN = 'http://resumint.test';

let mount: Mount = 'node';

/** For the tests under `src/edge`, which are those of `src/router` on the other mount. */
export function mountAtEdge(): void {
  mount = 'edge';
}

export function currentMount(): Mount {
  return mount;
}

/** For `it.runIf`: a test of what is only there on Node, and why. */
export function isOnNode(_reason: string): boolean {
  return mount === 'node';
}
