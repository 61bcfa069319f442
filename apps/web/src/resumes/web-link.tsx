import type { ReactNode } from 'react';
import { printedUrl, webUrl } from './web-url.ts';

interface WebLinkProps {
  address: string | undefined;
  /** In place of the address. */
  children?: ReactNode;
}

/** A link out of the app, where the address leads to the web, and its text otherwise. */
export function WebLink({ address, children }: WebLinkProps) {
  const url = webUrl(address);
  if (!url) return children ?? address;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      {children ?? printedUrl(url)}
    </a>
  );
}
