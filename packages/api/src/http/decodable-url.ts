/** The URL as it is, or with its percent signs taken by the letter where it decodes to nothing: no path is then found. */
export function decodableUrl(text: string): string {
  const url = new URL(text);
  if (!isDecodable(url.pathname)) url.pathname = url.pathname.replaceAll('%', '%25');
  return url.href;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
