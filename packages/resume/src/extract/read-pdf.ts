import { getDocumentProxy } from 'unpdf';
import { pageLines } from './page-lines.ts';
import type { PdfReading, PdfRequest } from './pdf-messages.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const LINKS_MAX = 20;

/** Reads the text of a PDF, page by page, in this thread, for as long as the file makes it take. */
export async function readPdf({ bytes, ...limits }: PdfRequest): Promise<PdfReading> {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: 1 });
    const pages = document.numPages;
    if (pages > limits.pagesMax) return { kind: 'tooManyPages', pages };
    return { kind: 'read', text: await readPages(document, limits.charactersMax), pages };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: isLocked ? 'locked' : 'broken', reason: String(error) };
  }
}

async function readPages(document: PdfDocument, charactersMax: number): Promise<string> {
  const links = new Set<string>();
  let text = '';
  for (let number = 1; number <= document.numPages && text.length <= charactersMax; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    text += `${text === '' ? '' : '\n\n'}${pageLines(items).join('\n')}`;
    for (const link of webLinks(await page.getAnnotations())) links.add(link);
    page.cleanup();
  }
  return text.trim() === '' ? '' : text + linksNotIn(text, links);
}

// A name that links to a profile shows no address: what it points to is part of what the document says.
function linksNotIn(text: string, links: ReadonlySet<string>): string {
  const hidden = [...links].filter((link) => !isShown(text, link)).slice(0, LINKS_MAX);
  return hidden.length === 0 ? '' : `\n\nLinks\n${hidden.join('\n')}`;
}

function isShown(text: string, link: string): boolean {
  const bare = link.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  const path = bare.slice(bare.indexOf('/') + 1);
  return text.includes(bare) || (path.includes('/') && text.includes(path));
}

function webLinks(annotations: readonly unknown[]): string[] {
  return annotations.flatMap((annotation) => {
    const hasUrl = typeof annotation === 'object' && annotation !== null && 'url' in annotation;
    const url = hasUrl ? annotation.url : undefined;
    return typeof url === 'string' && /^https?:\/\//.test(url) && url.length <= 300 ? [url] : [];
  });
}
