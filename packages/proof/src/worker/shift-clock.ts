/** Lets this process's wall clock be wrong from now on, as that of a machine whose clock was set by hand. */
export function shiftClock(byMs: number): void {
  if (byMs === 0) return;
  const Real = globalThis.Date;
  const now = () => Real.now() + byMs;
  globalThis.Date = new Proxy(Real, {
    construct(target, given: unknown[], newTarget) {
      const made: unknown = Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget);
      if (made instanceof Real) return made;
      throw new TypeError('a date is made that is none');
    },
    get: (target, property) => (property === 'now' ? now : (Reflect.get(target, property) as unknown)),
  });
}
