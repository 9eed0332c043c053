/** What of paying is on screen: what may pay, or the one that pays now. */
export type PaymentView = 'choice' | 'cash' | 'part' | 'gift_card' | 'store_credit' | 'points';
