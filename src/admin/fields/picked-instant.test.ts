import { expect, test } from 'vitest'
import { chosenInstant, shownInPicker } from './picked-instant'

const zones = ['Europe/Stockholm', 'America/New_York', 'Asia/Kolkata', 'UTC']

test.each(zones)('the picker shows the clock of %s, and what is chosen there is that moment', (zone) => {
  for (const at of ['2031-10-10T09:00:00.000Z', '2031-01-31T23:30:00.000Z']) {
    const shown = shownInPicker(at, zone)
    const clock = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
    const here = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short' })
    expect(here.format(shown)).toBe(clock.format(new Date(at)))
    expect(chosenInstant(shown, zone)).toBe(at)
  }
})
