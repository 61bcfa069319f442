/** The address, where it leads to the web: anything else is no link. */
export function webUrl(address: string | undefined): URL | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/** As it is read on paper: without the scheme, and without a slash at the end. */
export function printedUrl({ href, protocol }: URL): string {
  return href
    .slice(protocol.length + '//'.length)
    .replace(/^www\./, '')
    .replace(/\/$/, '');
}
