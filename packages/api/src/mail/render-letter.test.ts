import { describe, expect, it } from 'vitest';
import { renderLetter, type Letter } from './render-letter.ts';

const LETTER: Letter = {
  title: 'You have used 80 %',
  paragraphs: ['8,012 of 10,000 tokens.', 'It resets at midnight.'],
  share: 80,
  action: { label: 'Show usage', url: 'https://resumint.example/billing' },
  footer: 'You get this mail because mails are on.',
  footerAction: { label: 'Change it', url: 'https://resumint.example/settings' },
};

describe('a letter', () => {
  it('says the same in both parts', () => {
    const { text, html } = renderLetter(LETTER);
    const { title, paragraphs, action, footer, footerAction } = LETTER;
    for (const said of [
      title,
      ...paragraphs,
      action.label,
      action.url,
      footer,
      footerAction.label,
      footerAction.url,
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(text).not.toMatch(/[<>]/);
  });

  it('takes no markup out of what it is given', () => {
    const evil = `<img src=x onerror="alert('1')"> & "more"`;
    const { html, text } = renderLetter({
      title: evil,
      paragraphs: [evil],
      share: null,
      action: { label: evil, url: 'https://resumint.example/?a=1&b="><script>' },
      footer: evil,
      footerAction: { label: evil, url: 'https://resumint.example/' },
    });
    expect(html).not.toMatch(/<img|<script|onerror="/);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &quot;more&quot;');
    expect(text).toContain(evil);
  });

  it.each(['javascript:alert(1)', 'data:text/html,hello'])('does not link to %s', (url) => {
    expect(() => renderLetter({ ...LETTER, action: { label: 'Go', url } })).toThrow(TypeError);
  });

  it.each([
    { share: 80, parts: ['class="used" width="80%"', 'class="left" width="20%"'], none: 'class="full"' },
    { share: 0, parts: ['class="left" width="100%"'], none: 'class="used"' },
    { share: 130, parts: ['class="full" width="100%"'], none: 'class="left"' },
  ])('shows a share of $share %', ({ share, parts, none }) => {
    const { html } = renderLetter({ ...LETTER, share });
    for (const part of parts) expect(html).toContain(part);
    expect(html).not.toContain(none);
  });

  it('has colors of its own for the dark, and says that it does', () => {
    const { html } = renderLetter(LETTER);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('loads nothing from anywhere', () => {
    expect(renderLetter(LETTER).html).not.toMatch(/src=|url\(|@import|<link/);
  });
});
