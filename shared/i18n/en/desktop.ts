/** The installed app: its window, its server, its log. */
export const desktop = {
  server: {
    address: 'Server address',
    explain:
      'As head office gave it, for example shop.example.com. This till works with it from now on.',
    use: 'Use this server',
    invalid: 'That is no address of a server. Outside this computer it must be one with https.',
  },
  kiosk: {
    enter: 'Full screen with lock',
    leave: 'Leave full screen',
    choosePin:
      'Choose a PIN of 4 to 6 digits. Without it nobody leaves the till, not even after a restart.',
    repeatPin: 'Enter the same PIN again.',
    sayPin: 'Enter the PIN that was chosen for full screen.',
    differ: 'The two PINs differ. Choose one again.',
    next: 'Continue',
  },
  display: {
    show: 'Show the customer their basket',
    hide: 'Close the customer display',
    scanToPay: 'Scan to pay with your bank’s app',
    welcome: 'Welcome',
    ready: 'Ready for pickup',
  },
  stopped: {
    title: 'The till’s page has stopped several times',
    explain:
      'Nothing that was sold is lost. Try again. If it stops again restart this computer; if that does not help call whoever looks after it. What happened is written down here:',
    again: 'Try again',
  },
  log: {
    save: 'Save the log',
    hint: 'For whoever helps you: what the app did, with no names, receipts or amounts.',
  },
  update: {
    title: 'Update',
    lies: '{{version}} is ready',
    ready: 'Version {{version}} is ready',
    afterShift: 'It is installed when the shift is closed and everything is sent.',
    afterShiftAsked: 'It can be installed when the shift is closed and everything is sent.',
    notSent_one: 'It waits until {{count}} operation is sent or copied on this computer.',
    notSent_other: 'It waits until {{count}} operations are sent or copied on this computer.',
    now: 'It is installed by itself when nobody is at the till. It takes a minute or two.',
    nowAsked: 'Installing takes a minute or two; the computer may ask for leave.',
    install: 'Install now',
    installVersion: 'Install version {{version}}',
    failed: 'It was not installed. This version goes on working; it will be tried again.',
    channel: 'New versions',
    stable: 'When proven',
    early: 'Early',
  },
} as const;
