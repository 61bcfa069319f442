import { posix } from 'node:path';

export interface Document {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
}

export interface Repository {
  /** Files from the root, with forward slashes. */
  files: ReadonlySet<string>;
  npmScripts: ReadonlySet<string>;
}

const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[^\n]*$/gm;
const markdownLink = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const inlineCode = /(?<!`)`([^`\n]+)`(?!`)/g;
const npmScript = /\bnpm (?:run (?:-\S+ )*([\w:.-]+)|(start|test)\b)/g;
const pathLike = /^(?:\.{1,2}\/)?[\w@.*-]+(?:\/[\w@.*()[\]-]+)*\/?$/;
const fileExtension = /\.(?:tsx?|mjs|jsonc?|md|sql|ya?ml|sh|css|toml)$/;
const namedAlone = /\.(?:tsx?|mjs|md)$|^(?:package|package-lock|turbo|knip|tsconfig(?:\.\w+)?)\.jsonc?$/;
const untracked = /^(?:node_modules|\.data|\.next|\.turbo|\.git|coverage|test-results)(?:\/|$)/;

/** One sentence for each path or npm script that the document names and the repository does not have. */
export function findBrokenReferences(document: Document, repository: Repository): string[] {
  const prose = document.text.replaceAll(fence, '');
  const links = matches(prose, markdownLink).filter(isRelativeLink).map(withoutAnchor);
  const names = matches(prose, inlineCode)
    .map((code) => code.replace(/:\d+(?:-\d+)?$/, ''))
    .filter((code) => namesPath(code, document, repository));
  const scripts = matches(document.text, npmScript);

  return [
    ...missing([...links, ...names], (path) => isThere(path, document, repository)).map(
      (path) => `${document.path} names ${path}, which is not there.`,
    ),
    ...missing(scripts, (script) => repository.npmScripts.has(script)).map(
      (script) => `${document.path} names the npm script ${script}, which is not there.`,
    ),
  ];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '');
}

function missing(names: string[], isPresent: (name: string) => boolean): string[] {
  return [...new Set(names)].filter((name) => !isPresent(name));
}

function isRelativeLink(target: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target);
}

function withoutAnchor(target: string): string {
  return decodeURI(target.replace(/[?#].*$/, ''));
}

// Inline code is a path when it begins in a folder of ours or ends like a file: `drizzle-orm/mysql2` does neither.
function namesPath(code: string, document: Document, repository: Repository): boolean {
  if (!pathLike.test(code) || untracked.test(code) || code.startsWith('@')) return false;
  if (!code.includes('/')) return namedAlone.test(code);
  const [first = ''] = code.split('/');
  return first.startsWith('.') || fileExtension.test(code) || isThere(first, document, repository);
}

function isThere(path: string, document: Document, repository: Repository): boolean {
  const folder = posix.dirname(document.path);
  const candidates = [posix.normalize(path), posix.join(folder, path)].map((name) => name.replace(/\/$/, ''));
  const isNameAlone = !path.includes('/');
  const patterns = candidates.map((name) => new RegExp(`^${globSource(name)}(?:/|$)`));
  for (const file of repository.files) {
    if (patterns.some((pattern) => pattern.test(file))) return true;
    if (isNameAlone && namedAlone.test(path) && posix.basename(file) === path) return true;
  }
  return candidates.includes('.');
}

function globSource(name: string): string {
  return name
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .split('**')
    .map((part) => part.replaceAll('*', '[^/]*'))
    .join('.+');
}
