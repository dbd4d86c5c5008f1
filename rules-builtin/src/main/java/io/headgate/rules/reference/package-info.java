/** Rules about names by which one resource refers to another. It never looks at either itself. */
@NullMarked
package io.headgate.rules.reference;

import org.jspecify.annotations.NullMarked;
