const QUOTED_OR_NUMBER =
  /`[^`]*`|'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|(?<![\w`])\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gis;

/** The statement with a placeholder for each value in it: the PlanetScale driver sends values as part of the text. */
export function withoutValues(statement: string): string {
  return statement.replaceAll(QUOTED_OR_NUMBER, (part) => (part.startsWith('`') ? part : '?'));
}
