package io.headgate.delivery.watch;

/**
 * What the three references point at.
 *
 * @param branch the id of a commit; empty if there is none
 * @param approved the id of a commit; empty if there is none
 * @param notes the id of a commit with notes; empty if there is none
 */
record References(String branch, String approved, String notes) {}
