const MOST_SHOWN = 99;

/** The list counts up to one more than is shown. */
export function unreadCount(unread: number): string {
  return unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread);
}
