// What one page holds. Nothing is imported here: views import each other in circles, and a number that another is
// reckoned from must be there whichever of them is loaded first.

/** So many events stand on one page as cards. */
export const MOST = 50;

/** The words of a page's lists have so many bytes (UTF-8) at most; compressed, two fifths are left. */
export const ROOM = 16_000;

/** Maximum number of anchors that stand on a page for what is elsewhere: most are hashes, which do not compress. */
export const maxAnchors = 600;
