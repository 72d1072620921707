// What a date or time may look like, ready to follow “expected” in a message.

export const timeForms = 'a time such as 20:30, or morning, afternoon, evening or night';

export const publicationForms =
  'a date such as 2024-05-12, 2024-05~ (about) or 2024-05-12? (doubtful), in quotation marks if it has brackets or is a bare year';

export const eventDateForms =
  'a date such as 2024-05-12, 2024-05~ (about), 2024-05-12? (doubtful), 2024-05-1X, 2024-05-12/2024-05-14 (lasting) or [2024-05-12..2024-05-14] (one day of these)';
