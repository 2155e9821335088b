/** What a change to who works here is made with, besides what is changed. */
export interface ChangeBy {
  /** Of the LINE event or the command run. */
  readonly eventId: string;
  readonly now: Date;
  /** What people call a division; null: the whole agency. For the audit, which keeps names as they were. */
  readonly divisionName: (id: string | null) => string;
}
