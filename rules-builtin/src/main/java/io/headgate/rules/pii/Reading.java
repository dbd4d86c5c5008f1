package io.headgate.rules.pii;

import java.util.ArrayList;
import java.util.List;

/**
 * What the name of a field says by itself and by where it stands.
 *
 * @param type the class it seems to mean
 * @param score how sure, from 0 to 100, before anything but names is considered
 * @param alone whether that holds only beside other personal fields
 * @param quiet whether the name speaks only where a person is near
 * @param kin the most that the fields beside it may add: less where it is an organisation's
 * @param disguised whether the value is said to be hashed, masked or the like
 * @param evidence what speaks for it, as clauses for a message
 */
record Reading(
    PersonalData type,
    int score,
    boolean alone,
    boolean quiet,
    int kin,
    boolean disguised,
    List<String> evidence) {

  /** What the fields beside it may add at most. */
  static final int MOST = 25;

  /** With more evidence of some weight. */
  Reading with(int weight, String clause) {
    List<String> more = new ArrayList<>(evidence);
    more.add(clause);
    return new Reading(type, score + weight, alone, quiet, kin, disguised, more);
  }

  /** A class that does not come from the name. */
  static Reading of(PersonalData type, int score, String clause) {
    return new Reading(type, score, false, false, MOST, false, List.of(clause));
  }
}
