/** One mail to one person. The text is always there; HTML is an alternative to it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /**
   * Names the mail, as in `<id@host>`: sent again it has the same id, so that whoever receives it twice can tell. Of
   * letters, digits and `.-_@` within the brackets.
   */
  messageId: string;
}

/** Hands a mail over. Resolves when it was taken; throws when it was not, or when nobody can tell. */
export type SendMail = (mail: Mail) => Promise<void>;
