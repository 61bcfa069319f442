import { escapeHtml } from './escape-html.ts';
import { LETTER_STYLE } from './letter-style.ts';

interface Action {
  label: string;
  url: string;
}

/** What a mail says, as plain text throughout. */
export interface Letter {
  title: string;
  paragraphs: readonly string[];
  /** Shown as a bar, in percent; more than 100 fills it. The text has to say it as well. */
  share: number | null;
  action: Action;
  footer: string;
  footerAction: Action;
}

/** Both parts of a mail, which say the same. Throws a TypeError for an address that is not of the web. */
export function renderLetter(letter: Letter): { text: string; html: string } {
  for (const { url } of [letter.action, letter.footerAction]) assertWeb(url);
  return { text: renderText(letter), html: renderHtml(letter) };
}

function renderText({ title, paragraphs, action, footer, footerAction }: Letter): string {
  const blocks = [title, ...paragraphs, lineOf(action), `-- \n${footer}\n${lineOf(footerAction)}`];
  return `${blocks.join('\n\n')}\n`;
}

function lineOf({ label, url }: Action): string {
  return `${label}: ${url}`;
}

/** Mail programs know tables, attributes and little of styles: what matters is said in those. */
function renderHtml({ title, paragraphs, share, action, footer, footerAction }: Letter): string {
  const text = (content: string) => `<p class="text">${escapeHtml(content)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${LETTER_STYLE}</style>
</head>
<body class="page">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page">
<tr><td align="center" class="around">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card">
<tr><td class="inside">
<p class="brand">Resumint</p>
<h1 class="title">${escapeHtml(title)}</h1>
${share === null ? '' : renderBar(share)}${paragraphs.map(text).join('\n')}
<p class="text"><a class="button" href="${escapeHtml(action.url)}">${escapeHtml(action.label)}</a></p>
</td></tr>
</table>
<p class="footer">${escapeHtml(footer)}<br><a class="link" href="${escapeHtml(footerAction.url)}">${escapeHtml(footerAction.label)}</a></p>
</td></tr>
</table>
</body>
</html>
`;
}

function renderBar(share: number): string {
  const used = Math.min(100, Math.max(0, Math.round(share)));
  const part = (width: number, name: string) =>
    width === 0 ? '' : `<td class="${name}" width="${width}%" height="10"></td>`;
  return `<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" class="bar"><tr>${part(used, used < 100 ? 'used' : 'full')}${part(100 - used, 'left')}</tr></table>
`;
}

function assertWeb(url: string): void {
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new TypeError('A link in a mail begins with https: or http:.');
  }
}
