/**
 * The two kinds of trouble that are no findings: the user told headgate something wrong, and
 * headgate or a checker broke. They are never mixed with each other or with findings.
 */
@NullMarked
package io.headgate.engine.error;

import org.jspecify.annotations.NullMarked;
