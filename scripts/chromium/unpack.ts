export async function unpackChromium(): Promise<string | undefined> {
  return undefined;
}
