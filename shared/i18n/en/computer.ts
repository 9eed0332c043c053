export const computer = {
  recover: {
    foundTitle: 'Data of a till is on this computer',
    foundExplain:
      'This browser knows no till, but this computer keeps a copy of one. If the data of the browser was deleted, take it back: nothing is lost.',
    restore: 'Take back {{till}}',
    operations_one: '{{count}} operation',
    operations_other: '{{count}} operations',
    other: 'Set up another till',
    restoring: 'Data is being taken back…',
    needsServerTitle: 'The data of {{till}} is back',
    needsServer:
      'Before it sells again this till needs the server once, so that no receipt number is given twice. Check the network and try again.',
    needsEnrolmentTitle: 'The key of {{till}} is not on this computer',
    needsEnrolment:
      'What the till sold is kept here. Ask head office for an enrolment code of {{till}}: with it the till works again and takes everything back.',
    enrolAgain: 'Enrol again',
    disagreesTitle: 'The journal of {{till}} and its copy differ',
    disagrees:
      'From operation {{seq}} on, the browser and the copy on this computer hold different operations. Nothing was changed. Both stay as they are when the till goes on in a new journal; tell head office.',
    newJournal: 'Go on in a new journal',
  },
  computer: {
    copy: 'Copy on this computer',
    copyWhole: 'up to date',
    copyBehind_one: '{{count}} operation behind',
    copyBehind_other: '{{count}} operations behind',
    copyNone: 'none',
    disk: 'Free disk space',
    diskLow: 'The disk of this computer is filling up: free some space soon.',
    diskCritical:
      'The disk of this computer is almost full. Free space now, else the till cannot save sales.',
    copyFails:
      'The copy of this till on this computer cannot be written. Sales are saved; check the disk.',
    copyUnreachable:
      'The program that keeps the copy of this till does not answer. Sales are saved.',
    copyDisagrees:
      'The copy of this till on this computer holds other operations. Sales are saved. Start the till again: it will say what to do.',
  },
};
