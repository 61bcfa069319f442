/** What operations are called on a screen. */
export const OPERATION_NAMES: Readonly<Record<string, string>> = {
  'resume.parse': 'Read a resume',
  'resume.summarize': 'Write a summary',
};

/** The name of an operation within a sentence. */
export function quotedOperation(operation: string): string {
  return `“${OPERATION_NAMES[operation] ?? operation}”`;
}
