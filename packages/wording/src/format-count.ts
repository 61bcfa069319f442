export function formatCount(count: bigint | number): string {
  return count.toLocaleString('en-US');
}
