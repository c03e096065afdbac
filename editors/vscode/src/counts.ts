// How many findings there are, in few words. Nothing here knows of VS Code, so that it can be tested without one.

/** How many findings of a draft cannot be true or stand against each other, and how many are worth a look. */
export interface Counts {
  /** Errors and warnings. */
  alarms: number;
  /** Information and hints. */
  notes: number;
}

/** VS Code's own order of severities: error, warning, information, hint. */
const LAST_ALARM = 1;

/** Counts findings by their severity, given as VS Code numbers them. */
export function count(severities: readonly number[]): Counts {
  const alarms = severities.filter((severity) => severity <= LAST_ALARM).length;
  return { alarms, notes: severities.length - alarms };
}

/** What stands in the status bar: a tick where there is nothing to look at. */
export function short({ alarms, notes }: Counts): string {
  const parts = [alarms > 0 ? `$(warning) ${alarms}` : "", notes > 0 ? `$(info) ${notes}` : ""];
  return `Copydesk ${parts.filter((part) => part !== "").join(" ") || "$(check)"}`;
}
