/** The route that a page's file has in Next's App Router: folders in parentheses are none of it. */
export function routeOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  return `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join('/')}`;
}
