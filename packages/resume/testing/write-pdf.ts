import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

interface Placed {
  text: string;
  x: number;
  y: number;
}

type Page = { lines: readonly Placed[] } | { content: string } | 'scan';

/** A PDF of few bytes: text in Helvetica at the places given, or a page that is one grey pixel. */
export function writePdf(
  pages: readonly Page[],
  options: { password?: string; isPacked?: boolean } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => {
      const content = options.isPacked ? deflateSync(contentOf(page)).toString('latin1') : contentOf(page);
      const filter = options.isPacked ? '/Filter /FlateDecode ' : '';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< ${filter}/Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const security = options.password === undefined ? '' : lockedBy(options.password);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${security}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + table + trailer, 'latin1'));
}

/** A page of text, one line under the other. */
export function textPage(lines: readonly string[]): Page {
  return { lines: lines.map((text, index) => ({ text, x: 50, y: 800 - index * 14 })) };
}

function contentOf(page: Page): string {
  if (page === 'scan') return 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q';
  if ('content' in page) return page.content;
  return page.lines
    .map(({ text, x, y }) => `BT /F1 11 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`)
    .join('\n');
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -4;

// The standard security handler, revision 2 with a key of 40 bits: ISO 32000-1, 7.6.3.3 and 7.6.3.4.
function lockedBy(password: string): string {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const id = md5(Buffer.from('resume'));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const user = rc4(key, PADDING);
  const hex = (bytes: Buffer) => `<${bytes.toString('hex')}>`;
  return `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P ${PERMISSIONS} >> /ID [${hex(id)} ${hex(id)}] `;
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 255] ?? 0;
  const swap = (first: number, second: number) => {
    [state[first & 255], state[second & 255]] = [at(second), at(first)];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    bytes.map((byte, index) => {
      const i = (index + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
