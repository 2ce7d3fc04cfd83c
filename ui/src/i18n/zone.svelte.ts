/* The time zone of the system, which may change while the window is open: on a journey, or in the system's settings. */

// The offset, too: a system may call its zone by no name.
const ofSystem = () => `${new Intl.DateTimeFormat().resolvedOptions().timeZone} ${new Date().getTimezoneOffset()}`;
let known = $state(ofSystem());

/** The zone that times are written in; what reads it is written anew in another one. */
export const zone = {
  get name() {
    return known;
  },
};

/** Looks whether the system is in another zone by now. */
export function lookAtZone(): void {
  known = ofSystem();
}
