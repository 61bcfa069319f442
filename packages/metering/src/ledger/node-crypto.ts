/** Not imported, since the edge has none. */
export const nodeCrypto =
  typeof process === 'undefined' ? undefined : process.getBuiltinModule('node:crypto');
