const SHOWN_FIRST = 4;
const SHOWN_LAST = 2;

/** Enough of a number to ask a customer whether it is theirs, and too little for whoever looks over a shoulder. */
export const maskedPhone = (phone: string): string => {
  const digits = phone.replaceAll(/\D/g, '');
  if (digits === '') return '';
  const last = digits.slice(-SHOWN_LAST);
  if (digits.length <= SHOWN_FIRST + SHOWN_LAST) return `•• ${last}`;
  const first = /^\D*(?:\d\D*){4}/.exec(phone)?.[0].replace(/\D+$/, '') ?? '';
  return `${first} •• ${last}`;
};
