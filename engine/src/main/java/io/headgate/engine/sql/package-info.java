/**
 * What the SQL of an application says about topics. It reads no more of the language than that, and
 * never fails on a statement that it does not understand.
 */
@NullMarked
package io.headgate.engine.sql;

import org.jspecify.annotations.NullMarked;
