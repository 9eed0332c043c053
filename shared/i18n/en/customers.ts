export const customers = {
  customers: {
    title: 'Customers',
    groups: 'Groups',
    newGroup: 'New group',
    editGroup: 'Rename the group',
    deleteGroup: 'Delete the group',
    deleteGroupQuestion: 'Delete the group {{name}}?',
    deleteGroupExplain:
      'No price list, no promotion and no customer uses it. Tills forget it when they next connect.',
    groupUsed: 'It cannot be deleted as long as it is used:',
    usedByPriceList: 'Price list: {{name}}',
    usedByPromotion: 'Promotion: {{name}}',
    usedByCustomers_one: '{{count}} customer is in it',
    usedByCustomers_other: '{{count}} customers are in it',
    groupName: 'Name of the group',
    groupHint: 'The till shows it with the customer.',
    noGroups: 'There are no groups yet.',
    noGroupsHint:
      'Customers of a group can have prices and promotions of their own: make a group, put customers into it, and choose it in a price list or a promotion.',
    forGroups: 'Customers of these groups (none chosen: everybody)',
    lookTitle: 'Find a customer',
    lookHint: 'Type part of the name, the end of the phone number or the loyalty card.',
    find: 'Find',
    erase: 'Erase the customer',
    eraseQuestion: 'Erase {{name}} for good?',
    eraseExplain:
      'Name, phone, e-mail, card and groups are deleted here and, when they next connect, at the tills. Receipts and points stay under a number that names nobody. Web orders that wait are handed over by their code alone. Nothing brings the customer back.',
  },
} as const;
