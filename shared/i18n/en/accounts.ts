export const accounts = {
  accounts: {
    title: 'Accounts',
    new: 'Invite a person',
    makeLink: 'Make a link',
    linkOnce:
      '{{name}} chooses a password by this link. It is shown once, works once and until {{time}}. Whoever has it can enter as this person: send it to nobody else.',
    linkOf: 'Link of {{name}}',
    linkOver: 'This link was used already or is too old. Ask an administrator for a new one.',
    choosePassword: 'Choose your password',
    password: 'New password for {{name}}',
    passwordExplain:
      'A link is made by which this person chooses a password. Until then the old one counts; then everybody who was signed in with it is signed out.',
    removeQuestion: 'Take the account of {{name}} back?',
    removeExplain:
      'This person is signed out at once and can sign in to the dashboard no more. What they did stays on record.',
    roles: {
      head_office: 'Administrator',
      store_manager: 'Store manager',
    },
    roleHints: {
      head_office: 'Sees and changes everything, and invites others.',
      store_manager: 'Sees these stores alone and settles what their managers decide.',
    },
    states: {
      active: 'May sign in',
      invited: 'Invited',
    },
  },
} as const;
