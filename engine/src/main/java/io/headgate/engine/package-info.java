/**
 * The run: from files to a report and a verdict. It knows no rule and no pack, and never prints.
 */
@NullMarked
package io.headgate.engine;

import org.jspecify.annotations.NullMarked;
