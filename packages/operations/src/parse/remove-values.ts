/** A copy of a JSON value without what stands at these paths, each as in `work.0.position`. */
export function removeValues(root: unknown, paths: string[]): unknown {
  const copy: unknown = structuredClone(root);
  for (const path of paths) removeAt(copy, path.split('.'));
  return copy;
}

function removeAt(holder: unknown, [key, ...rest]: string[]): void {
  if (typeof holder !== 'object' || holder === null || key === undefined) return;
  if (rest.length > 0) removeAt(Reflect.get(holder, key), rest);
  // Set, not deleted, so that the places of what follows in a list stay what the other paths say.
  else Reflect.set(holder, key, undefined);
}
