/**
 * The built-in rules as a pack, with one package for each group. It never reads files and has no
 * privilege over a foreign pack.
 */
@NullMarked
package io.headgate.rules;

import org.jspecify.annotations.NullMarked;
