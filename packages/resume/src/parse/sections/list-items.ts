/** The items of a list in one line; commas and slashes inside brackets do not part. */
export function listItems(text: string): string[] {
  return text
    .split(/\t|\s?[;•·|]\s?|,(?![^(]{0,200}\))(?!\d{3})\s*/u)
    .map((item) => item.replace(/^[\s\-–—:]+|[\s.]+$/gu, ''))
    .filter((item) => /[\p{L}\p{N}]/u.test(item));
}

/** "Label: the rest", where the label is short enough to be one. */
export function labelled(text: string): { label: string; rest: string } | undefined {
  const match = /^([^:\t]{2,50}?)\s?:\s*(\S.*)$/.exec(text);
  if (!match?.[1] || !match[2] || match[2].startsWith('//')) return undefined;
  return { label: match[1], rest: match[2].replace(/^\t/, '') };
}
