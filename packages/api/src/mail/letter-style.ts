/** Contrast is at least 4.5 in both color schemes; a program that knows neither shows the light one. */
export const LETTER_STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.page { margin: 0; padding: 0; background: #f6f7f6; color: #1a1d1e; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; }
.around { padding: 24px 12px; }
.card { max-width: 560px; background: #ffffff; border: 1px solid #dee2e1; border-radius: 12px; }
.inside { padding: 28px; text-align: left; }
.brand { margin: 0 0 16px; font-size: 14px; font-weight: 600; color: #0c5640; }
.title { margin: 0 0 16px; font-size: 20px; line-height: 1.3; font-weight: 600; color: #1a1d1e; }
.text { margin: 0 0 16px; font-size: 16px; line-height: 1.5; color: #1a1d1e; }
.bar { margin: 0 0 16px; border-radius: 999px; overflow: hidden; }
.used { background: #c2570c; }
.full { background: #c02626; }
.left { background: #e6e9e8; }
.button { display: inline-block; padding: 12px 18px; border-radius: 8px; background: #1d6b52; color: #ffffff; font-weight: 600; text-decoration: none; }
.footer { max-width: 560px; margin: 16px auto 0; font-size: 13px; line-height: 1.5; color: #5b6168; }
.link { color: #0c5640; }
@media (prefers-color-scheme: dark) {
  .page { background: #121415; color: #e8eaea; }
  .card { background: #1a1d1e; border-color: #33383a; }
  .title, .text { color: #e8eaea; }
  .brand, .link { color: #8bc4b0; }
  .left { background: #33383a; }
  .used { background: #f0913a; }
  .full { background: #f0655f; }
  .footer { color: #a6adb4; }
}
`;
