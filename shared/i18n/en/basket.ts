export const basket = {
  line: {
    more: 'Notes and place of the line',
    note: 'Note on the line',
    noteHint: 'It is printed on the receipt.',
    saleNote: 'Note on the whole sale',
    moveUp: 'Move up',
    moveDown: 'Move down',
    repeat: 'Once more',
    save: 'Save',
  },
  void: {
    why: 'Why',
    line: 'Remove the line',
    total: 'To pay: {{amount}}',
    reasons: {
      mistake: 'Rung up by mistake',
      changed_mind: 'The customer changed their mind',
      price: 'Another price was expected',
      cannot_pay: 'The customer cannot pay',
      unfit: 'Damaged or defective',
      not_back: 'Nobody came back',
      other: 'Other',
      quantity: 'Quantity corrected',
      undone: 'Undone',
      reserved: 'Kept for a web order',
    },
  },
} as const;
