const MOST_CAUSES = 5;
const FRAME = '    at ';

/**
 * A failure as it may stand in a log: kinds, codes and places of it and its causes. Never their messages, since those
 * of a database quote a person's values.
 */
export function describeFailure(error: unknown): string {
  const lines: string[] = [];
  for (let cause = error; cause instanceof Error && lines.length < MOST_CAUSES; cause = cause.cause) {
    const code = 'code' in cause ? ` ${String(cause.code)}` : '';
    lines.push(`${cause.name}${code}${lines.length === 0 ? `\n${framesOf(cause)}` : ''}`);
  }
  return lines.length > 0 ? lines.join('\n  caused by ') : `a ${typeof error} was thrown`;
}

/** What follows the message, which may hold lines that look like places. Nothing where the stack has another message. */
function framesOf({ message, stack = '' }: Error): string {
  const at = stack.indexOf(`${message}\n${FRAME}`);
  const opening = stack.slice(0, Math.max(0, at));
  if (!/^[^:\n]+(?:: )?$/.test(opening)) return '    (places unknown)';
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => line.startsWith(FRAME))
    .slice(0, 8)
    .join('\n');
}
