package io.headgate.rules.pii;

import java.util.List;

/**
 * What the name of a field says by itself and by where it stands.
 *
 * @param type the class it seems to mean
 * @param score how sure, from 0 to 100, before anything but names is considered
 * @param alone whether that holds only beside other personal fields
 * @param disguised whether the value is said to be hashed, masked or the like
 * @param evidence what speaks for it, as clauses for a message
 */
record Reading(
    PersonalData type, int score, boolean alone, boolean disguised, List<String> evidence) {}
